package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Sheet is content in the middle of the window, over everything else in it,
// which waits until the sheet is gone. Unlike the toolkit's own it grows and
// shrinks with the window.
type Sheet struct {
	widget.BaseWidget
	Content fyne.CanvasObject

	window   fyne.Window
	size     func(room fyne.Size) fyne.Size
	giveKeys func() // gives the window its keys back
}

// NewSheet makes a sheet that is not shown yet; size says how large it is to be
// in a window.
func NewSheet(window fyne.Window, content fyne.CanvasObject, size func(room fyne.Size) fyne.Size) *Sheet {
	s := &Sheet{Content: content, window: window, size: size, giveKeys: func() {}}
	s.ExtendBaseWidget(s)
	return s
}

// Open puts the sheet over the window. It gets the keys while nothing in it has
// them: a key goes to what has the focus and nowhere else.
func (s *Sheet) Open(key func(*fyne.KeyEvent)) {
	c := s.window.Canvas()
	before := c.OnTypedKey()
	s.giveKeys = func() { c.SetOnTypedKey(before) }
	c.SetOnTypedKey(func(event *fyne.KeyEvent) {
		if !s.Gone() {
			key(event)
			return
		}
		s.giveKeys() // taken away by the window, which turned to another page
		if before != nil {
			before(event)
		}
	})
	c.Overlays().Add(s)
}

// Close takes the sheet away, and tells whether it was there.
func (s *Sheet) Close() bool {
	if s.Gone() {
		return false
	}
	s.giveKeys()
	s.window.Canvas().Overlays().Remove(s)
	return true
}

// Gone tells whether the sheet is not over the window: the window may take it
// away without asking.
func (s *Sheet) Gone() bool {
	return !slices.Contains(s.window.Canvas().Overlays().List(), fyne.CanvasObject(s))
}

// CreateRenderer draws the sheet.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	r := &sheetRenderer{
		sheet: s, blur: canvas.NewBlur(fynetheme.Size(fynetheme.SizeNameModalBlurRadius)),
		shade: canvas.NewRectangle(color.Transparent), field: canvas.NewRectangle(color.Transparent),
	}
	r.field.CornerRadius = fynetheme.Size(fynetheme.SizeNamePopupRadius)
	const blurred, down = 14, 4
	r.field.Shadow.BlurRadius, r.field.Shadow.Offset = blurred, fyne.NewPos(0, down)
	r.colour()
	return r
}

type sheetRenderer struct {
	sheet        *Sheet
	blur         *canvas.Blur
	shade, field *canvas.Rectangle
}

func (r *sheetRenderer) colour() {
	r.shade.FillColor = fynetheme.Color(fynetheme.ColorNameShadow)
	r.field.FillColor = fynetheme.Color(fynetheme.ColorNameOverlayBackground)
	r.field.Shadow.Color = r.shade.FillColor
}

func (r *sheetRenderer) Layout(room fyne.Size) {
	r.blur.Resize(room)
	r.shade.Resize(room)
	size := r.sheet.size(room).Max(r.sheet.Content.MinSize()).Min(room)
	at := fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2)
	for _, o := range []fyne.CanvasObject{r.field, r.sheet.Content} {
		o.Move(at)
		o.Resize(size)
	}
}

func (r *sheetRenderer) MinSize() fyne.Size { return r.sheet.Content.MinSize() }

func (r *sheetRenderer) Refresh() {
	r.colour()
	r.Layout(r.sheet.Size())
	r.shade.Refresh()
	r.field.Refresh()
	r.sheet.Content.Refresh()
}

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.blur, r.shade, r.field, r.sheet.Content}
}

func (r *sheetRenderer) Destroy() {}
