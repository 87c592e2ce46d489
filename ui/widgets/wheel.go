package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over a field and takes the mouse wheel, which Fyne gives to the
// innermost thing that scrolls, whether or not that has anything to scroll: the
// field has it while its text goes on, and the page below the field after that.
type wheel struct {
	widget.BaseWidget
	text *container.Scroll // what the field scrolls
}

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Scrolled scrolls the field, or else the page.
func (w *wheel) Scrolled(event *fyne.ScrollEvent) {
	before := w.text.Offset
	w.text.Scrolled(event)
	if w.text.Offset != before {
		return
	}
	if page := pageBelow(w); page != nil {
		page.Scrolled(event)
	}
}

// pageBelow is the page that an object is on; nil if it is over one, or
// elsewhere.
func pageBelow(o fyne.CanvasObject) *Page {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(o)
	if canvas == nil || canvas.Overlays().Top() != nil {
		return nil
	}
	return pageIn(canvas.Content())
}

func pageIn(o fyne.CanvasObject) *Page {
	if !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *Page:
		return o
	case *fyne.Container:
		for _, inner := range o.Objects {
			if page := pageIn(inner); page != nil {
				return page
			}
		}
	}
	return nil
}

// wheeled is a field as Fyne draws it, with a wheel over it.
type wheeled struct {
	fyne.WidgetRenderer
	wheel *wheel
}

func withWheel(drawn fyne.WidgetRenderer) fyne.WidgetRenderer {
	for _, o := range drawn.Objects() {
		if text, ok := o.(*container.Scroll); ok {
			w := &wheel{text: text}
			w.ExtendBaseWidget(w)
			return &wheeled{drawn, w}
		}
	}
	return drawn // nothing in it takes the wheel
}

// Layout lays the wheel over all of the field.
func (r *wheeled) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.wheel.Resize(size)
}

// Objects has the wheel on top.
func (r *wheeled) Objects() []fyne.CanvasObject {
	drawn := r.WidgetRenderer.Objects()
	return append(drawn[:len(drawn):len(drawn)], r.wheel)
}
