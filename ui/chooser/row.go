package chooser

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// line is what stands in a row: a sign, a name, and when it was changed.
type line struct {
	icon, name, when string
	marked           bool // it is chosen
	muted            bool // it cannot be chosen
}

// row is a line of a list.
type row struct {
	widget.BaseWidget
	line
	focused bool // the keys are here
}

func newRow() *row {
	r := &row{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	drawn := &rowRenderer{
		row:   r,
		field: canvas.NewRectangle(color.Transparent),
		icon:  widget.NewIcon(nil),
		name:  widgets.NewLabel("", widgets.Body),
		when:  widgets.NewLabel("", widgets.Caption),
		style: widgets.Body,
	}
	drawn.field.CornerRadius = fynetheme.Size(fynetheme.SizeNameSelectionRadius)
	drawn.name.Truncation = fyne.TextTruncateEllipsis
	drawn.update()
	return drawn
}

type rowRenderer struct {
	row        *row
	field      *canvas.Rectangle
	icon       *widget.Icon
	name, when *widgets.Text

	sign  string // the icon in its colour, as it is drawn
	style widgets.Style
}

func (r *rowRenderer) update() {
	ink, style := theme.ColorNameMuted, widgets.Body
	r.field.FillColor, r.field.StrokeWidth = color.Transparent, 0
	switch {
	case r.row.marked:
		ink, style = theme.ColorNameOnTint, widgets.OnTint.Bold()
		r.field.FillColor = fynetheme.Color(theme.ColorNameTint)
	case r.row.muted:
		style = widgets.Muted
	}
	if r.row.focused {
		r.field.StrokeColor, r.field.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), 2
	}
	r.name.Set(r.row.name)
	r.when.Set(r.row.when)
	r.draw(ink, style)
}

// draw sets the icon and the style of the text, which takes its time, if they
// have changed or the theme has.
func (r *rowRenderer) draw(ink fyne.ThemeColorName, style widgets.Style) {
	if r.row.icon == "" {
		return
	}
	icon := theme.NewIcon(r.row.icon, ink)
	if icon.Name() == r.sign && style == r.style {
		return
	}
	r.sign, r.style = icon.Name(), style
	r.icon.SetResource(icon)
	r.name.Restyle(style)
	r.when.Refresh()
}

// Layout leaves room for the scroll bar at the end.
func (r *rowRenderer) Layout(size fyne.Size) {
	const edge = 1 // beside the line around the field
	inset, icon := fynetheme.InnerPadding(), fynetheme.IconInlineSize()
	width := size.Width - fynetheme.ScrollBarSize()
	r.field.Move(fyne.NewPos(edge, edge))
	r.field.Resize(size.SubtractWidthHeight(2*edge, 2*edge))
	r.icon.Move(fyne.NewPos(inset, (size.Height-icon)/2))
	r.icon.Resize(fyne.NewSquareSize(icon))
	var when fyne.Size
	if r.row.when != "" {
		when = r.when.MinSize()
	}
	r.when.Move(fyne.NewPos(width-when.Width, (size.Height-when.Height)/2))
	r.when.Resize(when)
	r.name.Move(fyne.NewPos(inset+icon, 0))
	r.name.Resize(fyne.NewSize(width-inset-icon-when.Width, size.Height))
}

func (r *rowRenderer) MinSize() fyne.Size {
	least := r.name.MinSize()
	least.Width += fynetheme.InnerPadding() + fynetheme.IconInlineSize() + fynetheme.ScrollBarSize()
	return least
}

func (r *rowRenderer) Refresh() {
	r.update()
	r.Layout(r.row.Size())
	r.field.Refresh()
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.icon, r.name, r.when}
}

func (r *rowRenderer) Destroy() {}
