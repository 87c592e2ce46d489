package chooser

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestWhatIsSaidOfAName(t *testing.T) {
	folder := fill(t, "anna.json", "Juni.json/")
	tests := []struct {
		typed   string
		says    string // the key of it
		of      string
		confirm string
		ready   bool
	}{
		{"Mai.json", "", "", "Lagre", true},
		{"Mai", "chooser.saved-as", "Mai.json", "Lagre", true},
		{"Mai.JSON", "chooser.saved-as", "Mai.json", "Lagre", true},
		{" Mai.json ", "chooser.saved-as", "Mai.json", "Lagre", true},
		{"Mai.", "chooser.saved-as", "Mai.json", "Lagre", true},
		{".Mai", "chooser.saved-as", "Mai.json", "Lagre", true},
		{"Mai.pdf", "chooser.saved-as", "Mai.pdf.json", "Lagre", true},
		{"anna.json", "chooser.replaces", "anna.json", "Erstatt", true},
		{"anna", "chooser.replaces", "anna.json", "Erstatt", true},
		{"Juni", "chooser.taken", "", "Lagre", false},
		{"", "", "", "Lagre", false},
		{".json", "", "", "Lagre", false},
		{"..", "", "", "Lagre", false},
		{"../anna", "chooser.character", "", "Lagre", false},
		{`..\anna`, "chooser.character", "", "Lagre", false},
		{"/etc/passwd", "chooser.character", "", "Lagre", false},
		{"kl. 12:30", "chooser.character", "", "Lagre", false},
		{"con", "chooser.reserved", "con", "Lagre", false},
		{strings.Repeat("å", 126), "chooser.long", "", "Lagre", false},
	}
	c, d := show(t, folder, newReport)
	for _, tt := range tests {
		c.name.SetText(tt.typed)
		if want := c.sentence(tt.says, tt.of); c.says() != want {
			t.Errorf("of %q it says %q, want %q", tt.typed, c.says(), want)
		}
		if c.confirm.Text != tt.confirm || c.confirm.Disabled() == tt.ready {
			t.Errorf("of %q the button says %q, and can be pressed: %v", tt.typed, c.confirm.Text, !c.confirm.Disabled())
		}
		if !tt.ready {
			c.choose()
		}
	}
	if len(d.chosen) != 0 {
		t.Errorf("chosen is %v", d.chosen)
	}
}

// What lies there is looked at once more when the button is pressed.
func TestWhatHasComeMeanwhile(t *testing.T) {
	tests := []struct {
		name string
		come func(path string) error
		says string // "" if the place is taken at once
	}{
		{"nothing", func(string) error { return nil }, ""},
		{"the folder has gone", func(path string) error { return os.Remove(filepath.Dir(path)) }, ""},
		{"a file", func(path string) error { return os.WriteFile(path, nil, 0o600) }, "chooser.replaces"},
		{"a folder", func(path string) error { return os.Mkdir(path, 0o700) }, "chooser.taken"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := fill(t)
			c, d := show(t, folder, newReport)
			if err := tt.come(filepath.Join(folder, "Rapport.json")); err != nil {
				t.Fatal(err)
			}
			test.Tap(c.confirm)
			if chosen := len(d.chosen) == 1; chosen != (tt.says == "") || c.says() != c.sentence(tt.says, "Rapport.json") {
				t.Errorf("chosen is %v, and it says %q", d.chosen, c.says())
			}
			if c.confirm.Text == "Erstatt" {
				test.Tap(c.confirm)
				if len(d.chosen) != 1 {
					t.Error("knowing it, it cannot be replaced")
				}
			}
		})
	}
}

func TestNewFolder(t *testing.T) {
	tests := []struct {
		name   string
		typed  string
		refuse error
		made   string
		says   string
	}{
		{"proposed", "", nil, "Ny mappe", ""},
		{"named", "Rapporter 2026", nil, "Rapporter 2026", ""},
		{"with a dot at its end", "Juni.", nil, "Juni", ""},
		{"there already", "Mai", fs.ErrExist, "", "chooser.taken"},
		{"not allowed", "Mai", fs.ErrPermission, "", "chooser.not-made"},
		{"elsewhere", "../Mai", nil, "", "chooser.character"},
		{"reserved", "nul", nil, "", "chooser.reserved"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := fill(t)
			c, d := show(t, folder, newReport)
			d.refuse = tt.refuse
			d.pressButton(t, "Ny mappe")
			if d.window.Canvas().Focused() != fyne.Focusable(c.maker.name) || c.maker.name.SelectedText() != "Ny mappe" {
				t.Fatalf("the keys are in %T, with %q selected", d.window.Canvas().Focused(), c.maker.name.SelectedText())
			}
			if c.confirm.Text != "Lag mappen" || c.nameLine.Visible() {
				t.Errorf("the button says %q, and the file's name is in sight: %v", c.confirm.Text, c.nameLine.Visible())
			}
			test.Type(c.maker.name, tt.typed)
			d.held = true
			d.key(fyne.KeyReturn, fyne.KeyReturn)
			d.release()
			if got, want := c.listing.Folder, filepath.Join(folder, tt.made); got != want || c.says() != c.sentence(tt.says, tt.typed) {
				t.Errorf("it shows %s, want %s, and says %q", got, want, c.says())
			}
			if tt.made != "" && (c.making() || len(d.made) != 1 || d.window.Canvas().Focused() != fyne.Focusable(c.name)) {
				t.Errorf("asked for %v; the keys are in %T", d.made, d.window.Canvas().Focused())
			}
			if len(d.chosen) != 0 {
				t.Errorf("chosen is %v", d.chosen)
			}
		})
	}
}

func TestNamingAFolderIsLeftOff(t *testing.T) {
	folder := fill(t)
	c, d := show(t, folder, newReport)
	for _, leave := range []func(){
		func() { d.key(fyne.KeyEscape) },
		func() { d.pressButton(t, "Avbryt") },
	} {
		c.openMaker()
		leave()
		if c.making() || !d.open() || c.confirm.Text != "Lagre" || !c.nameLine.Visible() {
			t.Errorf("still naming: %v; open: %v; the button says %q", c.making(), d.open(), c.confirm.Text)
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 0 || len(d.made) != 0 {
		t.Errorf("made %v, %v", entries, err)
	}
}

// A folder takes its time to be made, on a slow disk; meanwhile the user may
// think better of it.
func TestAnswersThatComeLate(t *testing.T) {
	folder := fill(t, "Juni/", "Mai/")
	c, d := show(t, folder, newReport)
	d.held = true
	c.goTo(t, "Juni")
	c.goTo(t, "Mai")
	d.release()
	if want := filepath.Join(folder, "Mai"); c.listing.Folder != want {
		t.Errorf("it shows %s, want %s", c.listing.Folder, want)
	}
	c.openMaker()
	d.key(fyne.KeyReturn)
	c.open(folder)
	d.answers = append(d.answers[1:], d.answers[0])
	d.release()
	if c.listing.Folder != folder || !c.making() {
		t.Errorf("it shows %s; naming a folder: %v", c.listing.Folder, c.making())
	}
	c.closeMaker()
	test.Tap(c.confirm)
	c.Close()
	d.release()
	c.goTo(t, "Juni")
	d.release()
	if len(d.chosen) != 0 || c.listing.Folder != folder {
		t.Errorf("after it was closed, chosen is %v, and it shows %s", d.chosen, c.listing.Folder)
	}
}
