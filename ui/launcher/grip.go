package launcher

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// grip is what a line is dragged by to another place in its list, with the
// mouse or with the arrows up and down, alone or with alt.
type grip struct {
	widgets.Pressable
	label   string
	step    func(by int)     // one line up or down
	dragged func(by float32) // with the mouse, downwards
	dropped func()
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Shortcutable  = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(step func(by int), dragged func(by float32), dropped, pressed func()) *grip {
	g := &grip{Pressable: widgets.Pressable{Pressed: pressed}, step: step, dragged: dragged, dropped: dropped}
	g.ExtendBaseWidget(g)
	return g
}

// TypedKey moves the line with the arrows.
func (g *grip) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		g.step(-1)
	case fyne.KeyDown:
		g.step(1)
	default:
		g.Pressable.TypedKey(key)
	}
}

// TypedShortcut moves the line with alt and the arrows, and hands on all else
// to the window.
func (g *grip) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	switch {
	case ok && custom.Modifier == fyne.KeyModifierAlt && custom.KeyName == fyne.KeyUp:
		g.step(-1)
	case ok && custom.Modifier == fyne.KeyModifierAlt && custom.KeyName == fyne.KeyDown:
		g.step(1)
	default:
		if window, ok := fyne.CurrentApp().Driver().CanvasForObject(g).(fyne.Shortcutable); ok {
			window.TypedShortcut(shortcut)
		}
	}
}

// Dragged moves the line with the mouse.
func (g *grip) Dragged(event *fyne.DragEvent) { g.dragged(event.Dragged.DY) }

// DragEnd leaves the line where it is.
func (g *grip) DragEnd() { g.dropped() }

// Cursor shows that the line can be moved.
func (g *grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// AccessibilityLabel is what a screen reader says.
func (g *grip) AccessibilityLabel() string { return g.label }

// CreateRenderer draws the grip.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{grip: g, field: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil)}
	r.field.CornerRadius = 8
	r.icon.FillMode = canvas.ImageFillContain
	r.update()
	return r
}

type gripRenderer struct {
	grip  *grip
	field *canvas.Rectangle
	icon  *canvas.Image
}

func (r *gripRenderer) update() {
	r.field.FillColor, r.field.StrokeWidth = color.Transparent, 0
	if r.grip.Hovered {
		r.field.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	if r.grip.Focused {
		r.field.StrokeColor, r.field.StrokeWidth = fynetheme.Color(fynetheme.ColorNamePrimary), 2
	}
	r.icon.Resource = theme.NewIcon("grip", theme.ColorNameMuted)
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.field.Resize(size)
	side := fynetheme.Size(fynetheme.SizeNameInlineIcon)
	r.icon.Resize(fyne.NewSquareSize(side))
	r.icon.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

// MinSize is as high as a line of text, so that the dots stand beside the name.
func (r *gripRenderer) MinSize() fyne.Size {
	inner := fynetheme.Size(fynetheme.SizeNameInnerPadding)
	side := fynetheme.Size(fynetheme.SizeNameInlineIcon)
	return fyne.NewSize(side+inner, side+2*inner)
}

func (r *gripRenderer) Refresh() {
	r.update()
	r.Layout(r.grip.Size())
	r.icon.Refresh()
	canvas.Refresh(r.grip)
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.field, r.icon} }

func (r *gripRenderer) Destroy() {}
