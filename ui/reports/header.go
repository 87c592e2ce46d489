package reports

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// header is the name of a row or a column, with a line on how it stands. The
// keys do not go to it: they move among the cells.
type header struct {
	widget.BaseWidget
	title, below string
	at           place
	hovered      bool
	choose       func(at place)
}

var (
	_ fyne.Tappable      = (*header)(nil)
	_ desktop.Hoverable  = (*header)(nil)
	_ desktop.Cursorable = (*header)(nil)
)

func newHeader(choose func(at place)) *header {
	h := &header{at: place{-1, -1}, choose: choose}
	h.ExtendBaseWidget(h)
	return h
}

// set says what the header is about. A table sets all of them at every step
// that it is scrolled, mostly to what they say already.
func (h *header) set(title, below string, at place) {
	if h.title != title || h.below != below || h.at != at {
		h.title, h.below, h.at = title, below, at
		h.Refresh()
	}
}

// person tells whether the header is a row's.
func (h *header) person() bool { return h.at.row >= 0 }

// Tapped tells more of the person or the item.
func (h *header) Tapped(*fyne.PointEvent) { h.choose(h.at) }

// MouseIn shows that the header can be pressed.
func (h *header) MouseIn(*desktop.MouseEvent) { h.hovered = true; h.Refresh() }

// MouseMoved changes nothing.
func (h *header) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (h *header) MouseOut() { h.hovered = false; h.Refresh() }

// Cursor shows that the header can be pressed.
func (h *header) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the header.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	r := &headerRenderer{header: h, field: canvas.NewRectangle(color.Transparent)}
	for range titleLines + 1 {
		r.lines = append(r.lines, canvas.NewText("", color.Transparent))
	}
	r.field.CornerRadius = fynetheme.Size(fynetheme.SizeNameSelectionRadius)
	return r
}

// titleLines is how many lines a title has at most.
const titleLines = 3

type headerRenderer struct {
	header *header
	field  *canvas.Rectangle
	lines  []*canvas.Text // of the title, and the one below it
	drawn  drawnHeader
}

// drawnHeader is all that the looks of a header depend on. A table refreshes
// its headers at every step that it is scrolled: what looks the same is left
// alone.
type drawnHeader struct {
	title, below      string
	person, hovered   bool
	size              fyne.Size
	text              float32
	ink, muted, hover color.Color
}

// headerInset is between the edge and the texts.
const headerInset = 8

func (r *headerRenderer) Refresh() {
	h := r.header
	wanted := drawnHeader{
		title: h.title, below: h.below, person: h.person(), hovered: h.hovered, size: h.Size(),
		text: fynetheme.Size(fynetheme.SizeNameCaptionText),
		ink:  fynetheme.Color(fynetheme.ColorNameForeground), muted: fynetheme.Color(theme.ColorNameMuted),
		hover: fynetheme.Color(fynetheme.ColorNameHover),
	}
	if wanted == r.drawn {
		return
	}
	r.drawn = wanted
	r.write()
	r.place()
	canvas.Refresh(h)
}

// write puts the words on the lines.
func (r *headerRenderer) write() {
	d := r.drawn
	r.field.FillColor = color.Transparent
	if d.hovered {
		r.field.FillColor = d.hover
	}
	size, most := d.text, titleLines
	if d.person {
		size, most = fynetheme.Size(fynetheme.SizeNameText), 1
	}
	bold := fyne.TextStyle{Bold: true}
	room := d.size.Width - 2*headerInset
	title := wrap(d.title, most, func(s string) bool { return fyne.MeasureText(s, size, bold).Width <= room })
	for i, line := range r.lines {
		line.Text, line.Color, line.TextSize, line.TextStyle = "", d.ink, size, bold
		if i < len(title) {
			line.Text = title[i]
		}
	}
	below := r.below()
	below.Color, below.TextSize, below.TextStyle = d.muted, d.text, fyne.TextStyle{}
	below.Text = wrapOne(d.below, func(s string) bool { return fyne.MeasureText(s, d.text, fyne.TextStyle{}).Width <= room })
}

func (r *headerRenderer) below() *canvas.Text { return r.lines[titleLines] }

// place sets the lines below each other: those of a person in the middle of the
// row, those of an item from the top, with the last one at the bottom.
func (r *headerRenderer) place() {
	size := r.drawn.size
	r.field.Resize(size)
	title, below := r.lines[0].MinSize().Height, r.below().MinSize().Height
	y := float32(headerInset / 2)
	if r.drawn.person {
		y = (size.Height - title - below) / 2
	}
	for _, line := range r.lines[:titleLines] {
		line.Move(fyne.NewPos(headerInset, y))
		line.Resize(line.MinSize())
		if line.Text != "" {
			y += title
		}
	}
	if !r.drawn.person {
		y = size.Height - below - headerInset/2
	}
	r.below().Move(fyne.NewPos(headerInset, y))
	r.below().Resize(r.below().MinSize())
	for _, line := range r.lines {
		line.Refresh()
	}
	r.field.Refresh()
}

// Layout draws the header at another size.
func (r *headerRenderer) Layout(fyne.Size) { r.Refresh() }

// MinSize is nothing: the table decides.
func (r *headerRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.field}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return objects
}

func (r *headerRenderer) Destroy() {}
