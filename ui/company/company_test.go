package company

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

func TestWithoutAFileOneIsAskedFor(t *testing.T) {
	s, w, h := newScreen(t, usual)
	s.Show(Model{KeyKnown: true})
	tells(t, s, []string{"Har du fått en fil fra arbeidsgiveren?", "Er du arbeidsgiver?", "Filen sender ingenting tilbake"}, "Rapporter")
	press(t, w, "Åpne fil …")
	press(t, w, "Lag firmafil")
	h.wants(t, "file", "edit")
}

func TestFetching(t *testing.T) {
	const address = "https://www.fjord.no/firma.hjemmekontor"
	tests := map[string]func(t *testing.T, s *Screen, w fyne.Window){
		"button": func(t *testing.T, s *Screen, w fyne.Window) {
			s.SetAddress(address)
			press(t, w, "Hent")
		},
		"enter": func(_ *testing.T, s *Screen, w fyne.Window) {
			w.Canvas().Focus(s.open.entry)
			test.Type(s.open.entry, address)
			s.open.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		},
	}
	for name, do := range tests {
		t.Run(name, func(t *testing.T) {
			s, w, h := newScreen(t, usual)
			do(t, s, w)
			h.wants(t, "fetch "+address)
			if s.Address() != address {
				t.Errorf("the field holds %q", s.Address())
			}
		})
	}
}

func TestWhatWentWrongIsSaidUntilSomethingElseIsTried(t *testing.T) {
	s, w, h := newScreen(t, usual)
	press(t, w, "Hent")
	tells(t, s, []string{"Lim inn adressen"})
	s.Problem("Adressen svarer ikke.")
	tells(t, s, []string{"Adressen svarer ikke."}, "Lim inn adressen du har fått fra")
	test.Type(s.open.entry, "h")
	tells(t, s, nil, "Adressen svarer ikke.")
	s.Problem("Filen er skadet.")
	press(t, w, "Åpne fil …")
	tells(t, s, nil, "Filen er skadet.")
	h.wants(t, "file")
}

func TestHeldFile(t *testing.T) {
	s, w, h := newScreen(t, usual)
	file := sign(t, fjord())
	s.Show(Model{Held: file, KeyKnown: true})
	tells(t, s, []string{
		"Fjord Regnskap AS", "Versjon 3, laget 1. mai 2026", file.Fingerprint(),
		"Godkjent hos oss Microsoft Teams Til alle møter OneDrive", "Ikke bruk på jobben Zoom Dropbox",
		"Koble til før du åpner regnskapet.", "Mandagsmøtet meet.google.com",
		"2 kontakter", "1 eget punkt i huskelisten for ansatte", "1 eget punkt i huskelisten for arbeidsgivere",
	}, "mailbox.fjord.no", "For deg som lager firmafilen")
	for _, words := range []string{
		"Åpne møterommet", "Kopier lenken", "2 kontakter", "egen rutine", "listen for ansatte", "listen for arbeidsgivere", "Fjern firmafilen",
	} {
		press(t, w, words)
	}
	link := fjord().Rooms[0].Link
	h.wants(t, "open "+link, "copy "+link, "contacts", "contacts", "list employee", "list employer", "remove")
}

func TestServersAreBehindALine(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	s.Show(Model{Held: sign(t, fjord())})
	press(t, w, "Servere")
	tells(t, s, []string{"wss://mailbox.fjord.no/v1", "stun:stun.fjord.no:3478", "turn:turn.fjord.no:3478"})
	press(t, w, "Servere")
	tells(t, s, nil, "wss://mailbox.fjord.no/v1")
}

func TestAnotherFileCanBeOpened(t *testing.T) {
	s, w, h := newScreen(t, usual)
	s.Show(Model{Held: sign(t, fjord())})
	if reach(w, "Åpne fil …") {
		t.Error("it is in sight before it is asked for")
	}
	press(t, w, "Åpne en annen eller nyere fil")
	press(t, w, "Åpne fil …")
	h.wants(t, "file")
}

