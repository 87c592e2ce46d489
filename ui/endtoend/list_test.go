package endtoend

import (
	"image"
	"testing"

	"hjemmekontor/ui/endtoend/screen"
)

// look searches a list for an item and returns where the item's title stands.
func (d *desk) look(t *testing.T, title string) image.Rectangle {
	t.Helper()
	d.scrollToTop(t)
	if d.query == "" {
		d.query = d.texts.Text("checklist.search")
	}
	d.WaitFor(t, d.query, patience)
	field := d.FindAll(t, d.query)[0] // what is found stands below it
	d.ClickAt(t, middle(field))
	d.Key(t, "ctrl+a")
	d.Type(t, title)
	d.query = title
	d.listTop = field.Max.Y + fieldHeight
	return d.list().WaitFor(t, beginning(title), patience)
}

// list is the part of the screen below the field that a list is searched with.
func (d *desk) list() *screen.Area {
	return d.Within(image.Rect(navigationWidth, d.listTop, d.Bounds().Dx(), d.Bounds().Dy()))
}

// fieldHeight is more than from the middle of a field to its edge.
const fieldHeight = 30

// note writes a note about an item that is open, and shares it if told so.
func (d *desk) note(t *testing.T, text string, share bool) {
	t.Helper()
	d.scrollTo(t, "checklist.note.hint")
	d.press(t, "checklist.note.hint")
	d.Type(t, text)
	d.scrollTo(t, "checklist.note.save")
	d.press(t, "checklist.note.save")
	d.see(t, "checklist.note.saved")
	if share {
		d.scrollTo(t, "checklist.share.employee")
		d.press(t, "checklist.share.employee")
		d.scrollToTop(t)
		d.see(t, "checklist.has-shared-note")
	}
}

// setAside says why an item that is open is not for the user.
func (d *desk) setAside(t *testing.T, reason string) {
	t.Helper()
	d.scrollTo(t, "checklist.note.save")
	d.scroll(t, 6)
	d.press(t, "checklist.set-aside")
	d.scrollTo(t, "checklist.reason.hint")
	d.press(t, "checklist.reason.hint")
	d.Type(t, reason)
	d.Key(t, "Return")
}

func middle(r image.Rectangle) image.Point { return r.Min.Add(r.Size().Div(2)) }
