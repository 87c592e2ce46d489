package chooser

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

func TestBeginsInTheFirstFolderThatCanBeRead(t *testing.T) {
	folder := fill(t, "anna.json")
	tests := []struct {
		name    string
		folders []string
		want    string
		says    string
	}{
		{"the first", []string{folder, "/"}, folder, ""},
		{"not there", []string{filepath.Join(folder, "borte"), folder}, folder, ""},
		{"none known", []string{"", folder}, folder, ""},
		{"a file", []string{filepath.Join(folder, "anna.json"), folder}, folder, ""},
		{"none of them", []string{"/borte", "/borte/også"}, "", "chooser.missing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t, 1)
			c := Show(d.window, loadTexts(t, locales.Norwegian), Request{Kind: Folder, Folders: tt.folders}, d.actions())
			if c.listing.Folder != tt.want || c.says() != c.sentence(tt.says, tt.folders[len(tt.folders)-1]) || c.confirm.Disabled() != (tt.want == "") {
				t.Errorf("it shows %q, and says %q; it can be chosen: %v", c.listing.Folder, c.says(), !c.confirm.Disabled())
			}
			d.write(c.path, "")
			d.key(fyne.KeyReturn) // where nothing is shown this leads nowhere
			if len(d.chosen) != 0 {
				t.Errorf("chosen is %v", d.chosen)
			}
		})
	}
}

func TestNothingToPressBeforeAFolderIsThere(t *testing.T) {
	for _, request := range []Request{reports, several, {Kind: Folder}, newReport} {
		d := newDesk(t, 1)
		d.held = true
		request.Folders = []string{t.TempDir()}
		c := Show(d.window, loadTexts(t, locales.Norwegian), request, d.actions())
		for _, b := range []*widgets.SheetButton{c.confirm, c.up} {
			if !b.Disabled() {
				t.Errorf("of %+v %q can be pressed", request, b.Text)
			}
			test.Tap(b)
		}
		if d.key(fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown); len(d.chosen) != 0 {
			t.Errorf("chosen is %v", d.chosen)
		}
	}
}

// sentence is the words behind a key, "" for none, that tell of a file or
// folder.
func (c *Chooser) sentence(key, of string) string {
	if key == "" {
		return ""
	}
	return c.texts.Text(key, locales.Data{"Folder": of, "File": of, "Name": of})
}

// What cannot be opened leaves in sight what was shown.
func TestWhatCannotBeOpened(t *testing.T) {
	tests := []struct {
		name string
		err  error
		says string
	}{
		{"gone", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrNotExist}, "chooser.missing"},
		{"not allowed", &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission}, "chooser.forbidden"},
		{"a device", ErrSpecial, "chooser.unreadable"},
		{"a broken disk", errors.New("input/output error"), "chooser.unreadable"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := fill(t, "anna.json")
			c, _ := show(t, folder, reports)
			c.goTo(t, "anna.json")
			c.actions.Read = func(path string, done func(Listing)) { done(Listing{Folder: path, Err: tt.err}) }
			c.open("/x")
			if c.says() != c.sentence(tt.says, "/x") || c.listing.Folder != folder || len(c.listing.Entries) != 1 || c.path.Text != folder {
				t.Errorf("it says %q, and shows %+v", c.says(), c.listing)
			}
			if got := paths(folder, c.chosen()); !slices.Equal(got, []string{"anna.json"}) || c.confirm.Disabled() {
				t.Errorf("chosen is %v", got)
			}
			c.goTo(t, "anna.json")
			if c.says() != "" {
				t.Errorf("then it says %q", c.says())
			}
		})
	}
}

func TestAFolderThatVanishes(t *testing.T) {
	folder := fill(t, "Juni/")
	inner := filepath.Join(folder, "Juni")
	c, d := show(t, inner, reports)
	if err := os.RemoveAll(inner); err != nil {
		t.Fatal(err)
	}
	d.write(c.path, inner)
	d.key(fyne.KeyReturn)
	if c.says() != c.sentence("chooser.missing", inner) || c.listing.Folder != inner {
		t.Errorf("it says %q, and shows %s", c.says(), c.listing.Folder)
	}
	test.Tap(c.up)
	if c.listing.Folder != folder || c.says() != c.sentence("chooser.empty", "") {
		t.Errorf("above it shows %s, and says %q", c.listing.Folder, c.says())
	}
}

