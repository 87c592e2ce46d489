package audio

import "context"

// Device is a microphone or speaker that the system offers.
type Device struct {
	// Name is what the system shows its user, and what OpenSource and
	// OpenSink take.
	Name string
	// Default is true for the device the system uses when none is chosen.
	Default bool
}

// Devices lists what can be opened now. Both lists are empty, without an
// error, when the sound system works but has no devices; the error is
// ErrNoSoundSystem when there is none.
func Devices(ctx context.Context) (microphones, speakers []Device, err error) {
	return listDevices(ctx)
}
