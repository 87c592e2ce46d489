// Command bare is the smallest window that Fyne can show: what Hjemmekontor's
// own start, rest and memory are measured beside.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("no.hjemmekontor.bare").NewWindow("bare")
	w.SetContent(widget.NewLabel("bare"))
	w.Resize(fyne.NewSize(1100, 720))
	w.ShowAndRun()
}
