package chooser

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

// desk answers the sheet as the app's shell does, at once or when it is told to.
type desk struct {
	window  fyne.Window
	endings []string
	held    bool     // answers wait for release
	answers []func() // those that wait
	chosen  [][]string
	made    []string
	own     func(*fyne.KeyEvent) // what the window does with keys
	refuse  error                // why no folder is made
	typed   []fyne.KeyName       // keys that the window has got itself
}

func (d *desk) answer(f func()) {
	if d.held {
		d.answers = append(d.answers, f)
		return
	}
	f()
}

// release gives the answers that wait, in their order.
func (d *desk) release() {
	for len(d.answers) > 0 {
		next := d.answers[0]
		d.answers = d.answers[1:]
		next()
	}
}

func (d *desk) actions() Actions {
	return Actions{
		Read: func(path string, done func(Listing)) {
			d.answer(func() { done(Read(path, d.endings)) })
		},
		Locations: func(done func([]Location)) {
			d.answer(func() { done([]Location{{Home, "/home"}, {Volume, "/media/MINNEPINNE"}, {Disk, "/"}}) })
		},
		MakeFolder: func(path string, done func(error)) {
			d.made = append(d.made, path)
			d.answer(func() {
				if d.refuse == nil {
					done(os.Mkdir(path, 0o700))
					return
				}
				done(d.refuse)
			})
		},
		Chosen: func(paths []string) { d.chosen = append(d.chosen, paths) },
	}
}

// key presses a key as the window does: what has the focus gets it.
func (d *desk) key(names ...fyne.KeyName) {
	for _, name := range names {
		event := &fyne.KeyEvent{Name: name}
		if f := d.window.Canvas().Focused(); f != nil {
			f.TypedKey(event)
		} else if typed := d.window.Canvas().OnTypedKey(); typed != nil {
			typed(event)
		}
	}
}

// write writes in place of what stands in a field.
func (d *desk) write(f *field, text string) {
	d.window.Canvas().Focus(f)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Type(f, text)
}

// open tells whether the sheet is over the window.
func (d *desk) open() bool { return len(d.window.Canvas().Overlays().List()) > 0 }

// newDesk makes a window to show the sheet over.
func newDesk(t *testing.T, scale float32) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
	d := &desk{window: test.NewTempWindow(t, widget.NewEntry())}
	d.window.Resize(fyne.NewSize(1100, 720))
	d.own = func(key *fyne.KeyEvent) { d.typed = append(d.typed, key.Name) }
	d.window.Canvas().SetOnTypedKey(d.own)
	return d
}

func loadTexts(t *testing.T, l locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// show shows the sheet for a request in a folder.
func show(t *testing.T, folder string, request Request) (*Chooser, *desk) {
	t.Helper()
	d := newDesk(t, 1)
	d.endings = request.Endings
	request.Folders = append(request.Folders, folder)
	return Show(d.window, loadTexts(t, locales.Norwegian), request, d.actions()), d
}

// fill makes files, and folders where a name ends in a slash.
func fill(t *testing.T, names ...string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for _, name := range names {
		path := filepath.Join(folder, name)
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.Mkdir(path, 0o700)
		} else {
			err = os.WriteFile(path, nil, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// goTo presses an entry, as a click does that is one by itself.
func (c *Chooser) goTo(t *testing.T, name string) {
	t.Helper()
	c.clicked = click{}
	c.entries.Select(c.indexOf(t, name))
}

func (c *Chooser) indexOf(t *testing.T, name string) int {
	t.Helper()
	i := slices.IndexFunc(c.listing.Entries, func(e Entry) bool { return e.Name == name })
	if i < 0 {
		t.Fatalf("there is no %q among %v", name, c.listing.Entries)
	}
	return i
}

func (c *Chooser) says() string {
	if !c.message.Visible() {
		return ""
	}
	return c.message.String()
}

var reports = Request{Kind: Files, Endings: []string{".json"}}

var several = Request{Kind: Files, Endings: []string{".json"}, Many: true}

var newReport = Request{Kind: Place, Endings: []string{".json"}, Name: "Rapport.json"}

func TestCancelling(t *testing.T) {
	tests := map[string]func(*Chooser, *desk){
		"with the button":         func(_ *Chooser, d *desk) { d.pressButton(t, "Avbryt") },
		"from the list":           func(c *Chooser, d *desk) { c.focus(c.entries); d.key(fyne.KeyEscape) },
		"from the locations":      func(c *Chooser, d *desk) { c.focus(c.side); d.key(fyne.KeyEscape) },
		"from the path":           func(c *Chooser, d *desk) { c.focus(c.path); d.key(fyne.KeyEscape) },
		"from the name":           func(c *Chooser, d *desk) { c.focus(c.name); d.key(fyne.KeyEscape) },
		"from a button":           func(c *Chooser, d *desk) { c.focus(c.confirm); d.key(fyne.KeyEscape) },
		"with no focus":           func(c *Chooser, d *desk) { c.focus(nil); d.key(fyne.KeyEscape) },
		"twice":                   func(c *Chooser, _ *desk) { c.Close(); c.Close() },
		"while a folder is named": func(c *Chooser, d *desk) { c.openMaker(); d.key(fyne.KeyEscape, fyne.KeyEscape) },
	}
	for name, cancel := range tests {
		t.Run(name, func(t *testing.T) {
			c, d := show(t, fill(t), newReport)
			cancel(c, d)
			if d.open() || len(d.chosen) != 0 {
				t.Errorf("open: %v, chosen %v", d.open(), d.chosen)
			}
			d.checkKeys(t, 0)
		})
	}
}

// The window takes every sheet away when it turns to another page.
func TestTakenAwayByTheWindow(t *testing.T) {
	folder := fill(t, "anna.json")
	c, d := show(t, folder, reports)
	d.held = true
	d.write(c.path, filepath.Join(folder, "anna.json"))
	d.key(fyne.KeyReturn)
	overlays := d.window.Canvas().Overlays()
	overlays.Remove(overlays.Top())
	d.release()
	c.Close()
	if len(d.chosen) != 0 {
		t.Errorf("chosen is %v", d.chosen)
	}
	d.checkKeys(t, 1)
}

// checkKeys fails if the window's keys are not its own again, after so many
// that have been handed on to it.
func (d *desk) checkKeys(t *testing.T, handedOn int) {
	t.Helper()
	d.window.Canvas().Unfocus()
	for range handedOn {
		d.key(fyne.KeyEscape)
	}
	if len(d.typed) != handedOn {
		t.Errorf("the window gets the keys %v", d.typed)
	}
	if got := d.window.Canvas().OnTypedKey(); reflect.ValueOf(got).Pointer() != reflect.ValueOf(d.own).Pointer() {
		t.Error("the keys have not been given back")
	}
}
