//go:build !darwin || !cgo

package desktop

// Handed returns nil: the system starts the program once more for what it is to
// open, and that start hands it over itself.
func Handed() <-chan string { return nil }
