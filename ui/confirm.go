package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// askYes asks before something that the user may not want; then is called if
// the user does. The question is the text of key, the answer that of key-yes.
func (s *shell) askYes(key string, then func(), data ...locales.Data) {
	question := widgets.NewText(s.texts.Text(key, data...), widgets.Body)
	asked := dialog.NewCustomConfirm(s.texts.Text("app.name"), s.texts.Text(key+"-yes"), s.texts.Text("app.cancel"),
		question, func(yes bool) {
			if yes {
				then()
			}
		}, s.window)
	const width, height = 480, 240
	asked.Resize(fyne.NewSize(width, height))
	asked.Show()
}
