package chooser

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// row is an entry on the screen.
type row struct {
	widget.BaseWidget
	icon *widget.Icon
	name *widget.Label
	when *widget.Label
}

func newRow() *row {
	r := &row{icon: widget.NewIcon(nil), name: widget.NewLabel(""), when: widget.NewLabel("")}
	r.name.Truncation = fyne.TextTruncateEllipsis
	r.when.SizeName = fynetheme.SizeNameCaptionText
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, nil, container.NewPadded(r.icon), r.when, r.name))
}

func (c *Chooser) newList() *widget.List {
	list := widget.NewList(
		func() int { return len(c.listing.Entries) },
		func() fyne.CanvasObject { return newRow() },
		func(id widget.ListItemID, o fyne.CanvasObject) { c.fill(o.(*row), c.listing.Entries[id]) })
	list.OnSelected = func(id widget.ListItemID) {
		// What is chosen is marked by its sign, and can be pressed again.
		list.UnselectAll()
		c.press(c.listing.Entries[id])
	}
	return list
}

// fill shows an entry: a folder, a file, or one that is chosen.
func (c *Chooser) fill(r *row, e Entry) {
	icon, color := "file", theme.ColorNameMuted
	switch {
	case e.Folder:
		icon = "folder"
	case c.marked[c.in(e)]:
		icon, color = "check", fynetheme.ColorNamePrimary
	}
	r.icon.SetResource(theme.NewIcon(icon, color))
	r.name.TextStyle.Bold = c.marked[c.in(e)]
	r.name.SetText(e.Name)
	when := ""
	if !e.Folder {
		when = c.texts.Date(e.Changed)
	}
	r.when.SetText(when)
}
