package chooser

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// pressButton goes by keyboard to the button with these words and presses it.
func (d *desk) pressButton(t *testing.T, words string) {
	t.Helper()
	const most = 20
	for range most {
		d.window.Canvas().FocusNext()
		if b, ok := d.window.Canvas().Focused().(*widgets.SheetButton); ok && b.Text == words {
			d.key(fyne.KeyReturn)
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

func TestTabulatorReachesAll(t *testing.T) {
	c, d := show(t, fill(t, "Juni/"), newReport)
	stops := map[fyne.Focusable]string{
		c.path: "path", c.up: "up", c.side: "locations", c.entries: "list", c.name: "name", c.confirm: "confirm",
		c.maker.button: "new folder",
	}
	c.focus(c.path)
	var got []string
	for range 8 {
		name, known := stops[d.window.Canvas().Focused()]
		if !known {
			name = "cancel"
		}
		got = append(got, name)
		d.window.Canvas().FocusNext()
	}
	want := []string{"path", "up", "locations", "list", "name", "confirm", "cancel", "new folder"}
	if !slices.Equal(got, want) {
		t.Errorf("it goes through %v, want %v", got, want)
	}
	if d.window.Canvas().Focused() != fyne.Focusable(c.path) {
		t.Error("it does not come back to the beginning")
	}
}

func TestWhereTheKeysBegin(t *testing.T) {
	c, d := show(t, fill(t), newReport)
	if d.window.Canvas().Focused() != fyne.Focusable(c.name) || c.name.SelectedText() != "Rapport" {
		t.Errorf("in %T, with %q selected", d.window.Canvas().Focused(), c.name.SelectedText())
	}
	test.Type(c.name, "Juni")
	if c.name.Text != "Juni.json" {
		t.Errorf("typing makes it %q", c.name.Text)
	}
	c, d = show(t, fill(t), reports)
	if d.window.Canvas().Focused() != fyne.Focusable(c.entries) {
		t.Errorf("of files in %T", d.window.Canvas().Focused())
	}
}

func TestKeysInTheList(t *testing.T) {
	names := []string{"Bilder/", "Juni/"}
	for _, first := range "abcdefghijklmnop" {
		names = append(names, string(first)+"-berg.json")
	}
	folder := fill(t, names...)
	down, up := fyne.KeyDown, fyne.KeyUp
	tests := []struct {
		name   string
		keys   []fyne.KeyName
		marked []string
		folder string
	}{
		{"space marks", []fyne.KeyName{down, down, fyne.KeySpace}, []string{"a-berg.json"}, ""},
		{"enter marks", []fyne.KeyName{down, down, down, fyne.KeyReturn}, []string{"b-berg.json"}, ""},
		{"space twice", []fyne.KeyName{down, down, fyne.KeySpace, fyne.KeySpace}, nil, ""},
		{"two", []fyne.KeyName{down, down, fyne.KeySpace, down, fyne.KeySpace}, []string{"a-berg.json", "b-berg.json"}, ""},
		{"up and down", []fyne.KeyName{up, down, down, down, up, fyne.KeyEnter}, []string{"a-berg.json"}, ""},
		{"the last", []fyne.KeyName{fyne.KeyEnd, down, fyne.KeySpace}, []string{"p-berg.json"}, ""},
		{"the first", []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeySpace}, nil, "Bilder"},
		{"a page down", []fyne.KeyName{fyne.KeyPageDown, fyne.KeySpace}, []string{"i-berg.json"}, ""},
		{"a page up", []fyne.KeyName{fyne.KeyEnd, fyne.KeyPageUp, fyne.KeySpace}, []string{"f-berg.json"}, ""},
		{"into a folder", []fyne.KeyName{down, fyne.KeyReturn}, nil, "Juni"},
		{"in an empty one", []fyne.KeyName{down, fyne.KeyReturn, down, up, fyne.KeyEnd, fyne.KeyReturn}, nil, "Juni"},
		{"and out again", []fyne.KeyName{down, fyne.KeyReturn, fyne.KeyBackspace}, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, d := show(t, folder, several)
			d.key(tt.keys...)
			if got := paths(folder, c.chosen()); !slices.Equal(got, tt.marked) {
				t.Errorf("marked is %v, want %v", got, tt.marked)
			}
			if want := filepath.Join(folder, tt.folder); c.listing.Folder != want {
				t.Errorf("it shows %s, want %s", c.listing.Folder, want)
			}
			if d.window.Canvas().Focused() != fyne.Focusable(c.entries) {
				t.Errorf("the keys are in %T", d.window.Canvas().Focused())
			}
		})
	}
}

func TestLettersGoToNames(t *testing.T) {
	folder := fill(t, "Øst.json", "anna.json", "Arne.json", "ola.json")
	tests := map[string]string{"o": "ola.json", "a": "Arne.json", "aa": "anna.json", "ø": "Øst.json", "x": "anna.json", " ": "anna.json"}
	for typed, want := range tests {
		c, d := show(t, folder, reports)
		test.Type(c.entries, typed)
		d.key(fyne.KeyReturn)
		if got := paths(folder, c.chosen()); !slices.Equal(got, []string{want}) {
			t.Errorf("%q goes to %v, want %s", typed, got, want)
		}
	}
	c, _ := show(t, fill(t), reports)
	test.Type(c.entries, "a") // where there is nothing
}

func TestKeysInTheLocations(t *testing.T) {
	c, d := show(t, fill(t), reports)
	c.focus(c.side)
	d.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if c.listing.Folder != "/" {
		t.Errorf("it shows %s", c.listing.Folder)
	}
	test.Type(c.side, "m")
	d.key(fyne.KeySpace) // which is not there
	if c.listing.Folder != "/" || c.says() != c.texts.Text("chooser.missing", locales.Data{"Folder": "/media/MINNEPINNE"}) {
		t.Errorf("it shows %s, and says %q", c.listing.Folder, c.says())
	}
}

func TestEnterInFields(t *testing.T) {
	folder := fill(t, "anna.json", "Juni/")
	tests := []struct {
		name    string
		request Request
		field   func(*Chooser) *field
		written string
		chosen  []string
		folder  string
		confirm bool // the button has the focus
	}{
		{"a name", newReport, func(c *Chooser) *field { return c.name }, "Mai", []string{"Mai.json"}, "", false},
		{"a name that is there", newReport, func(c *Chooser) *field { return c.name }, "anna", nil, "", true},
		{"no name", newReport, func(c *Chooser) *field { return c.name }, " ", nil, "", false},
		{"a folder", reports, func(c *Chooser) *field { return c.path }, "Juni", nil, "Juni", false},
		{"a file", reports, func(c *Chooser) *field { return c.path }, "anna.json", []string{"anna.json"}, "", false},
		{"a file to replace", newReport, func(c *Chooser) *field { return c.path }, "anna.json", nil, "", false},
		{"a file in a folder to choose", Request{Kind: Folder}, func(c *Chooser) *field { return c.path }, "Juni/../anna.json", nil, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, d := show(t, folder, tt.request)
			d.write(tt.field(c), tt.written)
			d.key(fyne.KeyReturn)
			if got := paths(folder, d.chosen...); !slices.Equal(got, tt.chosen) {
				t.Errorf("chosen is %v, want %v", got, tt.chosen)
			}
			if want := filepath.Join(folder, tt.folder); c.listing.Folder != want {
				t.Errorf("it shows %s, want %s", c.listing.Folder, want)
			}
			if got := d.window.Canvas().Focused() == fyne.Focusable(c.confirm); got != tt.confirm {
				t.Errorf("the button has the focus: %v", got)
			}
		})
	}
}

