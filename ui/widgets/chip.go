package widgets

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Chip is one of a few narrow choices in a line, with how many things it
// stands for.
type Chip struct {
	Pressable
	text     string
	count    string
	most     int
	selected bool
}

// NewChip makes a choice that is not selected; pressed is called for a click,
// space or enter. Most is the largest number it will be told to count: there is
// room for that from the beginning, lest the others move. It is 0 for a choice
// that counts nothing.
func NewChip(text string, most int, pressed func()) *Chip {
	c := &Chip{Pressable: Pressable{Pressed: pressed}, text: text, most: most}
	c.ExtendBaseWidget(c)
	return c
}

// Count says how many things the choice stands for.
func (c *Chip) Count(n int) {
	if count := strconv.Itoa(n); count != c.count {
		c.count = count
		c.Refresh()
	}
}

// Select shows whether the choice is made.
func (c *Chip) Select(selected bool) {
	if selected != c.selected {
		c.selected = selected
		c.Refresh()
	}
}

// AccessibilityLabel is what a screen reader says.
func (c *Chip) AccessibilityLabel() string { return c.text }

// AccessibilityRole says that the choice is pressed like a button.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the choice.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{
		chip: c, field: canvas.NewRectangle(color.Transparent), halo: canvas.NewRectangle(color.Transparent),
		text: canvas.NewText("", color.Transparent), count: canvas.NewText("", color.Transparent),
	}
	r.update()
	return r
}

type chipRenderer struct {
	chip        *Chip
	field, halo *canvas.Rectangle
	text, count *canvas.Text
}

func (r *chipRenderer) update() {
	c := r.chip
	fill, ink, quiet := fynetheme.ColorNameButton, fynetheme.ColorNameForeground, fynetheme.ColorNamePlaceHolder
	if c.selected {
		fill, ink, quiet = fynetheme.ColorNamePrimary, fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNameForegroundOnPrimary
	}
	r.field.FillColor = fynetheme.Color(fill)
	r.halo.FillColor, r.halo.StrokeWidth = color.Transparent, 0
	if c.Hovered {
		r.halo.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	if c.Focused {
		r.halo.StrokeColor, r.halo.StrokeWidth = fynetheme.Color(fynetheme.ColorNameFocus), 3
	}
	size := fynetheme.Size(fynetheme.SizeNameCaptionText)
	r.text.Text, r.text.Color, r.text.TextSize = c.text, fynetheme.Color(ink), size
	r.count.Text, r.count.Color, r.count.TextSize = c.count, fynetheme.Color(quiet), size
	r.text.TextStyle.Bold = c.selected
}

func (r *chipRenderer) Layout(size fyne.Size) {
	for _, field := range []*canvas.Rectangle{r.field, r.halo} {
		field.CornerRadius = size.Height / 2
		field.Resize(size)
	}
	text, count := r.text.MinSize(), r.count.MinSize()
	words := text.Width
	if r.count.Text != "" {
		words += chipGap + count.Width
	}
	at := fyne.NewPos((size.Width-words)/2, (size.Height-text.Height)/2)
	r.text.Move(at)
	r.text.Resize(text)
	r.count.Move(at.AddXY(words-count.Width, 0))
	r.count.Resize(count)
}

// chipInset is at both ends of the words, and chipGap before the number.
const chipInset, chipGap = 10, 6

// MinSize has room for the bold text of a choice that is made as well, so that
// nothing moves when one is.
func (r *chipRenderer) MinSize() fyne.Size {
	size := fyne.MeasureText(r.text.Text, r.text.TextSize, fyne.TextStyle{Bold: true})
	if r.chip.most > 0 {
		digits := strings.Repeat("0", len(strconv.Itoa(r.chip.most)))
		size.Width += chipGap + fyne.MeasureText(digits, r.count.TextSize, fyne.TextStyle{}).Width
	}
	return size.AddWidthHeight(2*chipInset, chipInset)
}

func (r *chipRenderer) Refresh() {
	r.update()
	r.Layout(r.chip.Size())
	canvas.Refresh(r.chip)
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.text, r.count, r.halo}
}

func (r *chipRenderer) Destroy() {}
