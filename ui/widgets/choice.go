package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Option is one of the things to choose between.
type Option struct {
	Value string // what the code knows it by
	Text  string // what the user reads
}

// Choice lets the user pick exactly one of a few options, all in sight.
type Choice struct {
	object   *fyne.Container
	options  []Option
	buttons  []*widget.Button
	selected string
	changed  func(value string)
}

// NewChoice shows options with one selected; changed is called when the user
// picks another.
func NewChoice(options []Option, selected string, changed func(value string)) *Choice {
	c := &Choice{options: options, changed: changed}
	objects := make([]fyne.CanvasObject, len(options))
	for i, o := range options {
		button := NewSecondary(o.Text, "", func() { c.pick(o.Value) })
		c.buttons = append(c.buttons, button)
		objects[i] = button
	}
	c.object = NewFlow(objects...)
	c.Select(selected)
	return c
}

// Object is what the screen shows.
func (c *Choice) Object() fyne.CanvasObject { return c.object }

// Selected is the value that is chosen now.
func (c *Choice) Selected() string { return c.selected }

// Select chooses a value without telling anyone.
func (c *Choice) Select(value string) {
	c.selected = value
	for i, o := range c.options {
		importance := widget.MediumImportance
		if o.Value == value {
			importance = widget.HighImportance
		}
		if c.buttons[i].Importance != importance {
			c.buttons[i].Importance = importance
			c.buttons[i].Refresh()
		}
	}
}

func (c *Choice) pick(value string) {
	if value == c.selected {
		return
	}
	c.Select(value)
	if c.changed != nil {
		c.changed(value)
	}
}
