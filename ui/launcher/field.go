package launcher

import (
	"strings"

	"fyne.io/fyne/v2"

	"hjemmekontor/ui/widgets"
)

// maxShown is how much of a pasted text the field shows, in bytes. A field that
// shows a whole page of an e-mail's source takes seconds to wrap it.
const maxShown = 2000

// field takes an invitation: enter opens it, escape empties it, and a text of
// any length can be pasted.
type field struct {
	widgets.Area
	submit func()
	pasted func(text string) // a whole invitation, to stand in place of what is there
}

func newField(placeholder string) *field {
	const lines = 3
	f := &field{}
	f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
	f.ExtendBaseWidget(f)
	f.SetMinRowsVisible(lines)
	f.SetPlaceHolder(placeholder)
	return f
}

// TypedKey opens on enter and empties the field on escape.
func (f *field) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		f.submit()
	case fyne.KeyEscape:
		f.SetText("")
	default:
		f.Area.TypedKey(key)
	}
}

// TypedShortcut takes a whole invitation that is pasted.
func (f *field) TypedShortcut(shortcut fyne.Shortcut) {
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok && paste.Clipboard != nil {
		if text := paste.Clipboard.Content(); whole(text) {
			f.pasted(text)
			return
		}
	}
	f.Area.TypedShortcut(shortcut)
}

// whole tells whether a pasted text is an invitation by itself. Whoever pastes
// a second one means that one, not both; a piece of a link or of a code goes
// where the cursor is.
func whole(text string) bool {
	return len(text) > maxShown || strings.Contains(text, "://") || strings.Contains(text, "\n")
}

// begin shows a text from its beginning, with nothing selected.
func (f *field) begin(text string) {
	f.Area.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp})
	f.SetText(text)
}

// excerpt is the beginning of a text, as much as the field shows.
func excerpt(text string) string {
	text = strings.ToValidUTF8(text, "")
	if len(text) <= maxShown {
		return text
	}
	return strings.ToValidUTF8(text[:maxShown], "") + " …"
}
