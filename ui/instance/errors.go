package instance

import "errors"

var (
	// ErrNoAnswer says that another program has the data folder and did not take
	// the message: it hangs, or is about to end.
	ErrNoAnswer = errors.New("the program that has the data folder does not answer")
	// ErrRefused says that the other program did not like the message, as when
	// it is of another version.
	ErrRefused = errors.New("the program that has the data folder refused the message")
	// ErrMessage says that a message is malformed or out of bounds.
	ErrMessage = errors.New("malformed message")
	// ErrFolder says that there is no folder for the socket that is safe from
	// other users and short enough.
	ErrFolder = errors.New("no safe folder for the socket")
)
