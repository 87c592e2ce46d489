package instance

import "golang.org/x/sys/windows"

var allowSetForegroundWindow = windows.NewLazySystemDLL("user32.dll").NewProc("AllowSetForegroundWindow")

// letRaise lets the other program bring its window to the front, which Windows
// allows only to the one that the user has just started.
func letRaise() {
	const anyProcess = 0xFFFFFFFF // ASFW_ANY
	if allowSetForegroundWindow.Find() == nil {
		_, _, _ = allowSetForegroundWindow.Call(anyProcess)
	}
}
