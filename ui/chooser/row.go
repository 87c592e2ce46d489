package chooser

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// row is a line of a list: a sign, a name, and when it was changed.
type row struct {
	widget.BaseWidget
	icon, name, when string
	marked           bool // it is chosen
	muted            bool // it cannot be chosen
	focused          bool // the keys are here
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
		name:  widget.NewLabel(""),
		when:  widget.NewLabel(""),
	}
	drawn.field.CornerRadius = fynetheme.Size(fynetheme.SizeNameSelectionRadius)
	drawn.name.Truncation = fyne.TextTruncateEllipsis
	drawn.when.SizeName = fynetheme.SizeNameCaptionText
	drawn.when.Importance = widget.LowImportance
	drawn.line = container.NewBorder(nil, nil, container.NewPadded(drawn.icon), drawn.when, drawn.name)
	drawn.update()
	return drawn
}

type rowRenderer struct {
	row        *row
	field      *canvas.Rectangle
	icon       *widget.Icon
	name, when *widget.Label
	line       *fyne.Container
}

func (r *rowRenderer) update() {
	ink, importance := theme.ColorNameMuted, widget.MediumImportance
	r.field.FillColor, r.field.StrokeWidth = color.Transparent, 0
	switch {
	case r.row.marked:
		ink = theme.ColorNameOnTint
		r.field.FillColor = fynetheme.Color(theme.ColorNameTint)
	case r.row.muted:
		importance = widget.LowImportance
	}
	if r.row.focused {
		r.field.StrokeColor, r.field.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), 2
	}
	if r.row.icon != "" {
		r.icon.SetResource(theme.NewIcon(r.row.icon, ink))
	}
	r.name.Text, r.name.TextStyle.Bold, r.name.Importance = r.row.name, r.row.marked, importance
	r.when.Text, r.when.Hidden = r.row.when, r.row.when == ""
}

func (r *rowRenderer) Layout(size fyne.Size) {
	r.field.Resize(size)
	r.line.Resize(size)
}

func (r *rowRenderer) MinSize() fyne.Size { return r.line.MinSize() }

func (r *rowRenderer) Refresh() {
	r.update()
	r.line.Refresh()
	r.field.Refresh()
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.line}
}

func (r *rowRenderer) Destroy() {}
