package editor

import (
	"strings"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/company"
)

func TestReadyRoutineCanBeBuiltOn(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, organisation.Organisation{Name: "Fjord AS"})
	s.Choose(routinesSection)
	press(t, w, s.incidents[1].Title(s.texts))
	tells(t, s, []string{"Den ferdige rutinen vises."})
	press(t, w, "Begynn med den ferdige")
	want := organisation.Text{
		NB: strings.Join(s.incidents[1].Steps(s.textsIn(locales.Norwegian)), "\n"),
		EN: strings.Join(s.incidents[1].Steps(s.textsIn(locales.English)), "\n"),
	}
	if want.NB == want.EN || h.last(t).Routines[s.incidents[1].ID] != want {
		t.Errorf("begun with %+v", h.last(t).Routines)
	}
	tells(t, s, []string{"Dere har skrevet en egen rutine."})
	if reach(w, "Begynn med den ferdige") {
		t.Error("one's own words can be overwritten")
	}
	press(t, w, "Fjern rutinen")
	equal(t, "routines after removing", len(h.last(t).Routines), 0)
	equal(t, "told", h.removed, []string{"Fjernet rutinen: " + s.incidents[1].Title(s.texts)})
	h.undo()
	equal(t, "put back", h.last(t).Routines[s.incidents[1].ID], want)
}

func TestVerdictsOnMeetingTools(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, organisation.Organisation{Name: "Fjord AS"})
	s.Choose(toolsSection)
	tells(t, s, []string{"Zoom", "Microsoft Teams", "Google Meet", "Cisco Webex", "Skype (nedlagt)"}, "Merknad")
	press(t, w, "Ikke godkjent") // of Zoom
	tells(t, s, []string{"Merknad"})
	v := s.sections[toolsSection].parts[0].(*verdicts)
	write(w, v.rows[0].fields[1], "Bruk Teams")
	equal(t, "tools", h.last(t).Tools, []organisation.Verdict{{Tool: "zoom", Name: "Zoom", Note: organisation.Text{NB: "Bruk Teams"}}})
	w.Canvas().Unfocus()
	press(t, w, "Godkjent")
	equal(t, "approved", h.last(t).Tools[0].Approved, true)
	press(t, w, "Ikke bestemt")
	equal(t, "tools on which nothing is said", len(h.last(t).Tools), 0)
	tells(t, s, nil, "Merknad")
	press(t, w, "Godkjent")
	equal(t, "the remark, thought better of", h.last(t).Tools[0].Note.NB, "Bruk Teams")
}

// The preview is what the company's page shows of the same file, in either
// language.
func TestPreviewIsWhatTheEmployeeSees(t *testing.T) {
	for _, language := range locales.Languages() {
		t.Run(string(language), func(t *testing.T) {
			s, w, _ := newScreen(t, usual)
			show(s, fjord())
			s.Choose(previewSection)
			if language == locales.English {
				press(t, w, "På engelsk")
			}
			texts, err := locales.Load(language)
			if err != nil {
				t.Fatal(err)
			}
			page := company.NewView(texts, s.guide, fjord(), company.Actions{})
			shown := s.preview.body.Objects[0]
			if got, want := said(shown), said(page); got != want {
				t.Errorf("the preview shows\n%s\nand the page\n%s", got, want)
			}
			title, step := "Lås skapet", "Ring Kari"
			if language == locales.English {
				title, step = "Lock the cabinet", "Call Kari"
			}
			tells(t, s, []string{title, step, "Kari Nordmann", "+47 22 00 00 00", "Ved mistanke om svindel", "ola@fjord.no", "Ring hver ansatt"})
		})
	}
}

func TestPreviewFollowsTheDraft(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	show(s, organisation.Organisation{Name: "Fjord AS"})
	s.Choose(previewSection)
	tells(t, s, []string{"ikke delt noe mer enn navnet"}, "For ansatte")
	s.Choose(vpnSection)
	write(w, s.sections[vpnSection].parts[0].(*group).fields[0], "Koble til først")
	s.Choose(previewSection)
	tells(t, s, []string{"Koble til først"}, "ikke delt noe mer")
	o := fjord()
	show(s, o) // from another window, while the preview is in sight
	tells(t, s, []string{"Fjord Regnskap AS"}, "Koble til først")
}

func TestLeadsInThePreviewStayInIt(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	s.Choose(previewSection)
	press(t, w, "3 kontakter")
	afterContacts := s.page.Offset.Y
	press(t, w, "eget punkt i huskelisten for ansatte")
	if afterContacts <= 0 || s.page.Offset.Y <= afterContacts || h.published > 0 {
		t.Errorf("scrolled to %v and %v", afterContacts, s.page.Offset.Y)
	}
}

// A link that is not finished, or that no employee's program would take, cannot
// be tried.
func TestUnfinishedRoomCannotBeOpened(t *testing.T) {
	for _, link := range []string{"", "http://fjord.no", "javascript:alert(1)", "file:///etc/passwd", "https://%"} {
		s, w, _ := newScreen(t, usual)
		show(s, organisation.Organisation{Name: "Fjord AS", Rooms: []organisation.Room{{Name: "Mandag", Link: link}}})
		s.Choose(previewSection)
		tells(t, s, []string{"Møterom Mandag"})
		if reach(w, "Åpne møterommet") {
			t.Errorf("%q can be opened", link)
		}
	}
}
