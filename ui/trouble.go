package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// ShowProblem shows in a window of its own why the app cannot start, and
// returns when the user has read it.
func ShowProblem(texts *locales.Texts, words string) {
	a := app.NewWithID(ID)
	a.SetIcon(theme.Mark())
	a.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.System, TextScale: 1}))
	window := a.NewWindow(texts.Text("app.name"))
	window.SetPadded(false)
	window.SetContent(widgets.NewPage(container.NewVBox(
		widgets.NewText(texts.Text("problem.cannot-start"), widgets.Title),
		widgets.NewText(words, widgets.Body),
		widgets.NewFlow(widgets.NewPrimary(texts.Text("problem.close"), "close", window.Close)),
	)))
	window.Resize(fyne.NewSize(560, 300))
	window.CenterOnScreen()
	window.ShowAndRun()
}
