package reports

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/ui/sign"
)

// walk comes to every object that is seen.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, visit)
		}
	}
}

// headers is the headers that have been made, by what they are about.
func headers(s *Screen) map[place]*header {
	found := map[place]*header{}
	walk(s.table.object, func(o fyne.CanvasObject) {
		if h, ok := o.(*header); ok {
			found[h.at] = h
		}
	})
	return found
}

// cells is the cells that have been made, by where they stand.
func cells(s *Screen) map[place]*cell {
	found := map[place]*cell{}
	step := s.table.object.step()
	walk(s.table.object, func(o fyne.CanvasObject) {
		if c, ok := o.(*cell); ok {
			at := c.Position()
			found[place{int(at.Y/step.Height + 0.5), int(at.X/step.Width + 0.5)}] = c
		}
	})
	return found
}

// drawn is the picture and the words that are seen of a cell.
func drawn(c *cell) (picture, words string) {
	for _, o := range test.WidgetRenderer(c).Objects() {
		switch o := o.(type) {
		case *canvas.Image:
			if o.Visible() {
				picture += o.Resource.Name()
			}
		case *canvas.Text:
			words += o.Text
		}
	}
	return picture, words
}

func TestSignsAndDays(t *testing.T) {
	s, _, _ := newScreen(t, three())
	tests := []struct {
		at     place
		status checklists.Status
		day    string
	}{
		{place{0, 0}, checklists.StatusDone, "03.05.26"},
		{place{1, 0}, checklists.StatusOpen, ""},
		{place{1, 1}, checklists.StatusDue, "05.04.26"},
		{place{2, 0}, checklists.StatusNotForMe, "03.05.26"},
		{place{2, 1}, "", ""},
	}
	// What most reports hold comes first.
	if titles := []string{s.table.matrix.Columns[0].Title, s.table.matrix.Columns[1].Title}; !slices.Equal(titles, []string{lock, backup}) {
		t.Fatalf("the columns are %q", titles)
	}
	for _, tt := range tests {
		picture, words := drawn(cells(s)[tt.at])
		want := ""
		if tt.status != "" {
			want = sign.Of(tt.status).Name()
		}
		if picture != want || words != tt.day {
			t.Errorf("%v shows %q and %q, want %q and %q", tt.at, picture, words, want, tt.day)
		}
	}
}

// A cell is used again for another place when the table is scrolled.
func TestACellShowsNothingOfWhatItShowedBefore(t *testing.T) {
	useTheme(t, 1)
	c := newCell()
	c.Resize(cellSize())
	for _, status := range append(statuses, "", checklists.StatusDone) {
		c.set(status, "")
		picture, _ := drawn(c)
		want := ""
		if status != "" {
			want = sign.Of(status).Name()
		}
		if picture != want {
			t.Errorf("for %q it shows %q", status, picture)
		}
	}
}

func TestHeadersSayWhoAndWhat(t *testing.T) {
	s, _, _ := newScreen(t, three())
	tests := []struct {
		at           place
		title, below string
	}{
		{place{0, -1}, "Anne Dahl", "2 av 2"},
		{place{1, -1}, "Bjørn Vik", "0 av 2 · 1 på nytt"},
		{place{2, -1}, "Cecilie Øye", "0 av 0"},
		{place{-1, 0}, lock, "1 av 2"},
		{place{-1, 1}, backup, "1 av 2"},
	}
	for _, tt := range tests {
		h := headers(s)[tt.at]
		if h == nil || h.title != tt.title || h.below != tt.below {
			t.Errorf("%v says %+v, want %q and %q", tt.at, h, tt.title, tt.below)
		}
	}
}

// Headers stay in sight wherever the table is scrolled, and say what stands
// below and beside them.
func TestHeadersAreStickyAndTrue(t *testing.T) {
	s, _, _ := newScreen(t, crowd(200, 40))
	table := s.table.object
	driver := fyne.CurrentApp().Driver()
	for _, at := range []fyne.Position{{}, {Y: 130}, {X: 77, Y: 5000}, {X: 3000}, {X: 4000, Y: 9000}} {
		table.ScrollToOffset(at)
		corner := driver.AbsolutePositionForObject(table)
		all := headers(s)
		if len(all) < 10 {
			t.Fatalf("at %v there are %d headers", at, len(all))
		}
		for where, c := range cells(s) {
			row, column := all[place{where.row, -1}], all[place{-1, where.column}]
			if row == nil || column == nil {
				t.Fatalf("at %v the cell %v has no headers", at, where)
			}
			stands := driver.AbsolutePositionForObject(c)
			if !meet(driver.AbsolutePositionForObject(row), fyne.NewPos(corner.X, stands.Y)) || !meet(driver.AbsolutePositionForObject(column), fyne.NewPos(stands.X, corner.Y)) {
				t.Fatalf("at %v the headers of %v stand elsewhere", at, where)
			}
			status, answer := s.table.matrix.Cell(where.row, where.column)
			if c.status != status || c.day != shortDate(answer.On) || row.title != s.table.matrix.People[where.row].Report.Name || column.title != s.table.matrix.Columns[where.column].Title {
				t.Fatalf("at %v the cell %v says what another does", at, where)
			}
		}
	}
}

