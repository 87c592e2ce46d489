package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
)

// Tick is a box to tick. It does not tick itself when pressed: it asks, and is
// set once what it stands for has been saved.
type Tick struct {
	Pressable
	ticked, excluded bool
}

// NewTick makes an empty box; pressed is called for a click, space or enter.
func NewTick(pressed func()) *Tick {
	t := &Tick{Pressable: Pressable{Pressed: pressed}}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows the box ticked, or crossed out as not concerning the user.
func (t *Tick) Set(ticked, excluded bool) {
	t.ticked, t.excluded = ticked, excluded
	t.Refresh()
}

// CreateRenderer draws the box.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{tick: t, halo: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent), sign: canvas.NewImageFromResource(nil)}
	r.box.CornerRadius, r.halo.CornerRadius = 6, 9
	r.update()
	return r
}

type tickRenderer struct {
	tick      *Tick
	halo, box *canvas.Rectangle
	sign      *canvas.Image
}

func (r *tickRenderer) update() {
	t := r.tick
	r.halo.FillColor = color.Transparent
	switch {
	case t.Focused:
		r.halo.FillColor = fynetheme.Color(fynetheme.ColorNameFocus)
	case t.Hovered:
		r.halo.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	r.box.StrokeWidth = 2
	r.sign.Hidden = !t.ticked && !t.excluded
	switch {
	case t.excluded:
		r.box.FillColor, r.box.StrokeColor = color.Transparent, fynetheme.Color(fynetheme.ColorNameDisabled)
		r.sign.Resource = theme.NewIcon("minus", fynetheme.ColorNameDisabled)
	case t.ticked:
		r.box.FillColor, r.box.StrokeColor = fynetheme.Color(fynetheme.ColorNameSuccess), fynetheme.Color(fynetheme.ColorNameSuccess)
		r.sign.Resource = theme.NewIcon("check", fynetheme.ColorNameForegroundOnSuccess)
	default:
		r.box.FillColor, r.box.StrokeColor = fynetheme.Color(fynetheme.ColorNameInputBackground), fynetheme.Color(fynetheme.ColorNameInputBorder)
	}
}

const tickMargin = 6

func (r *tickRenderer) Layout(size fyne.Size) {
	side := r.side()
	at := fyne.NewPos((size.Width-side)/2, (size.Height-side)/2)
	r.box.Resize(fyne.NewSquareSize(side))
	r.box.Move(at)
	r.halo.Resize(fyne.NewSquareSize(side + 2*tickMargin))
	r.halo.Move(at.SubtractXY(tickMargin, tickMargin))
	r.sign.Resize(fyne.NewSquareSize(side - 2))
	r.sign.Move(at.AddXY(1, 1))
}

func (r *tickRenderer) side() float32 { return fynetheme.Size(fynetheme.SizeNameInlineIcon) + 3 }

func (r *tickRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.side() + 2*tickMargin) }

func (r *tickRenderer) Refresh() {
	r.update()
	r.Layout(r.tick.Size())
	r.sign.Refresh()
	canvas.Refresh(r.tick)
}

func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halo, r.box, r.sign}
}

func (r *tickRenderer) Destroy() {}
