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
	"hjemmekontor/ui/widgets"
)

var today = time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)

// fjord is a company that approves of one tool and not of another.
func fjord() Model {
	return Model{
		Company: "Fjord Regnskap AS", Now: today,
		Verdicts: map[tools.ID]Verdict{
			tools.Teams: {Approved: true, Note: "Til alle møter"},
			tools.Zoom:  {Note: "Mangler avtale"},
		},
		Startable: map[tools.ID]bool{tools.Zoom: true, tools.Teams: true, tools.Meet: true, tools.Webex: true},
	}
}

// desk is the guide in a window, and what has been asked of the shell.
type desk struct {
	*Screen
	window fyne.Window
	asked  []string
}

// look is how the guide is shown.
type look struct {
	language locales.Language
	size     fyne.Size
	scale    float32
}

var usual = look{locales.Norwegian, fyne.NewSize(900, 720), 1}

// newDesk shows the guide to somebody whose company has said nothing.
func newDesk(t testing.TB, l look) *desk {
	t.Helper()
	texts, err := locales.Load(l.language)
	if err != nil {
		t.Fatal(err)
	}
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: l.scale}))
	d := &desk{}
	d.Screen = New(texts, guide, Actions{
		Open:       func(url string) { d.ask("open", url) },
		NewMeeting: func(tool tools.ID) { d.ask("meet", string(tool)) },
		OwnCall:    func() { d.ask("call") },
		Focus:      func(f fyne.Focusable) { d.window.Canvas().Focus(f) },
	})
	d.window = test.NewTempWindow(t, d.Object())
	d.window.SetPadded(false)
	d.window.Resize(l.size)
	d.Show(Model{Now: today})
	return d
}

func (d *desk) ask(words ...string) { d.asked = append(d.asked, strings.Join(words, " ")) }

// wants checks what has been asked of the shell since the last time.
func (d *desk) wants(t *testing.T, asked ...string) {
	t.Helper()
	if !slices.Equal(d.asked, asked) {
		t.Errorf("asked for %q, want %q", d.asked, asked)
	}
	d.asked = nil
}

// settle lays the window out anew, as a real one does by itself when something
// on it grows.
func (d *desk) settle() {
	size := d.window.Canvas().Size()
	d.window.Resize(size.AddWidthHeight(0, 1))
	d.window.Resize(size)
}

// reach goes by keyboard to what is called this, and tells whether there is
// such a thing.
func (d *desk) reach(name string) bool {
	const most = 400
	for range most {
		d.window.Canvas().FocusNext()
		if called(d.window.Canvas().Focused()) == joined(name) {
			return true
		}
	}
	return false
}

// press goes by keyboard to what is called this and presses it.
func (d *desk) press(t *testing.T, name string) {
	t.Helper()
	if !d.reach(name) {
		t.Fatalf("the keyboard leads to nothing called %q", name)
	}
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	d.settle()
}

// called is the name of something that can be pressed, without blanks.
func called(f fyne.Focusable) string {
	switch f := f.(type) {
	case *widget.Button:
		return joined(f.Text)
	case *widget.Hyperlink:
		return joined(f.Text)
	case *widgets.Answer:
		return joined(f.AccessibilityLabel())
	case *widgets.Disclosure:
		return words(f)
	}
	return ""
}

// words is all that is written in an object, without the blanks, at which lines
// may be broken.
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

func joined(text string) string { return strings.Join(strings.Fields(text), "") }

// tells checks that the page shows some words and not others.
func (d *desk) tells(t *testing.T, wanted []string, not ...string) {
	t.Helper()
	shown := words(d.page.Content)
	for _, text := range wanted {
		if !strings.Contains(shown, joined(text)) {
			t.Errorf("the page does not say %q", text)
		}
	}
	for _, text := range not {
		if strings.Contains(shown, joined(text)) {
			t.Errorf("the page says %q", text)
		}
	}
}

