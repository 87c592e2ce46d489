// Package screen drives a program as a person would: it starts an X server
// without a monitor, shows the program's real window there, reads the words
// on it, and moves the mouse and presses keys.
//
// A test reads like instructions to somebody at the desk:
//
//	s := screen.Start(t, 1100, 720)
//	p := s.Launch(t, "build/hjemmekontor", "--lang", "nb")
//	s.WaitFor(t, "Hva gjør jeg nå?", 20*time.Second)
//	s.Click(t, "Kontakter")
//	s.Type(t, "Åse Østbø")
//	s.Key(t, "Tab")
//	p.Kill(t)
//
// Words are found by reading the picture (Tesseract, Norwegian and English),
// so a text counts as shown only when a person could read it. Matching looks
// away from case, spaces and punctuation and forgives the letters that are
// easily misread, never digits: "1 av 20" is not "7 av 20".
//
// Every [Screen] is one person's desk: its own X server, window manager, D-Bus
// session and home folder. Windows fill it and have no frame, so the size
// given to [Start] is the size of the program's window. Two people in a call
// are two Screens.
//
// The Debian packages xvfb, openbox, x11-xkb-utils, xdotool, xclip, dbus,
// tesseract-ocr, tesseract-ocr-nor and tesseract-ocr-eng must be installed;
// [Screen.UnlockKeyring] also wants gnome-keyring. Everything started is ended
// by the test's cleanup.
package screen
