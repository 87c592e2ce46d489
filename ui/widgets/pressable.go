package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pressable is what widgets that are pressed have in common: a click, space or
// enter presses them, and they know whether they are pointed at or have the
// keys. A widget embeds it and draws itself by Hovered and Focused.
type Pressable struct {
	widget.BaseWidget
	Pressed          func()
	Focused, Hovered bool
}

var (
	_ fyne.Focusable    = (*Pressable)(nil)
	_ fyne.Tappable     = (*Pressable)(nil)
	_ desktop.Hoverable = (*Pressable)(nil)
)

// Tapped presses the widget.
func (p *Pressable) Tapped(*fyne.PointEvent) { p.Pressed() }

// TypedKey presses the widget on space and enter.
func (p *Pressable) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.Pressed()
	}
}

// TypedRune takes no text.
func (p *Pressable) TypedRune(rune) {}

// FocusGained shows that keys go here.
func (p *Pressable) FocusGained() { p.Focused = true; p.Refresh() }

// FocusLost shows that they no longer do.
func (p *Pressable) FocusLost() { p.Focused = false; p.Refresh() }

// MouseIn shows that the widget can be pressed.
func (p *Pressable) MouseIn(*desktop.MouseEvent) { p.Hovered = true; p.Refresh() }

// MouseMoved changes nothing.
func (p *Pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (p *Pressable) MouseOut() { p.Hovered = false; p.Refresh() }
