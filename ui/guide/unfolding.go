package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/ui/widgets"
)

// unfold puts what is seldom wanted below a line that opens. It is built when
// it is opened the first time.
func unfold(line fyne.CanvasObject, build func() fyne.CanvasObject) fyne.CanvasObject {
	inside := container.NewVBox()
	inside.Hide()
	whole := container.NewVBox()
	var opener *widgets.Disclosure
	opener = widgets.NewDisclosure(line, func() {
		if len(inside.Objects) == 0 {
			inside.Add(build())
		}
		inside.Hidden = !inside.Hidden
		opener.Open(!inside.Hidden)
		whole.Refresh()
	})
	whole.Objects = []fyne.CanvasObject{opener, inside}
	return whole
}
