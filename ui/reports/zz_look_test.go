package reports

import (
	"fmt"
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestLook(t *testing.T) {
	catalogue, _ := checklists.Load()
	for _, lang := range locales.Languages() {
		texts := load(t, lang)
		for i, c := range []struct {
			look          theme.Appearance
			scale         float32
			width, height float32
			state         string
		}{{theme.Light, 1, 890, 720, "full"}, {theme.Dark, 1, 890, 720, "cell"}, {theme.Light, 1, 580, 700, "person"}, {theme.Light, 2, 560, 700, "full"}, {theme.Light, 2, 890, 1400, "cell"}, {theme.Light, 1, 890, 720, "empty"}, {theme.Light, 1, 890, 720, "busy"}, {theme.Light, 1, 890, 720, "item"}} {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: c.look, TextScale: c.scale}))
			var reports []report.Report
			statuses := []checklists.Status{checklists.StatusDone, checklists.StatusOpen, checklists.StatusDue, checklists.StatusNotForMe, checklists.StatusDone}
			for p, name := range []string{"Anne Dahl", "Bjørn Vik", "Cecilie Øyehaug-Mikalsen fra regnskap", "Dag", "Eva Nordmann", "Finn", "Gro", "Hans", "Ida", "Jon", "Kari", "Lars", "Mona"} {
				r := handedIn(fmt.Sprint(p), name)
				for i, item := range catalogue.Items(checklists.Employee) {
					r.Answers = append(r.Answers, answer(item.ID, item.Words(texts, checklists.Linux).Title, statuses[(p*7+i)%5]))
				}
				reports = append(reports, r)
			}
			m := report.NewMatrix(reports, catalogue.Items(checklists.Employee), func(i checklists.Item) string { return i.Words(texts, checklists.Linux).Title }, now)
			if c.state == "empty" {
				m = &report.Matrix{}
			}
			s := New(texts, Actions{})
			w := test.NewTempWindow(t, s.Object())
			w.Resize(fyne.NewSize(c.width, c.height))
			s.Show(m, report.ByName)
			switch c.state {
			case "cell":
				s.table.object.Select(widget.TableCellID{Row: 8, Col: 1})
			case "person":
				s.choose(place{2, -1})
			case "item":
				s.choose(place{-1, 2})
			case "busy":
				s.Busy(true)
			}
			f, _ := os.Create(fmt.Sprintf("/tmp/screens/reports-%s-%d-%s-%v-%v-%v.png", lang, i, c.state, c.look, c.width, c.scale))
			_ = png.Encode(f, w.Canvas().Capture())
			f.Close()
		}
	}
}
