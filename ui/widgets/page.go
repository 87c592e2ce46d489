package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Page is one page of the window: it scrolls, and its content is never wider
// than the eye likes to follow.
type Page struct {
	container.Scroll
}

// NewPage stacks content on a scrolling page.
func NewPage(content ...fyne.CanvasObject) *Page {
	column := container.New(&pageLayout{widest: 980, side: 22, top: 18, gap: 12}, content...)
	p := &Page{}
	p.Content, p.Direction = column, container.ScrollVerticalOnly
	p.ExtendBaseWidget(p)
	return p
}

// pageLayout stacks objects in a column that stands in the middle when the
// window is wider than the column may be.
type pageLayout struct {
	widest, side, top, gap float32
}

func (p *pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*p.side, p.widest*textScale())
	x, y := (size.Width-width)/2, p.top
	for _, o := range visible(objects) {
		o.Resize(fyne.NewSize(width, o.Size().Height))
		height := o.MinSize().Height
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, y))
		y += height + p.gap
	}
}

func (p *pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*p.top)
	for i, o := range visible(objects) {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		if i > 0 {
			size.Height += p.gap
		}
		size.Height += least.Height
	}
	size.Width += 2 * p.side
	return size
}
