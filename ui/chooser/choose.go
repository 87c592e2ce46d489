package chooser

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// click is the last one in the list.
type click struct {
	path string
	at   time.Time
}

// click presses an entry with the mouse. The second half of a double click
// opens the file that the first has marked; after a folder it does nothing,
// since it hits what has come in the folder's place.
func (c *Chooser) click(e Entry) {
	last := c.clicked
	c.clicked = click{c.in(e.Name), c.now()}
	double := c.clicked.at.Sub(last.at) < fyne.CurrentApp().Driver().DoubleTapDelay()
	switch {
	case !double || last.path == "":
		c.press(e)
	case last.path == c.clicked.path && c.request.Kind == Files && !e.Folder:
		c.marked[last.path] = true
		c.choose()
	case c.has(last.path):
		c.press(e) // two different ones, quickly
	default:
		c.clicked.path = "" // a third click is one by itself
	}
}

// has tells whether a path is one of those shown.
func (c *Chooser) has(path string) bool {
	return slices.ContainsFunc(c.listing.Entries, func(e Entry) bool { return !e.Folder && c.in(e.Name) == path })
}

// press opens a folder, and marks a file or takes its name.
func (c *Chooser) press(e Entry) {
	switch {
	case e.Folder:
		c.open(c.in(e.Name))
		return
	case c.request.Kind == Place:
		c.name.SetText(shown(e.Name))
	case c.request.Kind == Files:
		c.mark(c.in(e.Name))
	}
	c.path.SetText(shown(c.listing.Folder)) // whatever was written there
	c.clear()
}

// mark chooses a file, or no longer, beside others only where many may be.
func (c *Chooser) mark(path string) {
	was := c.marked[path]
	if !c.request.Many {
		clear(c.marked)
	}
	delete(c.marked, path)
	if !was {
		c.marked[path] = true
	}
	c.entries.Refresh()
}

// choose ends the choosing, or goes first where the user has written.
func (c *Chooser) choose() {
	switch {
	case !c.status().ready:
	case c.elsewhere():
		c.typed()
	case c.making():
		c.makeFolder()
	case c.request.Kind == Folder:
		c.done(c.listing.Folder)
	case c.request.Kind == Place:
		c.save()
	default:
		c.done(c.chosen()...)
	}
}

// chosen is the files that are marked, in the order in which they are shown.
func (c *Chooser) chosen() []string {
	var paths []string
	for _, e := range c.listing.Entries {
		if path := c.in(e.Name); c.marked[path] {
			paths = append(paths, path)
		}
	}
	return paths
}

// save looks, last of all, whether there is still nothing but what the user
// has been told will be replaced.
func (c *Chooser) save() {
	name, err := FileName(c.name.Text, c.ending())
	if err != nil {
		return
	}
	path := c.in(name)
	c.read(path, func(l Listing) {
		switch {
		case l.File != "" && !c.replaces(name):
			c.found = path
			c.update()
		case l.Err == nil && l.File == "", errors.Is(l.Err, ErrSpecial):
			c.problem = c.texts.Text("chooser.taken")
			c.update()
		default:
			c.done(path)
		}
	})
}

// replaces tells whether a file lies where one of this name would.
func (c *Chooser) replaces(name string) bool {
	return c.found == c.in(name) || slices.ContainsFunc(c.listing.Entries, func(e Entry) bool {
		return !e.Folder && sameName(e.Name, name)
	})
}

// holdsFolder tells whether a folder of this name lies in the one shown.
func (c *Chooser) holdsFolder(name string) bool {
	return slices.ContainsFunc(c.listing.Entries, func(e Entry) bool { return e.Folder && sameName(e.Name, name) })
}

// sameName compares names as the system's disks do.
func sameName(a, b string) bool {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return strings.EqualFold(a, b)
	}
	return a == b
}

func (c *Chooser) done(paths ...string) {
	if len(paths) > 0 && c.Close() {
		c.actions.Chosen(paths)
	}
}
