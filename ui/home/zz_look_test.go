package home

import (
	"fmt"
	"image/png"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestLook(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 5, 0, 0, time.Local)
	for _, lang := range locales.Languages() {
		texts, _ := locales.Load(lang)
		for _, c := range []struct {
			look             theme.Appearance
			scale, width, h  float32
			over             bool
		}{{theme.Light, 1, 890, 760, false}, {theme.Dark, 1, 580, 1000, true}, {theme.Light, 2, 560, 2300, false}} {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: c.look, TextScale: c.scale}))
			s := New(texts, (&asked{}).actions())
			w := test.NewTempWindow(t, s.Object())
			w.Resize(fyne.NewSize(c.width, c.h))
			list := items(t, checklists.Employee)
			marks := map[string]checklists.Mark{}
			for _, i := range list {
				if i.Months > 0 {
					marks[i.ID] = checklists.Mark{ItemID: i.ID, State: checklists.Done, At: now.AddDate(-2, 0, 0)}
					break
				}
			}
			d := &incident.Deadline{Discovered: now.Add(-5 * time.Hour)}
			if c.over {
				d.Discovered = now.Add(-80 * time.Hour)
			}
			s.Show(Model{Now: now, Role: checklists.Employee, Items: list, Marks: marks, Deadline: d, Contacts: []organisation.Contact{
				{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00"},
				{Role: organisation.ITSupport, Name: "Hjelpen AS", Email: "hjelp@hjelpen.no"},
			}})
			f, _ := os.Create(fmt.Sprintf("/tmp/screens/home-%s-%s-%v-%v.png", lang, c.look, c.width, c.scale))
			_ = png.Encode(f, w.Canvas().Capture())
			f.Close()
		}
	}
}
