package video

import "context"

// Device is a camera of this machine.
type Device struct {
	// ID stays the same while the camera stays in the same socket; it is what
	// to save and to hand to [Open].
	ID string
	// Name is what the maker calls the camera; two of one model share it.
	Name string
}

// Devices lists the cameras that are plugged in now, the default one first.
func Devices(ctx context.Context) ([]Device, error) {
	return system.devices(ctx)
}
