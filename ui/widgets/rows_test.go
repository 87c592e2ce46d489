package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
)

func TestOtherRowsInTheirPlace(t *testing.T) {
	made, rows := blocks(100, 50, 50)
	page, list, w := showLong(t, rows)
	list.Set([]Row{made[70], made[2]})
	page.Update()
	if built(made) != 2 || made[70].top() > made[2].top() {
		t.Errorf("%d rows are built, at %v and %v", built(made), made[70].top(), made[2].top())
	}
	list.Set(nil)
	page.Update()
	if built(made) != 0 {
		t.Errorf("%d rows are built, and none is to be shown", built(made))
	}
	list.Set(rows)
	page.Update()
	w.Resize(fyne.NewSize(500, 600))
	if first, last := inSight(made); first != 0 || last < 5 {
		t.Errorf("shown again, rows %d to %d are in sight", first, last)
	}
}

// A window that turns dark refreshes the page, and nothing keeps its old ink.
func TestRowsTakeTheNewColours(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Dark, TextScale: 1}))
	heading := NewText("Maskinen", Subtitle)
	list := NewRows(heading)
	page := NewLongPage(list)
	w := test.NewTempWindow(t, page.Page())
	w.Resize(fyne.NewSize(800, 600))
	app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	page.Refresh()
	if got, want := inkOf(t, heading), fynetheme.Color(fynetheme.ColorNameForeground); got != want {
		t.Errorf("the heading has the colour %v, want %v", got, want)
	}
}
