package chooser

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestLook(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "Dokumenter")
	os.Mkdir(dir, 0o755)
	for _, f := range []string{"Bilder", "Regnskap 2025", "Ærlig talt", "Åpne saker"} {
		os.Mkdir(filepath.Join(dir, f), 0o755)
	}
	for i := range 12 {
		p := filepath.Join(dir, fmt.Sprintf("Anna Berg %d.json", i+1))
		os.WriteFile(p, nil, 0o600)
		os.Chtimes(p, time.Now(), time.Now().Add(-time.Duration(i*i)*9*time.Hour))
	}
	os.WriteFile(filepath.Join(dir, strings.Repeat("Et svært langt navn ", 10)+".json"), nil, 0o600)
	os.WriteFile(filepath.Join(dir, "lin\nje\u202e.json"), nil, 0o600)
	os.WriteFile(filepath.Join(dir, "Rapport.json"), nil, 0o600)
	kinds := map[string]Request{
		"files": {Kind: Files, Title: "Velg rapportfiler", Endings: []string{".json"}, Many: true},
		"one":   {Kind: Files, Title: "Velg sikkerhetskopien av nøkkelen", Endings: []string{".pdf"}},
		"dir":   {Kind: Folder, Title: "Velg mappen med rapporter"},
		"save":  {Kind: Place, Title: "Lagre rapporten", Endings: []string{".json"}, Name: "Rapport.json"},
		"saven": {Kind: Place, Title: "Lagre rapporten", Endings: []string{".json"}, Name: "Rapport Anna Berg 2026-11-23.json"},
		"bad": {Kind: Place, Title: "Lagre rapporten", Endings: []string{".json"}, Name: "Rapport:2.json"},
	}
	for _, lang := range locales.Languages() {
		texts, err := locales.Load(lang)
		if err != nil { t.Fatal(err) }
		for _, scale := range []float32{1, 2} {
			for _, look := range []theme.Appearance{theme.Light, theme.Dark} {
				for _, size := range []fyne.Size{{Width: 1100, Height: 720}, {Width: 640, Height: 480}} {
					if look == theme.Dark && (lang == locales.English || scale == 2) {
						continue
					}
					for name, r := range kinds {
						test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: look, TextScale: scale}))
						w := test.NewTempWindow(t, container.NewVBox(widget.NewLabel("bak")))
						w.Resize(size)
						r.Folders = []string{dir}
						c := Show(w, texts, r, Actions{
							Read:       func(p string, done func(Listing)) { done(Read(p, r.Endings)) },
							Locations:  func(done func([]Location)) {
								done([]Location{{Home, "/home/anna"}, {Desktop, "/home/anna/Skrivebord"}, {Documents, dir}, {Downloads, "/home/anna/d"}, {Volume, "/media/anna/USB-PINNE"}, {Disk, "/"}})
							},
							MakeFolder: func(string, func(error)) {},
							Chosen:     func([]string) {},
						})
						switch name {
						case "files":
							c.press(c.listing.Entries[5])
							c.press(c.listing.Entries[7])
							c.entries.goTo(6)
						case "saven":
							c.openMaker()
						}
						f, _ := os.Create(fmt.Sprintf("/tmp/chooser/%s-%s-%v-%v-%v.png", name, lang, look, size.Width, scale))
						_ = png.Encode(f, w.Canvas().Capture())
						f.Close()
					}
				}
			}
		}
	}
}
