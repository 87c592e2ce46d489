package call

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/meetings/media/video"
)

// tile is where one participant's picture is shown. It has no picture of its
// own: the pump brings it the newest one of a view.
type tile struct {
	widget.BaseWidget
	picture *canvas.Image
	view    *video.View
	painted func() // told of every picture shown; may be nil
	shown   uint64 // sequence number of the picture shown
}

func newTile(fill canvas.ImageFill, corners float32) *tile {
	t := &tile{picture: canvas.NewImageFromImage(nil)}
	t.picture.FillMode = fill
	// Any other mode scales every picture on the UI goroutine.
	t.picture.ScaleMode = canvas.ImageScaleFastest
	t.picture.CornerRadius = corners
	t.picture.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// watch shows the pictures of a view from now on; nil shows none.
func (t *tile) watch(view *video.View, painted func()) {
	t.painted = painted
	if t.view == view {
		return
	}
	if t.view != nil {
		t.view.SetSize(0, 0)
	}
	t.view, t.shown = view, 0
	t.picture.Hide()
	t.measure()
}

// measure tells the view how large a picture is wanted, in device pixels, so
// that it is scaled where it is converted.
func (t *tile) measure() {
	if t.view == nil {
		return
	}
	if !t.Visible() {
		t.view.SetSize(0, 0)
		return
	}
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		scale = c.Scale()
	}
	size := t.Size()
	t.view.SetSize(int(size.Width*scale), int(size.Height*scale))
}

// pull takes the newest picture and tells whether there was one that was not
// shown yet.
func (t *tile) pull() bool {
	if t.view == nil {
		return false
	}
	picture, sequence := t.view.Newest()
	if sequence == t.shown {
		return false
	}
	t.shown = sequence
	if picture == nil {
		t.picture.Hide()
		return true
	}
	t.picture.Image = image.Image(picture)
	t.picture.Show()
	t.picture.Refresh()
	if t.painted != nil {
		t.painted()
	}
	return true
}

// hasPicture tells whether a picture is shown.
func (t *tile) hasPicture() bool { return t.picture.Visible() }

func (t *tile) Resize(size fyne.Size) {
	t.BaseWidget.Resize(size)
	t.measure()
}

func (t *tile) Show() {
	t.BaseWidget.Show()
	t.measure()
}

func (t *tile) Hide() {
	t.BaseWidget.Hide()
	t.measure()
}

func (t *tile) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

func (t *tile) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.picture) }
