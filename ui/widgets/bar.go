package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// Bar draws how much of something is done, where there is no room for a Ring.
type Bar struct {
	widget.BaseWidget
	fraction float32
}

// NewBar makes a bar on which nothing is done.
func NewBar() *Bar {
	b := &Bar{}
	b.ExtendBaseWidget(b)
	return b
}

// Set changes how much is done, from 0 to 1.
func (b *Bar) Set(fraction float64) {
	if !(fraction > 0) { // NaN too
		fraction = 0
	}
	if f := float32(min(fraction, 1)); f != b.fraction {
		b.fraction = f
		b.Refresh()
	}
}

// CreateRenderer draws the bar.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, track: canvas.NewRectangle(color.Transparent), done: canvas.NewRectangle(color.Transparent)}
	r.update()
	return r
}

type barRenderer struct {
	bar         *Bar
	track, done *canvas.Rectangle
}

func (r *barRenderer) update() {
	r.track.FillColor = fynetheme.Color(theme.ColorNameTint)
	r.done.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	if r.bar.fraction == 1 {
		r.done.FillColor = fynetheme.Color(fynetheme.ColorNameSuccess)
	}
	r.done.Hidden = r.bar.fraction == 0
}

// Layout draws the bar across the middle of its room; what is done is never
// narrower than it is high, so that a beginning is seen.
func (r *barRenderer) Layout(size fyne.Size) {
	height := r.MinSize().Height
	y := (size.Height - height) / 2
	for _, part := range []*canvas.Rectangle{r.track, r.done} {
		part.CornerRadius = height / 2
		part.Move(fyne.NewPos(0, y))
	}
	r.track.Resize(fyne.NewSize(size.Width, height))
	r.done.Resize(fyne.NewSize(max(size.Width*r.bar.fraction, height), height))
}

func (r *barRenderer) MinSize() fyne.Size {
	const length, height = 72, 7
	return fyne.NewSize(length*textScale(), height*textScale())
}

func (r *barRenderer) Refresh() {
	r.update()
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}

func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.track, r.done} }

func (r *barRenderer) Destroy() {}
