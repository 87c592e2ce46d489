package report

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/checklists/report"
)

// heights tells about how high rows are that are not built.
type heights struct {
	one         float32 // of a row with a title and one line below it, neither wrapping
	title       float32 // what a further line of the title adds
	below       float32 // what a further line below it adds
	titleLetter float32 // how wide a letter is on average
	belowLetter float32
}

// of is about how high a row is at a width. It is asked often, and so looks no
// words up.
func (h *heights) of(r *row, width float32) float32 {
	if h.one == 0 {
		h.measure(r)
	}
	room := max(width-signSide()-signInset-2*fynetheme.Size(fynetheme.SizeNameInnerPadding), h.titleLetter)
	height := h.one + h.title*float32(lines(r.answer.Title, h.titleLetter, room)-1)
	under := lines(r.answer.Reason, h.belowLetter, room) + lines(r.answer.Note, h.belowLetter, room)
	return height + h.below*float32(under)
}

// lines is about how many lines a text takes.
func lines(text string, letter, room float32) int {
	n := 0
	for line := range strings.Lines(text) {
		n += int(float32(utf8.RuneCountInString(line))*letter/room) + 1
	}
	return n
}

// measure builds rows to learn from; they are never shown.
func (h *heights) measure(like *row) {
	a := like.answer
	title := a.Title
	a.Reason, a.Note = "", ""
	h.one = sampleHeight(like, a)
	a.Title = title + "\n" + title
	h.title = sampleHeight(like, a) - h.one
	a.Title, a.Note = title, title+"\n"+title
	// A note is a text of its own, closer to the line above than its own lines.
	h.below = (sampleHeight(like, a) - h.one) / 2
	h.titleLetter = letter(title, fynetheme.SizeNameText)
	h.belowLetter = letter(title, fynetheme.SizeNameCaptionText)
}

// sampleHeight is how high a row is when no line wraps.
func sampleHeight(like *row, answer report.Answer) float32 {
	const wide = 10000
	r := &row{texts: like.texts, heights: like.heights, answer: answer}
	sample := r.Build()
	sample.Resize(fyne.NewSize(wide, 0))
	return sample.MinSize().Height
}

func letter(text string, size fyne.ThemeSizeName) float32 {
	width := fyne.MeasureText(text, fynetheme.Size(size), fyne.TextStyle{}).Width
	return width / float32(max(utf8.RuneCountInString(text), 1))
}
