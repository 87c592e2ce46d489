package ui

import (
	"time"

	"hjemmekontor/checklists/incident"
)

// startDeadline begins to count down to when a breach is to be reported.
func (s *shell) startDeadline(discovered time.Time) { s.setBreach(discovered) }

// endDeadline stops counting, which can be undone.
func (s *shell) endDeadline() {
	before := s.preferences.breach
	s.setBreach(time.Time{})
	s.offerUndo(s.texts.Text("contacts.deadline-ended"), func() { s.setBreach(before) })
}

func (s *shell) setBreach(discovered time.Time) {
	s.preferences.breach = discovered
	s.keep(keyBreach, formatTime(discovered))
	s.show()
	s.countDown()
}

// deadline is by when a breach is to be reported, nil if none is.
func (s *shell) deadline() *incident.Deadline {
	if s.preferences.breach.IsZero() {
		return nil
	}
	return &incident.Deadline{Discovered: s.preferences.breach}
}

// countDown shows the time that is left anew at every full minute, for as long
// as some is.
func (s *shell) countDown() {
	s.ticks++
	mine := s.ticks
	deadline := s.deadline()
	if deadline == nil || deadline.Remaining(time.Now()) == 0 {
		return
	}
	time.AfterFunc(toFullMinute(), func() {
		s.do(func() {
			if s.ticks == mine {
				s.show()
				s.countDown()
			}
		})
	})
}
