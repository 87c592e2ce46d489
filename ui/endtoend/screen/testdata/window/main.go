// Command window is the window that the tests of package screen look at: a
// real Fyne window with a heading, an entry, a button that copies the entry's
// text into a label, and enough plain text to read. It takes files that are
// dropped on it.
package main

import (
	"fmt"
	"image/color"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// shade is Fyne's own theme held to the light or the dark variant.
type shade struct {
	fyne.Theme
	variant fyne.ThemeVariant
}

func (s shade) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return s.Theme.Color(name, s.variant)
}

func main() {
	variant := theme.VariantLight
	if len(os.Args) > 1 && os.Args[1] == "dark" {
		variant = theme.VariantDark
	}
	a := app.NewWithID("no.hjemmekontor.window")
	a.Settings().SetTheme(shade{theme.DefaultTheme(), variant})
	w := a.NewWindow("Vindu")

	entry := widget.NewEntry()
	entry.SetPlaceHolder("Skriv navnet her")
	answer := widget.NewLabel("Ingen har svart")
	send := widget.NewButton("Send svaret", func() {
		answer.SetText("Svar: " + entry.Text)
		fmt.Println("svar:", entry.Text)
	})
	send.Importance = widget.HighImportance
	list := container.NewVBox()
	for i := range 30 {
		list.Add(widget.NewLabel(fmt.Sprintf("Punkt nummer %d: lås skjermen når du går", i+1)))
	}
	w.SetContent(container.NewBorder(
		container.NewVBox(
			widget.NewLabelWithStyle("Sjekkliste for hjemmekontor", fyne.TextAlignLeading, fyne.TextStyle{Bold: true}),
			entry,
			send,
			answer,
		), nil, nil, nil,
		container.NewVScroll(list),
	))
	w.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		for _, file := range dropped {
			fmt.Println("sluppet:", file.Path())
		}
		answer.SetText(fmt.Sprintf("Sluppet: %d", len(dropped)))
	})
	w.Resize(fyne.NewSize(400, 300))
	w.ShowAndRun()
}
