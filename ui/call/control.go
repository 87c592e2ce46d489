package call

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// look is how a control shows what it stands for.
type look int

const (
	switchedOn  look = iota // quiet: all is as it should be
	switchedOff             // loud: the other side does not see or hear this
	ending                  // ends the call
)

// control is a round button on the stage with its words below.
type control struct {
	widgets.Pressable
	icon, words string
	look        look
	otherKey    func(*fyne.KeyEvent) // the window's keys work here too
}

func newControl(tapped func(), otherKey func(*fyne.KeyEvent)) *control {
	c := &control{Pressable: widgets.Pressable{Pressed: tapped}, icon: "info", otherKey: otherKey}
	c.ExtendBaseWidget(c)
	return c
}

// show changes what the control says.
func (c *control) show(icon, words string, look look) {
	c.icon, c.words, c.look = icon, words, look
	c.Refresh()
}

func (c *control) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.Pressed()
	default:
		c.otherKey(key)
	}
}

func (c *control) AccessibilityLabel() string { return c.words }

func (c *control) CreateRenderer() fyne.WidgetRenderer {
	r := &controlRenderer{
		control: c,
		field:   canvas.NewCircle(color.Transparent),
		icon:    canvas.NewImageFromResource(nil),
		words:   canvas.NewText("", color.Transparent),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.words.Alignment = fyne.TextAlignCenter
	r.update()
	return r
}

type controlRenderer struct {
	control *control
	field   *canvas.Circle
	icon    *canvas.Image
	words   *canvas.Text
}

func (r *controlRenderer) update() {
	c := r.control
	fill, line := theme.ColorNameStageControl, theme.ColorNameOnStage
	switch c.look {
	case switchedOff:
		fill, line = theme.ColorNameOnStage, theme.ColorNameStage
	case ending:
		fill, line = theme.ColorNameStageEnd, theme.ColorNameOnStageEnd
	}
	r.field.FillColor = fynetheme.Color(fill)
	r.field.StrokeWidth = 0
	if c.Focused || c.Hovered {
		r.field.StrokeColor, r.field.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), 3
	}
	r.icon.Resource = theme.NewIcon(c.icon, line)
	r.words.Text = c.words
	r.words.Color = fynetheme.Color(theme.ColorNameOnStage)
	r.words.TextSize = fynetheme.Size(fynetheme.SizeNameCaptionText)
}

func (r *controlRenderer) diameter() float32 { return fynetheme.Size(theme.SizeNameLargeIcon) * 1.9 }

func (r *controlRenderer) Layout(size fyne.Size) {
	d := r.diameter()
	x := (size.Width - d) / 2
	r.field.Resize(fyne.NewSquareSize(d))
	r.field.Move(fyne.NewPos(x, 0))
	icon := fynetheme.Size(theme.SizeNameLargeIcon)
	r.icon.Resize(fyne.NewSquareSize(icon))
	r.icon.Move(fyne.NewPos((size.Width-icon)/2, (d-icon)/2))
	r.words.Resize(fyne.NewSize(size.Width, r.words.MinSize().Height))
	r.words.Move(fyne.NewPos(0, d+3))
}

func (r *controlRenderer) MinSize() fyne.Size {
	words := r.words.MinSize()
	return fyne.NewSize(max(r.diameter(), words.Width)+8, r.diameter()+words.Height+3)
}

func (r *controlRenderer) Refresh() {
	r.update()
	r.Layout(r.control.Size())
	r.icon.Refresh()
	canvas.Refresh(r.control)
}

func (r *controlRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.icon, r.words}
}

func (r *controlRenderer) Destroy() {}
