package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// NewTickLine sets words beside a box to tick; pressing them presses the box.
func NewTickLine(tick *Tick, words string) fyne.CanvasObject {
	line := &pressed{content: NewText(words, Body), tapped: tick.Pressed}
	line.ExtendBaseWidget(line)
	return container.NewBorder(nil, nil, container.NewVBox(tick), nil, line)
}

// pressed is content that does something when it is pressed, and leaves the
// keys to what stands beside it.
type pressed struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tapped  func()
}

// Tapped does it.
func (p *pressed) Tapped(*fyne.PointEvent) { p.tapped() }

// CreateRenderer draws the content.
func (p *pressed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }
