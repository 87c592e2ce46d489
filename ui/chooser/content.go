package chooser

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/ui/widgets"
)

// edge is the room between the sheet's edge and what it holds.
const edge = 10

// content builds the sheet: where one is, what is there, and what is to be done.
// The tabulator goes through it in the order in which things are added.
func (c *Chooser) content() fyne.CanvasObject {
	top := container.NewVBox(widgets.NewText(c.request.Title, widgets.Subtitle), c.pathLine())
	middle := container.New(&beside{natural: c.sideWidth}, c.sideList(), c.entryList())
	bottom := container.NewVBox()
	if c.request.Kind == Place {
		c.maker = c.newMaker()
		c.nameLine = c.newNameLine()
		bottom.Add(c.maker.line)
		bottom.Add(c.nameLine)
	}
	c.message = widgets.NewText("", widgets.Caption)
	bottom.Add(c.message)
	bottom.Add(c.buttons())
	return container.New(layout.NewCustomPaddedLayout(edge, edge, edge, edge),
		container.New(layout.NewBorderLayout(top, bottom, nil, nil), top, middle, bottom))
}

func (c *Chooser) pathLine() fyne.CanvasObject {
	c.path = c.newField()
	c.path.OnChanged = func(string) { c.clear() }
	c.path.OnSubmitted = func(string) { c.typed() }
	c.up = c.newButton(widgets.NewSecondary(c.texts.Text("chooser.up"), "up", c.parent))
	return c.fieldLine(c.texts.Text("chooser.folder"), c.path, c.up)
}

func (c *Chooser) newNameLine() *fyne.Container {
	c.name = c.newField()
	c.name.SetText(c.request.Name)
	c.name.OnChanged = func(string) { c.clear() }
	c.name.OnSubmitted = func(string) {
		if name, err := FileName(c.name.Text, c.ending()); err == nil && c.replaces(name) {
			c.focus(c.confirm) // to be pressed once more, knowing what it does
			return
		}
		c.choose()
	}
	return c.fieldLine(c.texts.Text("chooser.name"), c.name, nil)
}

// fieldLine is a field with its label, and what stands after it, if anything.
func (c *Chooser) fieldLine(label string, f *field, after fyne.CanvasObject) *fyne.Container {
	text := widgets.NewLabel(label, widgets.Strong)
	named := container.New(layout.NewGridWrapLayout(fyne.NewSize(c.labelWidth(), text.MinSize().Height)), text)
	objects := []fyne.CanvasObject{named, f}
	if after != nil {
		objects = append(objects, after)
	}
	return container.New(layout.NewBorderLayout(nil, nil, named, after), objects...)
}

// labelWidth has room for every label, so that the fields begin below each
// other.
func (c *Chooser) labelWidth() float32 {
	labels := []string{c.texts.Text("chooser.folder")}
	if c.request.Kind == Place {
		labels = append(labels, c.texts.Text("chooser.name"), c.texts.Text("chooser.folder-name"))
	}
	var width float32
	for _, label := range labels {
		width = max(width, widgets.NewLabel(label, widgets.Strong).MinSize().Width)
	}
	return width
}

func (c *Chooser) buttons() fyne.CanvasObject {
	c.confirm = c.newButton(widgets.NewPrimary("", "", c.choose))
	cancel := c.newButton(widgets.NewSecondary(c.texts.Text("app.cancel"), "", c.back))
	buttons := widgets.NewFlow(c.confirm, cancel)
	if c.request.Kind == Place {
		buttons.Add(c.maker.button)
	}
	return buttons
}

// ending is that of the file to be saved.
func (c *Chooser) ending() string { return filepath.Ext(c.request.Name) }

// clear forgets what went wrong, since the user is doing something about it.
func (c *Chooser) clear() {
	c.problem = ""
	c.update()
}
