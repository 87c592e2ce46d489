package launcher

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

// shell answers the screen as the app's does.
type shell struct {
	started int
	joined  []string
	problem string // what is wrong with every link; "" for nothing
	copied  string // what is on the clipboard
}

// newScreen shows the page in a window.
func newScreen(t *testing.T) (*Screen, fyne.Window, *shell) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	h := &shell{}
	var w fyne.Window
	s := New(texts, Actions{
		Start: func() { h.started++ },
		Join: func(text string) string {
			h.joined = append(h.joined, text)
			return h.problem
		},
		Clipboard: func() string { return h.copied },
		Focus:     func(f fyne.Focusable) { w.Canvas().Focus(f) },
	})
	w = test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 700))
	return s, w, h
}

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 20
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

func shows(s *Screen, words string) bool {
	return strings.Contains(test.RenderObjectToMarkup(s.Object()), words)
}

const invitation = "hjemmekontor:call/7-fjord-brunost?at=192.0.2.7:4000"

func TestStart(t *testing.T) {
	_, w, h := newScreen(t)
	press(t, w, "Start samtale")
	if h.started != 1 || len(h.joined) != 0 {
		t.Errorf("started %d calls, joined %q", h.started, h.joined)
	}
}

func TestJoin(t *testing.T) {
	tests := []struct {
		name string
		do   func(*testing.T, *Screen, fyne.Window)
	}{
		{"button", func(t *testing.T, s *Screen, w fyne.Window) {
			s.SetLink(invitation)
			press(t, w, "Bli med")
		}},
		{"enter", func(_ *testing.T, s *Screen, w fyne.Window) {
			s.AskForLink()
			test.Type(w.Canvas().Focused(), invitation)
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}},
		{"pasted", func(t *testing.T, _ *Screen, w fyne.Window) {
			press(t, w, "Lim inn")
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t)
			h.copied = invitation
			tt.do(t, s, w)
			if !slices.Equal(h.joined, []string{invitation}) {
				t.Errorf("joined %q", h.joined)
			}
			if s.Link() != "" {
				t.Errorf("the field still holds %q", s.Link())
			}
		})
	}
}

func TestBadLinkStaysToBeMended(t *testing.T) {
	s, w, h := newScreen(t)
	h.problem = "Noe mangler"
	s.SetLink("hjemmekontor:call/7-fj")
	press(t, w, "Bli med")
	if s.Link() != "hjemmekontor:call/7-fj" || !shows(s, "Noe mangler") {
		t.Errorf("the field holds %q, what is wrong is shown: %v", s.Link(), shows(s, "Noe mangler"))
	}
	h.problem = "Noe annet"
	press(t, w, "Bli med")
	if shows(s, "Noe mangler") || !shows(s, "Noe annet") {
		t.Error("what was wrong before is still shown")
	}
	h.problem = ""
	press(t, w, "Bli med")
	if s.Link() != "" || shows(s, "Noe annet") {
		t.Errorf("joined, the field holds %q", s.Link())
	}
}
