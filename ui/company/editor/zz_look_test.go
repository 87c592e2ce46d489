package editor

import (
	"fmt"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/company"
	"hjemmekontor/ui/theme"
)

func sample() organisation.Organisation {
	return organisation.Organisation{
		ID: "x", Version: 3, Made: time.Date(2026, 5, 1, 8, 0, 0, 0, time.UTC), Name: "Fjord Regnskap AS",
		Contacts: []organisation.Contact{
			{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00", Email: "kari@fjord.no", Hours: "Hverdager 8–16", When: "Ved mistanke om svindel"},
			{Role: organisation.ITSupport, Name: "Nordlys IT", Phone: "02800"},
			{Role: organisation.Other, Task: "Regnskap", Name: "Ola", Email: "ola@fjord.no"},
		},
		Routines: map[string]organisation.Text{"general": {NB: "Ring Kari\nVent på svar", EN: "Call Kari\nWait"}, "phishing-clicked": {NB: "Koble fra nettet\nRing Kari"}},
		Tools:    []organisation.Verdict{{Tool: "teams", Name: "Microsoft Teams", Approved: true, Note: organisation.Text{NB: "Til alle møter", EN: "For all meetings"}}, {Tool: "zoom", Name: "Zoom", Approved: true}, {Tool: "skype", Name: "Skype"}},
		Programs: []organisation.Verdict{{Name: "OneDrive", Approved: true, Note: organisation.Text{NB: "Til alle filer"}}, {Name: "Dropbox", Note: organisation.Text{NB: "Bruk OneDrive i stedet"}}, {Name: "ChatGPT", Note: organisation.Text{NB: "Ikke med kundedata"}}},
		Items: []organisation.Item{
			{ID: "own-a", Role: "employee", Priority: "must", Title: organisation.Text{NB: "Lås skapet med papirene", EN: "Lock the cabinet"}, Why: organisation.Text{NB: "Kundene stoler på oss."}, How: organisation.Text{NB: "Lås\nTa ut nøkkelen"}},
			{ID: "own-b", Role: "employee", Priority: "should", Months: 6, Title: organisation.Text{NB: "Ta med maskinen til kontoret"}},
			{ID: "own-c", Role: "employer", Priority: "nice", Title: organisation.Text{NB: "Ring hver ansatt"}},
		},
		VPN:     organisation.Text{NB: "Koble til før du åpner regnskapet. Start «Fjord VPN» og logg inn med BankID.", EN: "Connect first."},
		Rooms:   []organisation.Room{{Name: "Mandagsmøtet", Link: "https://teams.microsoft.com/l/meetup-join/abc"}, {Name: "Kaffepausen", Link: "https://meet.google.com/abc-defg-hij"}},
		Mailbox: "wss://mailbox.fjord.no/v1", STUN: []string{"stun:stun.fjord.no:3478"}, TURN: []string{"turn:turn.fjord.no:3478"},
		Update: "https://www.fjord.no/firma.hjemmekontor",
	}
}

func long() organisation.Organisation {
	o := sample()
	o.Name = strings.Repeat("Bjørnstad-Sæther Revisjon ", 3)
	for i := range 30 {
		it := o.Items[i%3]
		it.ID = fmt.Sprintf("own-%d", i)
		it.Title.NB = fmt.Sprintf("%d: %s", i, strings.Repeat("Et ganske langt punkt med Donaudampfschifffahrtsgesellschaft ", 1))
		o.Items = append(o.Items, it)
		o.Programs = append(o.Programs, organisation.Verdict{Name: fmt.Sprintf("Program %d", i), Approved: i%2 == 0})
	}
	for i := range 17 {
		o.Contacts = append(o.Contacts, organisation.Contact{Role: organisation.Other, Task: fmt.Sprintf("Oppgave %d", i), Name: "Åse Bjørnstad-Sæther", Phone: "22 00 00 00"})
	}
	return o
}

func signedFile(t *testing.T, o organisation.Organisation) *organisation.File {
	key, err := organisation.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	f, err := organisation.Sign(o, key, time.Date(2026, 5, 1, 8, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var out = os.Getenv("LOOK")

func shot(t *testing.T, w fyne.Window, name string) {
	img := w.Canvas().Capture()
	f, err := os.Create("/tmp/company/" + name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	png.Encode(f, img)
	f.Close()
}

type looks struct {
	lang  locales.Language
	app   theme.Appearance
	scale float32
	w, h  float32
}

func (l looks) String() string { return fmt.Sprintf("%s-%s-%v-%vx%v", l.lang, l.app, l.scale, l.w, l.h) }

func TestLook(t *testing.T) {
	all := map[string]looks{
		"a": {"nb", theme.Light, 1, 900, 720}, "b": {"en", theme.Dark, 1, 460, 700}, "c": {"nb", theme.Light, 2, 900, 720}, "d": {"en", theme.Dark, 2, 460, 700},
		"A": {"nb", theme.Light, 1, 900, 720}, "t": {"nb", theme.Light, 1, 900, 2400}, "n": {"nb", theme.Light, 1, 460, 2400}, "e": {"en", theme.Dark, 1, 900, 2400}, "s": {"nb", theme.Dark, 2, 560, 2400},
	}
	for _, key := range strings.Split(out, "") {
		l := all[key]
		t.Run(l.String(), func(t *testing.T) { l.take(t) })
	}
}

func (l looks) take(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Choice{Appearance: l.app, TextScale: l.scale}))
	texts, _ := locales.Load(l.lang)
	guide, _ := tools.Load()
	incidents, err := incident.Load()
	if err != nil {
		t.Fatal(err)
	}
	var w fyne.Window
	show := func(o fyne.CanvasObject, name string) {
		if w == nil {
			w = test.NewTempWindow(t, o)
		}
		w.SetContent(o)
		w.Resize(fyne.NewSize(l.w, l.h))
		shot(t, w, name+"-"+l.String())
	}
	only := os.Getenv("ONLY")
	want := func(n string) bool { return only == "" || strings.Contains(","+only+",", ","+n+",") }
	actions := company.Actions{Focus: func(f fyne.Focusable) { w.Canvas().Focus(f) }, OpenList: func(checklists.Role) {}}
	file := signedFile(t, sample())
	for name, m := range map[string]company.Model{
		"empty": {}, "begun": {Draft: &organisation.Organisation{}, KeyKnown: true},
		"held":     {Held: file, Update: company.Update{Address: file.Organisation.Update, Asked: time.Now()}},
		"long":     {Held: signedFile(t, long())},
		"bare":     {Held: signedFile(t, organisation.Organisation{ID: "x", Version: 1, Name: "Lite AS"})},
		"missing":  {Held: file, Draft: &file.Organisation, Published: 3, Changed: true, KeyKnown: true, Update: company.Update{Address: file.Organisation.Update, Asked: time.Now(), Problem: "Adressen svarer ikke."}},
		"employer": {Held: file, Draft: &file.Organisation, Published: 3, Changed: true, KeyKnown: true, Key: true, Busy: true},
	} {
		if !want(name) {
			continue
		}
		s := company.New(texts, guide, actions)
		s.Show(m)
		show(s.Object(), "page-"+name)
	}
	if want("ask") {
		s := company.New(texts, guide, actions)
		s.Ask(file, true, func(bool) {})
		show(s.Object(), "ask-first")
		s.Show(company.Model{Held: file})
		s.Ask(signedFile(t, long()), false, func(bool) {})
		show(s.Object(), "ask-update")
	}
	s := New(texts, guide, incidents, Actions{Focus: func(f fyne.Focusable) { w.Canvas().Focus(f) }, Change: func(organisation.Organisation) {}, Removed: func(string, func()) {}})
	o := sample()
	if os.Getenv("LONG") != "" {
		o = long()
	}
	if os.Getenv("EMPTY") != "" {
		o = organisation.Organisation{}
	} else {
		o.Contacts = append(o.Contacts, organisation.Contact{Role: organisation.ITSupport, Phone: "1", Email: "kari"})
		o.Rooms = append(o.Rooms, organisation.Room{Link: "http://x"})
		o.Mailbox = "http://x"
	}
	problems, _ := o.Normalise().Validate().(organisation.Problems)
	s.Show(o, problems)
	for i := range len(s.sections) + 1 {
		if !want("editor") && !want(fmt.Sprint("e", i)) {
			continue
		}
		if w == nil {
			w = test.NewTempWindow(t, s.Object())
			w.Resize(fyne.NewSize(l.w, l.h))
		}
		s.Choose(i)
		switch p := part(nil); i {
		case 1:
			p = s.sections[i].parts[0]
			p.(*list[organisation.Contact]).entries[min(2, len(o.Contacts)-1)].toggle()
		case 4:
			p = s.sections[i].parts[0]
			p.(*list[organisation.Item]).entries[0].toggle()
		case 2:
			p = s.sections[i].parts[0]
			p.(*routines).expand(p.(*routines).all[1], true)
		case 3:
			p = s.sections[i].parts[1]
			p.(*list[organisation.Verdict]).entries[0].toggle()
		case 6:
			p = s.sections[i].parts[0]
			p.(*list[organisation.Room]).entries[len(o.Rooms)-1].toggle()
		}
		show(s.Object(), fmt.Sprint("editor-", i))
	}
}