// meet allows for the rounding of long distances.
func meet(a, b fyne.Position) bool {
	const rounding = 0.1
	d := a.Subtract(b)
	return d.X < rounding && d.X > -rounding && d.Y < rounding && d.Y > -rounding
}

func TestHeaderTextsNeverOverlap(t *testing.T) {
	long := "Skriv ned hvem som skal varsles om sikkerhetsbrudd, personvernombudet og Datatilsynet, og øv på det minst én gang i året"
	for _, scale := range []float32{1, 1.5, 2} {
		for _, title := range []string{"Kort", lock, long, "Informasjonssikkerhetsstyringssystemdokumentasjonsansvarlig"} {
			for _, at := range []place{{-1, 0}, {0, -1}} {
				t.Run(fmt.Sprint(scale, title, at), func(t *testing.T) {
					useTheme(t, scale)
					h := newHeader(nil)
					h.set(title, "1 av 2 · 1 på nytt", at)
					size := fyne.NewSize(itemWidth*scale, headerHeight*scale)
					if at.row >= 0 {
						size = fyne.NewSize(nameWidth*scale, rowHeight*scale)
					}
					h.Resize(size)
					checkLines(t, h)
				})
			}
		}
	}
}

// checkLines fails if a line of a header reaches outside it or into another.
func checkLines(t *testing.T, h *header) {
	t.Helper()
	bottom, lines := float32(0), 0
	for _, o := range test.WidgetRenderer(h).Objects() {
		line, ok := o.(*canvas.Text)
		if !ok || line.Text == "" {
			continue
		}
		lines++
		at, size := line.Position(), line.MinSize()
		if at.X < 0 || at.X+size.Width > h.Size().Width || at.Y+size.Height > h.Size().Height {
			t.Errorf("%q at %v with %v reaches out of %v", line.Text, at, size, h.Size())
		}
		if at.Y < bottom {
			t.Errorf("%q begins at %v, and what is above it ends at %v", line.Text, at.Y, bottom)
		}
		bottom = at.Y + size.Height
	}
	if lines < 2 || lines > titleLines+1 {
		t.Errorf("there are %d lines", lines)
	}
}

func TestAHeaderCanBePressed(t *testing.T) {
	useTheme(t, 1)
	var chosen []place
	h := newHeader(func(at place) { chosen = append(chosen, at) })
	h.set("Anne", "2 av 2", place{4, -1})
	h.Resize(fyne.NewSize(100, 40))
	field := test.WidgetRenderer(h).Objects()[0].(*canvas.Rectangle)
	before := field.FillColor
	h.MouseIn(&desktop.MouseEvent{})
	if field.FillColor == before || h.Cursor() != desktop.PointerCursor {
		t.Error("nothing shows that it can be pressed")
	}
	h.MouseOut()
	if field.FillColor != before {
		t.Error("it looks pointed at when it no longer is")
	}
	test.Tap(h)
	if !slices.Equal(chosen, []place{{4, -1}}) {
		t.Errorf("chosen is %v", chosen)
	}
}

func TestTablesOfEveryShape(t *testing.T) {
	for name, m := range map[string]*report.Matrix{
		"no columns": matrix(handedIn("A", "Anne"), handedIn("B", "Bjørn")),
		"one cell":   matrix(handedIn("A", "Anne", answer("lock", lock, checklists.StatusDone))),
		"wide":       crowd(1, 500),
		"long":       crowd(500, 1),
	} {
		t.Run(name, func(t *testing.T) {
			s, w, _ := newScreen(t, m)
			s.table.object.ScrollToBottom()
			s.table.object.ScrollToTrailing()
			s.choose(place{0, -1})
			w.Resize(fyne.NewSize(600, 500))
			last := headers(s)[place{len(m.People) - 1, -1}]
			if last == nil {
				t.Error("the last person is not there")
			}
		})
	}
}

func TestFewerPeopleThanBefore(t *testing.T) {
	s, _, _ := newScreen(t, crowd(200, 40))
	s.table.object.ScrollToOffset(fyne.NewPos(4000, 9000))
	s.Show(three(), report.ByName)
	if h := headers(s)[place{0, -1}]; h == nil || h.title != "Anne Dahl" || len(cells(s)) != 6 {
		t.Errorf("the first header is %+v, among %d cells", h, len(cells(s)))
	}
}
