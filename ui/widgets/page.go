package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Page is one page of the window: it scrolls, and its content is never wider
// than the eye likes to follow.
type Page struct {
	container.Scroll
	wanted fyne.CanvasObject // what is to be revealed once it is painted, or nil
	since  time.Time
}

// NewPage stacks content on a scrolling page.
func NewPage(content ...fyne.CanvasObject) *Page {
	column := container.New(&pageLayout{widest: 980, side: 22, top: 18, gap: 12}, content...)
	p := &Page{}
	p.Content, p.Direction = column, container.ScrollVerticalOnly
	p.ExtendBaseWidget(p)
	return p
}

// Reveal scrolls so far that an object on the page is in sight: all of it, or its
// beginning when it is higher than the window. One that has just been made is
// revealed by Follow, as it is known to the window only once it is painted.
func (p *Page) Reveal(o fyne.CanvasObject) {
	p.wanted, p.since = o, time.Now()
	p.Follow()
}

// Follow reveals what had not been painted yet when that was asked for. The
// window calls it while it is awake.
func (p *Page) Follow() {
	const longest = 2 * time.Second // after that the user is elsewhere
	switch {
	case p.wanted == nil:
	case fyne.CurrentApp().Driver().CanvasForObject(p.wanted) != nil:
		p.reveal(p.wanted)
		p.wanted = nil
	case time.Since(p.since) > longest:
		p.wanted = nil
	}
}

func (p *Page) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	const margin = 12
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.Content).Y
	bottom := top + o.Size().Height
	highest := top - p.covered(top) - margin // the most the page can scroll for the top to stay in sight
	switch {
	case top < 0 || bottom > p.Content.Size().Height:
		return // not on this page
	case highest+margin < p.Offset.Y:
		p.ScrollToOffset(fyne.NewPos(0, max(highest, 0)))
	case bottom > p.Offset.Y+p.Size().Height:
		p.ScrollToOffset(fyne.NewPos(0, max(min(highest, bottom-p.Size().Height+margin), 0)))
	}
}

// Turn scrolls as a key says, and tells whether it is a key that does.
func (p *Page) Turn(key fyne.KeyName) bool { return Turn(&p.Scroll, key) }

// Turn does the same with anything that scrolls.
func Turn(p *container.Scroll, key fyne.KeyName) bool {
	const line = 60
	page := p.Size().Height * 0.9
	steps := map[fyne.KeyName]float32{
		fyne.KeyUp: -line, fyne.KeyDown: line, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
		fyne.KeyHome: -p.Content.Size().Height, fyne.KeyEnd: p.Content.Size().Height,
	}
	step, ok := steps[key]
	if ok {
		last := max(p.Content.Size().Height-p.Size().Height, 0)
		p.ScrollToOffset(fyne.NewPos(0, min(max(p.Offset.Y+step, 0), last)))
	}
	return ok
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
