package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// NewColumns lays objects out in as many columns of equal width as fit, though
// no more than most and none narrower than narrowest (at normal text size; it
// grows with the text). Objects fill the rows in order; a row is as high as its
// highest object.
func NewColumns(narrowest float32, most int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{narrowest: narrowest, most: most, gap: 12}, objects...)
}

// columns keeps the width it was last given, since how high it is depends on
// how wide it is, and Fyne asks for the smallest size without saying how wide.
type columns struct {
	narrowest, gap, width float32
	most                  int
}

func (c *columns) count(width float32) int {
	wanted := c.narrowest * textScale()
	n := int((width + c.gap) / (wanted + c.gap))
	return min(max(n, 1), c.most)
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	shown := visible(objects)
	n := c.count(size.Width)
	width := (size.Width - c.gap*float32(n-1)) / float32(n)
	y := float32(0)
	for start := 0; start < len(shown); start += n {
		row := shown[start:min(start+n, len(shown))]
		height := highest(row, width)
		for i, o := range row {
			o.Move(fyne.NewPos(float32(i)*(width+c.gap), y))
			o.Resize(fyne.NewSize(width, height))
		}
		y += height + c.gap
	}
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	n := c.count(c.width)
	size := fyne.NewSize(0, 0)
	for start := 0; start < len(shown); start += n {
		row := shown[start:min(start+n, len(shown))]
		height := float32(0)
		for _, o := range row {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			height = max(height, least.Height)
		}
		if start > 0 {
			size.Height += c.gap
		}
		size.Height += height
	}
	return size
}

// highest gives the objects their width first, so that texts wrap and know how
// high they are.
func highest(row []fyne.CanvasObject, width float32) float32 {
	height := float32(0)
	for _, o := range row {
		o.Resize(fyne.NewSize(width, o.Size().Height))
		height = max(height, o.MinSize().Height)
	}
	return height
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// textScale is how much larger than normal the theme's texts are.
func textScale() float32 {
	const normal = 15
	return fynetheme.Size(fynetheme.SizeNameText) / normal
}
