package chooser

import (
	"path/filepath"
	"slices"
	"strings"

	"hjemmekontor/locales"
)

// open shows a folder once it has been read.
func (c *Chooser) open(folder string) {
	c.wanted = folder
	c.actions.Read(folder, func(listing Listing) {
		if c.wanted != folder {
			return // another one has been asked for meanwhile
		}
		if listing.File != "" && c.request.Kind == Files {
			c.done(listing.File)
			return
		}
		bad := listing.Err != nil || listing.File != ""
		c.problem.Hidden = !bad
		if bad {
			c.problem.Set(c.texts.Text("chooser.unreadable"))
			c.sheet.Content.Refresh()
			return
		}
		c.listing = listing
		clear(c.marked)
		c.path.SetText(listing.Folder)
		c.list.Refresh()
		c.list.ScrollToTop()
		c.update()
	})
}

// in is the path of an entry of the folder that is shown.
func (c *Chooser) in(e Entry) string { return filepath.Join(c.listing.Folder, e.Name) }

// press opens a folder, and marks a file or takes its name.
func (c *Chooser) press(e Entry) {
	switch {
	case e.Folder:
		c.open(c.in(e))
		return
	case c.request.Kind == Place:
		c.name.SetText(e.Name)
	case c.request.Kind == Files:
		c.mark(c.in(e))
	}
	c.list.Refresh()
	c.update()
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
}

// typed goes where the user has written: into a folder, or to a file.
func (c *Chooser) typed(path string) {
	path = strings.TrimSpace(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(c.listing.Folder, path)
	}
	c.open(path)
}

// update lets the user go on once something is chosen, and warns before
// something is replaced.
func (c *Chooser) update() {
	words, ready := "", true
	switch c.request.Kind {
	case Files:
		ready = len(c.marked) > 0
		if c.request.Many && ready {
			words = c.texts.Count("chooser.marked", len(c.marked))
		} else if len(c.listing.Entries) == 0 {
			words = c.texts.Text("chooser.empty")
		}
	case Place:
		ready = c.fileName() != ""
		if c.exists(c.fileName()) {
			words = c.texts.Text("chooser.replaces", locales.Data{"File": c.fileName()})
		}
	}
	if ready {
		c.confirm.Enable()
	} else {
		c.confirm.Disable()
	}
	c.hint.Set(words)
	c.hint.Hidden = words == ""
	c.sheet.Content.Refresh()
}

// fileName is the name of a new file with the ending that it is to have, "" for
// none.
func (c *Chooser) fileName() string {
	name := strings.TrimSpace(c.name.Text)
	ending := filepath.Ext(c.request.Name)
	bare := strings.TrimSuffix(name, ending)
	if strings.Trim(bare, ". ") == "" || strings.ContainsAny(name, `/\`) {
		return ""
	}
	return bare + ending
}

func (c *Chooser) exists(name string) bool {
	return slices.ContainsFunc(c.listing.Entries, func(e Entry) bool { return !e.Folder && e.Name == name })
}

// choose ends the choosing.
func (c *Chooser) choose() {
	if c.confirm.Disabled() {
		return
	}
	switch c.request.Kind {
	case Folder:
		c.done(c.listing.Folder)
	case Place:
		c.done(filepath.Join(c.listing.Folder, c.fileName()))
	default:
		var paths []string
		for _, e := range c.listing.Entries {
			if c.marked[c.in(e)] {
				paths = append(paths, c.in(e))
			}
		}
		c.done(paths...)
	}
}

func (c *Chooser) done(paths ...string) {
	c.Close()
	c.actions.Chosen(paths)
}
