package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pinned is content below a heading that stays in sight: once the page is
// scrolled past it, the heading stands at the upper edge for as long as any of
// the content is to be seen.
type Pinned struct {
	widget.BaseWidget
	page    *Page
	top     func() float32
	heading *lid
	content fyne.CanvasObject
}

// NewPinned sets content below a heading, which needs a ground of its own, on a
// page; top tells how far down the page that is. A hidden heading takes no room.
// A page has one heading that stays, the last that was made.
func NewPinned(page *Page, top func() float32, heading, content fyne.CanvasObject) *Pinned {
	p := &Pinned{page: page, top: top, heading: newLid(heading), content: content}
	p.ExtendBaseWidget(p)
	follow(page, p.settle, p.covers)
	return p
}

// settle gives the heading its place.
func (p *Pinned) settle() {
	last := p.Size().Height - p.heading.Size().Height
	p.heading.Move(fyne.NewPos(0, max(min(p.page.Offset.Y-p.top(), last), 0)))
}

// covers is how much of what stands at a height of the page the heading would
// hide.
func (p *Pinned) covers(y float32) float32 {
	if !p.Visible() || y < p.top() || y > p.top()+p.Size().Height {
		return 0
	}
	return p.heading.height()
}

// CreateRenderer draws the heading over the content.
func (p *Pinned) CreateRenderer() fyne.WidgetRenderer { return &pinnedRenderer{p} }

type pinnedRenderer struct {
	pinned *Pinned
}

func (r *pinnedRenderer) Layout(size fyne.Size) {
	p := r.pinned
	p.heading.Resize(fyne.NewSize(size.Width, p.heading.Size().Height))
	top := p.heading.height()
	p.heading.Resize(fyne.NewSize(size.Width, top))
	p.content.Move(fyne.NewPos(0, top))
	p.content.Resize(fyne.NewSize(size.Width, size.Height-top))
	p.settle()
}

func (r *pinnedRenderer) MinSize() fyne.Size {
	p := r.pinned
	least := p.content.MinSize()
	if p.heading.content.Visible() {
		least.Width = max(least.Width, p.heading.MinSize().Width)
	}
	return least.AddWidthHeight(0, p.heading.height())
}

func (r *pinnedRenderer) Refresh() {
	r.pinned.heading.Refresh()
	r.pinned.content.Refresh()
	r.Layout(r.pinned.Size())
}

// Objects has the heading last, so that it lies on top.
func (r *pinnedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pinned.content, r.pinned.heading}
}

func (r *pinnedRenderer) Destroy() {}

// lid keeps the mouse from what lies below it.
type lid struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

var (
	_ fyne.Tappable     = (*lid)(nil)
	_ desktop.Hoverable = (*lid)(nil)
)

func newLid(content fyne.CanvasObject) *lid {
	l := &lid{content: content}
	l.ExtendBaseWidget(l)
	return l
}

// height is how high the lid is at the width that it has.
func (l *lid) height() float32 {
	if !l.content.Visible() {
		return 0
	}
	return l.MinSize().Height
}

// Tapped does nothing.
func (l *lid) Tapped(*fyne.PointEvent) {}

// MouseIn shows nothing.
func (l *lid) MouseIn(*desktop.MouseEvent) {}

// MouseMoved shows nothing.
func (l *lid) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows nothing.
func (l *lid) MouseOut() {}

// CreateRenderer draws the content.
func (l *lid) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }

// follow calls moved, and no longer what was given before, whenever a page is
// scrolled, by the mouse, the keys or the code: a page scrolls by moving its
// content.
func follow(page *Page, moved func(), covers func(y float32) float32) {
	if f, ok := page.Content.(*followed); ok {
		f.moved, f.covers = moved, covers
		return
	}
	f := &followed{content: page.Content, moved: moved, covers: covers}
	f.ExtendBaseWidget(f)
	page.Content = f
}

// followed is content that tells of being moved.
type followed struct {
	widget.BaseWidget
	content fyne.CanvasObject
	moved   func()
	covers  func(y float32) float32
}

// covered is how high a heading stands over what is at a height of the page,
// once that is scrolled to the upper edge.
func (p *Page) covered(y float32) float32 {
	if f, ok := p.Content.(*followed); ok {
		return f.covers(y)
	}
	return 0
}

// Move tells of it.
func (f *followed) Move(at fyne.Position) {
	f.BaseWidget.Move(at)
	f.moved()
}

// CreateRenderer draws the content.
func (f *followed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }
