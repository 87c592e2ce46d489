package call

import "errors"

// Devices names this side's devices, each as on the command line; "" is the
// system's default.
type Devices struct {
	// Camera is a device name, "pattern", "none" or the path of a .y4m file.
	Camera string
	// Microphone is a device name, "tone", "none" or the path of a .wav file.
	Microphone string
	// Speaker is a device name, "none" or the path of a .wav file to write.
	Speaker string
}

var (
	// ErrClosed is returned for a Local that has been closed.
	ErrClosed = errors.New("camera and microphone are closed")
	// ErrInCall is returned when a Local is handed to a second call at once.
	ErrInCall = errors.New("camera and microphone are in another call")
)
