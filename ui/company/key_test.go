package company

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/organisation"
)

const secret = "fjord brunost ski hytte"

// fill types into the fields of the form that is open.
func fill(s *Screen, w fyne.Window, values ...string) {
	for i, value := range values {
		entry := s.form.fields[i].entry
		w.Canvas().Focus(entry)
		entry.SetText("")
		test.Type(entry, value)
	}
}

func newEmployer(t *testing.T) (*Screen, fyne.Window, *shell) {
	t.Helper()
	s, w, h := newScreen(t, usual)
	whole := fjord()
	s.Show(Model{Draft: &whole, Published: 3, Key: true, KeyKnown: true})
	return s, w, h
}

func TestBackingUpTheKey(t *testing.T) {
	s, w, h := newEmployer(t)
	press(t, w, "Ta kopi av nøkkelen …")
	tells(t, s, []string{"kan ingen lage nye versjoner", "Minst 10 tegn"})
	if w.Canvas().Focused() != s.form.fields[0].entry {
		t.Errorf("the cursor is in %T", w.Canvas().Focused())
	}
	fill(s, w, secret, secret)
	if strings.Contains(said(s.Object()), secret) {
		t.Error("the passphrase can be read")
	}
	first := s.form.fields[0].entry
	press(t, w, "Lagre kopien …")
	h.wants(t, "back up "+secret)
	tells(t, s, []string{"For deg som lager firmafilen"}, "Passord for sikkerhetskopien")
	if first.Text != "" {
		t.Error("the passphrase is kept")
	}
}

func TestPassphraseRules(t *testing.T) {
	tests := []struct{ name, first, second, want string }{
		{"empty", "", "", "Passordet er for kort"},
		{"short", "ski", "ski", "Passordet er for kort"},
		{"just too short", strings.Repeat("x", organisation.MinPassphrase-1), "", "Passordet er for kort"},
		{"too long", strings.Repeat("x", organisation.MaxPassphrase+1), "", "for langt"},
		{"different", secret, secret + "!", "ikke like"},
		{"once", secret, "", "ikke like"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newEmployer(t)
			press(t, w, "Ta kopi av nøkkelen …")
			s.form.fields[0].entry.SetText(tt.first)
			s.form.fields[1].entry.SetText(tt.second)
			press(t, w, "Lagre kopien …")
			tells(t, s, []string{tt.want})
			h.wants(t)
			fill(s, w, secret, secret)
			tells(t, s, nil, tt.want)
			s.form.fields[1].entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			h.wants(t, "back up "+secret)
		})
	}
}

func TestWhatGoesWrongWithTheKeyIsSaidInTheForm(t *testing.T) {
	s, w, h := newEmployer(t)
	h.problem = "Disken er full."
	press(t, w, "Ta kopi av nøkkelen …")
	fill(s, w, secret, secret)
	press(t, w, "Lagre kopien …")
	tells(t, s, []string{"Disken er full.", "Passord for sikkerhetskopien"})
	h.problem = ""
	press(t, w, "Lagre kopien …")
	tells(t, s, nil, "Disken er full.", "Passord for sikkerhetskopien")
}

func TestFormWaitsForTheAnswer(t *testing.T) {
	s, w, h := newEmployer(t)
	h.wait = true
	press(t, w, "Ta kopi av nøkkelen …")
	fill(s, w, secret, secret)
	press(t, w, "Lagre kopien …")
	if reach(w, "Lagre kopien …") || !s.form.fields[0].entry.Disabled() {
		t.Error("it can be asked for once more")
	}
	// Whatever else changes meanwhile, the form stays.
	s.Show(Model{Key: true, KeyKnown: true})
	tells(t, s, []string{"Passord for sikkerhetskopien"})
	late := h.answer
	press(t, w, "Avbryt")
	tells(t, s, nil, "Passord for sikkerhetskopien")
	late("For sent.")
	tells(t, s, nil, "For sent.")
	h.wants(t, "back up "+secret)
}

func TestRestoringTheKey(t *testing.T) {
	s, w, h := newScreen(t, usual)
	s.Show(Model{KeyKnown: true})
	press(t, w, "Hent nøkkelen …")
	fill(s, w, secret)
	s.form.fields[0].entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if reach(w, "Hent nøkkelen") || len(h.asked) > 0 {
		t.Errorf("without a file, %q was asked for", h.asked)
	}
	press(t, w, "Velg fil …")
	tells(t, s, []string{"Valgt fil: fjord.hjemmekontor-key"})
	fill(s, w, "")
	press(t, w, "Hent nøkkelen")
	tells(t, s, []string{"Skriv passordet"})
	h.problem = "Passordet er feil."
	fill(s, w, "feil")
	press(t, w, "Hent nøkkelen")
	tells(t, s, []string{"Passordet er feil."})
	h.problem = ""
	fill(s, w, secret)
	press(t, w, "Hent nøkkelen")
	h.wants(t, "choose", "restore feil", "restore "+secret)
	tells(t, s, nil, "Valgt fil")
}
