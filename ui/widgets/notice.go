package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// NewNotice shows a sentence that wants attention, with what can be done about
// it beside it.
func NewNotice(text string, actions ...fyne.CanvasObject) *Panel {
	return newMessage(theme.ColorNameNotice, OnNotice, theme.NewIcon("warning", theme.ColorNameOnNotice), text, actions)
}

// NewHint shows a sentence that is good to know.
func NewHint(text string, actions ...fyne.CanvasObject) *Panel {
	return newMessage(theme.ColorNameTint, OnTint, theme.NewIcon("info", theme.ColorNameOnTint), text, actions)
}

func newMessage(fill fyne.ThemeColorName, style Style, icon fyne.Resource, text string, actions []fyne.CanvasObject) *Panel {
	row := container.NewBorder(nil, nil,
		container.New(layout.NewCustomPaddedLayout(6, 0, 6, 0), container.NewVBox(widget.NewIcon(icon))),
		nil, NewText(text, style))
	content := []fyne.CanvasObject{row}
	if len(actions) > 0 {
		content = append(content, NewFlow(actions...))
	}
	return newPanel(fill, "", 6, []fyne.CanvasObject{container.NewVBox(content...)})
}
