package editor

import (
	"strings"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/ui/widgets"
)

// Something is wrong: it is said at the field, on the closed entry and in the
// list of sections, and Publish leads there.
func TestProblemsAreSaidWhereTheyAre(t *testing.T) {
	tests := []struct {
		name    string
		spoil   func(o *organisation.Organisation)
		section int
		words   string
		leads   bool // to a field to write in
	}{
		{"no name", func(o *organisation.Organisation) { o.Name = "" }, firmSection, "Dette må fylles ut.", true},
		{"long name", func(o *organisation.Organisation) { o.Name = strings.Repeat("å", 101) }, firmSection, "Teksten er for lang.", true},
		{"phone", func(o *organisation.Organisation) { o.Contacts[1].Phone = "1" }, contactsSection, "Telefonnummeret ser ikke riktig ut.", true},
		{"e-mail", func(o *organisation.Organisation) { o.Contacts[2].Email = "ola" }, contactsSection, "E-postadressen ser ikke riktig ut.", true},
		{"out of reach", func(o *organisation.Organisation) { o.Contacts[0].Phone = "" }, contactsSection, "Fyll ut telefon eller e-post", true},
		{"twice", func(o *organisation.Organisation) { o.Contacts[1] = o.Contacts[0] }, contactsSection, "Dette står der allerede.", true},
		{"no task", func(o *organisation.Organisation) { o.Contacts[2].Task = "" }, contactsSection, "Dette må fylles ut.", true},
		{"unknown role", func(o *organisation.Organisation) { o.Contacts[0].Role = "boss" }, contactsSection, "Her er det noe som ikke stemmer.", false},
		{"routine", func(o *organisation.Organisation) {
			o.Routines["phishing-clicked"] = organisation.Text{EN: strings.Repeat("x", 4001)}
		}, routinesSection, "Teksten er for lang.", true},
		{"note", func(o *organisation.Organisation) { o.Tools[0].Note.EN = strings.Repeat("x", 121) }, toolsSection, "Teksten er for lang.", true},
		{"program", func(o *organisation.Organisation) { o.Programs[1].Name = "" }, toolsSection, "Dette må fylles ut.", true},
		{"item", func(o *organisation.Organisation) { o.Items[1].Title = organisation.Text{} }, itemsSection, "Dette må fylles ut.", true},
		{"VPN", func(o *organisation.Organisation) { o.VPN.NB = "a\x00b" }, vpnSection, "Noen av tegnene kan ikke brukes", true},
		{"room", func(o *organisation.Organisation) { o.Rooms[0].Link = "javascript:alert(1)" }, roomsSection, "Adressen ser ikke riktig ut.", true},
		{"mailbox", func(o *organisation.Organisation) { o.Mailbox = "http://x" }, serversSection, "slik ut: wss://", true},
		{"second TURN", func(o *organisation.Organisation) { o.TURN[1] = "https://x" }, serversSection, "slik ut: turn:", true},
		{"password", func(o *organisation.Organisation) { o.Server = "https://a:b@fjord.no" }, serversSection, "Ta bort brukernavn og passord", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t, usual)
			o := fjord()
			tt.spoil(&o)
			s.Choose(vpnSection) // from where the first section is settled
			show(s, o)
			equal(t, "sections marked", marked(s), []int{tt.section})
			s.Choose(tt.section)
			tells(t, s, []string{tt.words})
			s.Choose(previewSection)
			press(t, w, "Publiser")
			equal(t, "published", h.published, 0)
			equal(t, "section", s.Section(), tt.section)
			tells(t, s, []string{tt.words})
			switch w.Canvas().Focused().(type) {
			case *widgets.Entry, *widgets.Area:
				if !tt.leads {
					t.Error("the cursor is in a field")
				}
			default:
				if tt.leads {
					t.Errorf("the cursor is in %T", w.Canvas().Focused())
				}
			}
			equal(t, "changes told", len(h.told), 0)
		})
	}
}

func TestProblemGoesWhenItIsMended(t *testing.T) {
	s, w, h := newScreen(t, usual)
	o := fjord()
	o.Contacts[1].Phone = "0"
	show(s, o)
	s.Choose(contactsSection)
	e := contactsOf(s).entries[1]
	e.toggle()
	tells(t, s, []string{"Telefonnummeret ser ikke riktig ut."})
	write(w, named(t, e.fields, "phone"), "2800")
	h.save(t, s)
	tells(t, s, nil, "Telefonnummeret ser ikke riktig ut.")
	equal(t, "sections marked", marked(s), nil)
}

// Nobody is told off for what they have not come to yet.
func TestNewEntryIsNotWrongUntilItIsLeft(t *testing.T) {
	leave := map[string]func(t *testing.T, s *Screen){
		"closed":               func(_ *testing.T, s *Screen) { contactsOf(s).entries[3].toggle() },
		"another begun":        func(_ *testing.T, s *Screen) { contactsOf(s).begin() },
		"another section":      func(_ *testing.T, s *Screen) { s.Choose(firmSection) },
		"publishing attempted": func(_ *testing.T, s *Screen) { s.Publish() },
	}
	for name, left := range leave {
		t.Run(name, func(t *testing.T) {
			s, w, h := newScreen(t, usual)
			show(s, fjord())
			s.Choose(contactsSection)
			press(t, w, "Legg til kontakt")
			h.save(t, s)
			equal(t, "sections marked at first", marked(s), nil)
			tells(t, s, nil, "Dette må fylles ut", "Fyll ut telefon eller")
			left(t, s)
			equal(t, "sections marked then", marked(s), []int{contactsSection})
		})
	}
}

func TestWhatIsTypedWronglyIsWrongAtOnce(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	s.Choose(contactsSection)
	press(t, w, "Legg til kontakt")
	write(w, named(t, contactsOf(s).entries[3].fields, "phone"), "x")
	h.save(t, s)
	equal(t, "sections marked", marked(s), []int{contactsSection})
	tells(t, s, []string{"Telefonnummeret ser ikke riktig ut."})
}

func TestUnnamedCompanyIsNotWrongAtFirst(t *testing.T) {
	s, _, h := newScreen(t, usual)
	show(s, organisation.Organisation{})
	equal(t, "sections marked at first", marked(s), nil)
	s.Publish()
	equal(t, "sections marked when publishing", marked(s), []int{firmSection})
	equal(t, "published", h.published, 0)
}
