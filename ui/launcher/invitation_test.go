package launcher

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestRecognisedAtOnce(t *testing.T) {
	tests := []struct {
		text  string
		says  []string
		quiet []string // what is not said or offered
	}{
		{zoom, []string{
			"Zoom-møte 923 4567 8901", "Møtepassordet følger med.", "Fjordbygg AS har ikke godkjent Zoom.", "Bruk Teams.",
			"Åpne i Zoom-appen", "Åpne i nettleseren", "Kopier møte-ID", "Kopier møtepassord", "Lagre som favoritt",
		}, nil},
		{meet, []string{"Google Meet-møte", "Fjordbygg AS har godkjent Google Meet.", "Åpne i nettleseren"},
			[]string{"appen", "Kopier", "Passord"}},
		{skype, []string{"Skype er lagt ned, så møtet kan ikke åpnes."}, []string{"Åpne i", "Lagre"}},
		{ours, []string{"Samtale i Hjemmekontor", "Bli med i samtalen"}, []string{"Åpne i", "Lagre"}},
		{unknown, []string{"Vi kjenner ikke igjen example.com som en møtetjeneste.", "Åpne example.com i nettleseren", "Lagre som favoritt"}, nil},
		{"Hei, sees vi i morgen?", []string{"Det er ingen møtelenke i teksten."}, []string{"Åpne i"}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			s, _, h := newScreen(t)
			s.Paste(tt.text)
			for _, words := range tt.says {
				if !shows(s.invitation.object, words) {
					t.Errorf("%q is not shown", words)
				}
			}
			for _, words := range tt.quiet {
				if shows(s.invitation.object, words) {
					t.Errorf("%q is shown", words)
				}
			}
			if asks := h.asks(); asks != "" {
				t.Errorf("asked for %s", asks)
			}
		})
	}
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	for problem, want := range map[Problem]string{
		NoLink:     "Det er ingen møtelenke i teksten.",
		NotMeeting: "Lenken går ikke til et møte.",
		Incomplete: "Slutten av lenken mangler.",
		TooLong:    "Teksten er for lang.",
		CodeAlone:  "Koden alene er ikke nok.",
	} {
		s, _, h := newScreen(t)
		h.known["noe"] = Recognised{Problem: problem}
		s.Paste("noe")
		if shows(s.invitation.object, want) {
			t.Errorf("%q is said of what may have been typed", want)
		}
		s.invitation.submit()
		if !shows(s.invitation.object, want) || h.asks() != "" {
			t.Errorf("%q is not said", want)
		}
	}
	s, w, _ := newScreen(t)
	s.AskForLink()
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !shows(s.invitation.object, "Lim inn invitasjonen først.") {
		t.Error("nothing is said of an empty field")
	}
}

// While a link is typed letter by letter nothing is said to be wrong with it.
func TestTyping(t *testing.T) {
	s, w, h := newScreen(t)
	s.AskForLink()
	test.Type(w.Canvas().Focused(), "https://zoom.us/j/9")
	if s.invitation.answer.Visible() {
		t.Errorf("it says %q", said(s.invitation.answer))
	}
	test.Type(w.Canvas().Focused(), strings.TrimPrefix(zoom, "https://zoom.us/j/9"))
	if !shows(s.invitation.object, "Zoom-møte 923 4567 8901") {
		t.Error("the whole link is not recognised")
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	if got, want := h.asks(), "open "+zoom+" in app"; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	if s.State().Text != "" || s.invitation.answer.Visible() {
		t.Error("the field is not empty when it was opened")
	}
}

func TestWhatCanBeDone(t *testing.T) {
	tests := []struct{ text, words, want string }{
		{zoom, "Åpne i Zoom-appen", "open " + zoom + " in app"},
		{zoom, "Åpne i nettleseren", "open " + zoom + " in browser"},
		{zoom, "Kopier møte-ID", "copy number " + zoom},
		{zoom, "Kopier møtepassord", "copy passcode " + zoom},
		{meet, "Åpne i nettleseren", "open " + meet + " in browser"},
		{ours, "Bli med i samtalen", "call " + ours},
		{unknown, "Åpne example.com i nettleseren", "open " + unknown + " in browser"},
	}
	for _, tt := range tests {
		s, w, h := newScreen(t)
		s.Paste(tt.text)
		press(t, w, tt.words)
		if got := h.asks(); got != tt.want {
			t.Errorf("asked for %s, want %s", got, tt.want)
		}
	}
}

func TestEnterNeverOpensWhatIsNotKnown(t *testing.T) {
	for _, text := range []string{unknown, skype} {
		s, w, h := newScreen(t)
		s.AskForLink()
		s.Paste(text)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if asks := h.asks(); asks != "" {
			t.Errorf("asked for %s", asks)
		}
		if b, ok := w.Canvas().Focused().(*widget.Button); text == unknown && (!ok || b.Text != "Åpne example.com i nettleseren") {
			t.Errorf("the keys are in %T", w.Canvas().Focused())
		}
	}
}

func TestNotOpenedStaysToBeTriedAgain(t *testing.T) {
	s, w, h := newScreen(t)
	h.fails = true
	s.Paste(zoom)
	press(t, w, "Åpne i Zoom-appen")
	if s.State().Text != zoom {
		t.Errorf("the field holds %q", s.State().Text)
	}
	h.refuse = "Noe mangler"
	s.Paste(ours)
	press(t, w, "Bli med i samtalen")
	if s.State().Text != ours || !shows(s.invitation.object, "Noe mangler") {
		t.Errorf("the field holds %q", s.State().Text)
	}
	h.refuse = ""
	press(t, w, "Bli med i samtalen")
	if s.State().Text != "" || shows(s.invitation.object, "Noe mangler") {
		t.Errorf("joined, the field holds %q", s.State().Text)
	}
}

// What a text is opened as is the whole of it, of which the field shows the
// beginning.
func TestLongTexts(t *testing.T) {
	s, _, h := newScreen(t)
	mail := zoom + strings.Repeat("\nMed vennlig hilsen æøå", 50_000)
	h.known[mail] = h.known[zoom]
	pasted := func(text string) {
		clipboard := fyne.CurrentApp().Clipboard()
		clipboard.SetContent(text)
		s.invitation.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	}
	pasted(mail)
	if shown := len(s.invitation.field.Text); shown > maxShown+8 {
		t.Errorf("%d bytes are shown", shown)
	}
	if !shows(s.invitation.object, "Zoom-møte") || s.State().Text != mail {
		t.Error("it is not recognised")
	}
	s.AskForLink()
	test.Type(s.invitation.field, "x")
	if len(s.State().Text) > maxShown+8 {
		t.Error("what was changed is still the whole of it")
	}
	s.invitation.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	pasted(meet)
	if s.State().Text != meet {
		t.Errorf("the field holds %q", s.State().Text)
	}
}

func TestPasteAndEmpty(t *testing.T) {
	s, w, h := newScreen(t)
	h.copied = meet
	s.Paste(zoom)
	press(t, w, "Lim inn")
	if s.State().Text != meet || w.Canvas().Focused() != fyne.Focusable(s.invitation.field) {
		t.Errorf("the field holds %q", s.State().Text)
	}
	press(t, w, "Tøm")
	if s.State().Text != "" || s.invitation.empty.Visible() || s.invitation.answer.Visible() {
		t.Errorf("the field holds %q", s.State().Text)
	}
}

func TestKeep(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"Styret", "keep " + zoom + " as Styret"},
		{"", "keep " + zoom + " as Zoom-møte 923 4567 8901"},
		{strings.Repeat("å", maxName+5), "keep " + zoom + " as " + strings.Repeat("å", maxName)},
	}
	for _, tt := range tests {
		s, w, h := newScreen(t)
		s.Paste(zoom)
		press(t, w, "Lagre som favoritt")
		test.Type(w.Canvas().Focused(), tt.typed)
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := h.asks(); got != tt.want {
			t.Errorf("asked for %s, want %s", got, tt.want)
		}
		if s.invitation.naming != nil || shows(s.invitation.object, "Lagre som favoritt") {
			t.Error("it can be kept twice")
		}
	}
}

