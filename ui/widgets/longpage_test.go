package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// block is a row of a fixed height, which it may have estimated wrongly.
type block struct {
	height, estimate float32
	tick             *Tick
	object           *fyne.Container
	builds           int
	held             bool
}

func (b *block) Build() fyne.CanvasObject {
	b.builds++
	b.tick = NewTick(func() {})
	field := canvas.NewRectangle(color.Black)
	field.SetMinSize(fyne.NewSize(20, b.height))
	b.object = container.NewStack(field, container.NewVBox(b.tick))
	return b.object
}

func (b *block) Drop()                    { b.tick, b.object = nil, nil }
func (b *block) Held() bool               { return b.held || b.tick.Focused }
func (b *block) Estimate(float32) float32 { return b.estimate }

// grow makes the row higher, or lower, as when it is opened.
func (b *block) grow(height float32) {
	b.height = height
	if b.object != nil {
		b.object.Objects[0].(*canvas.Rectangle).SetMinSize(fyne.NewSize(20, height))
	}
}

// blocks makes rows of a height that was taken for another.
func blocks(n int, height, estimate float32) ([]*block, []Row) {
	made, rows := make([]*block, n), make([]Row, n)
	for i := range made {
		made[i] = &block{height: height, estimate: estimate}
		rows[i] = made[i]
	}
	return made, rows
}

// showLong puts rows on a long page in a window 600 high.
func showLong(t *testing.T, rows []Row) (*LongPage, *Rows, fyne.Window) {
	t.Helper()
	useTheme(t, 1)
	list := NewRows(NewText("Maskinen", Subtitle))
	list.Set(rows)
	page := NewLongPage(NewText("Huskeliste", Title), list)
	w := test.NewTempWindow(t, page.Page())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 600))
	return page, list, w
}

// top is where a built row stands in the window.
func (b *block) top() float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(b.object).Y
}

func built(rows []*block) (n int) {
	for _, b := range rows {
		if b.object != nil {
			n++
		}
	}
	return n
}

func TestOnlyRowsNearTheSightAreBuilt(t *testing.T) {
	made, rows := blocks(500, 50, 50)
	page, _, _ := showLong(t, rows)
	for _, y := range []float32{0, 3000, 12000, 27000, 12000, 0} {
		page.Page().ScrollToOffset(fyne.NewPos(0, y))
		for i, b := range made {
			if seen := b.object != nil && b.top() > -50 && b.top() < 600; seen && b.object.Size().Height != 50 {
				t.Errorf("row %d has the height %v", i, b.object.Size().Height)
			}
		}
		if n := built(made); n < 600/55 || n > 5*600/55+2 {
			t.Errorf("%v down, %d rows are built", y, n)
		}
	}
	if most := made[0].builds; most > 3 {
		t.Errorf("the first row was built %d times", most)
	}
}

// The whole part in sight is filled, however wrong the rows' heights were
// guessed.
func TestNoHolesInSight(t *testing.T) {
	for name, estimate := range map[string]float32{"right": 40, "much too high": 400, "too low": 10, "nothing": 0} {
		t.Run(name, func(t *testing.T) {
			made, rows := blocks(300, 40, estimate)
			page, _, _ := showLong(t, rows)
			for range 40 {
				page.Page().Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -333)})
				if first, last := inSight(made); first < 0 || made[last].top()+40 < 600-60 && last < len(made)-1 {
					t.Fatalf("%v down, rows %d to %d are in sight", page.Page().Offset.Y, first, last)
				}
			}
		})
	}
}

// inSight is the first and the last row in the window, −1 for none.
func inSight(made []*block) (first, last int) {
	first, last = -1, -1
	for i, b := range made {
		if b.object == nil || b.top()+b.height < 0 || b.top() > 600 {
			continue
		}
		if first < 0 {
			first = i
		}
		if last >= 0 && i != last+1 {
			return -1, last
		}
		last = i
	}
	return first, last
}

// What is read does not move while rows above it come to be, or change.
func TestWhatIsInSightStaysWhereItIs(t *testing.T) {
	made, rows := blocks(300, 60, 45)
	page, list, _ := showLong(t, rows)
	page.ScrollTo(list, made[200])
	at := made[200].top()
	if at < 0 || at > 100 {
		t.Fatalf("the row scrolled to is at %v", at)
	}
	for range 30 {
		page.Page().Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 50)})
		if moved := made[200].top() - at; made[200].object != nil && moved != 50 {
			t.Fatalf("scrolling by 50 moves it by %v", moved)
		}
		if made[200].object == nil || made[200].top() > 500 {
			break
		}
		at = made[200].top()
	}
	first, _ := inSight(made)
	below, above := made[first+2], made[first-2]
	before := below.top()
	above.grow(300)
	list.Changed(above)
	page.Update()
	if below.top() != before {
		t.Errorf("a row above that grows moves what is in sight from %v to %v", before, below.top())
	}
}

func TestARowThatGrowsPushesTheOthersDown(t *testing.T) {
	made, rows := blocks(20, 50, 50)
	page, list, _ := showLong(t, rows)
	before := page.MinSize().Height
	first, second := made[0].top(), made[1].top()
	made[0].grow(150)
	list.Changed(made[0])
	page.Update()
	if made[0].top() != first || made[1].top() != second+100 || page.MinSize().Height != before+100 {
		t.Errorf("the rows are at %v and %v, were at %v and %v", made[0].top(), made[1].top(), first, second)
	}
}

// The tabulator goes through all rows, to the end and back, as the shell
// follows it.
func TestTabulatorReachesEveryRow(t *testing.T) {
	made, rows := blocks(120, 50, 70)
	page, _, w := showLong(t, rows)
	follow := func() *Tick {
		tick := w.Canvas().Focused().(*Tick)
		page.Page().Reveal(tick)
		return tick
	}
	for i, b := range made {
		w.Canvas().FocusNext()
		if follow() != b.tick {
			t.Fatalf("the tabulator does not come to row %d", i)
		}
	}
	for i := len(made) - 2; i >= 0; i-- {
		w.Canvas().FocusPrevious()
		if follow() != made[i].tick {
			t.Fatalf("backwards it does not come to row %d", i)
		}
	}
	w.Canvas().FocusPrevious()
	if follow() != made[len(made)-1].tick {
		t.Error("backwards from the first it does not come to the last")
	}
}

// A row that has the keys outlives being scrolled away, and they go on to its
// neighbours.
func TestARowWithTheKeysStays(t *testing.T) {
	made, rows := blocks(300, 50, 50)
	page, _, w := showLong(t, rows)
	w.Canvas().Focus(made[3].tick)
	page.Page().ScrollToOffset(fyne.NewPos(0, 9000))
	if made[3].object == nil || made[0].object != nil {
		t.Errorf("with the keys: built %v; without: built %v", made[3].object != nil, made[0].object != nil)
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(made[4].tick) {
		t.Error("the tabulator does not go on to the next row")
	}
}
