package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
)

func TestTextsInsideOthersTakeTheNewColours(t *testing.T) {
	app := test.NewTempApp(t)
	text := NewText("Huskeliste", Body)
	holders := map[string]fyne.CanvasObject{
		"disclosure": NewDisclosure(text, func() {}),
		"card":       NewCard(text),
		"page":       NewPage(text),
	}
	for name, holder := range holders {
		app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Dark, TextScale: 1}))
		holder.Refresh()
		app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
		holder.Refresh()
		if got, want := inkOf(t, text), fynetheme.Color(fynetheme.ColorNameForeground); got != want {
			t.Errorf("in a %s the text has the colour %v, want %v", name, got, want)
		}
	}
}

// inkOf is the colour in which a text is drawn.
func inkOf(t *testing.T, text *Text) color.Color {
	t.Helper()
	for _, o := range test.WidgetRenderer(text).Objects() {
		if drawn, ok := o.(*canvas.Text); ok {
			return drawn.Color
		}
	}
	t.Fatal("nothing is drawn")
	return nil
}