func TestNameAloneIsSaidToBeAll(t *testing.T) {
	s, _, _ := newScreen(t, usual)
	s.Show(Model{Held: sign(t, organisation.Organisation{ID: "lite", Version: 1, Name: "Lite AS"})})
	tells(t, s, []string{"Lite AS", "ikke delt noe mer enn navnet"}, "Godkjent hos oss", "VPN", "Møterom", "Servere", "Også fra")
}

func TestUpdatesAreToldOf(t *testing.T) {
	asked := time.Date(2026, time.November, 23, 9, 5, 0, 0, time.Local)
	const address = "https://www.fjord.no/f"
	tests := []struct {
		name   string
		update Update
		want   []string
		not    []string
	}{
		{"no address", Update{}, []string{"ikke oppgitt noen adresse"}, []string{"Sist sjekket", "nyeste"}},
		{"not asked", Update{Address: address}, []string{address, "Ikke sjekket ennå"}, []string{"Sist sjekket", "Du har den nyeste"}},
		{"nothing newer", Update{Address: address, Asked: asked}, []string{"Du har den nyeste", "Sist sjekket 23. november 2026 kl. 09:05"}, nil},
		{"went wrong", Update{Address: address, Asked: asked, Problem: "Adressen svarer ikke."},
			[]string{"Adressen svarer ikke.", "kl. 09:05"}, []string{"Du har den nyeste"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, _ := newScreen(t, usual)
			s.Show(Model{Held: sign(t, fjord()), Update: tt.update})
			tells(t, s, tt.want, tt.not...)
		})
	}
}

func TestWhileBusyNothingCanBeAskedFor(t *testing.T) {
	s, w, h := newScreen(t, usual)
	draft := fjord()
	model := Model{Draft: &draft, Changed: true, Key: true, KeyKnown: true, Busy: true}
	s.Show(model)
	tells(t, s, []string{"Vent litt …"})
	for _, words := range []string{"Åpne fil …", "Hent", "Endre", "Publiser", "Ta kopi av nøkkelen …"} {
		if reach(w, words) {
			t.Errorf("%q can be pressed", words)
		}
	}
	s.SetAddress("https://www.fjord.no")
	s.open.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	h.wants(t)
	model.Busy = false
	s.Show(model)
	tells(t, s, nil, "Vent litt …")
	press(t, w, "Publiser")
	h.wants(t, "publish")
}

// models is every state of the page.
func models(t *testing.T) map[string]Model {
	o := fjord()
	file := sign(t, o)
	return map[string]Model{
		"nothing":     {},
		"held":        {Held: file, Update: Update{Address: o.Update, Asked: made, Problem: "Adressen svarer ikke."}},
		"begun":       {Draft: &organisation.Organisation{}, KeyKnown: true},
		"changed":     {Held: file, Draft: &o, Published: 3, Changed: true, Key: true, KeyKnown: true, NotBackedUp: true},
		"key missing": {Held: file, Draft: &o, Published: 3, KeyKnown: true},
		"busy":        {Draft: &o, Busy: true},
	}
}

func TestShowingAsksForNothing(t *testing.T) {
	s, _, h := newScreen(t, usual)
	for _, m := range models(t) {
		s.Show(m)
	}
	h.wants(t)
}

func TestEverythingFitsWithLargeText(t *testing.T) {
	for _, language := range locales.Languages() {
		for name, m := range models(t) {
			t.Run(string(language)+" "+name, func(t *testing.T) {
				s, _, _ := newScreen(t, look{language, fyne.NewSize(560, 700), 2})
				s.Show(m)
				if width := s.page.Content.MinSize().Width; width > 560 {
					t.Errorf("the page needs %v", width)
				}
			})
		}
	}
}

func TestWhatIsTypedOutlivesShowing(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	w.Canvas().Focus(s.open.entry)
	test.Type(s.open.entry, "https")
	s.Show(Model{KeyKnown: true})
	if s.Address() != "https" || w.Canvas().Focused() != s.open.entry {
		t.Errorf("the field holds %q, and the cursor is in %T", s.Address(), w.Canvas().Focused())
	}
}
