package ui

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
)

// goodbyeTime is how long the app waits at its end for a call to be hung up
// and devices to be closed.
const goodbyeTime = 3 * time.Second

// do runs f on the UI goroutine, and not at all once the app is ending: after
// the toolkit's loop has stopped, fyne.Do would run it on the caller's
// goroutine beside others.
func (s *shell) do(f func()) {
	if s.over.Load() {
		return
	}
	s.queue(func() {
		if !s.over.Load() {
			s.lastEvent = time.Now()
			f()
		}
	})
	s.wake()
}

// closeWindow is what the cross of the main window does: it ends the app, or,
// while somebody is on the line, only takes the window away.
func (s *shell) closeWindow() {
	if s.call != nil {
		s.window.Hide()
		s.hidden = true
		return
	}
	s.leaveOrQuit()
}

// leaveOrQuit leaves the program in the tray, if there is one and the user
// wants that, or ends it.
func (s *shell) leaveOrQuit() {
	if s.tray == nil || !s.preferences.stays {
		s.quit()
		return
	}
	s.hidden = false
	s.window.Hide()
}

// callClosed ends the app if the call was all that was left of it.
func (s *shell) callClosed() {
	if s.hidden {
		s.leaveOrQuit()
	}
}

// quit ends the app once the other side of a call has been told.
func (s *shell) quit() {
	if s.over.Swap(true) {
		return
	}
	if c := s.call; c != nil {
		s.call = nil
		c.cancel()
		c.window.Shut()
		s.background.Go(c.local.Close)
	}
	s.window.Hide()
	go func() {
		s.waitForBackground()
		fyne.Do(s.app.Quit)
	}()
}

// waitForBackground waits for what the shell has running, but not for ever.
func (s *shell) waitForBackground() {
	done := make(chan struct{})
	go func() {
		s.background.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(goodbyeTime):
		slog.Warn("ending while something is still running")
	}
}
