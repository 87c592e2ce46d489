package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// Ring draws how much of something is done, with words in its middle.
type Ring struct {
	widget.BaseWidget
	fraction float32
	words    string
}

// NewRing makes a ring that is done to a fraction between 0 and 1.
func NewRing(fraction float64, words string) *Ring {
	r := &Ring{}
	r.ExtendBaseWidget(r)
	r.Set(fraction, words)
	return r
}

// Set changes how much is done and the words.
func (r *Ring) Set(fraction float64, words string) {
	if !(fraction > 0) { // NaN too
		fraction = 0
	}
	r.fraction = float32(min(fraction, 1))
	r.words = words
	r.Refresh()
}

// CreateRenderer draws the ring.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	d := &ringRenderer{
		ring:  r,
		track: canvas.NewArc(0, 360, 0.82, color.Transparent),
		done:  canvas.NewArc(0, 0, 0.82, color.Transparent),
		words: canvas.NewText("", color.Transparent),
	}
	d.words.Alignment = fyne.TextAlignCenter
	d.words.TextStyle.Bold = true
	d.update()
	return d
}

type ringRenderer struct {
	ring        *Ring
	track, done *canvas.Arc
	words       *canvas.Text
}

func (d *ringRenderer) update() {
	d.track.FillColor = fynetheme.Color(theme.ColorNameTint)
	d.done.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	if d.ring.fraction >= 1 {
		d.done.FillColor = fynetheme.Color(fynetheme.ColorNameSuccess)
	}
	d.done.StartAngle, d.done.EndAngle = 0, 360*d.ring.fraction
	d.done.Hidden = d.ring.fraction == 0
	d.words.Text = d.ring.words
	d.words.Color = fynetheme.Color(fynetheme.ColorNameForeground)
	d.words.TextSize = fynetheme.Size(fynetheme.SizeNameSubHeadingText)
}

func (d *ringRenderer) Layout(size fyne.Size) {
	side := min(size.Width, size.Height)
	square := fyne.NewSquareSize(side)
	corner := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	for _, arc := range []*canvas.Arc{d.track, d.done} {
		arc.Resize(square)
		arc.Move(corner)
	}
	height := d.words.MinSize().Height
	d.words.Resize(fyne.NewSize(size.Width, height))
	d.words.Move(fyne.NewPos(0, (size.Height-height)/2))
}

func (d *ringRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(fyne.Max(84*textScale(), d.words.MinSize().Width*1.5))
}

func (d *ringRenderer) Refresh() {
	d.update()
	d.Layout(d.ring.Size())
	canvas.Refresh(d.ring)
}

func (d *ringRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.track, d.done, d.words}
}

func (d *ringRenderer) Destroy() {}
