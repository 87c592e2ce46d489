package contacts

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/organisation"
)

func TestEnteringAContact(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(own())
	press(t, w, "Legg inn kontakt")
	write(t, w, " Kari  Nordmann ", "(+47) 22-00-00-00", "kari@firma.no", "Hverdager 8–16", " Ved svindel")
	press(t, w, "Lagre")
	want := organisation.Contact{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00", Email: "kari@firma.no", Hours: "Hverdager 8–16", When: "Ved svindel"}
	if !slices.Equal(h.saved, []organisation.Contact{want}) {
		t.Errorf("saved %+v, want %+v", h.saved, want)
	}
	c := s.numbers.own[organisation.SecurityOfficer]
	for _, words := range []string{"Kari Nordmann", "+47 22 00 00 00", "kari@firma.no", "Hverdager 8–16", "Ved svindel", "Lagt inn av deg", "Endre"} {
		if !shows(c.object, words) {
			t.Errorf("the card does not show %q", words)
		}
	}
	if len(s.Drafts()) != 0 {
		t.Errorf("still being filled in: %+v", s.Drafts())
	}
}

func TestEnterInTheLastFieldSaves(t *testing.T) {
	s, w, h := newScreen(t)
	s.numbers.own[organisation.ITSupport].edit()
	write(t, w, "Hjelp", "02800", "", "", "")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := (organisation.Contact{Role: organisation.ITSupport, Name: "Hjelp", Phone: "02800"}); !slices.Equal(h.saved, []organisation.Contact{want}) {
		t.Errorf("saved %+v, want %+v", h.saved, want)
	}
}

func TestProblemsAreSaidFieldByField(t *testing.T) {
	long := strings.Repeat("å", organisation.MaxName+1)
	longer := strings.Repeat("å", organisation.MaxWhen+1)
	tests := []struct {
		name   string
		values []string
		fields []organisation.Field
	}{
		{"phone", []string{"Kari", "ring meg", "", "", ""}, []organisation.Field{organisation.FieldPhone}},
		{"e-mail", []string{"Kari", "", "kari", "", ""}, []organisation.Field{organisation.FieldEmail}},
		{"name and hours", []string{long, "112", "", long, ""}, []organisation.Field{organisation.FieldName, organisation.FieldHours}},
		{"all", []string{long, "1", "@", long, longer}, []organisation.Field{
			organisation.FieldName, organisation.FieldPhone, organisation.FieldEmail, organisation.FieldHours, organisation.FieldWhen}},
		{"when", []string{"Kari", "", "", "", longer}, []organisation.Field{organisation.FieldWhen}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t)
			c := s.numbers.own[organisation.SecurityOfficer]
			c.edit()
			write(t, w, tt.values...)
			press(t, w, "Lagre")
			if len(h.saved) != 0 {
				t.Fatalf("saved %+v", h.saved)
			}
			form := test.RenderObjectToMarkup(c.object)
			for field, words := range map[organisation.Field]string{
				organisation.FieldName: "Navnet er for langt", organisation.FieldPhone: "Telefonnummeret ser ikke",
				organisation.FieldEmail: "E-postadressen ser ikke",
			} {
				if said := strings.Contains(form, words); said != slices.Contains(tt.fields, field) {
					t.Errorf("that the %s is wrong is said: %v", field, said)
				}
			}
			wanted := 0
			for _, field := range tt.fields {
				if field == organisation.FieldHours || field == organisation.FieldWhen {
					wanted++
				}
			}
			if said := strings.Count(form, "Teksten er for lang"); said != wanted {
				t.Errorf("that hours or when are wrong is said %d times, want %d", said, wanted)
			}
			if d := s.Drafts(); len(d) != 1 || d[0].Name != tt.values[0] || d[0].Phone != tt.values[1] {
				t.Errorf("what was written has become %+v", d)
			}
		})
	}
}

