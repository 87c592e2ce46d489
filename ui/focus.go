package ui

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/ui/widgets"
)

// followFocus keeps what the keys go to in sight: Fyne moves the focus with the
// tabulator, but does not scroll to it.
func (s *shell) followFocus() {
	page := s.currentPage()
	if page == nil {
		return
	}
	page.Follow()
	focused := s.window.Canvas().Focused()
	if focused == s.focused {
		return
	}
	s.focused = focused
	if object, ok := focused.(fyne.CanvasObject); ok && !s.isNavigation(focused) {
		page.Reveal(object)
	}
}

// turn scrolls the page with the keys, when nothing else wants them, and leaves
// one that was entered from another.
func (s *shell) turn(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		s.leave()
		return
	}
	if page := s.currentPage(); page != nil {
		page.Turn(key.Name)
	}
}

func (s *shell) currentPage() *widgets.Page {
	if len(s.content.Objects) == 0 {
		return nil
	}
	page, _ := s.content.Objects[0].(*widgets.Page)
	return page
}

func (s *shell) isNavigation(focused fyne.Focusable) bool {
	_, ok := focused.(*widgets.Destination)
	return ok
}
