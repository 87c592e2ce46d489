package chooser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestRows(t *testing.T) {
	folder := fill(t, "anna.json", "ola.json", "Juni/")
	now := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local)
	for name, changed := range map[string]time.Time{
		"anna.json": now.Add(-90 * time.Minute), "ola.json": time.Date(2025, time.March, 7, 8, 0, 0, 0, time.Local),
	} {
		if err := os.Chtimes(filepath.Join(folder, name), changed, changed); err != nil {
			t.Fatal(err)
		}
	}
	tests := []struct {
		language locales.Language
		request  Request
		want     []line
	}{
		{locales.Norwegian, several, []line{
			{icon: "folder", name: "Juni"}, {icon: "check", name: "anna.json", when: "10:30", marked: true},
			{icon: "file", name: "ola.json", when: "07.03.2025"},
		}},
		{locales.English, Request{Kind: Folder}, []line{
			{icon: "folder", name: "Juni"}, {icon: "file", name: "anna.json", when: "10:30", muted: true},
			{icon: "file", name: "ola.json", when: "7 Mar 2025", muted: true},
		}},
	}
	for _, tt := range tests {
		c, _ := show(t, folder, tt.request)
		c.texts, c.now = loadTexts(t, tt.language), func() time.Time { return now }
		c.goTo(t, "anna.json")
		for i, want := range tt.want {
			if got := c.entryLine(c.listing.Entries[i]); got != want {
				t.Errorf("%s: row %d is %+v, want %+v", tt.language, i, got, want)
			}
		}
	}
}

func TestLocationsAreMarkedAndNamed(t *testing.T) {
	c, _ := show(t, "/", Request{Kind: Folder})
	for i, want := range []line{{icon: "home", name: "Hjem"}, {icon: "folder", name: "MINNEPINNE"}, {icon: "folder", name: "Hele disken", marked: true}} {
		if got := c.sideLine(c.locations[i]); got != want {
			t.Errorf("row %d is %+v, want %+v", i, got, want)
		}
	}
}

// The whole sheet has room in the smallest window with the largest text, in
// whatever state it is.
func TestEverythingFits(t *testing.T) {
	folder := fill(t, "anna.json", strings.Repeat("lang", 60)[:240]+".json")
	for _, language := range locales.Languages() {
		for _, scale := range []float32{1, 2} {
			for _, request := range []Request{several, newReport, {Kind: Folder}} {
				d := newDesk(t, scale)
				d.window.SetContent(container.NewWithoutLayout())
				d.window.Resize(fyne.NewSize(640, 480))
				request.Title = "Lagre sikkerhetskopi av nøkkelen"
				request.Folders = []string{folder}
				texts := loadTexts(t, language)
				c := Show(d.window, texts, request, d.actions())
				check := func(state string) {
					t.Helper()
					if least := c.sheet.MinSize(); least.Width > 640 || least.Height > 480 {
						t.Errorf("%s, text %v, kind %d, %s: the sheet needs %v", language, scale, request.Kind, state, least)
					}
				}
				check("at first")
				c.problem = texts.Text("chooser.not-made")
				c.update()
				check("with a problem")
				if request.Kind == Place {
					c.name.SetText("a:b")
					check("with a bad name")
					c.openMaker()
					check("naming a folder")
				}
			}
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	folder := b.TempDir()
	for i := range usual.shown {
		if err := os.WriteFile(filepath.Join(folder, strings.Repeat("fil", i%20)+time.Duration(i).String()+".json"), nil, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if l := Read(folder, []string{".json"}); len(l.Entries) != usual.shown {
				b.Fatalf("%d entries, %v", len(l.Entries), l.Err)
			}
		}
	})
	b.Run("show", func(b *testing.B) {
		listing := Read(folder, []string{".json"})
		texts, err := locales.Load(locales.Norwegian)
		if err != nil {
			b.Fatal(err)
		}
		test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
		window := test.NewTempWindow(b, container.NewWithoutLayout())
		window.Resize(fyne.NewSize(1100, 720))
		c := Show(window, texts, several, Actions{
			Read:      func(_ string, done func(Listing)) { done(listing) },
			Locations: func(done func([]Location)) { done(nil) },
		})
		for b.Loop() {
			c.open(folder)
		}
	})
}