func TestEmptyingEveryFieldTakesTheContactAway(t *testing.T) {
	for name, begun := range map[string]organisation.Contact{
		"one that was never there": {},
		"one that is there":        {Role: organisation.SecurityOfficer, Name: "Kari", Phone: "112"},
	} {
		t.Run(name, func(t *testing.T) {
			s, w, h := newScreen(t)
			s.Show(own(begun))
			c := s.numbers.own[organisation.SecurityOfficer]
			c.edit()
			write(t, w, "", " ", "", "", "")
			press(t, w, "Lagre")
			if want := (organisation.Contact{Role: organisation.SecurityOfficer}); !slices.Equal(h.saved, []organisation.Contact{want}) {
				t.Errorf("saved %+v, want %+v", h.saved, want)
			}
			if !shows(c.object, "Legg inn kontakt") || shows(c.object, "Kari") {
				t.Error("the card does not ask for a contact again")
			}
		})
	}
}

func TestWhatTheStoreSaysIsShown(t *testing.T) {
	s, w, h := newScreen(t)
	c := s.numbers.own[organisation.SecurityOfficer]
	c.edit()
	write(t, w, "Kari", "112")
	h.refuse = "Disken er full"
	press(t, w, "Lagre")
	if !shows(c.object, h.refuse) || len(s.Drafts()) != 1 {
		t.Errorf("it is said: %v, with %d drafts", shows(c.object, h.refuse), len(s.Drafts()))
	}
	h.refuse = ""
	press(t, w, "Lagre")
	if len(h.saved) != 1 || len(s.Drafts()) != 0 || !shows(c.object, "112") {
		t.Errorf("the second time saved %+v, with %d drafts", h.saved, len(s.Drafts()))
	}
}

func TestCancelLeavesTheContactAsItWas(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(own(organisation.Contact{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "112"}))
	c := s.numbers.own[organisation.SecurityOfficer]
	c.edit()
	write(t, w, "Ola")
	press(t, w, "Avbryt")
	if len(h.saved) != 0 || !shows(c.object, "Kari") || shows(c.object, "Ola") || len(s.Drafts()) != 0 {
		t.Errorf("saved %+v, drafts %+v", h.saved, s.Drafts())
	}
}

// What is being written survives that the screens are built again.
func TestDraftsAreRestoredInANewScreen(t *testing.T) {
	old, w, _ := newScreen(t)
	old.numbers.own[organisation.ITSupport].edit()
	write(t, w, "Hjelp ", "0", "x", "", " Nett")
	drafts := old.Drafts()
	s, _, _ := newScreen(t)
	s.Show(own(organisation.Contact{Role: organisation.ITSupport, Name: "Saved before"}))
	s.Restore(drafts)
	want := []organisation.Contact{{Role: organisation.ITSupport, Name: "Hjelp ", Phone: "0", Email: "x", When: " Nett"}}
	if !slices.Equal(s.Drafts(), want) || !slices.Equal(drafts, want) {
		t.Errorf("restored %+v of %+v, want %+v", s.Drafts(), drafts, want)
	}
	s.Show(own()) // something else was saved meanwhile
	if !slices.Equal(s.Drafts(), want) {
		t.Errorf("then it is %+v", s.Drafts())
	}
}

func TestSavedContactsCanBeUsed(t *testing.T) {
	tests := []struct {
		button  string
		contact organisation.Contact
		want    string
	}{
		{"Ring", organisation.Contact{Phone: "22 00 00 00"}, "open tel:+4722000000"},
		{"Kopier", organisation.Contact{Phone: "22 00 00 00"}, "copy 22 00 00 00"},
		{"Skriv e-post", organisation.Contact{Email: "kari@firma.no"}, "open mailto:kari@firma.no"},
		{"Kopier", organisation.Contact{Email: "kari@firma.no"}, "copy kari@firma.no"},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			s, w, h := newScreen(t)
			tt.contact.Role = organisation.SecurityOfficer
			s.Show(own(tt.contact))
			press(t, w, tt.button)
			if !slices.Equal(h.asked, []string{tt.want}) {
				t.Errorf("asked for %q, want %q", h.asked, tt.want)
			}
		})
	}
}

func TestPublicContacts(t *testing.T) {
	s, w, h := newScreen(t)
	shown := test.RenderObjectToMarkup(s.page.Content)
	for _, want := range []string{"112", "02800", "Politiet, nødnummer", "Datatilsynet"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown", want)
		}
	}
	press(t, w, "Ring") // nothing of the company's is there: the first is the police's
	if !slices.Equal(h.asked, []string{"open tel:112"}) {
		t.Errorf("asked for %q", h.asked)
	}
}
