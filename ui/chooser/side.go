package chooser

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// sideList leads to the folders that people keep their files in.
func (c *Chooser) sideList() fyne.CanvasObject {
	c.side = newList(func() int { return len(c.locations) }, func(id int) line { return c.sideLine(c.locations[id]) })
	c.side.escape = c.back
	c.side.name = func(id int) string { return c.nameOf(c.locations[id]) }
	c.side.press = func(id int) { c.open(c.locations[id].Folder) }
	c.side.clicked = c.side.press
	return widgets.NewTile(theme.ColorNameNavigation, container.NewPadded(c.side))
}

// sideLine shows a location, marked if it is the folder that is shown.
func (c *Chooser) sideLine(location Location) line {
	icon := "folder"
	if location.Kind == Home {
		icon = "home"
	}
	return line{icon: icon, name: c.nameOf(location), marked: location.Folder == c.listing.Folder}
}

func (c *Chooser) nameOf(l Location) string {
	switch l.Kind {
	case Home:
		return c.texts.Text("chooser.home")
	case Desktop:
		return c.texts.Text("chooser.desktop")
	case Documents:
		return c.texts.Text("chooser.documents")
	case Downloads:
		return c.texts.Text("chooser.downloads")
	case Disk:
		return c.texts.Text("chooser.computer")
	default:
		return shown(filepath.Base(l.Folder))
	}
}

// sideWidth is how wide the locations would like to be.
func (c *Chooser) sideWidth() float32 {
	width, row := float32(0), newRow().MinSize().Width
	for _, l := range c.locations {
		bold := fyne.MeasureText(c.nameOf(l), fynetheme.Size(fynetheme.SizeNameText), fyne.TextStyle{Bold: true})
		width = max(width, bold.Width)
	}
	return width + row + 2*fynetheme.Padding()
}

// beside sets the locations beside what lies in the folder, which has most of
// the room.
type beside struct {
	natural func() float32 // how wide the locations would like to be
}

const (
	sideShare = 0.45 // of the width, at most
	sideGap   = 6    // beside it, and above and below
	leastRows = 1
)

func (b *beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(b.natural(), size.Width*sideShare)
	height := size.Height - 2*sideGap
	objects[0].Move(fyne.NewPos(0, sideGap))
	objects[0].Resize(fyne.NewSize(width, height))
	objects[1].Move(fyne.NewPos(width+sideGap, sideGap))
	objects[1].Resize(fyne.NewSize(size.Width-width-sideGap, height))
}

func (b *beside) MinSize([]fyne.CanvasObject) fyne.Size {
	least := newRow().MinSize()
	return fyne.NewSize(2*least.Width, leastRows*(least.Height+fynetheme.Padding())+2*sideGap)
}
