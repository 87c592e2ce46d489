package before

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

var zoom = Model{
	Tool: "Zoom", Company: "Fjordbygg AS", Unapproved: true, Note: "Bruk Teams.",
	Points: []Point{
		{Text: "Slå på venterommet, så du selv slipper inn hver enkelt.", Source: "https://example.com/lobby", SourceTitle: "Zoom Support"},
		{Text: "La KI-notater være av når temaet er fortrolig."},
	},
}

// newSheet shows the sheet in a window; asked is what it asks the shell for.
func newSheet(t *testing.T, language locales.Language, scale float32, model Model) (s *Sheet, w fyne.Window, asked *[]string) {
	t.Helper()
	texts, err := locales.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: scale}))
	w = test.NewTempWindow(t, container.NewWithoutLayout())
	w.Resize(fyne.NewSize(640, 480))
	asked = &[]string{}
	say := func(what string) { *asked = append(*asked, what) }
	s = Show(w, texts, model, Actions{
		Open: func(again bool) {
			if again {
				say("open, and show it again")
				return
			}
			say("open")
		},
		Cancelled: func() { say("cancelled") },
		Source:    func(url string) { say(url) },
	})
	return s, w, asked
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
		do   func(s *Sheet, w fyne.Window)
		want []string
		over bool
	}{
		{"enter opens", func(_ *Sheet, w fyne.Window) { key(w, fyne.KeyReturn) }, []string{"open"}, true},
		{"space opens", func(_ *Sheet, w fyne.Window) { key(w, fyne.KeySpace) }, []string{"open"}, true},
		{"opens once", func(s *Sheet, w fyne.Window) { key(w, fyne.KeyReturn); s.goOn() }, []string{"open"}, true},
		{"with the tick taken away", func(s *Sheet, w fyne.Window) {
			w.Canvas().Focus(s.tick)
			key(w, fyne.KeySpace)
			w.Canvas().Focus(s.open)
			key(w, fyne.KeyReturn)
		}, []string{"open, and show it again"}, true},
		{"ticked twice", func(s *Sheet, w fyne.Window) {
			w.Canvas().Focus(s.tick)
			key(w, fyne.KeySpace, fyne.KeyReturn)
			test.Tap(s.open)
		}, []string{"open"}, true},
		{"escape", func(_ *Sheet, w fyne.Window) { key(w, fyne.KeyEscape) }, []string{"cancelled"}, true},
		{"escape with the keys nowhere", func(_ *Sheet, w fyne.Window) {
			w.Canvas().Unfocus()
			key(w, fyne.KeyEscape)
		}, []string{"cancelled"}, true},
		{"closed twice", func(s *Sheet, _ fyne.Window) { s.Close(); s.Close() }, []string{"cancelled"}, true},
		{"the source", func(_ *Sheet, w fyne.Window) {
			for range 10 {
				if _, ok := w.Canvas().Focused().(*link); ok {
					break
				}
				w.Canvas().FocusNext()
			}
			key(w, fyne.KeyReturn)
		}, []string{"https://example.com/lobby"}, false},
		{"others", func(_ *Sheet, w fyne.Window) { key(w, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyF1) }, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, asked := newSheet(t, locales.Norwegian, 1, zoom)
			tt.do(s, w)
			if !slices.Equal(*asked, tt.want) || s.sheet.Gone() != tt.over {
				t.Errorf("asked for %v, want %v; the sheet is gone: %v", *asked, tt.want, s.sheet.Gone())
			}
		})
	}
}

// Escape closes the sheet from wherever the tabulator leads.
func TestEscapeFromEverywhere(t *testing.T) {
	const stops = 4 // the source, the tick and the two buttons
	seen := map[fyne.Focusable]bool{}
	for stop := range stops {
		s, w, asked := newSheet(t, locales.Norwegian, 1, zoom)
		for range stop {
			w.Canvas().FocusNext()
		}
		seen[w.Canvas().Focused()] = true
		key(w, fyne.KeyEscape)
		if !slices.Equal(*asked, []string{"cancelled"}) || !s.sheet.Gone() {
			t.Errorf("from stop %d: asked for %v", stop, *asked)
		}
	}
	if len(seen) != stops {
		t.Errorf("the tabulator leads to %d places", len(seen))
	}
}

// The window takes the sheet away when it turns to another page: then the keys
// are the window's again.
func TestTakenAwayByTheWindow(t *testing.T) {
	s, w, asked := newSheet(t, locales.Norwegian, 1, zoom)
	var got []fyne.KeyName
	s.sheet.Close()
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { got = append(got, k.Name) })
	s.sheet.Open(func(k *fyne.KeyEvent) { s.key(k) })
	w.Canvas().Overlays().Remove(s.sheet)
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
	s.goOn()
	if !slices.Equal(got, []fyne.KeyName{fyne.KeyEscape, fyne.KeyF1}) || len(*asked) != 0 || s.Close() {
		t.Errorf("the window got %v; asked for %v", got, *asked)
	}
}

func TestTheVerdictIsShownWhereThereIsOne(t *testing.T) {
	words := func(s *Sheet) (all []string) {
		for _, o := range test.LaidOutObjects(s.sheet.Content) {
			if text, ok := o.(*widgets.Text); ok {
				all = append(all, text.String())
			}
		}
		return all
	}
	const verdict = "Fjordbygg AS har ikke godkjent Zoom. Spør arbeidsgiveren før du bruker det til noe fortrolig. Bruk Teams."
	s, _, _ := newSheet(t, locales.Norwegian, 1, zoom)
	if !slices.Contains(words(s), verdict) {
		t.Errorf("it says %q", words(s))
	}
	approved := zoom
	approved.Unapproved = false
	s, _, _ = newSheet(t, locales.Norwegian, 1, approved)
	if slices.Contains(words(s), verdict) {
		t.Error("an approved tool is warned of")
	}
}

// The whole sheet has room in the smallest window with the largest text, and
// what is to be read scrolls with the keys where it must.
func TestEverythingFits(t *testing.T) {
	for _, language := range locales.Languages() {
		for _, scale := range []float32{1, 2} {
			s, w, _ := newSheet(t, language, scale, zoom)
			if least := s.sheet.MinSize(); least.Width > 640 || least.Height > 480 {
				t.Errorf("%s, text %v: the sheet needs %v", language, scale, least)
			}
			content, room := s.points.Content.Size().Height, s.points.Size().Height
			if scale == 1 && content > room {
				t.Errorf("%s: %v of what there is to read is out of sight", language, content-room)
			}
			for range 20 {
				key(w, fyne.KeyPageDown)
			}
			if at := s.points.Offset.Y; content > room && at < content-room-1 {
				t.Errorf("%s, text %v: it scrolls to %v of %v", language, scale, at, content-room)
			}
			for range 20 {
				key(w, fyne.KeyPageUp)
			}
			if at := s.points.Offset.Y; at != 0 {
				t.Errorf("%s, text %v: back at the top it stands at %v", language, scale, at)
			}
		}
	}
}
