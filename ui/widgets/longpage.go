package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// LongPage is what a page scrolls when it holds Rows. Only rows near the part
// in sight exist, so that a page with hundreds opens, scrolls and changes as
// fast as one with ten. What is in sight stays where it is while rows above it
// turn out higher than they seemed.
type LongPage struct {
	widget.BaseWidget
	page   *Page
	column *fyne.Container
	rows   []*Rows
	anchor anchor
	busy   bool // what moves is not the user's doing
}

// anchor is the row at the upper edge of what is in sight, and how far it
// reaches above it.
type anchor struct {
	rows  *Rows
	slot  *slot
	above float32
}

// NewLongPage stacks content, among it Rows, on a scrolling page.
func NewLongPage(content ...fyne.CanvasObject) *LongPage {
	page := NewPage(content...)
	l := &LongPage{page: page, column: page.Content.(*fyne.Container)}
	for _, o := range content {
		if rows, ok := o.(*Rows); ok {
			l.rows = append(l.rows, rows)
		}
	}
	page.Content = l
	l.ExtendBaseWidget(l)
	return l
}

// Page is what the window shows.
func (l *LongPage) Page() *Page { return l.page }

// Update makes room for rows that have changed.
func (l *LongPage) Update() {
	l.quietly(l.place)
	l.fill()
	l.page.Base.Refresh() // for the scroll bar
}

// ScrollTo brings a row that is shown to the top of what is in sight.
func (l *LongPage) ScrollTo(rows *Rows, row Row) {
	const margin, tries = 20, 4
	s := rows.all[row]
	for range tries { // the rows above it may turn out higher than they seemed
		at := rows.Position().Y + s.top - margin
		l.page.ScrollToOffset(fyne.NewPos(0, max(at, 0)))
	}
}

// Move is how the page scrolls what it shows.
func (l *LongPage) Move(at fyne.Position) {
	l.BaseWidget.Move(at)
	if !l.busy {
		l.mark()
		l.fill()
	}
}

// quietly keeps what f moves from being taken for the user's doing.
func (l *LongPage) quietly(f func()) {
	l.busy = true
	defer func() { l.busy = false }()
	f()
}

// fill builds the rows that have come near the part in sight, until none turns
// out so high that others come in its place.
func (l *LongPage) fill() {
	if l.page.Size().IsZero() {
		return
	}
	const tries = 5
	l.quietly(func() {
		for range tries {
			if !l.build() {
				break
			}
			l.place()
		}
	})
	l.mark()
}

func (l *LongPage) build() (built bool) {
	screen := l.page.Size().Height
	for _, rows := range l.rows {
		if rows.Visible() {
			top := l.page.Offset.Y - rows.Position().Y
			built = rows.fill(top-screen, top+2*screen) || built
		}
	}
	return built
}

// mark remembers what stands at the upper edge.
func (l *LongPage) mark() {
	l.anchor = anchor{}
	for _, rows := range l.rows {
		y := l.page.Offset.Y - rows.Position().Y
		if s := rows.at(y); s != nil && rows.Visible() {
			l.anchor = anchor{rows, s, y - s.top}
			return
		}
	}
}

// place lays the page out anew.
func (l *LongPage) place() {
	for _, rows := range l.rows {
		rows.layout()
	}
	size := fyne.NewSize(l.Size().Width, max(l.column.MinSize().Height, l.page.Size().Height))
	if size == l.Size() {
		l.column.Layout.Layout(l.column.Objects, size)
	}
	l.Resize(size)
	l.hold()
}

// hold scrolls so that what stood at the upper edge stays there.
func (l *LongPage) hold() {
	a := l.anchor
	if a.slot == nil || !a.rows.Visible() || !a.rows.shows(a.slot) {
		return
	}
	y := a.rows.Position().Y + a.slot.top + min(a.above, a.slot.height)
	l.page.Offset.Y = min(y, max(l.Size().Height-l.page.Size().Height, 0))
	l.BaseWidget.Move(fyne.NewPos(0, -l.page.Offset.Y))
}

// CreateRenderer draws the page.
func (l *LongPage) CreateRenderer() fyne.WidgetRenderer { return &longPageRenderer{page: l} }

type longPageRenderer struct {
	page *LongPage
}

func (d *longPageRenderer) Layout(size fyne.Size) {
	d.page.column.Resize(size)
	if !d.page.busy {
		d.page.quietly(d.page.hold)
		d.page.fill()
	}
}

func (d *longPageRenderer) MinSize() fyne.Size { return d.page.column.MinSize() }

func (d *longPageRenderer) Refresh() {
	d.page.column.Refresh()
	d.page.Update()
	canvas.Refresh(d.page)
}

func (d *longPageRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{d.page.column} }

func (d *longPageRenderer) Destroy() {}
