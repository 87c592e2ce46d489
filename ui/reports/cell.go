package reports

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/sign"
	"hjemmekontor/ui/theme"
)

// cell shows how one person stands with one item: a sign, and the day.
type cell struct {
	widget.BaseWidget
	status checklists.Status
	day    string
}

func newCell() *cell {
	c := &cell{}
	c.ExtendBaseWidget(c)
	return c
}

func (c *cell) set(status checklists.Status, day string) {
	if c.status != status || c.day != day {
		c.status, c.day = status, day
		c.Refresh()
	}
}

// CreateRenderer draws the cell.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	return &cellRenderer{
		cell: c, day: canvas.NewText("", color.Transparent),
		signs: map[checklists.Status]*canvas.Image{},
	}
}

// cellRenderer keeps a picture of each sign that the cell has shown: reading
// one takes longer than all the rest of a scrolled step.
type cellRenderer struct {
	cell  *cell
	signs map[checklists.Status]*canvas.Image
	day   *canvas.Text
	drawn drawnCell
}

// drawnCell is all that the looks of a cell depend on.
type drawnCell struct {
	status checklists.Status
	day    string
	size   fyne.Size
	text   float32
	ink    color.Color
}

func (r *cellRenderer) Refresh() {
	wanted := drawnCell{
		status: r.cell.status, day: r.cell.day, size: r.cell.Size(),
		text: fynetheme.Size(fynetheme.SizeNameCaptionText), ink: fynetheme.Color(theme.ColorNameMuted),
	}
	if wanted == r.drawn {
		return
	}
	if wanted.ink != r.drawn.ink || wanted.text != r.drawn.text {
		clear(r.signs)
	}
	r.drawn = wanted
	r.draw()
	canvas.Refresh(r.cell)
}

func (r *cellRenderer) draw() {
	d := r.drawn
	side := fynetheme.Size(fynetheme.SizeNameInlineIcon)
	middle := d.size.Height / 2
	mark := r.sign()
	for _, other := range r.signs {
		if other != mark {
			other.Hide()
		}
	}
	if mark != nil {
		mark.Resize(fyne.NewSquareSize(side))
		mark.Move(fyne.NewPos(headerInset, middle-side/2))
		mark.Show()
	}
	r.day.Text, r.day.TextSize, r.day.Color = d.day, d.text, d.ink
	least := r.day.MinSize()
	r.day.Resize(least)
	r.day.Move(fyne.NewPos(2*headerInset+side, middle-least.Height/2))
	r.day.Refresh()
}

// sign is the picture for how the item stands, nil for none.
func (r *cellRenderer) sign() *canvas.Image {
	if mark, made := r.signs[r.drawn.status]; made {
		return mark
	}
	icon := sign.Of(r.drawn.status)
	if icon == nil {
		return nil
	}
	mark := canvas.NewImageFromResource(icon)
	mark.FillMode = canvas.ImageFillContain
	r.signs[r.drawn.status] = mark
	return mark
}

// Layout draws the cell at another size.
func (r *cellRenderer) Layout(fyne.Size) { r.Refresh() }

// MinSize is the size of every cell of the table.
func (r *cellRenderer) MinSize() fyne.Size { return cellSize() }

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.day}
	for _, mark := range r.signs {
		objects = append(objects, mark)
	}
	return objects
}

func (r *cellRenderer) Destroy() {}

// shortDate writes a day in figures, as both languages do in Norway.
func shortDate(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format("02.01.06")
}
