package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// NewTickLine sets words beside a box to tick; pressing them presses the box.
func NewTickLine(tick *Tick, words string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.NewVBox(tick), nil, NewPressed(words, tick.Pressed))
}

// NewPressed makes words that do something when they are pressed, and leave the
// keys to what stands beside them.
func NewPressed(words string, tapped func()) fyne.CanvasObject {
	p := &pressed{content: NewText(words, Body), tapped: tapped}
	p.ExtendBaseWidget(p)
	return p
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
