package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAnswersArePressedByMouseAndKeys(t *testing.T) {
	useTheme(t, 1)
	pressed := 0
	a := NewAnswer("Bare kolleger", func() { pressed++ })
	test.NewTempWindow(t, a)
	test.Tap(a)
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if pressed != 2 || a.AccessibilityLabel() != "Bare kolleger" || a.AccessibilityRole() != fyne.AccessibleRoleButton {
		t.Errorf("pressed %d times, a screen reader says %q", pressed, a.AccessibilityLabel())
	}
}

func TestAnswerShowsThatItIsGiven(t *testing.T) {
	useTheme(t, 1)
	a := NewAnswer("Bare kolleger", func() {})
	test.NewTempWindow(t, a)
	field := test.WidgetRenderer(a).(*answerRenderer).field
	open := field.FillColor
	for _, given := range []bool{true, true, false} {
		a.Select(given)
		if changed := field.FillColor != open; changed != given || a.Selected() != given {
			t.Errorf("it looks given: %v, want %v", changed, given)
		}
	}
}

// An answer stays where it is when it or another is given.
func TestAnswersDoNotMoveWhenGiven(t *testing.T) {
	useTheme(t, 1)
	first, second := NewAnswer("Bare kolleger", func() {}), NewAnswer("Også folk utenfra", func() {})
	w := test.NewTempWindow(t, NewAnswers(first, second))
	w.Resize(fyne.NewSize(400, 60))
	before := second.Position()
	first.Select(true)
	w.Resize(fyne.NewSize(400, 61))
	if second.Position() != before {
		t.Errorf("it moved from %v to %v", before, second.Position())
	}
}

func TestAnswersBreakWhereALineEnds(t *testing.T) {
	const long = "Hvor som helst, med databehandleravtale"
	tests := []struct {
		name    string
		width   float32
		beside  bool // the second stands beside the first
		oneLine bool // the long one is on one line
	}{
		{"wide", 600, true, true},
		{"narrow", 300, false, true},
		{"narrower than the words", 180, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			short, wordy := NewAnswer("I EU", func() {}), NewAnswer(long, func() {})
			box := NewAnswers(short, wordy)
			test.NewTempWindow(t, box).Resize(fyne.NewSize(tt.width, 200))
			box.Resize(fyne.NewSize(tt.width, 200))
			if beside := wordy.Position().Y == 0; beside != tt.beside {
				t.Errorf("they stand beside each other: %v, want %v", beside, tt.beside)
			}
			if oneLine := wordy.Size().Height == short.Size().Height; oneLine != tt.oneLine {
				t.Errorf("it is on one line: %v, want %v", oneLine, tt.oneLine)
			}
			if end := wordy.Position().X + wordy.Size().Width; end > tt.width {
				t.Errorf("it ends at %v of %v", end, tt.width)
			}
			if least := box.MinSize().Width; least > tt.width {
				t.Errorf("they need %v of %v", least, tt.width)
			}
		})
	}
}
