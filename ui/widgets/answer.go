package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Answer is one of the answers to a question. It is like a Chip, but has as many
// words as it takes: they break where a line ends.
type Answer struct {
	Pressable
	words    *Text
	text     string
	selected bool
}

// The words of an answer that is not given, and of one that is.
var (
	answerOpen  = Style{size: fynetheme.SizeNameCaptionText, color: fynetheme.ColorNameForeground, centered: true}
	answerGiven = Style{size: fynetheme.SizeNameCaptionText, color: fynetheme.ColorNameForegroundOnPrimary, bold: true, centered: true}
)

// NewAnswer makes an answer that is not given; pressed is called for a click,
// space or enter.
func NewAnswer(text string, pressed func()) *Answer {
	a := &Answer{Pressable: Pressable{Pressed: pressed}, words: NewText(text, answerOpen), text: text}
	a.ExtendBaseWidget(a)
	return a
}

// Select shows whether the answer is given.
func (a *Answer) Select(selected bool) {
	if selected == a.selected {
		return
	}
	a.selected = selected
	if selected {
		a.words.Restyle(answerGiven)
	} else {
		a.words.Restyle(answerOpen)
	}
	a.Refresh()
}

// Selected tells whether the answer is given.
func (a *Answer) Selected() bool { return a.selected }

// AccessibilityLabel is what a screen reader says.
func (a *Answer) AccessibilityLabel() string { return a.text }

// AccessibilityRole says that the answer is pressed like a button.
func (a *Answer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// line is the size of the answer on one line. There is room for the bold text of
// a given answer as well, so that nothing moves when it is given.
func (a *Answer) line() fyne.Size {
	const rounding = 2
	text := fyne.MeasureText(a.text, fynetheme.Size(fynetheme.SizeNameCaptionText), fyne.TextStyle{Bold: true})
	return text.AddWidthHeight(2*textInset()+rounding, 2*textInset()-2*answerTrim)
}

// CreateRenderer draws the answer.
func (a *Answer) CreateRenderer() fyne.WidgetRenderer {
	r := &answerRenderer{answer: a, field: canvas.NewRectangle(color.Transparent), halo: canvas.NewRectangle(color.Transparent)}
	r.update()
	return r
}

type answerRenderer struct {
	answer      *Answer
	field, halo *canvas.Rectangle
}

func (r *answerRenderer) update() {
	a := r.answer
	r.field.FillColor = fynetheme.Color(fynetheme.ColorNameButton)
	if a.selected {
		r.field.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
	}
	r.field.CornerRadius = a.line().Height / 2
	r.halo.CornerRadius = r.field.CornerRadius
	r.halo.FillColor, r.halo.StrokeWidth = color.Transparent, 0
	if a.Hovered {
		r.halo.FillColor = fynetheme.Color(fynetheme.ColorNameHover)
	}
	if a.Focused {
		r.halo.StrokeColor, r.halo.StrokeWidth = fynetheme.Color(fynetheme.ColorNameFocus), 3
	}
}

// answerTrim is how much of a text's own padding is not wanted above and below.
const answerTrim = 4

func (r *answerRenderer) Layout(size fyne.Size) {
	r.field.Resize(size)
	r.halo.Resize(size)
	r.answer.words.Move(fyne.NewPos(0, -answerTrim))
	r.answer.words.Resize(size.AddWidthHeight(0, 2*answerTrim))
}

func (r *answerRenderer) MinSize() fyne.Size {
	return r.answer.words.MinSize().SubtractWidthHeight(0, 2*answerTrim)
}

func (r *answerRenderer) Refresh() {
	r.update()
	r.answer.words.Refresh()
	r.Layout(r.answer.Size())
	canvas.Refresh(r.answer)
}

func (r *answerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.field, r.answer.words, r.halo}
}

func (r *answerRenderer) Destroy() {}

// NewAnswers sets answers side by side, as NewFlow does, each on one line if it
// fits.
func NewAnswers(answers ...*Answer) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(answers))
	for i, a := range answers {
		objects[i] = a
	}
	return container.New(&answersLayout{}, objects...)
}

// answersLayout keeps its last width for the same reason as columns.
type answersLayout struct {
	width float32
}

func (l *answersLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.each(objects, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

func (l *answersLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	l.each(objects, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		size.Width = max(size.Width, 2*textInset()+o.MinSize().Width)
		size.Height = at.Y + s.Height
	})
	return size
}

func (l *answersLayout) each(objects []fyne.CanvasObject, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) {
	const gap = 8
	left, right := textInset(), l.width-textInset()
	x, y, line := left, float32(0), float32(0)
	for _, o := range objects {
		width := max(min(o.(*Answer).line().Width, right-left), 0)
		o.Resize(fyne.NewSize(width, o.Size().Height))
		height := o.MinSize().Height
		if x > left && x+width > right {
			x, y, line = left, y+line+gap, 0
		}
		place(o, fyne.NewPos(x, y), fyne.NewSize(width, height))
		x += width + gap
		line = max(line, height)
	}
}
