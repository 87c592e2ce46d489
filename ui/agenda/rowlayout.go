package agenda

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/widgets"
)

// rowLayout sets hours, text and button side by side, or the text below the
// other two where there is no room. It keeps the width it was last given, since
// how high it is depends on it, and Fyne asks without saying how wide.
type rowLayout struct{ width float32 }

// leastText is how wide a text has to be to stand beside the hours, at normal
// text size.
const leastText = 150

// rowGap is the room above and below a row, and between its parts.
const rowGap = 4

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	hours, text, join := objects[0], objects[1], objects[2]
	left, right := hoursWidth(hours), buttonWidth(join)
	// The hours stand in line with the first line of the text.
	hours.Move(fyne.NewPos(0, rowGap))
	hours.Resize(fyne.NewSize(left, hours.MinSize().Height))
	join.Resize(fyne.NewSize(right-inset(join), join.MinSize().Height))
	join.Move(fyne.NewPos(size.Width-right, rowGap))
	if l.stacked(objects) {
		below := l.top(objects) - stackedOverlap()
		text.Move(fyne.NewPos(0, rowGap+below))
		text.Resize(fyne.NewSize(size.Width, size.Height-2*rowGap-below))
		return
	}
	text.Move(fyne.NewPos(left, rowGap))
	text.Resize(fyne.NewSize(size.Width-left-right-rowGap, size.Height-2*rowGap))
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	hours, text, join := objects[0], objects[1], objects[2]
	left, right := hoursWidth(hours), buttonWidth(join)
	least := fyne.NewSize(max(hours.MinSize().Width+right, text.MinSize().Width), 0)
	if l.width == 0 {
		least.Height = max(l.top(objects), text.MinSize().Height) + 2*rowGap
		return least
	}
	if l.stacked(objects) {
		text.Resize(fyne.NewSize(l.width, text.Size().Height))
		least.Height = l.top(objects) - stackedOverlap() + text.MinSize().Height + 2*rowGap
		return least
	}
	text.Resize(fyne.NewSize(l.width-left-right-rowGap, text.Size().Height))
	least.Height = max(l.top(objects), text.MinSize().Height) + 2*rowGap
	return least
}

func (l *rowLayout) stacked(objects []fyne.CanvasObject) bool {
	return l.width < hoursWidth(objects[0])+buttonWidth(objects[2])+leastText*textScale()
}

// top is how high the hours and the button are.
func (l *rowLayout) top(objects []fyne.CanvasObject) float32 {
	height := objects[0].MinSize().Height
	if objects[2].Visible() {
		height = max(height, objects[2].MinSize().Height)
	}
	return height
}

// stackedOverlap brings the text as close below the hours as the lines of a
// paragraph are.
func stackedOverlap() float32 { return fynetheme.Size(fynetheme.SizeNameInnerPadding) }

// hoursWidth has room for the hours of any meeting, so that the texts of a list
// begin below each other.
func hoursWidth(hours fyne.CanvasObject) float32 {
	return max(hours.MinSize().Width, widgets.NewLabel(widestHours, widgets.Strong).MinSize().Width)
}

// widestHours is as wide as hours get.
const widestHours = "00:00–00:00"

func buttonWidth(join fyne.CanvasObject) float32 {
	if !join.Visible() {
		return 0
	}
	return join.MinSize().Width + inset(join)
}

// inset is the room between a button and the edge, as texts have it.
func inset(join fyne.CanvasObject) float32 {
	if !join.Visible() {
		return 0
	}
	return fynetheme.Size(fynetheme.SizeNameInnerPadding)
}

// textScale is how much larger than normal texts are.
func textScale() float32 {
	const normal = 15
	return fynetheme.Size(fynetheme.SizeNameText) / normal
}
