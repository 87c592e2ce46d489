package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// Badge is a word or two on a field of colour, beside what they are said of.
type Badge struct {
	widget.BaseWidget
	text      string
	fill, ink fyne.ThemeColorName
}

// NewBadge makes a badge that is seen and not pressing.
func NewBadge(text string) *Badge {
	return newBadge(text, theme.ColorNameTint, theme.ColorNameOnTint)
}

// NewAlert makes a badge that wants attention.
func NewAlert(text string) *Badge {
	return newBadge(text, theme.ColorNameNotice, theme.ColorNameOnNotice)
}

func newBadge(text string, fill, ink fyne.ThemeColorName) *Badge {
	b := &Badge{text: text, fill: fill, ink: ink}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws the badge.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	r := &badgeRenderer{badge: b, field: canvas.NewRectangle(color.Transparent), text: canvas.NewText(b.text, color.Transparent)}
	r.update()
	return r
}

type badgeRenderer struct {
	badge *Badge
	field *canvas.Rectangle
	text  *canvas.Text
}

func (r *badgeRenderer) update() {
	r.field.FillColor = fynetheme.Color(r.badge.fill)
	r.text.Color = fynetheme.Color(r.badge.ink)
	r.text.TextSize = fynetheme.Size(fynetheme.SizeNameCaptionText)
}

const badgeInset = 8

// Layout draws the badge in the middle of its room.
func (r *badgeRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	y := (size.Height - least.Height) / 2
	r.field.CornerRadius = least.Height / 2
	r.field.Resize(fyne.NewSize(size.Width, least.Height))
	r.field.Move(fyne.NewPos(0, y))
	text := r.text.MinSize()
	r.text.Resize(text)
	r.text.Move(fyne.NewPos((size.Width-text.Width)/2, y+(least.Height-text.Height)/2))
}

func (r *badgeRenderer) MinSize() fyne.Size {
	return r.text.MinSize().AddWidthHeight(2*badgeInset, badgeInset/2)
}

func (r *badgeRenderer) Refresh() {
	r.update()
	r.Layout(r.badge.Size())
	canvas.Refresh(r.badge)
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.field, r.text} }

func (r *badgeRenderer) Destroy() {}