// What was recognised changes with what the shell has saved.
func TestRecognisedOnceMore(t *testing.T) {
	s, _, h := newScreen(t)
	s.Paste(zoom)
	s.Show(full())
	if !shows(s.invitation.object, "har ikke godkjent Zoom") {
		t.Fatal("it is not warned of")
	}
	r := h.known[zoom]
	r.Verdict = Approved
	h.known[zoom] = r
	s.Show(full())
	if !shows(s.invitation.object, "Fjordbygg AS har godkjent Zoom.") || shows(s.invitation.object, "har ikke godkjent") {
		t.Error("it is not known to be approved")
	}
}

func TestNotKept(t *testing.T) {
	s, w, h := newScreen(t)
	h.refuse = "Disken er full"
	s.Paste(zoom)
	press(t, w, "Lagre som favoritt")
	press(t, w, "Lagre")
	if !shows(s.invitation.object, "Disken er full") || s.invitation.naming == nil {
		t.Error("it is not said that it was not kept")
	}
	w.Canvas().Focus(s.invitation.naming.entry)
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.invitation.naming != nil || s.State().Text != zoom || w.Canvas().Focused() != fyne.Focusable(s.invitation.field) {
		t.Error("escape does not leave the name alone")
	}
}

// Whoever pastes a second invitation means that one; a piece of a link goes
// where the cursor is.
func TestPastingOverWhatStandsThere(t *testing.T) {
	tests := []struct{ name, there, pasted, want string }{
		{"a link after an e-mail", "Hei!\n" + zoom + "\nHilsen Kari\n", meet, meet},
		{"an e-mail after a link", meet, "Hei!\n" + zoom, "Hei!\n" + zoom},
		{"the end of a link", "https://", "meet.google.com/qwe-rtyu-iop", "https://meet.google.com/qwe-rtyu-iop"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, _ := newScreen(t)
			field := s.invitation.field
			s.AskForLink()
			test.Type(field, tt.there)
			clipboard := fyne.CurrentApp().Clipboard()
			clipboard.SetContent(tt.pasted)
			field.TypedShortcut(&fyne.ShortcutSelectAll{})
			field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) // nothing is selected any more
			field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
			if field.Text != tt.want {
				t.Errorf("the field holds %q, want %q", field.Text, tt.want)
			}
		})
	}
}

// An e-mail that is pasted over a selected text shows how it begins.
func TestAPastedTextShowsItsBeginning(t *testing.T) {
	s, _, _ := newScreen(t)
	field := s.invitation.field
	s.Paste("en\nto\ntre\nfire\nfem")
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Paste("seks\nsju\nåtte\nni\nti\nelleve")
	if field.CursorRow != 0 || field.SelectedText() != "" {
		t.Errorf("the cursor is in line %d, selected is %q", field.CursorRow+1, field.SelectedText())
	}
}
