package contacts

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestLook(t *testing.T) {
	company := &organisation.Organisation{ID: "x", Version: 3, Name: "Fjord Regnskap AS",
		Contacts: []organisation.Contact{
			{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "22 00 00 00", Email: "kari@fjordregnskap.no", Hours: "Hverdager 8–16", When: "Ved mistanke om svindel, tyveri eller noe som er sendt feil"},
			{Role: organisation.ITSupport, Name: "Hjelpen AS", Phone: "+47 911 22 333", When: "Når maskinen eller nettet svikter"},
			{Role: organisation.Other, Task: "Personvernombud", Name: "Ola Vik", Email: "ola@ombud.no"},
			{Role: organisation.Other, Task: "Vaktmester", Phone: "900 00 000"},
		},
		Routines: map[string]organisation.Text{
			"general":          {NB: "Ring Kari først.\nIkke slett noe."},
			"phishing-clicked": {NB: "Ring Kari på 22 00 00 00.\nSett telefonen i flymodus."},
		}}
	now := time.Date(2026, 11, 23, 14, 5, 0, 0, time.Local)
	for _, lang := range locales.Languages() {
		texts, _ := locales.Load(lang)
		public, _ := organisation.PublicContacts()
		known, _ := incident.Load()
		for i, c := range []struct {
			look         theme.Appearance
			scale, width float32
			state        string
		}{{theme.Light, 1, 890, "full"}, {theme.Light, 2, 560, "full"}, {theme.Light, 1, 890, "empty"}, {theme.Dark, 1, 580, "empty"}, {theme.Dark, 1, 890, "over"}} {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: c.look, TextScale: c.scale}))
			var w fyne.Window
			s := New(texts, public, known, Actions{Focus: func(f fyne.Focusable) { w.Canvas().Focus(f) }})
			w = test.NewTempWindow(t, s.Object())
			w.Resize(fyne.NewSize(c.width, map[float32]float32{1: 2800, 2: 5600}[c.scale]))
			m := Model{Now: now}
			if c.state != "empty" {
				m.Company = company
				m.Deadline = &incident.Deadline{Discovered: now.Add(-5*time.Hour - 7*time.Minute)}
				m.Own = []organisation.Contact{{Role: organisation.ITSupport, Name: "Nevøen", Phone: "988 77 665"}}
			}
			if c.state == "over" {
				m.Deadline.Discovered = now.Add(-100 * time.Hour)
				m.Company = nil
			}
			s.Show(m)
			switch c.state {
			case "full":
				s.incidents.rows[0].open(true)
			case "empty":
				s.numbers.own[organisation.SecurityOfficer].edit()
				s.deadline.ask()
			case "over":
				press(t, w, texts.Text("contacts.code"))
				s.incidents.rows[2].open(true)
			}
			s.page.Content.Refresh()
			s.page.Refresh()
			f, _ := os.Create(fmt.Sprintf("/tmp/screens/contacts-%s-%d-%s-%s-%v-%v.png", lang, i, c.state, c.look, c.width, c.scale))
			_ = png.Encode(f, inColumns(w.Canvas().Capture()))
			f.Close()
		}
	}
}

// inColumns cuts a tall picture into columns.
func inColumns(tall image.Image) image.Image {
	const high = 1400
	size := tall.Bounds().Size()
	n := (size.Y + high - 1) / high
	wide := image.NewRGBA(image.Rect(0, 0, n*(size.X+20), min(high, size.Y)))
	for i := range n {
		draw.Draw(wide, image.Rect(i*(size.X+20), 0, i*(size.X+20)+size.X, high), tall, image.Pt(0, i*high), draw.Src)
	}
	return wide
}
