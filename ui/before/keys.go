package before

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// A key goes to what has the focus and nowhere else, so everything in the sheet
// that can have it knows what escape is to do, and which keys scroll.

// key closes the sheet on escape, scrolls it with the arrows, and tells whether
// it was one of those.
func (s *Sheet) key(key *fyne.KeyEvent) bool {
	if key.Name == fyne.KeyEscape {
		s.Close()
		return true
	}
	return widgets.Turn(s.points, key.Name)
}

// tick is a box to tick.
type tick struct {
	widgets.Tick
	key func(*fyne.KeyEvent) bool
}

func (s *Sheet) newTick() *tick {
	t := &tick{key: s.key}
	t.Pressed = s.turn
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey ticks on space and enter.
func (t *tick) TypedKey(key *fyne.KeyEvent) {
	if !t.key(key) {
		t.Tick.TypedKey(key)
	}
}

// link leads to where a point comes from.
type link struct {
	widget.Hyperlink
	key func(*fyne.KeyEvent) bool
}

func (s *Sheet) newLink(text, address string) *link {
	l := &link{key: s.key}
	l.Text, l.Wrapping, l.SizeName = text, fyne.TextWrapWord, fynetheme.SizeNameCaptionText
	l.OnTapped = func() { s.actions.Source(address) }
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey opens on space and enter.
func (l *link) TypedKey(key *fyne.KeyEvent) {
	switch {
	case l.key(key):
	case key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter:
		l.OnTapped()
	default:
		l.Hyperlink.TypedKey(key)
	}
}

// sign is what stands before a point.
func sign() fyne.CanvasObject {
	icon := canvas.NewImageFromResource(theme.NewIcon("shield", fynetheme.ColorNamePrimary))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(fynetheme.Size(fynetheme.SizeNameInlineIcon)))
	inner := fynetheme.Size(fynetheme.SizeNameInnerPadding)
	return container.New(layout.NewCustomPaddedLayout(inner, 0, inner, 0), container.NewVBox(icon))
}
