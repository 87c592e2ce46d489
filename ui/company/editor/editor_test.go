package editor

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// An employer begins with nothing and fills in every section.
func TestFillingInACompany(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, organisation.Organisation{})
	firm := s.sections[firmSection].parts[0].(*group)
	write(w, firm.fields[0], "Fjord AS")
	press(t, w, "Neste")
	press(t, w, "Legg til kontakt")
	test.Type(w.Canvas().Focused(), "Kari") // the cursor is in the new entry
	write(w, named(t, contactsOf(s).entries[0].fields, "phone"), "112")
	press(t, w, "Neste")
	press(t, w, "Uansett hva som har skjedd")
	write(w, s.sections[routinesSection].parts[0].(*routines).all[0].field, "Ring Kari")
	press(t, w, "Neste")
	press(t, w, "Godkjent") // of Zoom
	press(t, w, "Legg til program")
	test.Type(w.Canvas().Focused(), "Dropbox")
	press(t, w, "Neste")
	press(t, w, "Legg til punkt")
	test.Type(w.Canvas().Focused(), "Rydd pulten")
	press(t, w, "Hvert år")
	press(t, w, "Neste")
	write(w, s.sections[vpnSection].parts[0].(*group).fields[0], "Koble til")
	press(t, w, "Neste")
	press(t, w, "Legg til møterom")
	test.Type(w.Canvas().Focused(), "Mandag")
	write(w, named(t, roomsOf(s).entries[0].fields, "link"), "https://meet.google.com/a")
	press(t, w, "Neste")
	servers := s.sections[serversSection].parts[0].(*group)
	for path, address := range map[string]string{
		"update": "https://fjord.no/f", "server": "https://m.fjord.no", "mailbox": "wss://m.fjord.no/v1",
		"stun": "stun:s.fjord.no", "turn": "turn:t.fjord.no turns:t.fjord.no",
	} {
		write(w, named(t, servers.fields, path), address)
	}
	got := h.last(t)
	want := organisation.Organisation{
		Name:     "Fjord AS",
		Contacts: []organisation.Contact{{Role: organisation.SecurityOfficer, Name: "Kari", Phone: "112"}},
		Routines: map[string]organisation.Text{organisation.RoutineGeneral: {NB: "Ring Kari"}},
		Tools:    []organisation.Verdict{{Tool: "zoom", Name: "Zoom", Approved: true}},
		Programs: []organisation.Verdict{{Name: "Dropbox", Approved: true}},
		Items: []organisation.Item{{
			ID: got.Items[0].ID, Role: "employee", Priority: "should", Months: 12, Title: organisation.Text{NB: "Rydd pulten"},
		}},
		VPN:    organisation.Text{NB: "Koble til"},
		Rooms:  []organisation.Room{{Name: "Mandag", Link: "https://meet.google.com/a"}},
		Server: "https://m.fjord.no", Mailbox: "wss://m.fjord.no/v1", Update: "https://fjord.no/f",
		STUN: []string{"stun:s.fjord.no"}, TURN: []string{"turn:t.fjord.no", "turns:t.fjord.no"},
	}
	wants(t, got, want)
	if err := got.Normalise().Validate(); err != nil {
		t.Errorf("it cannot be handed out: %v", err)
	}
	press(t, w, "Neste")
	press(t, w, "Publiser")
	equal(t, "published", h.published, 1)
}

// What has been kept is all there when the editor is built anew, also what this
// version of the program does not know.
func TestDraftSurvives(t *testing.T) {
	s, _, h := newScreen(t, usual)
	show(s, fjord())
	for i := range previewSection + 1 {
		s.Choose(i)
	}
	wants(t, s.collect(), fjord())
	equal(t, "changes told", len(h.told), 0)
	equal(t, "sections with something wrong", marked(s), nil)
}

func TestChangeKeepsWhatTellsFilesApart(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	write(w, s.sections[firmSection].parts[0].(*group).fields[0], "A")
	got := h.last(t)
	equal(t, "ID and version", [2]any{got.ID, got.Version}, [2]any{"fjord", 3})
}

