package video

import "errors"

// Reasons why a source cannot be opened or read. They come wrapped with
// details; compare with errors.Is.
var (
	// ErrNone means that the spec "none" was opened: the user wants no camera.
	// It is a choice, not a fault.
	ErrNone = errors.New("no camera wanted")
	// ErrNoCamera means that the machine has no camera.
	ErrNoCamera = errors.New("no camera found")
	// ErrUnknownCamera means that no camera has the name or id asked for.
	ErrUnknownCamera = errors.New("unknown camera")
	// ErrBusy means that another program is using the camera.
	ErrBusy = errors.New("camera in use by another program")
	// ErrDenied means that the operating system keeps the camera from us.
	ErrDenied = errors.New("camera access denied")
	// ErrGone means that the camera was unplugged or stopped delivering.
	ErrGone = errors.New("camera gone")
	// ErrBadFile means that a film cannot be opened or is not one we read.
	ErrBadFile = errors.New("unusable film")
	// ErrClosed means that the source was closed.
	ErrClosed = errors.New("video source closed")
)
