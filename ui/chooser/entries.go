package chooser

import (
	"time"

	"fyne.io/fyne/v2"
)

// entryList is what lies in the folder.
func (c *Chooser) entryList() fyne.CanvasObject {
	c.entries = newList(func() int { return len(c.listing.Entries) },
		func(id int) line { return c.entryLine(c.listing.Entries[id]) })
	c.entries.escape, c.entries.back = c.back, c.parent
	c.entries.name = func(id int) string { return c.listing.Entries[id].Name }
	c.entries.press = func(id int) { c.press(c.listing.Entries[id]) }
	c.entries.clicked = func(id int) { c.click(c.listing.Entries[id]) }
	return c.entries
}

// entryLine shows an entry: a folder, a file, or one that is chosen.
func (c *Chooser) entryLine(e Entry) line {
	if e.Folder {
		return line{icon: "folder", name: shown(e.Name)}
	}
	l := line{
		icon: "file", name: shown(e.Name), when: c.dateOf(e.Changed),
		marked: c.marked[c.in(e.Name)], muted: c.request.Kind == Folder,
	}
	if l.marked {
		l.icon = "check"
	}
	return l
}

// dateOf is the day, and of today the time.
func (c *Chooser) dateOf(changed time.Time) string {
	changed, now := changed.Local(), c.now()
	if changed.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return c.texts.Clock(changed)
	}
	return changed.Format(c.texts.Text("chooser.date"))
}
