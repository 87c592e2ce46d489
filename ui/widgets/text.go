// Package widgets holds the pieces that every screen is built of: texts,
// buttons, panels, layouts that adapt to the window, rings and notices. They
// know nothing of what the app does; screens give them words and callbacks.
package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// Style is the part that a text plays on a page.
type Style struct {
	size     fyne.ThemeSizeName
	color    fyne.ThemeColorName
	bold     bool
	centered bool
}

// The styles of texts.
var (
	Title    = Style{size: fynetheme.SizeNameHeadingText, color: fynetheme.ColorNameForeground, bold: true}
	Subtitle = Style{size: fynetheme.SizeNameSubHeadingText, color: fynetheme.ColorNameForeground, bold: true}
	Body     = Style{size: fynetheme.SizeNameText, color: fynetheme.ColorNameForeground}
	Strong   = Style{size: fynetheme.SizeNameText, color: fynetheme.ColorNameForeground, bold: true}
	Muted    = Style{size: fynetheme.SizeNameText, color: theme.ColorNameMuted}
	Caption  = Style{size: fynetheme.SizeNameCaptionText, color: theme.ColorNameMuted}
	Display  = Style{size: theme.SizeNameDisplayText, color: fynetheme.ColorNameForeground, bold: true}
	Problem  = Style{size: fynetheme.SizeNameText, color: fynetheme.ColorNameError}
	OnTint   = Style{size: fynetheme.SizeNameText, color: theme.ColorNameOnTint}
	OnNotice = Style{size: fynetheme.SizeNameText, color: theme.ColorNameOnNotice}
	OnStage  = Style{size: fynetheme.SizeNameText, color: theme.ColorNameOnStage}
)

// Bold is the same style in the heavier weight.
func (s Style) Bold() Style {
	s.bold = true
	return s
}

// Centered is the same style in the middle of its room.
func (s Style) Centered() Style {
	s.centered = true
	return s
}

// Text is a text that wraps at the width it is given.
type Text struct {
	widget.RichText
	style Style
}

// NewText makes a text in a style.
func NewText(text string, style Style) *Text {
	t := &Text{style: style}
	t.Wrapping = fyne.TextWrapWord
	t.Scroll = fyne.ScrollNone
	t.Segments = []widget.RichTextSegment{t.segment(text)}
	t.ExtendBaseWidget(t)
	return t
}

// NewLabel makes a text that takes the room its one line needs.
func NewLabel(text string, style Style) *Text {
	t := NewText(text, style)
	t.Wrapping = fyne.TextWrapOff
	return t
}

// Set changes the words.
func (t *Text) Set(text string) {
	if t.String() == text {
		return
	}
	t.Segments = []widget.RichTextSegment{t.segment(text)}
	t.Refresh()
}

// Restyle changes the part the text plays.
func (t *Text) Restyle(style Style) {
	text := t.String()
	t.style = style
	t.Segments = []widget.RichTextSegment{t.segment(text)}
	t.Refresh()
}

func (t *Text) segment(text string) *widget.TextSegment {
	alignment := fyne.TextAlignLeading
	if t.style.centered {
		alignment = fyne.TextAlignCenter
	}
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
		Alignment: alignment,
		ColorName: t.style.color,
		SizeName:  t.style.size,
		TextStyle: fyne.TextStyle{Bold: t.style.bold},
	}}
}
