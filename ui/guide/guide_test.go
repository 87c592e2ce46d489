package guide

import (
	"html"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
)

var today = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// newScreen shows the guide in a window; what it asks to open is added to
// opened.
func newScreen(t *testing.T) (s *Screen, w fyne.Window, opened *[]string) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	opened = new([]string)
	s = New(texts, guide, today, Actions{Open: func(url string) { *opened = append(*opened, url) }})
	w = test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 700))
	return s, w, opened
}

// words is all that is written in an object, with nothing between the lines
// that a text is broken into.
func words(o fyne.CanvasObject) string {
	var all strings.Builder
	for line := range strings.Lines(test.RenderObjectToMarkup(o)) {
		if text, found := strings.CutPrefix(strings.TrimSpace(line), "<text"); found {
			_, text, _ = strings.Cut(text, ">")
			all.WriteString(strings.TrimSuffix(text, "</text>") + " ")
		}
	}
	return joined(html.UnescapeString(all.String()))
}

// joined is a text without the blanks, at which lines may be broken.
func joined(text string) string { return strings.Join(strings.Fields(text), "") }

// choose goes by keyboard to the choice of this name and takes it.
func choose(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	const most = 1000
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == name {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no choice %q", name)
}

func TestEveryToolHasItsPage(t *testing.T) {
	s, w, _ := newScreen(t)
	for _, tool := range s.guide.Tools() {
		t.Run(tool.Name, func(t *testing.T) {
			name := tool.Name
			if tool.Retired {
				name += " (nedlagt)"
			}
			choose(t, w, name)
			if got := s.choice.Selected(); got != string(tool.ID) {
				t.Fatalf("%q is chosen", got)
			}
			shown := words(s.body)
			for _, fact := range tool.Facts {
				if text := s.texts.Text(fact.Key()); !strings.Contains(shown, joined(text)) {
					t.Errorf("fact %s is not shown: %q", fact.ID, text)
				}
			}
			for _, group := range tool.SummaryGroups() {
				if text := s.texts.Text(tool.SummaryKey(group)); !tool.Retired && !strings.Contains(shown, joined(text)) {
					t.Errorf("the summary of %s is not shown", group)
				}
			}
		})
	}
}

func TestSkypeIsSaidToBeRetired(t *testing.T) {
	s, w, _ := newScreen(t)
	choose(t, w, "Skype (nedlagt)")
	shown := words(s.body)
	skype, _ := s.guide.Tool(tools.Skype)
	for _, want := range []string{
		"Skype ble lagt ned 5. mai 2025 og kan ikke brukes lenger.", s.texts.Text(skype.RetiredKey()),
	} {
		if !strings.Contains(shown, joined(want)) {
			t.Errorf("it does not say %q", want)
		}
	}
	if strings.Contains(shown, joined(s.texts.Text(tools.KeyCheckPrice))) {
		t.Error("one is told to check the price of what cannot be bought")
	}
}

func TestPricesAreToBeChecked(t *testing.T) {
	s, w, opened := newScreen(t)
	choose(t, w, "Zoom")
	if !strings.Contains(words(s.body), joined(s.texts.Text(tools.KeyCheckPrice))) {
		t.Error("nobody is told to check the price")
	}
	choose(t, w, "Leverandørens side")
	zoom, _ := s.guide.Tool(tools.Zoom)
	if !slices.Equal(*opened, []string{zoom.HomeURL}) {
		t.Errorf("%q is opened, want %q", *opened, zoom.HomeURL)
	}
}

func TestComparisonComesFirstAndHasEveryCell(t *testing.T) {
	s, w, _ := newScreen(t)
	if s.choice.Selected() != compare {
		t.Fatalf("%q is shown first", s.choice.Selected())
	}
	first := s.body.Objects[0]
	shown := words(first)
	for _, topic := range s.guide.Topics() {
		if !strings.Contains(shown, joined(s.texts.Text(topic.Key()))) {
			t.Errorf("topic %s is not shown", topic.ID)
		}
		for _, tool := range s.guide.Tools() {
			cell, ok := s.guide.Cell(tool.ID, topic.ID)
			want := "–"
			if ok {
				want = s.texts.Text(cell.Key())
			} else if tool.Retired {
				want = "Nedlagt"
			}
			if got := words(s.cell(tool, topic)); !strings.HasPrefix(got, joined(tool.Name)) || !strings.Contains(got, joined(want)) {
				t.Errorf("%s on %s shows %q, want %q", tool.Name, topic.ID, got, want)
			}
		}
	}
	choose(t, w, "Zoom")
	choose(t, w, "Sammenlign")
	if s.body.Objects[0] != first {
		t.Error("the comparison was built again, and where one had scrolled to is lost")
	}
}

func TestAdviceStandsAboveAll(t *testing.T) {
	s, _, _ := newScreen(t)
	shown := words(s.page.Content)
	for _, a := range s.guide.Advice() {
		for _, key := range []string{a.TitleKey(), a.TextKey()} {
			at := strings.Index(shown, joined(s.texts.Text(key)))
			if at < 0 || at > strings.Index(shown, joined("Sammenlign")) {
				t.Errorf("%s is not shown above the choice", key)
			}
		}
	}
	chat := s.guide.Advice()[0]
	lines := s.adviceLines(chat).(*fyne.Container)
	line := joined(s.texts.Text(chat.LineKey(tools.Teams)))
	opener := lines.Objects[0].(fyne.Tappable)
	for _, want := range []bool{false, true, false} {
		if got := strings.Contains(words(lines), line); got != want {
			t.Errorf("what holds for Teams is shown: %v, want %v", got, want)
		}
		test.Tap(opener)
	}
}

func TestStanding(t *testing.T) {
	tests := []struct {
		name     string
		evidence tools.Evidence
		want     []string
	}{
		{"new", tools.Evidence{AsOf: "2026-10-01", Certainty: tools.High}, []string{"1. oktober 2026"}},
		{"a month alone", tools.Evidence{AsOf: "2026-08", Certainty: tools.High}, []string{"august 2026"}},
		{"old", tools.Evidence{AsOf: "2024-08-23", Certainty: tools.Low}, []string{"23. august 2024", "over ett år gammelt"}},
	}
	s, _, _ := newScreen(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := strings.Join(append(tt.want, s.texts.Text(tt.evidence.Certainty.Key())), " · ")
			if got := s.standing(tt.evidence); got != want {
				t.Errorf("it says %q, want %q", got, want)
			}
		})
	}
	undated := s.standing(tools.Evidence{Certainty: tools.Medium})
	if !strings.HasPrefix(undated, s.texts.Text(tools.KeyUndated)) || strings.Contains(undated, "gammelt") {
		t.Errorf("without a date it says %q", undated)
	}
}

func TestEvidenceOpensItsSources(t *testing.T) {
	s, _, opened := newScreen(t)
	for _, tool := range s.guide.Tools() {
		for _, fact := range tool.Facts {
			*opened = nil
			links := s.evidence(fact.Evidence).(*fyne.Container).Objects[1:]
			for i, source := range fact.Sources {
				links[i].(*widget.Hyperlink).TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
				if len(*opened) != i+1 || (*opened)[i] != source.URL {
					t.Errorf("%s: %q opens %q", fact.ID, source.URL, *opened)
				}
			}
		}
	}
}
