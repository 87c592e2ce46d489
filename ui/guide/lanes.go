package guide

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/meetings/tools"
)

// lanes is how the cells of a comparison stand beside each other: in a column
// for each tool all the way down or, where that would be too narrow, one or two
// at a time, each with its tool's name.
type lanes struct {
	weights []float32 // how wide the columns are, relative to each other
	columns bool
	names   []fyne.CanvasObject // of the tools, within the cells
	empty   []fyne.CanvasObject // cells that only fill their column
}

// Widths at normal text size.
const (
	narrowestColumn = 142
	narrowestCell   = 210
	mostCells       = 2 // beside each other, where there are no columns
)

// newLanes makes lanes for tools. There is little to say of a retired one.
func newLanes(known []tools.Tool) *lanes {
	const little = 0.65
	l := &lanes{}
	for _, tool := range known {
		weight := float32(1)
		if tool.Retired {
			weight = little
		}
		l.weights = append(l.weights, weight)
	}
	return l
}

// fit chooses how the cells stand in a width.
func (l *lanes) fit(width float32) {
	l.columns = width/l.sum() >= narrowestColumn*textScale()
	l.adapt()
}

// adapt shows what is to be seen with columns, or without.
func (l *lanes) adapt() {
	for _, name := range l.names {
		show(name, !l.columns)
	}
	for _, cell := range l.empty {
		show(cell, l.columns)
	}
}

func show(o fyne.CanvasObject, shown bool) {
	switch {
	case shown && !o.Visible():
		o.Show()
	case !shown && o.Visible():
		o.Hide()
	}
}

func (l *lanes) sum() float32 {
	sum := float32(0)
	for _, weight := range l.weights {
		sum += weight
	}
	return sum
}

// widths is how wide the cells of a line are in a width.
func (l *lanes) widths(width float32) []float32 {
	if l.columns {
		widths := make([]float32, len(l.weights))
		for i, weight := range l.weights {
			widths[i] = width * weight / l.sum()
		}
		return widths
	}
	n := min(max(int(width/(narrowestCell*textScale())), 1), mostCells)
	widths := make([]float32, n)
	for i := range widths {
		widths[i] = width / float32(n)
	}
	return widths
}

// row sets cells out in lanes, line by line. It keeps its last width, since how
// high it is depends on how wide it is.
type row struct {
	lanes *lanes
	width float32
}

func (r *row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	y := float32(0)
	for line := range r.lines(objects) {
		x, height := float32(0), float32(0)
		for i, width := range line.widths {
			o := line.cells[i]
			o.Resize(fyne.NewSize(width, o.Size().Height))
			o.Move(fyne.NewPos(x, y))
			x += width
			height = max(height, o.MinSize().Height)
		}
		for i, width := range line.widths {
			line.cells[i].Resize(fyne.NewSize(width, height))
		}
		y += height
	}
}

// MinSize is no wider than one cell: without columns there may be as few.
func (r *row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for line := range r.lines(objects) {
		height := float32(0)
		for _, o := range line.cells {
			least := o.MinSize()
			size.Width, height = max(size.Width, least.Width), max(height, least.Height)
		}
		size.Height += height
	}
	return size
}

// line is cells that stand beside each other.
type line struct {
	cells  []fyne.CanvasObject
	widths []float32
}

func (r *row) lines(objects []fyne.CanvasObject) func(yield func(line) bool) {
	widths := r.lanes.widths(r.width)
	return func(yield func(line) bool) {
		var next line
		for _, o := range objects {
			if !o.Visible() {
				continue
			}
			next.cells = append(next.cells, o)
			next.widths = widths[:len(next.cells)]
			if len(next.cells) == len(widths) {
				if !yield(next) {
					return
				}
				next = line{}
			}
		}
		if len(next.cells) > 0 {
			yield(next)
		}
	}
}

// fitting tells of the width that its one object is about to be laid out in.
type fitting struct {
	fit func(width float32)
}

func (f *fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.fit(size.Width)
	objects[0].Resize(size)
}

func (f *fitting) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
