// Package chooser lets the user choose files, a folder, or where a new file is
// to be, in a sheet over the window. Unlike the toolkit's own it speaks the
// app's languages, takes several files at once, and opens and changes nothing:
// it only gives back paths.
//
//	chooser.Show(window, texts, chooser.Request{Kind: chooser.Files, Title: …}, chooser.Actions{…})
package chooser

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Kind is what is to be chosen.
type Kind int

// The kinds: files that are there, a folder that is there, and a place and a
// name for a new file.
const (
	Files Kind = iota
	Folder
	Place
)

// Request says what is to be chosen.
type Request struct {
	Kind  Kind
	Title string
	// Folders are where to begin: in the first that can be read.
	Folders []string
	// Endings are those of the files to show, with their dots and in small
	// letters; none shows all.
	Endings []string
	// Many lets several files be chosen.
	Many bool
	// Name is the one that is proposed for a new file. Its ending is kept,
	// whatever the user types.
	Name string
}

// Actions is what the chooser asks the shell to do. Read, Locations and
// MakeFolder are done away from the UI goroutine, and answered on it.
type Actions struct {
	// Read tells what lies at a path, as the function of that name does.
	Read func(path string, done func(Listing))
	// Locations finds the folders to offer at the side, as the function of that
	// name does.
	Locations func(done func([]Location))
	// MakeFolder makes a folder in one that is there.
	MakeFolder func(path string, done func(error))
	// Chosen is called once with what was chosen: one path, but for Many. It is
	// not called if the user thinks better of it.
	Chosen func(paths []string)
}

// Chooser is the sheet.
type Chooser struct {
	texts   *locales.Texts
	window  fyne.Window
	request Request
	actions Actions

	listing   Listing
	locations []Location
	asked     int             // how many answers have been asked for: only the last counts
	marked    map[string]bool // paths of files that are chosen
	found     string          // the path of a file that would be replaced, whether it is listed or not
	problem   string          // what went wrong, until something else is done
	clicked   click
	now       func() time.Time

	path    *field
	up      *widgets.SheetButton
	side    *list
	entries *list
	message *widgets.Text
	confirm *widgets.SheetButton

	// For a Place.
	name     *field
	nameLine *fyne.Container
	maker    *maker

	sheet *widgets.Sheet
}

// Show opens the sheet over a window.
func Show(window fyne.Window, texts *locales.Texts, request Request, actions Actions) *Chooser {
	c := &Chooser{
		texts: texts, window: window, request: request, actions: actions,
		marked: map[string]bool{}, now: time.Now,
	}
	c.sheet = widgets.NewSheet(window, c.content(), largest)
	c.sheet.Open(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			c.back()
		}
	})
	c.begin()
	return c
}

// begin reads the first folder, and puts the keys where they are wanted first.
func (c *Chooser) begin() {
	c.update()
	c.actions.Locations(func(found []Location) {
		c.locations = found
		c.side.Refresh()
		c.sheet.Content.Refresh() // the side is as wide as what stands in it
	})
	c.try(slices.DeleteFunc(slices.Clone(c.request.Folders), func(folder string) bool { return folder == "" }))
	if c.request.Kind != Place {
		c.focus(c.entries)
		return
	}
	c.focus(c.name)
	c.name.selectUpTo(c.ending())
}

// back is what escape does: it closes the sheet, or what has been opened in it.
func (c *Chooser) back() {
	if c.making() {
		c.closeMaker()
		return
	}
	c.Close()
}

// Close takes the sheet away with nothing chosen, and tells whether it was
// there.
func (c *Chooser) Close() bool { return c.sheet.Close() }

func (c *Chooser) focus(f fyne.Focusable) { c.window.Canvas().Focus(f) }

// largest is how large the sheet is: as large as the window allows, within
// reason.
func largest(room fyne.Size) fyne.Size {
	const widest, highest, share, normal = 900, 640, 0.94, 15
	scale := fynetheme.Size(fynetheme.SizeNameText) / normal
	return fyne.NewSize(min(room.Width*share, widest*scale), min(room.Height*share, highest*scale))
}
