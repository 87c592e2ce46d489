// Package desktop makes the user's desktop know the app: that it opens
// hjemmekontor: links and .hjemmekontor files, that it is started when the user
// logs in, and whether there is a tray for an icon.
//
//	app, err := desktop.Running(words)
//	known, err := app.Registered(ctx)
//	err = app.Register(ctx)
//	err = app.StartAtLogin(ctx, true)
//
// Everything is done for the user alone, with no more rights than theirs, and
// can be taken back: on Linux by the freedesktop.org specifications on desktop
// entries, MIME types and autostart, on Windows in the user's part of the
// registry. On macOS the bundle declares links and files, so there is nothing
// to do but to start at login.
//
// Methods start programs of the system's and wait for them; they are not for
// the goroutine of a window.
package desktop
