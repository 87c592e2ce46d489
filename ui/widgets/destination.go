package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
)

// Destination is an entry of the navigation: an icon and a name that lead to a
// page.
type Destination struct {
	Pressable
	// Hint, if set, is told the name when it is pointed at and not shown.
	Hint             func(name string)
	name, icon       string
	selected, narrow bool
}

// NewDestination makes an entry that calls tapped for a click, space or enter.
func NewDestination(name, icon string, tapped func()) *Destination {
	d := &Destination{Pressable: Pressable{Pressed: tapped}, name: name, icon: icon}
	d.ExtendBaseWidget(d)
	return d
}

// Select shows whether the user is on this page.
func (d *Destination) Select(on bool) {
	if d.selected != on {
		d.selected = on
		d.Refresh()
	}
}

// Narrow shows the icon alone, where there is no room for the name.
func (d *Destination) Narrow(on bool) {
	if d.narrow != on {
		d.narrow = on
		d.Refresh()
	}
}

// FocusGained shows that keys go here, and says where they would lead.
func (d *Destination) FocusGained() {
	d.Pressable.FocusGained()
	d.hint()
}

// MouseIn shows that the entry can be pressed, and says where it leads.
func (d *Destination) MouseIn(event *desktop.MouseEvent) {
	d.Pressable.MouseIn(event)
	d.hint()
}

func (d *Destination) hint() {
	if d.narrow && d.Hint != nil {
		d.Hint(d.name)
	}
}

// AccessibilityLabel is what a screen reader says.
func (d *Destination) AccessibilityLabel() string { return d.name }

// CreateRenderer draws the entry.
func (d *Destination) CreateRenderer() fyne.WidgetRenderer {
	r := &destinationRenderer{
		destination: d,
		field:       canvas.NewRectangle(color.Transparent),
		icon:        canvas.NewImageFromResource(nil),
		name:        canvas.NewText(d.name, color.Transparent),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.field.CornerRadius = 9
	r.update()
	return r
}

type destinationRenderer struct {
	destination *Destination
	field       *canvas.Rectangle
	icon        *canvas.Image
	name        *canvas.Text
}

func (r *destinationRenderer) update() {
	d := r.destination
	text := theme.ColorNameMuted
	r.field.FillColor = color.Transparent
	switch {
	case d.selected:
		text = theme.ColorNameOnTint
		r.field.FillColor = fynetheme.Color(theme.ColorNameTint)
	case d.Hovered:
		text = fynetheme.ColorNameForeground
		r.field.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	r.field.StrokeWidth = 0
	if d.Focused {
		r.field.StrokeColor, r.field.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), 2
	}
	r.icon.Resource = theme.NewIcon(d.icon, text)
	r.name.Text = d.name
	r.name.Hidden = d.narrow
	r.name.Color = fynetheme.Color(text)
	r.name.TextSize = fynetheme.Size(fynetheme.SizeNameText)
	r.name.TextStyle.Bold = d.selected
}

const destinationInset = 10

func (r *destinationRenderer) Layout(size fyne.Size) {
	r.field.Resize(size)
	icon := fynetheme.Size(fynetheme.SizeNameInlineIcon) + 2
	r.icon.Resize(fyne.NewSquareSize(icon))
	r.icon.Move(fyne.NewPos(destinationInset, (size.Height-icon)/2))
	least := r.name.MinSize()
	r.name.Resize(least)
	r.name.Move(fyne.NewPos(2*destinationInset+icon, (size.Height-least.Height)/2))
}

func (r *destinationRenderer) MinSize() fyne.Size {
	icon := fynetheme.Size(fynetheme.SizeNameInlineIcon) + 2
	size := fyne.NewSize(icon+2*destinationInset, icon+2*destinationInset)
	if !r.destination.narrow {
		// Bold is wider: the entry must not grow when it is selected.
		bold := fyne.MeasureText(r.name.Text, r.name.TextSize, fyne.TextStyle{Bold: true})
		size.Width += destinationInset + bold.Width
	}
	return size
}

func (r *destinationRenderer) Refresh() {
	r.update()
	r.Layout(r.destination.Size())
	r.icon.Refresh()
	canvas.Refresh(r.destination)
}

func (r *destinationRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.icon, r.name}
}

func (r *destinationRenderer) Destroy() {}
