package ui

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/ui/widgets"
)

// offerUndo says what was done and offers to undo it, with a button and with
// the system's shortcut, until something else is done.
func (s *shell) offerUndo(words string, undo func()) {
	s.undo = undo
	s.toast.offer(words, widgets.NewSecondary(s.texts.Text("app.undo"), "undo", s.undoLast))
}

// undoLast undoes what was last offered to be undone; it can be done once.
func (s *shell) undoLast() {
	undo := s.undo
	s.undo = nil
	if undo == nil {
		return
	}
	s.toast.hide()
	undo()
}

// undoKeys lets the shortcut for undoing do so wherever no text is being
// written.
func (s *shell) undoKeys() {
	s.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.undoLast() })
}
