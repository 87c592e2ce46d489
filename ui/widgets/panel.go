package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// Panel is content on a rounded field of colour that follows the theme.
type Panel struct {
	widget.BaseWidget
	content        fyne.CanvasObject
	fill, border   fyne.ThemeColorName
	inset, corners float32
	bottom         float32 // more room below than at the other edges
}

// cardInset is the room between a card's edge and what it holds; texts and
// buttons bring their own inner padding besides.
const cardInset = 10

// NewCard puts content on a card that stands out from the page. Many end with
// buttons, which have no padding of their own below them.
func NewCard(content ...fyne.CanvasObject) *Panel {
	p := newPanel(theme.ColorNameSurface, theme.ColorNameSurfaceBorder, cardInset, content)
	const below = 5
	p.bottom = below
	return p
}

// NewTint puts content on a quiet field of the primary colour.
func NewTint(content ...fyne.CanvasObject) *Panel {
	return newPanel(theme.ColorNameTint, "", cardInset, content)
}

// NewGround puts content on a field of a named colour, without corners.
func NewGround(fill fyne.ThemeColorName, content ...fyne.CanvasObject) *Panel {
	p := newPanel(fill, "", 0, content)
	p.corners = 0
	return p
}

// NewTile puts content on a field of a named colour with round corners and no
// room at its edges.
func NewTile(fill fyne.ThemeColorName, content ...fyne.CanvasObject) *Panel {
	return newPanel(fill, "", 0, content)
}

func newPanel(fill, border fyne.ThemeColorName, inset float32, content []fyne.CanvasObject) *Panel {
	p := &Panel{
		content: container.NewVBox(content...), fill: fill, border: border,
		inset: inset, corners: fynetheme.Size(fynetheme.SizeNameCardRadius),
	}
	if len(content) == 1 {
		p.content = content[0]
	}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the panel.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, field: canvas.NewRectangle(color.Transparent)}
	r.field.CornerRadius = p.corners
	r.colour()
	return r
}

type panelRenderer struct {
	panel *Panel
	field *canvas.Rectangle
}

func (r *panelRenderer) colour() {
	r.field.FillColor = fynetheme.Color(r.panel.fill)
	if r.panel.border != "" {
		r.field.StrokeColor = fynetheme.Color(r.panel.border)
		r.field.StrokeWidth = 1
	}
}

func (r *panelRenderer) Layout(size fyne.Size) {
	r.field.Resize(size)
	inset := r.panel.inset
	r.panel.content.Move(fyne.NewPos(inset, inset))
	r.panel.content.Resize(size.SubtractWidthHeight(2*inset, 2*inset+r.panel.bottom))
}

func (r *panelRenderer) MinSize() fyne.Size {
	return r.panel.content.MinSize().AddWidthHeight(2*r.panel.inset, 2*r.panel.inset+r.panel.bottom)
}

func (r *panelRenderer) Refresh() {
	r.colour()
	r.field.Refresh()
	r.panel.content.Refresh()
}

func (r *panelRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.panel.content}
}

func (r *panelRenderer) Destroy() {}
