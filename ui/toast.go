package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"hjemmekontor/ui/widgets"
)

// toast says at the bottom of the window, for a moment, that something was
// done.
type toast struct {
	do     func(func()) // runs something on the UI goroutine
	object *fyne.Container
	said   int // how many times, so that an older one does not hide a newer
}

// How long a toast is shown: long enough to be read, and to be acted on where
// it offers to.
const (
	toastTime = 4 * time.Second
	offerTime = 12 * time.Second
)

func newToast(do func(func())) *toast {
	t := &toast{do: do, object: container.NewVBox()}
	t.object.Hide()
	return t
}

// say shows words; it is for the UI goroutine.
func (t *toast) say(words string) { t.show(words, toastTime) }

// offer shows words with something that can be done about them.
func (t *toast) offer(words string, action fyne.CanvasObject) { t.show(words, offerTime, action) }

func (t *toast) show(words string, how time.Duration, actions ...fyne.CanvasObject) {
	t.said++
	mine := t.said
	t.object.Objects = []fyne.CanvasObject{layout.NewSpacer(),
		container.New(layout.NewCustomPaddedLayout(0, 18, 60, 60), widgets.NewHint(words, actions...))}
	t.object.Show()
	t.object.Refresh()
	time.AfterFunc(how, func() {
		t.do(func() {
			if t.said == mine {
				t.object.Hide()
			}
		})
	})
}

// hide takes away what is shown.
func (t *toast) hide() {
	t.said++
	t.object.Hide()
}
