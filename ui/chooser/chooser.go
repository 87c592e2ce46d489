// Package chooser lets the user choose files, a folder, or where a new file is
// to be, in a sheet over the window. Unlike the toolkit's own it speaks the
// app's languages, takes several files at once, and opens and changes nothing:
// it only gives back paths.
//
//	chooser.Show(window, texts, chooser.Request{Kind: chooser.Files, Title: …}, chooser.Actions{…})
package chooser

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

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
	Kind   Kind
	Title  string
	Folder string // where to begin
	// Endings are those of the files to show, with their dots; none shows all.
	Endings []string
	// Many lets several files be chosen.
	Many bool
	// Name is the one that is proposed for a new file. Its ending is kept,
	// whatever the user types.
	Name string
}

// Actions is what the chooser asks the shell to do.
type Actions struct {
	// Read reads a folder away from the UI goroutine; done is called on it.
	Read func(folder string, done func(Listing))
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

	listing Listing
	wanted  string          // the folder that is being read
	marked  map[string]bool // paths of files that are chosen

	path    *widgets.Entry
	problem *widgets.Text
	list    *widget.List
	name    *widgets.Entry // for a Place
	confirm *widget.Button
	hint    *widgets.Text
	sheet   *widget.PopUp
}

// Show opens the sheet over a window.
func Show(window fyne.Window, texts *locales.Texts, request Request, actions Actions) *Chooser {
	c := &Chooser{texts: texts, window: window, request: request, actions: actions, marked: map[string]bool{}}
	c.path = widgets.NewEntry()
	c.path.OnSubmitted = c.typed
	c.problem = widgets.NewText("", widgets.Problem)
	c.problem.Hide()
	c.hint = widgets.NewText("", widgets.Caption)
	c.list = c.newList()
	c.confirm = widgets.NewPrimary(c.confirmWords(), "", c.choose)
	c.sheet = widget.NewModalPopUp(c.content(), window.Canvas())
	c.fit()
	c.sheet.Show()
	c.open(request.Folder)
	if c.name != nil {
		window.Canvas().Focus(c.name)
	}
	c.update()
	return c
}

// Close takes the sheet away.
func (c *Chooser) Close() { c.sheet.Hide() }

// fit makes the sheet as large as the window allows, within reason.
func (c *Chooser) fit() {
	const widest, highest, share = 900, 640, 0.92
	size := c.window.Canvas().Size()
	c.sheet.Resize(fyne.NewSize(min(size.Width*share, widest), min(size.Height*share, highest)))
}

func (c *Chooser) content() fyne.CanvasObject {
	up := widgets.NewSecondary(c.texts.Text("chooser.up"), "up", func() { c.open(filepath.Dir(c.listing.Folder)) })
	top := container.NewVBox(
		widgets.NewText(c.request.Title, widgets.Subtitle),
		container.NewBorder(nil, nil, up, nil, c.path),
		c.problem)
	bottom := container.NewVBox(widget.NewSeparator())
	if c.request.Kind == Place {
		bottom.Add(c.nameField())
	}
	bottom.Add(c.hint)
	bottom.Add(container.NewHBox(c.confirm, widgets.NewSecondary(c.texts.Text("app.cancel"), "", c.Close)))
	return container.NewPadded(container.NewBorder(top, bottom, c.places(), nil, c.list))
}

func (c *Chooser) nameField() fyne.CanvasObject {
	c.name = widgets.NewEntry()
	c.name.SetText(c.request.Name)
	c.name.OnChanged = func(string) { c.update() }
	c.name.OnSubmitted = func(string) { c.choose() }
	label := widgets.NewLabel(c.texts.Text("chooser.name"), widgets.Strong)
	return container.NewBorder(nil, nil, label, nil, c.name)
}

func (c *Chooser) confirmWords() string {
	switch c.request.Kind {
	case Place:
		return c.texts.Text("chooser.save")
	case Folder:
		return c.texts.Text("chooser.choose-folder")
	default:
		return c.texts.Text("chooser.open")
	}
}
