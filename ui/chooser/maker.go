package chooser

import (
	"errors"
	"io/fs"

	"fyne.io/fyne/v2"

	"hjemmekontor/ui/widgets"
)

// maker is the line in which a new folder gets its name, in place of that of the
// file while it is asked for.
type maker struct {
	name   *field
	object *fyne.Container
}

func (c *Chooser) newMaker() *maker {
	m := &maker{name: newField(c.closeMaker)}
	m.name.OnChanged = func(string) { c.clear() }
	m.name.OnSubmitted = func(string) { c.makeFolder() }
	create := newButton(widgets.NewSecondary(c.texts.Text("chooser.make"), "", c.makeFolder), c.closeMaker)
	m.object = c.line(c.texts.Text("chooser.folder-name"), m.name, create)
	m.object.Hide()
	return m
}

// openMaker asks for the name of a new folder.
func (c *Chooser) openMaker() {
	c.maker.object.Show()
	c.nameLine.Hide()
	c.maker.name.SetText(c.texts.Text("chooser.new-folder"))
	c.update()
	c.focus(c.maker.name)
	c.maker.name.choose("")
}

// closeMaker no longer does.
func (c *Chooser) closeMaker() {
	c.maker.object.Hide()
	c.nameLine.Show()
	c.clear()
	c.focus(c.name)
}

// makeFolder makes the folder that has been named, and goes there.
func (c *Chooser) makeFolder() {
	name, err := FileName(c.maker.name.Text, "")
	if err != nil || c.listing.Folder == "" {
		c.problem = c.nameProblem(err, c.maker.name.Text)
		c.update()
		return
	}
	path, heard := c.in(name), c.ask()
	c.actions.MakeFolder(path, func(err error) {
		switch {
		case !heard():
		case err == nil:
			c.closeMaker()
			c.open(path)
		default:
			c.problem = c.notMade(err)
			c.update()
		}
	})
}

func (c *Chooser) notMade(err error) string {
	if errors.Is(err, fs.ErrExist) {
		return c.texts.Text("chooser.taken")
	}
	return c.texts.Text("chooser.not-made")
}
