package report

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestLook(t *testing.T) {
	for _, lang := range locales.Languages() {
		texts, _ := locales.Load(lang)
		for _, c := range []struct {
			look          theme.Appearance
			scale, width  float32
			signed, owner bool
		}{{theme.Light, 1, 890, false, false}, {theme.Dark, 1, 890, true, false}, {theme.Light, 1, 580, true, true}, {theme.Light, 2, 580, false, false}} {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: c.look, TextScale: c.scale}))
			s := New(texts, "Kari Nordmann", Actions{})
			w := test.NewTempWindow(t, s.Object())
			h := float32(1100)
			if c.scale == 2 {
				h = 2800
			}
			w.Resize(fyne.NewSize(c.width, h))
			r := employeeReport()
			r.Name = "Kari Nordmann"
			if c.owner {
				r.Role = checklists.Employer
			}
			s.Show(r)
			if c.signed {
				s.signature.sign(true)
			}
			f, _ := os.Create(fmt.Sprintf("/tmp/screens/report-%s-%s-%v-%v.png", lang, c.look, c.width, c.scale))
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
