package chooser

import (
	"errors"
	"io/fs"

	"fyne.io/fyne/v2"

	"hjemmekontor/ui/widgets"
)

// maker is the line in which a new folder gets its name. While it is open it
// has the place of the file's name, and the sheet's buttons are its own.
type maker struct {
	name   *field
	line   *fyne.Container
	button *widgets.SheetButton // that opens it
	busy   bool                 // a folder is being made
}

func (c *Chooser) newMaker() *maker {
	m := &maker{name: c.newField()}
	m.name.OnChanged = func(string) { c.clear() }
	m.name.OnSubmitted = func(string) { c.makeFolder() }
	m.line = c.fieldLine(c.texts.Text("chooser.folder-name"), m.name, nil)
	m.line.Hide()
	m.button = c.newButton(widgets.NewQuiet(c.texts.Text("chooser.new-folder"), "add", c.openMaker))
	return m
}

// making tells whether a folder is being named.
func (c *Chooser) making() bool { return c.maker != nil && c.maker.line.Visible() }

// openMaker asks for the name of a new folder.
func (c *Chooser) openMaker() {
	c.showMaker(true)
	c.maker.name.SetText(c.texts.Text("chooser.new-folder"))
	c.clear()
	c.focus(c.maker.name)
	c.maker.name.selectUpTo("")
}

// closeMaker no longer does.
func (c *Chooser) closeMaker() {
	c.showMaker(false)
	c.clear()
	c.focus(c.name)
}

func (c *Chooser) showMaker(on bool) {
	c.maker.line.Hidden, c.maker.button.Hidden, c.nameLine.Hidden = !on, on, on
}

// makeFolder makes the folder that has been named, and goes there.
func (c *Chooser) makeFolder() {
	name, err := FileName(c.maker.name.Text, "")
	if err != nil || c.listing.Folder == "" || c.maker.busy {
		return
	}
	path, heard := c.in(name), c.ask()
	c.maker.busy = true
	c.actions.MakeFolder(path, func(err error) {
		c.maker.busy = false
		switch {
		case !heard():
			return
		case err == nil:
			c.closeMaker()
			c.open(path)
			return
		case errors.Is(err, fs.ErrExist):
			c.problem = c.texts.Text("chooser.taken")
		default:
			c.problem = c.texts.Text("chooser.not-made")
		}
		c.update()
	})
}

// makerStatus is that of the sheet while a folder is being named.
func (c *Chooser) makerStatus() status {
	s := status{style: widgets.Caption, confirm: c.texts.Text("chooser.make"), ready: c.listing.Folder != ""}
	if _, err := FileName(c.maker.name.Text, ""); err != nil {
		s = status{style: widgets.Problem, confirm: s.confirm, words: c.nameProblem(err, c.maker.name.Text)}
	}
	return s
}
