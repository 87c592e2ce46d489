package editor

import (
	"log/slog"

	"fyne.io/fyne/v2"

	"hjemmekontor/locales"
)

// kit is what every part of the form works with.
type kit struct {
	texts *locales.Texts
	// changed tells that something has been filled in.
	changed func()
	// removed tells of what has been taken out, and how to put it back.
	removed func(words string, undo func())
	focus   func(fyne.Focusable)
	// reveal scrolls to something that has just appeared.
	reveal func(fyne.CanvasObject)
	// again lays the page out anew and says again what is wrong.
	again func()
}

func (s *Screen) kit() *kit {
	return &kit{
		texts: s.texts, changed: s.changed, again: s.check, focus: s.actions.Focus,
		removed: func(words string, undo func()) { s.actions.Removed(words, undo) },
		reveal:  s.reveal,
	}
}

// textsIn gives the texts of a language.
func (s *Screen) textsIn(language locales.Language) *locales.Texts {
	if language == s.texts.Language() {
		return s.texts
	}
	texts, err := locales.Load(language)
	if err != nil {
		slog.Error("loading texts", "language", language, "error", err)
		return s.texts
	}
	return texts
}

// reveal scrolls to something that has just appeared. It first gets its place:
// once for the widths, and once for the heights that follow from them.
func (s *Screen) reveal(o fyne.CanvasObject) {
	for range 2 {
		s.page.Refresh()
	}
	s.page.Reveal(o)
}
