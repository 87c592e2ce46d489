package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewSteps writes the lines of a how-to as a numbered list.
func NewSteps(lines string) fyne.CanvasObject {
	list := NewLines()
	steps := strings.Split(strings.TrimSpace(lines), "\n")
	widest := NewLabel(strings.Repeat("0", len(strconv.Itoa(len(steps))))+".", Muted).MinSize()
	for i, step := range steps {
		number := container.NewGridWrap(widest, NewLabel(strconv.Itoa(i+1)+".", Muted))
		list.Add(container.NewBorder(nil, nil, container.NewVBox(number), nil, NewText(strings.TrimSpace(step), Body)))
	}
	return list
}
