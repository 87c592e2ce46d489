package chooser

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// list is rows that are gone through with the arrows and pressed with space and
// enter, or with the mouse.
type list struct {
	widget.List
	name    func(id int) string // of a row, to go there by its first letter
	escape  func()
	press   func(id int)
	clicked func(id int)
	back    func() // for the backspace key; may be nil

	at      int // where the keys are
	focused bool
}

// newList makes a list; at gives what stands in a row.
func newList(length func() int, at func(id int) line) *list {
	l := &list{}
	l.Length = length
	l.CreateItem = func() fyne.CanvasObject { return newRow() }
	l.UpdateItem = func(id int, o fyne.CanvasObject) {
		r := o.(*row)
		r.line, r.focused = at(id), l.focused && id == l.at
		r.Refresh()
	}
	l.OnSelected = func(id int) {
		// What is chosen is marked by its sign, and can be pressed again.
		l.UnselectAll()
		l.at = id
		l.clicked(id)
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// start goes to the first row.
func (l *list) start() {
	l.at = 0
	l.ScrollToTop()
	if l.Length() == 0 {
		l.Refresh()
		return
	}
	l.Highlight(0) // and refresh
}

// FocusGained shows where the keys are.
func (l *list) FocusGained() {
	l.focused = true
	l.List.FocusGained()
}

// FocusLost no longer does.
func (l *list) FocusLost() {
	l.focused = false
	l.List.FocusLost()
}

// rowsAPage is how far page down goes.
const rowsAPage = 10

// TypedKey goes through the rows and presses them.
func (l *list) TypedKey(key *fyne.KeyEvent) {
	last := l.Length() - 1
	switch key.Name {
	case fyne.KeyEscape:
		l.escape()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if l.at <= last {
			l.press(l.at)
		}
	case fyne.KeyBackspace:
		if l.back != nil {
			l.back()
		}
	case fyne.KeyDown:
		l.goTo(l.at + 1)
	case fyne.KeyUp:
		l.goTo(l.at - 1)
	case fyne.KeyPageDown:
		l.goTo(l.at + rowsAPage)
	case fyne.KeyPageUp:
		l.goTo(l.at - rowsAPage)
	case fyne.KeyHome:
		l.goTo(0)
	case fyne.KeyEnd:
		l.goTo(last)
	}
}

func (l *list) goTo(id int) {
	l.at = max(0, min(id, l.Length()-1))
	l.Highlight(l.at)
}

// TypedRune goes to the next row that begins with a letter.
func (l *list) TypedRune(r rune) {
	first := strings.ToLower(string(r))
	for step := 1; step <= l.Length() && !unicode.IsSpace(r); step++ {
		next := (l.at + step) % l.Length()
		if strings.HasPrefix(strings.ToLower(l.name(next)), first) {
			l.goTo(next)
			return
		}
	}
}
