package widgets

import "fyne.io/fyne/v2"

// EscapeEntry is a field that escape leaves; Escape says what that does.
type EscapeEntry struct {
	Entry
	Escape func()
}

// NewEscapeEntry makes an empty one.
func NewEscapeEntry(escape func()) *EscapeEntry {
	e := &EscapeEntry{Escape: escape}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey leaves the field on escape.
func (e *EscapeEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.Escape()
		return
	}
	e.Entry.TypedKey(key)
}
