package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
)

// Disclosure is a line that opens and closes what stands below it: content
// with an arrow at its end, the whole of which can be pressed.
type Disclosure struct {
	Pressable
	content fyne.CanvasObject
	arrow   func() *theme.Icon
	open    bool
}

// NewDisclosure makes a closed line that calls tapped for a click, space or
// enter.
func NewDisclosure(content fyne.CanvasObject, tapped func()) *Disclosure {
	d := &Disclosure{Pressable: Pressable{Pressed: tapped}, content: content}
	d.arrow = d.upOrDown
	d.ExtendBaseWidget(d)
	return d
}

func (d *Disclosure) upOrDown() *theme.Icon {
	if d.open {
		return theme.NewIcon("collapse", theme.ColorNameMuted)
	}
	return theme.NewIcon("expand", theme.ColorNameMuted)
}

// Open turns the arrow to say whether what stands below is shown.
func (d *Disclosure) Open(open bool) { d.open = open; d.Refresh() }

// CreateRenderer draws the line.
func (d *Disclosure) CreateRenderer() fyne.WidgetRenderer {
	r := &disclosureRenderer{disclosure: d, field: canvas.NewRectangle(color.Transparent), arrow: canvas.NewImageFromResource(nil)}
	r.field.CornerRadius = 8
	r.arrow.FillMode = canvas.ImageFillContain
	r.update()
	return r
}

type disclosureRenderer struct {
	disclosure *Disclosure
	field      *canvas.Rectangle
	arrow      *canvas.Image
}

func (r *disclosureRenderer) update() {
	d := r.disclosure
	r.field.FillColor, r.field.StrokeWidth = color.Transparent, 0
	if d.Hovered {
		r.field.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	if d.Focused {
		r.field.StrokeColor, r.field.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), 2
	}
	r.arrow.Resource = d.arrow()
}

func (r *disclosureRenderer) arrowSide() float32 {
	return fynetheme.Size(fynetheme.SizeNameInlineIcon)
}

func (r *disclosureRenderer) Layout(size fyne.Size) {
	side := r.arrowSide()
	gap := fynetheme.Size(fynetheme.SizeNamePadding)
	r.field.Resize(size)
	r.arrow.Resize(fyne.NewSquareSize(side))
	r.arrow.Move(fyne.NewPos(size.Width-side-2*gap, (size.Height-side)/2))
	least := r.disclosure.content.MinSize().Height
	r.disclosure.content.Move(fyne.NewPos(0, (size.Height-least)/2))
	r.disclosure.content.Resize(fyne.NewSize(size.Width-side-3*gap, least))
}

func (r *disclosureRenderer) MinSize() fyne.Size {
	gap := fynetheme.Size(fynetheme.SizeNamePadding)
	return r.disclosure.content.MinSize().AddWidthHeight(r.arrowSide()+3*gap, 0)
}

func (r *disclosureRenderer) Refresh() {
	r.update()
	r.Layout(r.disclosure.Size())
	r.arrow.Refresh()
	r.disclosure.content.Refresh()
	canvas.Refresh(r.disclosure)
}

func (r *disclosureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.disclosure.content, r.arrow}
}

func (r *disclosureRenderer) Destroy() {}