func TestChoosingComesFirst(t *testing.T) {
	d := newDesk(t, usual)
	d.tells(t, []string{"Svar på det du vet; resten teller ikke."}, "Dette passer best", "Begynn på nytt")
	for _, way := range []struct{ name, says string }{
		{"Sammenlign", "Vis også det som er likt"}, {"Les om", "Slik holder du et trygt møte i Zoom"}, {"Velg verktøy", "Svar på det du vet"},
	} {
		d.press(t, way.name)
		d.tells(t, []string{way.says})
	}
	d.wants(t)
}

func TestWhatWasShownIsKept(t *testing.T) {
	d := newDesk(t, usual)
	d.Show(fjord())
	first := d.body.Objects[0]
	d.press(t, "Sammenlign")
	d.press(t, "Velg verktøy")
	if d.body.Objects[0] != first {
		t.Error("the questions were built again")
	}
	later := fjord()
	later.Now = today.Add(time.Hour)
	d.Show(later)
	if d.body.Objects[0] != first {
		t.Error("an hour has made the facts older")
	}
	later.Now = today.AddDate(0, 0, 1)
	d.Show(later)
	if d.body.Objects[0] == first {
		t.Error("a day has not made the facts older")
	}
}

// state is something chosen everywhere.
func state() State {
	return State{
		Way: Read, Tool: tools.Webex, Role: tools.Participant, Alike: true,
		Answers: map[tools.QuestionID]tools.AnswerID{"talk": "confidential", "size": "pair"},
	}
}

func TestWhatIsChosenOutlivesAChangeOfLanguage(t *testing.T) {
	norwegian := newDesk(t, usual)
	norwegian.Restore(state())
	english := newDesk(t, look{locales.English, usual.size, 1})
	english.Restore(norwegian.State())
	english.tells(t, []string{"How to hold a safe meeting in Cisco Webex"})
	english.press(t, "Compare")
	english.tells(t, []string{"Show what is alike as well"})
	english.press(t, "Choose a tool")
	english.tells(t, []string{"What suits you best"})
	want := state()
	want.Way = Choose
	if got := english.State(); got.Tool != want.Tool || got.Role != want.Role || !got.Alike || len(got.Answers) != len(want.Answers) {
		t.Errorf("it is %+v, want %+v", got, want)
	}
}

func TestRestoringNothingChoosesNothing(t *testing.T) {
	d := newDesk(t, usual)
	d.Restore(State{})
	d.tells(t, []string{"Svar på det du vet"})
	d.Restore(State{Way: Read, Tool: "gone"})
	d.tells(t, []string{"Svar på det du vet"}, "Slik holder du")
}

func TestAnotherScreenOpensATool(t *testing.T) {
	d := newDesk(t, usual)
	d.page.ScrollToOffset(fyne.NewPos(0, 300))
	d.OpenTool(tools.Meet)
	d.tells(t, []string{"Slik holder du et trygt møte i Google Meet"})
	if d.reading.Selected() != string(tools.Meet) || d.ways.Selected() != string(Read) || d.page.Offset.Y != 0 {
		t.Errorf("%q is chosen of %q, %v down", d.reading.Selected(), d.ways.Selected(), d.page.Offset.Y)
	}
	d.OpenTool("gone")
	d.tells(t, []string{"Slik holder du et trygt møte i Google Meet"})
}

// The page fits the narrowest window, and the two that people have most.
func TestEverythingFits(t *testing.T) {
	states := map[string]State{
		"choose": {}, "ranked": {Answers: state().Answers}, "compare": {Way: Compare, Alike: true},
		"zoom": {Way: Read, Tool: tools.Zoom}, "skype": {Way: Read, Tool: tools.Skype},
	}
	for _, language := range locales.Languages() {
		for _, l := range []look{
			{language, fyne.NewSize(400, 700), 1}, {language, fyne.NewSize(520, 700), 2},
			{language, fyne.NewSize(640, 700), 1}, {language, fyne.NewSize(1100, 720), 2},
		} {
			d := newDesk(t, l)
			d.Show(fjord())
			for name, state := range states {
				d.Restore(state)
				d.settle()
				if least := d.page.Content.MinSize().Width; least > l.size.Width {
					t.Errorf("%s, %s, %v at %v: the page needs %v", language, name, l.size.Width, l.scale, least)
				}
			}
		}
	}
}
