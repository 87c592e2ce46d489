package widgets

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// NewPrimary makes the one button of a page or card that one is meant to
// press. An empty icon name leaves the icon out, here and below.
func NewPrimary(text, icon string, tapped func()) *widget.Button {
	return newButton(text, icon, fynetheme.ColorNameForegroundOnPrimary, widget.HighImportance, tapped)
}

// NewSecondary makes an ordinary button.
func NewSecondary(text, icon string, tapped func()) *widget.Button {
	return newButton(text, icon, fynetheme.ColorNameForeground, widget.MediumImportance, tapped)
}

// NewQuiet makes a button without a field, for what is seldom wanted.
func NewQuiet(text, icon string, tapped func()) *widget.Button {
	return newButton(text, icon, fynetheme.ColorNameForeground, widget.LowImportance, tapped)
}

func newButton(text, icon string, color fyne.ThemeColorName, importance widget.Importance, tapped func()) *widget.Button {
	b := widget.NewButton(text, tapped)
	b.Importance = importance
	if icon != "" {
		b.Icon = theme.NewIcon(icon, color)
	}
	return b
}

// NewLink makes a text that leads somewhere; the callback does the leading,
// so that what is opened goes through one place.
func NewLink(text string, tapped func()) *widget.Hyperlink {
	link := widget.NewHyperlink(text, nil)
	link.Wrapping = fyne.TextWrapWord
	link.OnTapped = tapped
	return link
}
