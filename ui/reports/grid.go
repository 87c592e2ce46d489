package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// grid is Fyne's table with headers and cells that are all of one size. Fyne's
// own counts the headers twice when it brings a cell into sight, and so scrolls
// the cell out of it again.
type grid struct {
	widget.Table
	head   fyne.Size           // of the headers: how high a column's is, and how wide a row's
	offset fyne.Position       // how far it is scrolled
	acting bool                // what happens is the user's doing
	wanted *widget.TableCellID // what the user has come to meanwhile
}

func newGrid() *grid {
	g := &grid{}
	g.ShowHeaderRow, g.ShowHeaderColumn = true, true
	g.ExtendBaseWidget(g)
	g.OnHighlighted = g.come
	return g
}

// headers chooses how high and how wide the headers are.
func (g *grid) headers(size fyne.Size) {
	g.head = size
	g.SetRowHeight(-1, size.Height)
	g.SetColumnWidth(-1, size.Width)
}

// step is from one cell to the next.
func (g *grid) step() fyne.Size {
	gap := fynetheme.Size(fynetheme.SizeNamePadding)
	return cellSize().AddWidthHeight(gap, gap)
}

// placed takes notice of where a header stands, which tells how far the table
// is scrolled.
func (g *grid) placed(id widget.TableCellID, at fyne.Position) {
	if id.Row >= 0 {
		g.offset.Y = float32(id.Row)*g.step().Height - at.Y
	} else {
		g.offset.X = float32(id.Col)*g.step().Width - at.X
	}
}

// come takes notice of the cell that the user has come to.
func (g *grid) come(id widget.TableCellID) {
	if g.acting {
		g.wanted = &id
	}
}

// act does what the user wants, and then brings the cell that the user has come
// to into sight, from where the table stood before.
func (g *grid) act(f func()) {
	before := g.offset
	g.acting, g.wanted = true, nil
	f()
	g.acting = false
	if g.wanted != nil {
		g.ScrollToOffset(g.toSee(*g.wanted, before))
	}
}

// toSee is how far to scroll, from where the table stands, to see a cell.
func (g *grid) toSee(id widget.TableCellID, from fyne.Position) fyne.Position {
	step, cell := g.step(), cellSize()
	return fyne.NewPos(
		near(from.X, float32(id.Col)*step.Width, cell.Width, g.Size().Width-g.head.Width),
		near(from.Y, float32(id.Row)*step.Height, cell.Height, g.Size().Height-g.head.Height))
}

// keepWithin scrolls back to what there is, once there is less than before.
func (g *grid) keepWithin(rows, columns int) {
	g.ScrollToOffset(fyne.NewPos(
		within(g.offset.X, float32(columns)*g.step().Width, g.Size().Width-g.head.Width),
		within(g.offset.Y, float32(rows)*g.step().Height, g.Size().Height-g.head.Height)))
}

// within is an offset at which no more of all is seen than there is.
func within(offset, all, seen float32) float32 { return max(min(offset, all-seen), 0) }

// near moves an offset no further than that what lies at a distance, with a
// length, is within what is seen. Its beginning matters most.
func near(offset, at, length, seen float32) float32 {
	return min(max(offset, at+length-seen), at)
}

// Tapped chooses the cell that is pressed.
func (g *grid) Tapped(event *fyne.PointEvent) { g.act(func() { g.Table.Tapped(event) }) }

// TypedKey moves among the cells, and chooses one.
func (g *grid) TypedKey(event *fyne.KeyEvent) { g.act(func() { g.Table.TypedKey(event) }) }

// MouseDown begins nothing: every cell keeps its size.
func (g *grid) MouseDown(*desktop.MouseEvent) {}

// Cursor is the same everywhere.
func (g *grid) Cursor() desktop.Cursor { return desktop.DefaultCursor }
