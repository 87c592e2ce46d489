package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewSteps writes the lines of a how-to as a numbered list. Empty lines are no
// steps.
func NewSteps(lines string) fyne.CanvasObject {
	var steps []string
	for line := range strings.Lines(lines) {
		if step := strings.TrimSpace(line); step != "" {
			steps = append(steps, step)
		}
	}
	list := NewLines()
	widest := NewLabel(strings.Repeat("0", len(strconv.Itoa(len(steps))))+".", Muted).MinSize()
	for i, step := range steps {
		number := container.NewGridWrap(widest, NewLabel(strconv.Itoa(i+1)+".", Muted))
		list.Add(container.NewBorder(nil, nil, container.NewVBox(number), nil, NewText(step, Body)))
	}
	return list
}