// The button goes where the user has written before it does anything else.
func TestWhatIsWrittenGoesFirst(t *testing.T) {
	folder := fill(t, "anna.json", "Juni/")
	for _, request := range []Request{reports, newReport, {Kind: Folder}} {
		c, d := show(t, folder, request)
		d.write(c.path, "Juni")
		if c.confirm.Text != "Gå dit" {
			t.Errorf("the button says %q", c.confirm.Text)
		}
		test.Tap(c.confirm)
		if len(d.chosen) != 0 || c.listing.Folder != filepath.Join(folder, "Juni") || c.confirm.Text == "Gå dit" {
			t.Errorf("chosen is %v, it shows %s, and the button says %q", d.chosen, c.listing.Folder, c.confirm.Text)
		}
	}
	c, _ := show(t, folder, reports)
	c.path.SetText("/tm")
	c.goTo(t, "anna.json")
	if c.path.Text != folder || c.confirm.Text != "Åpne" {
		t.Errorf("after pressing a file the path is %q, and the button says %q", c.path.Text, c.confirm.Text)
	}
}

func TestUpEndsAtTheTop(t *testing.T) {
	c, _ := show(t, "/usr", Request{Kind: Folder})
	test.Tap(c.up)
	if c.listing.Folder != "/" || !c.up.Disabled() {
		t.Errorf("it shows %s, and up can be pressed: %v", c.listing.Folder, !c.up.Disabled())
	}
	c.parent()
}

func TestMarksDoNotGoAlong(t *testing.T) {
	c, d := show(t, fill(t, "anna.json", "Juni/"), several)
	c.goTo(t, "anna.json")
	c.goTo(t, "Juni")
	c.parent()
	c.choose()
	if len(c.chosen()) != 0 || len(d.chosen) != 0 || !c.confirm.Disabled() {
		t.Errorf("marked is %v, chosen %v", c.chosen(), d.chosen)
	}
}

func TestMarkedAreCounted(t *testing.T) {
	c, _ := show(t, fill(t, "anna.json", "ola.json"), several)
	for _, step := range []struct{ press, says string }{
		{"", c.sentence("chooser.several", "")}, {"ola.json", c.texts.Count("chooser.marked", 1)},
		{"anna.json", c.texts.Count("chooser.marked", 2)}, {"ola.json", c.texts.Count("chooser.marked", 1)},
		{"anna.json", c.sentence("chooser.several", "")},
	} {
		if step.press != "" {
			c.goTo(t, step.press)
		}
		if c.says() != step.says {
			t.Errorf("after pressing %q it says %q, want %q", step.press, c.says(), step.says)
		}
	}
}

// A hostile name neither breaks its line nor turns the letters around it.
func TestHostileNames(t *testing.T) {
	name := "regning\u202efdp\n.json"
	folder := fill(t, name, strings.Repeat("lang", 50)+".json")
	c, d := show(t, folder, newReport)
	c.goTo(t, name)
	if c.name.Text != "regning\uFFFDfdp\uFFFD.json" {
		t.Errorf("the name is %q", c.name.Text)
	}
	hostile := filepath.Join(folder, "linje\nskift")
	if err := os.Mkdir(hostile, 0o700); err != nil {
		t.Fatal(err)
	}
	c.open(hostile)
	if c.listing.Folder != hostile || strings.Contains(c.path.Text, "\n") || c.confirm.Text != "Lagre" {
		t.Errorf("it shows %q with the path %q, and the button says %q", c.listing.Folder, c.path.Text, c.confirm.Text)
	}
	d.write(c.name, "Mai")
	test.Tap(c.confirm)
	if len(d.chosen) != 1 || d.chosen[0][0] != filepath.Join(hostile, "Mai.json") {
		t.Errorf("chosen is %q", d.chosen)
	}
}
