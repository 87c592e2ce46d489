// Package link recognises invitations to meetings, in whatever a person pastes
// and in the fields of a calendar, and reads and writes Hjemmekontor's own.
//
//	meeting, err := link.Recognise(pasted)
//	switch {
//	case errors.Is(err, link.ErrNothing):        // no link in it
//	case errors.Is(err, link.ErrUnknownService): // errors.As *link.UnknownError names the host
//	case errors.Is(err, link.ErrNotMeeting):     // a start page, a list of phone numbers
//	case errors.Is(err, link.ErrIncomplete):     // the end of the link is missing
//	}
//
//	meeting, ok := link.Best(
//		link.Part{Place: link.InLocation, Text: location},
//		link.Part{Place: link.InDescription, Text: description},
//	)
//
// What is known of each service lies in services.json: its hosts, the paths
// that lead to a meeting, how its app is addressed. A further service is added
// there and nowhere else.
//
// All input is taken as hostile. Nothing is contacted; hosts are compared
// exactly, only https in ASCII comes out, and the time spent grows in step with the
// length of the text, of which no more than MaxPasted bytes are read. An
// address may carry a passcode, so a Meeting prints without what is secret.
//
// Our own invitations are links such as
//
//	hjemmekontor:call/7-fjord-brunost?at=192.168.1.5:41234&at=[fd00::5]:41234
//	hjemmekontor:call/7-fjord-brunost?mailbox=wss://mailbox.firma.no/v1
//
// The code is the secret that both sides prove to each other; the rest says
// where the mailbox is in which they meet. A code alone is an invitation too,
// for those who have agreed on a mailbox.
//
//	invite, err := link.Parse(pasted)
//	switch {
//	case errors.Is(err, link.ErrNotOurs):    // some other text or link
//	case errors.Is(err, link.ErrMalformed):  // ours, but damaged or cut
//	}
package link
