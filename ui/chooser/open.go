package chooser

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"hjemmekontor/locales"
)

// read asks what lies at a path. An answer is not heard once something else has
// been asked, or the sheet is gone.
func (c *Chooser) read(path string, then func(Listing)) {
	heard := c.ask()
	c.actions.Read(path, func(l Listing) {
		if heard() {
			then(l)
		}
	})
}

// ask tells, when an answer comes, whether it is still waited for.
func (c *Chooser) ask() (heard func() bool) {
	c.asked++
	mine := c.asked
	return func() bool { return mine == c.asked && !c.sheet.Gone() }
}

// try shows the first of some folders that can be read.
func (c *Chooser) try(folders []string) {
	if len(folders) == 0 {
		return
	}
	c.read(folders[0], func(l Listing) {
		if (l.Err != nil || l.File != "") && len(folders) > 1 {
			c.try(folders[1:])
			return
		}
		c.arrive(folders[0], l)
	})
}

// open goes to a path.
func (c *Chooser) open(path string) {
	c.read(path, func(l Listing) { c.arrive(path, l) })
}

// arrive shows a folder that has been read, or takes a file. What was shown
// before stays if there is nothing to show.
func (c *Chooser) arrive(path string, l Listing) {
	switch {
	case l.Err != nil:
		c.refuse(path, l.Err)
	case l.File != "":
		c.take(l.File)
	default:
		c.listing = l
		c.problem = ""
		clear(c.marked)
		c.path.SetText(shown(l.Folder))
		c.path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // where long ones differ
		c.entries.start()
		c.update()
	}
}

// take is given a file in place of a folder.
func (c *Chooser) take(file string) {
	switch c.request.Kind {
	case Files:
		c.done(file)
		return
	case Place:
		c.name.SetText(shown(filepath.Base(file)))
	}
	c.open(filepath.Dir(file))
}

// refuse says why a path is not shown.
func (c *Chooser) refuse(path string, err error) {
	data := locales.Data{"Folder": shown(path)}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.problem = c.texts.Text("chooser.missing", data)
	case errors.Is(err, fs.ErrPermission):
		c.problem = c.texts.Text("chooser.forbidden", data)
	default:
		c.problem = c.texts.Text("chooser.unreadable", data)
	}
	c.update()
}

// typed goes where the user has written: into a folder, or to a file.
func (c *Chooser) typed() {
	if !c.elsewhere() {
		c.again()
		return
	}
	home := cmp.Or(xdg.Home, c.listing.Folder)
	c.open(pathOf(c.path.Text, cmp.Or(c.listing.Folder, home), home))
}

// again reads the folder that is shown once more.
func (c *Chooser) again() {
	if c.listing.Folder != "" {
		c.open(c.listing.Folder)
	}
}

// elsewhere tells whether the user has written where to go, and not gone there.
func (c *Chooser) elsewhere() bool { return c.path.Text != shown(c.listing.Folder) }

// in is the path of a name in the folder that is shown.
func (c *Chooser) in(name string) string { return filepath.Join(c.listing.Folder, name) }

// parent goes to the folder that the one shown lies in.
func (c *Chooser) parent() {
	if !c.atTop() {
		c.open(filepath.Dir(c.listing.Folder))
	}
}

func (c *Chooser) atTop() bool { return filepath.Dir(c.listing.Folder) == c.listing.Folder }
