//go:build cgo

package desktop

/*
#cgo CFLAGS: -x objective-c
#cgo LDFLAGS: -framework Foundation
void hjemmekontorListen(void);
*/
import "C"

// handed holds the addresses that came before anybody read them: a few files
// opened at once.
var handed = make(chan string, 64)

// Handed returns the addresses of links and files that macOS has the running
// app open: it sends events where other systems start the program once more. It
// is to be called before the app's loop runs.
func Handed() <-chan string {
	C.hjemmekontorListen()
	return handed
}

// hjemmekontorHanded takes an address from an event.
//
//export hjemmekontorHanded
func hjemmekontorHanded(address *C.char) {
	select {
	case handed <- C.GoString(address):
	default: // more than anybody opens at once
	}
}
