package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"hjemmekontor/ui/widgets"
)

// askYes asks, in words, before something that the user may not want; then is
// called if the user presses yes.
func (s *shell) askYes(question, yes string, then func()) {
	asked := dialog.NewCustomConfirm(s.texts.Text("app.name"), yes, s.texts.Text("app.cancel"),
		widgets.NewText(question, widgets.Body), func(sure bool) {
			if sure {
				then()
			}
		}, s.window)
	const width, height = 480, 260
	asked.Show()
	asked.Resize(fyne.NewSize(width, height))
}
