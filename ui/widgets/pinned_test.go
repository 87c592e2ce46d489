package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// blockOf is something of a height.
func blockOf(height float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(20, height))
	return r
}

// showPinned puts a heading 40 high above 900 of content, 100 down a page in a
// window 400 high, with 1000 below it.
func showPinned(t *testing.T) (page *Page, pinned *Pinned, heading fyne.CanvasObject, pressed *int) {
	t.Helper()
	useTheme(t, 1)
	page = NewPage()
	body := page.Content.(*fyne.Container)
	pressed = new(int)
	button := widget.NewButton("", func() { *pressed++ })
	content := container.NewStack(blockOf(900), button)
	heading = blockOf(40)
	pinned = NewPinned(page, func() float32 { return pinned.Position().Y }, heading, content)
	for _, o := range []fyne.CanvasObject{blockOf(70), pinned, blockOf(1000)} {
		body.Add(o)
	}
	w := test.NewTempWindow(t, page)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	return page, pinned, heading, pressed
}

// at is how far down the window something stands.
func at(o fyne.CanvasObject) float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
}

func TestHeadingStaysInSight(t *testing.T) {
	page, pinned, heading, _ := showPinned(t)
	tests := []struct {
		name         string
		scrolled     float32
		heading, top float32 // where the heading stands, and what it belongs to
	}{
		{"at rest", 0, 100, 100},
		{"scrolled a little", 60, 40, 40},
		{"scrolled past", 300, 0, -200},
		{"at the end of the content", 1030, -30, -930},
		{"back again", 0, 100, 100},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			page.ScrollToOffset(fyne.NewPos(0, tt.scrolled))
			if at(heading) != tt.heading || at(pinned) != tt.top {
				t.Errorf("the heading stands at %v, want %v; its content at %v, want %v",
					at(heading), tt.heading, at(pinned), tt.top)
			}
		})
	}
}

func TestKeysAndMouseScrollAHeadingAlike(t *testing.T) {
	page, _, heading, _ := showPinned(t)
	page.Turn(fyne.KeyPageDown)
	if got := at(heading); got != 0 {
		t.Errorf("turned by a key, the heading stands at %v", got)
	}
	page.ScrollToTop()
	page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -200)})
	if got := at(heading); got != 0 {
		t.Errorf("turned by the wheel, the heading stands at %v", got)
	}
}

func TestHiddenHeadingTakesNoRoom(t *testing.T) {
	_, pinned, heading, _ := showPinned(t)
	before := pinned.MinSize().Height
	heading.Hide()
	if got := pinned.MinSize().Height; got != before-40 {
		t.Errorf("it needs %v, and %v with the heading", got, before)
	}
}

func TestWhatLiesBelowAHeadingIsNotPressed(t *testing.T) {
	page, _, heading, pressed := showPinned(t)
	page.ScrollToOffset(fyne.NewPos(0, 300))
	canvas := fyne.CurrentApp().Driver().CanvasForObject(heading)
	test.TapCanvas(canvas, fyne.NewPos(100, 20))
	if *pressed != 0 {
		t.Error("the heading lets a press through")
	}
	test.TapCanvas(canvas, fyne.NewPos(100, 200))
	if *pressed != 1 {
		t.Error("what lies below it cannot be pressed")
	}
}

// The last heading that was made is the one that stays.
func TestPageIsFollowedOnce(t *testing.T) {
	useTheme(t, 1)
	page := NewPage(blockOf(1000))
	content := page.Content
	for range 3 {
		follow(page, func() { t.Error("what was given before is called") }, nil)
	}
	moved := 0
	follow(page, func() { moved++ }, nil)
	page.Content.Move(fyne.NewPos(0, -10))
	if moved != 1 || page.Content.(*followed).content != content {
		t.Errorf("it was told %d times", moved)
	}
}

// What the keys go to is brought into sight below the heading, not under it.
func TestRevealedBelowAHeading(t *testing.T) {
	page, _, heading, _ := showPinned(t)
	row := blockOf(30)
	pinned := page.Content.(*followed).content.(*fyne.Container).Objects[1].(*Pinned)
	pinned.content.(*fyne.Container).Add(container.NewVBox(blockOf(200), row))
	page.ScrollToOffset(fyne.NewPos(0, 600))
	page.Reveal(row)
	if below := at(heading) + heading.Size().Height; at(row) < below {
		t.Errorf("it stands at %v, and the heading reaches down to %v", at(row), below)
	}
}

// What is higher than the window is shown from its beginning, wherever the page
// stood.
func TestRevealedFromItsBeginning(t *testing.T) {
	for _, from := range []float32{0, 300, 900} {
		useTheme(t, 1)
		before, tall := blockOf(350), blockOf(800)
		page := NewPage(before, tall, blockOf(1000))
		w := test.NewTempWindow(t, page)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(300, 400))
		page.ScrollToOffset(fyne.NewPos(0, from))
		page.Reveal(tall)
		if top := at(tall); top < 0 || top > 20 {
			t.Errorf("from %v down the page it is shown %v down the window", from, top)
		}
	}
}
