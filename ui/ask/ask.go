// Package ask is a question over the window, before something that the user
// may not want: one button does it, the other and escape leave everything as it
// is.
//
//	ask.Show(window, texts, "Slette alt?", "Slett alt", func() { … })
package ask

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Question is the sheet over the window.
type Question struct {
	sheet *widgets.Sheet
	text  *container.Scroll
	then  func()
}

// Show asks a question, with the keys on the button that does nothing; then is
// called if the user presses yes.
func Show(window fyne.Window, texts *locales.Texts, question, yes string, then func()) *Question {
	q := &Question{then: then, text: container.NewVScroll(widgets.NewText(question, widgets.Body))}
	cancel := widgets.NewSheetButton(widgets.NewSecondary(texts.Text("app.cancel"), "", func() { q.sheet.Close() }), q.key)
	buttons := widgets.NewFlow(widgets.NewSheetButton(widgets.NewPrimary(yes, "", q.goOn), q.key), cancel)
	const edge = 10
	q.sheet = widgets.NewSheet(window, container.New(layout.NewCustomPaddedLayout(edge, edge+edge/2, edge, edge),
		container.New(layout.NewBorderLayout(nil, buttons, nil, nil), q.text, buttons)), q.fit)
	q.sheet.Open(func(key *fyne.KeyEvent) { q.key(key) })
	window.Canvas().Focus(cancel)
	return q
}

func (q *Question) goOn() {
	if q.sheet.Close() {
		q.then()
	}
}

// key closes the sheet on escape, scrolls it with the arrows, and tells whether
// it was one of those.
func (q *Question) key(key *fyne.KeyEvent) bool {
	if key.Name == fyne.KeyEscape {
		q.sheet.Close()
		return true
	}
	return widgets.Turn(q.text, key.Name)
}

// fit makes the sheet as wide as is easy to read, and as high as it needs, both
// as far as the window allows.
func (q *Question) fit(room fyne.Size) fyne.Size {
	const widest, share, normal = 520, 0.94, 15
	scale := fynetheme.Size(fynetheme.SizeNameText) / normal
	width := min(room.Width*share, widest*scale)
	// How high the question is depends on its width.
	q.sheet.Content.Resize(fyne.NewSize(width, room.Height*share))
	frame := q.sheet.Content.MinSize().Height - q.text.MinSize().Height
	return fyne.NewSize(width, min(room.Height*share, frame+q.text.Content.MinSize().Height))
}
