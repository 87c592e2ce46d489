package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

const (
	// awake is how long the window stays fully awake after something happened:
	// longer than any animation of a press or a list.
	awake = 2 * time.Second
	// nap is how long the window sleeps at a time while nothing happens. What
	// the toolkit itself posts from other goroutines may wait that long.
	nap = 500 * time.Millisecond
	// glance is how often an awake window is looked after.
	glance = 100 * time.Millisecond
)

// rest lets the window sleep while nothing happens. Fyne's loop wakes sixty
// times a second for ever, which costs more than a hundredth of a core; while
// the window is at rest the loop is held in one call that waits for input, as
// GLFW's own programs do. The user's input and what comes through shell.do end
// a nap at once.
//
// It keeps going by asking the loop to run it again, and ends with the app.
func (s *shell) rest() {
	if s.over.Load() {
		return
	}
	if s.mayNap() {
		began := time.Now()
		s.napping.Store(true)
		alive := stillAlive(func() { glfw.WaitEventsTimeout(nap.Seconds()) })
		s.napping.Store(false)
		if !alive {
			return
		}
		if time.Since(began) < nap*9/10 {
			s.lastEvent = time.Now()
		}
	}
	s.followFocus()
	pause := time.Duration(0)
	if !s.mayNap() {
		pause = glance
	}
	time.AfterFunc(pause, func() { fyne.Do(s.rest) })
}

// mayNap tells whether nothing on the screen moves: no call, no cursor
// blinking in a field, no press a moment ago.
func (s *shell) mayNap() bool {
	return s.call == nil && !s.hidden && s.window.Canvas().Focused() == nil && time.Since(s.lastEvent) > awake
}

// wake ends a nap, from any goroutine.
func (s *shell) wake() {
	if s.napping.Load() {
		stillAlive(glfw.PostEmptyEvent)
	}
}

// stillAlive calls GLFW and tells whether it is still there. Once Fyne has shut
// it down, which a signal may bring about at any time, it answers with a panic.
func stillAlive(call func()) (alive bool) {
	defer func() { alive = recover() == nil }()
	call()
	return true
}