// A name that is there already is replaced by pressing enter once more, and not
// by one that was pressed too long.
func TestEnterTwiceReplaces(t *testing.T) {
	folder := fill(t, "Rapport.json")
	c, d := show(t, folder, newReport)
	if c.confirm.Text != "Erstatt" || c.says() != c.texts.Text("chooser.replaces", locales.Data{"File": "Rapport.json"}) {
		t.Errorf("the button says %q, and below the list it says %q", c.confirm.Text, c.says())
	}
	d.key(fyne.KeyReturn)
	if len(d.chosen) != 0 {
		t.Fatal("the first has replaced it")
	}
	d.key(fyne.KeyReturn)
	if got := paths(folder, d.chosen...); !slices.Equal(got, []string{"Rapport.json"}) {
		t.Errorf("chosen is %v", got)
	}
}

func TestShortcutsOfTheWindow(t *testing.T) {
	c, _ := show(t, fill(t), newReport)
	var led []fyne.Shortcut
	c.name.lead = func(s fyne.Shortcut) { led = append(led, s) }
	contacts := &desktop.CustomShortcut{KeyName: fyne.Key6, Modifier: fyne.KeyModifierControl}
	c.name.TypedShortcut(contacts)
	c.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	if !slices.Equal(led, []fyne.Shortcut{contacts}) || c.name.SelectedText() != "Rapport.json" {
		t.Errorf("the window gets %v, and selected is %q", led, c.name.SelectedText())
	}
}
