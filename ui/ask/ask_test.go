package ask

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

const question = "Slette kalenderen «Jobb»? Adressen må limes inn på nytt."

// ask asks the question in a window; done is how often it was answered by yes.
func ask(t *testing.T, scale float32, question string) (q *Question, w fyne.Window, done *int) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
	w = test.NewTempWindow(t, container.NewWithoutLayout())
	w.Resize(fyne.NewSize(640, 480))
	done = new(int)
	return Show(w, texts, question, "Slett", func() { *done++ }), w, done
}

func key(w fyne.Window, names ...fyne.KeyName) {
	for _, name := range names {
		event := &fyne.KeyEvent{Name: name}
		if f := w.Canvas().Focused(); f != nil {
			f.TypedKey(event)
		} else {
			w.Canvas().OnTypedKey()(event)
		}
	}
}

func TestWhatTheKeysDo(t *testing.T) {
	tests := []struct {
		name string
		do   func(w fyne.Window)
		yes  int
		gone bool
	}{
		{"enter does nothing but close it", func(w fyne.Window) { key(w, fyne.KeyReturn) }, 0, true},
		{"yes by enter", func(w fyne.Window) { w.Canvas().FocusPrevious(); key(w, fyne.KeyReturn) }, 1, true},
		{"yes by space", func(w fyne.Window) { w.Canvas().FocusPrevious(); key(w, fyne.KeySpace) }, 1, true},
		{"escape", func(w fyne.Window) { key(w, fyne.KeyEscape) }, 0, true},
		{"escape on yes", func(w fyne.Window) { w.Canvas().FocusPrevious(); key(w, fyne.KeyEscape) }, 0, true},
		{"escape with the keys nowhere", func(w fyne.Window) { w.Canvas().Unfocus(); key(w, fyne.KeyEscape) }, 0, true},
		{"others", func(w fyne.Window) { key(w, fyne.KeyDown, fyne.KeyUp, fyne.KeyF1) }, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			q, w, done := ask(t, 1, question)
			tt.do(w)
			if *done != tt.yes || q.sheet.Gone() != tt.gone {
				t.Errorf("done %d times, want %d; gone: %v", *done, tt.yes, q.sheet.Gone())
			}
		})
	}
}

func TestItIsDoneOnce(t *testing.T) {
	q, _, done := ask(t, 1, question)
	q.goOn()
	q.goOn()
	if *done != 1 {
		t.Errorf("it is done %d times", *done)
	}
}

// A long question scrolls in the smallest window with the largest text; a
// short one takes no more room than it needs.
func TestEveryQuestionFits(t *testing.T) {
	short, _, _ := ask(t, 1, question)
	if height := short.sheet.Content.Size().Height; height > 200 {
		t.Errorf("a short question takes %v", height)
	}
	if over := short.text.Content.Size().Height - short.text.Size().Height; over > 0 {
		t.Errorf("%v of a short question is out of sight", over)
	}
	long, w, _ := ask(t, 2, strings.Repeat(question+" ", 20))
	if size := long.sheet.Content.Size(); size.Width > 640 || size.Height > 480 {
		t.Errorf("a long question takes %v", size)
	}
	key(w, fyne.KeyDown)
	if long.text.Offset.Y == 0 {
		t.Error("a long question does not scroll with the keys")
	}
}
