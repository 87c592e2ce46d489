package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Row is one of the many on a LongPage. What is shown of it is built when it
// comes near the part in sight and dropped when it is far away again.
type Row interface {
	// Build makes what is shown.
	Build() fyne.CanvasObject
	// Drop forgets what was built.
	Drop()
	// Held tells that what was built has to stay: it has the keys, or somebody
	// is at work in it.
	Held() bool
	// Estimate is how high the row will be at a width, as near as can be told
	// while it is not built.
	Estimate(width float32) float32
}

// Rows is a heading above a card with many rows, for a LongPage.
type Rows struct {
	widget.BaseWidget
	heading fyne.CanvasObject
	card    *Panel
	slots   []*slot
	all     map[Row]*slot
	height  float32 // as last laid out
}

// slot is the place of a row.
type slot struct {
	row         Row
	object      fyne.CanvasObject // nil while the row is not built
	top, height float32
	width       float32 // at which the row has, or seems to have, the height; 0 for none
}

// NewRows makes a heading with no rows yet.
func NewRows(heading fyne.CanvasObject) *Rows {
	r := &Rows{heading: heading, card: NewCard(), all: map[Row]*slot{}}
	r.ExtendBaseWidget(r)
	return r
}

// Set says which rows are shown, from the top. The page wants Update after it.
func (r *Rows) Set(rows []Row) {
	shown := make([]*slot, len(rows))
	for i, row := range rows {
		if r.all[row] == nil {
			r.all[row] = &slot{row: row}
		}
		shown[i] = r.all[row]
	}
	for _, s := range r.slots {
		if !slices.Contains(shown, s) {
			s.drop()
		}
	}
	r.slots = shown
}

// Changed says that a row is as high as it was no longer. The page wants
// Update after it.
func (r *Rows) Changed(row Row) {
	if s := r.all[row]; s != nil {
		s.width = 0
	}
}

// fill builds the rows that stand between two heights or are needed for the
// keys to go on from row to row, drops those beyond, and tells whether it built
// any.
func (r *Rows) fill(from, to float32) (built bool) {
	reach := to - from
	for i, s := range r.slots {
		switch {
		case s.between(from, to) || r.wanted(i):
			built = s.build() || built
		case !s.between(from-reach, to+reach):
			s.drop()
		}
	}
	return built
}

// wanted tells whether a row is needed wherever it stands: the tabulator goes
// backwards into the last one, and on from one that has the keys to both sides.
func (r *Rows) wanted(i int) bool {
	held := func(i int) bool { return i >= 0 && i < len(r.slots) && r.slots[i].held() }
	return i == len(r.slots)-1 || held(i-1) || held(i) || held(i+1)
}

// shows tells whether a row is among those shown.
func (r *Rows) shows(s *slot) bool { return slices.Contains(r.slots, s) }

// at finds the row that a height goes through.
func (r *Rows) at(y float32) *slot {
	for _, s := range r.slots {
		if s.top <= y && y < s.top+s.height {
			return s
		}
	}
	return nil
}

func (s *slot) between(from, to float32) bool { return s.top < to && s.top+s.height > from }

func (s *slot) held() bool { return s.object != nil && s.row.Held() }

func (s *slot) build() bool {
	if s.object != nil {
		return false
	}
	s.object = s.row.Build()
	return true
}

func (s *slot) drop() {
	if s.object != nil {
		s.object = nil
		s.row.Drop()
	}
}

// place gives the row its place and returns where it ends.
func (s *slot) place(x, y, width float32) float32 {
	switch {
	case s.object != nil:
		s.object.Resize(fyne.NewSize(width, s.object.Size().Height))
		s.height = s.object.MinSize().Height
		s.object.Resize(fyne.NewSize(width, s.height))
		s.object.Move(fyne.NewPos(x, y))
	case s.width != width:
		s.height = s.row.Estimate(width)
	}
	s.top, s.width = y, width
	return y + s.height
}

// CreateRenderer draws the heading, the card and the rows that are built.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return &rowsRenderer{rows: r} }

type rowsRenderer struct {
	rows *Rows
}

// rowGap is between rows, and headingGap between the heading and the card.
const rowGap, headingGap = 5, 5

func (d *rowsRenderer) Layout(fyne.Size) { d.rows.layout() }

// layout gives the heading, the card and the rows their places.
func (r *Rows) layout() {
	size := r.Size()
	r.heading.Resize(fyne.NewSize(size.Width, r.heading.Size().Height))
	top := r.heading.MinSize().Height
	r.heading.Resize(fyne.NewSize(size.Width, top))
	top += headingGap
	y := top + cardInset
	for i, s := range r.slots {
		if i > 0 {
			y += rowGap
		}
		y = s.place(cardInset, y, size.Width-2*cardInset)
	}
	r.height = y + cardInset
	r.card.Move(fyne.NewPos(0, top))
	r.card.Resize(fyne.NewSize(size.Width, r.height-top))
}

func (d *rowsRenderer) MinSize() fyne.Size {
	width := d.rows.heading.MinSize().Width
	for _, s := range d.rows.slots {
		if s.object != nil {
			width = max(width, s.object.MinSize().Width+2*cardInset)
		}
	}
	return fyne.NewSize(width, d.rows.height)
}

func (d *rowsRenderer) Refresh() {
	for _, o := range d.Objects() {
		o.Refresh()
	}
	d.rows.layout()
	canvas.Refresh(d.rows)
}

func (d *rowsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{d.rows.heading, d.rows.card}
	for _, s := range d.rows.slots {
		if s.object != nil {
			objects = append(objects, s.object)
		}
	}
	return objects
}

func (d *rowsRenderer) Destroy() {}