// What comes back from disk while the user types on changes nothing in the
// fields, and leaves the cursor where it is.
func TestReturningChangesLeaveTheFieldsAlone(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	field := s.sections[firmSection].parts[0].(*group).fields[0]
	entry := field.first.(*widgets.Entry)
	write(w, field, " 1")
	early := h.last(t)
	write(w, field, "23")
	for range 2 {
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
	at := entry.CursorColumn
	show(s, early)
	show(s, early)   // shown again for another reason
	show(s, fjord()) // this is older still, and unknown: it is another's
	if entry.Text != "Fjord Regnskap AS" {
		t.Errorf("what somebody else has saved is not shown, but %q", entry.Text)
	}
	write(w, field, " 4")
	early = h.last(t)
	write(w, field, "5")
	show(s, early)
	if entry.Text != "Fjord Regnskap AS 45" || w.Canvas().Focused() != entry {
		t.Errorf("the field holds %q", entry.Text)
	}
	h.save(t, s)
	if entry.Text != "Fjord Regnskap AS 45" || entry.CursorColumn <= at {
		t.Errorf("the field holds %q with the cursor at %d", entry.Text, entry.CursorColumn)
	}
}

func TestManyUnsavedChangesAreBounded(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	field := s.sections[firmSection].parts[0].(*group).fields[0]
	for range 3 * mostTold {
		write(w, field, "x")
	}
	equal(t, "changes waited for", len(s.told), mostTold)
	h.save(t, s)
	equal(t, "changes waited for after saving", len(s.told), 0)
}

func TestAnothersChangesAreTakenOver(t *testing.T) {
	s, _, h := newScreen(t, usual)
	show(s, fjord())
	for i := range previewSection {
		s.Choose(i)
	}
	contactsOf(s).entries[2].toggle()
	itemsOf(s).entries[0].toggle()
	other := fjord()
	other.Name, other.VPN.NB = "Fjell AS", "Ring først"
	other.Contacts = other.Contacts[:1]
	other.Items[0].Title.NB, other.Items[0].Priority = "Lås døren", "nice"
	other.Routines = map[string]organisation.Text{"machine-lost": {NB: "Ring"}}
	other.Tools = other.Tools[1:]
	other.Rooms = append(other.Rooms, organisation.Room{Name: "Fredag", Link: "https://meet.google.com/b"})
	other.STUN, other.Mailbox = nil, ""
	show(s, other)
	wants(t, s.collect(), other)
	equal(t, "changes told", len(h.told), 0)
	s.Choose(itemsSection)
	tells(t, s, []string{"Lås døren"}, "Lås skapet")
}

func TestEveryStepLeadsToItsSection(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	show(s, fjord())
	for i, button := range s.steps.buttons {
		w.Canvas().Focus(button)
		button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		equal(t, "section of "+button.Text, s.Section(), i)
	}
	s.Choose(serversSection)
	press(t, w, "Forrige")
	equal(t, "the section before", s.Section(), roomsSection)
	s.Choose(1000)
	equal(t, "beyond the last", s.Section(), previewSection)
}

func TestEverythingFitsWithLargeText(t *testing.T) {
	for _, language := range locales.Languages() {
		t.Run(string(language), func(t *testing.T) {
			s, _, _ := newScreen(t, look{language, fyne.NewSize(560, 700), 2})
			o := fjord()
			o.Contacts[2].Email, o.Rooms[0].Link, o.Mailbox = "ola", "http://x", "http://x"
			show(s, o)
			contactsOf(s).entries[2].toggle()
			itemsOf(s).entries[0].toggle()
			roomsOf(s).entries[0].toggle()
			for i := range previewSection + 1 {
				s.Choose(i)
				if width := s.page.Content.MinSize().Width; width > 560 {
					t.Errorf("section %d needs %v", i, width)
				}
			}
		})
	}
}
