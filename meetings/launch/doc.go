// Package launch hands a recognised meeting to the operating system, to be
// opened in the service's own app or in the browser.
//
//	launcher := launch.New(launch.OfSystem())
//	outcome, err := launcher.Open(ctx, meeting, launch.App)
//
// A system that has no program for an app's address most often does nothing
// and says nothing. Open therefore asks first whether the app is there, and
// takes the browser if it is not. Outcome tells what was done and why; where
// the system did not say whether anything opened, Outcome.Sure is false and the
// screen should offer the browser.
//
// Only https and the schemes of link.AppSchemes reach the system, in addresses
// of harmless characters. Addresses hold passcodes: no error of this package
// has one in it, and nothing is logged.
//
// # What each system does
//
// On Linux, whether a program is there is read from the desktop's own files by
// the rules of the MIME Applications specification, and not asked of xdg-mime.
// That is a script which knows nothing of deleted and removed entries, of
// TryExec, or of programs in quotes, and takes a tenth of a second. Flatpak's
// and Snap's programs are found there as well, through XDG_DATA_DIRS.
// Addresses go to the desktop portal (OpenURI) over D-Bus if there is one. If
// not, xdg-open is started with the address as its argument, where other users
// of the machine can see it for an instant.
//
// On Windows the registry is read, and ShellExecute opens. On macOS
// Launch Services is asked through osascript, and /usr/bin/open opens, again
// with the address as its argument.
package launch
