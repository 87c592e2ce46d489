// Package instance sees to it that one data folder has one window. A program
// that starts while another has the folder hands over what it was started with,
// for the other to open, and ends.
//
//	server, handed, err := instance.Take(ctx, command.Data, instance.Message{Files: command.Files})
//	switch {
//	case errors.Is(err, instance.ErrNoAnswer): // another is there, and hangs
//	case err != nil:                           // the system does not let us find out
//	case handed:                               // nothing more to do: exit code 0
//	}
//	defer server.Close()
//	for message := range server.Messages() { // on a goroutine of its own
//
// Which program is first is settled by a lock on a file, which the operating
// system takes back however the program ends. The first one listens on a
// Unix socket beside it. Both lie in a folder that only the user may enter,
// and are named by the data folder. A message is a line of JSON, which is
// answered with a word once the window's side has taken it from Messages. It
// comes from outside all the same: it is bounded in size and time, and what it
// asks for is for the receiver to check like any argument.
package instance
