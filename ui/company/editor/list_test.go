package editor

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists/organisation"
)

func titles(l *list[organisation.Contact]) []string {
	var all []string
	for _, e := range l.entries {
		all = append(all, e.title.String())
	}
	return all
}

func names(o organisation.Organisation) []string {
	var all []string
	for _, c := range o.Contacts {
		all = append(all, c.Name)
	}
	return all
}

func TestMovingEntries(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	s.Choose(contactsSection)
	l := contactsOf(s)
	press(t, w, "IKT-støtte: Nordlys IT")
	press(t, w, "Flytt ned")
	equal(t, "moved down", names(h.last(t)), []string{"Kari Nordmann", "Ola", "Nordlys IT"})
	equal(t, "on the screen", titles(l), []string{"Sikkerhetsansvarlig: Kari Nordmann", "Regnskap: Ola", "IKT-støtte: Nordlys IT"})
	if reach(w, "Flytt ned") {
		t.Error("the last can be moved further down")
	}
	press(t, w, "Flytt opp")
	// The button that was pressed still has the keys.
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	equal(t, "moved up twice", names(h.last(t)), []string{"Nordlys IT", "Kari Nordmann", "Ola"})
	if !l.entries[0].details.Visible() {
		t.Error("the entry that was moved has closed")
	}
}

func TestRemovingAndPuttingBack(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	s.Choose(contactsSection)
	press(t, w, "IKT-støtte: Nordlys IT")
	press(t, w, "Fjern")
	equal(t, "left", names(h.last(t)), []string{"Kari Nordmann", "Ola"})
	equal(t, "told", h.removed, []string{"Fjernet: IKT-støtte: Nordlys IT"})
	tells(t, s, nil, "Nordlys IT")
	h.save(t, s)
	// What is typed before it is put back stays.
	e := contactsOf(s).entries[0]
	e.toggle()
	write(w, named(t, e.fields, "name"), "!")
	h.undo()
	equal(t, "put back", names(h.last(t)), []string{"Kari Nordmann!", "Nordlys IT", "Ola"})
	tells(t, s, []string{"Nordlys IT"})
	changes := len(h.told)
	h.undo()
	equal(t, "changes told by undoing twice", len(h.told), changes)
}

func TestLastOneRemovedIsPutBackAtTheEnd(t *testing.T) {
	s, _, h := newScreen(t, usual)
	show(s, fjord())
	l := contactsOf(s)
	last := l.entries[2]
	l.remove(last)
	undo := h.undo
	l.remove(l.entries[0])
	undo()
	equal(t, "put back", names(h.last(t)), []string{"Nordlys IT", "Ola"})
	l.remove(last)
	l.remove(last) // pressed twice in a hurry
	equal(t, "left", names(h.last(t)), []string{"Nordlys IT"})
}

func TestNewContactFillsTheVacantRole(t *testing.T) {
	s, _, h := newScreen(t, usual)
	show(s, organisation.Organisation{})
	for range 3 {
		contactsOf(s).begin()
	}
	var roles []organisation.Role
	for _, c := range h.last(t).Contacts {
		roles = append(roles, c.Role)
	}
	equal(t, "roles", roles, []organisation.Role{organisation.SecurityOfficer, organisation.ITSupport, organisation.Other})
}

func TestTaskIsAskedForWhereItHasMeaning(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	s.Choose(contactsSection)
	press(t, w, "Regnskap: Ola")
	tells(t, s, []string{"Hva kan kontakten hjelpe med?"})
	press(t, w, "IKT-støtte") // another role
	tells(t, s, []string{"IKT-støtte: Ola"}, "Hva kan kontakten hjelpe med?")
	equal(t, "role", h.last(t).Contacts[2].Role, organisation.ITSupport)
	press(t, w, "Annen kontakt")
	tells(t, s, []string{"Regnskap: Ola", "Hva kan kontakten hjelpe med?"})
}

func TestFullListTakesNoMore(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	o := fjord()
	for i := len(o.Contacts); i < organisation.MaxContacts; i++ {
		o.Contacts = append(o.Contacts, organisation.Contact{Role: organisation.Other, Task: fmt.Sprint(i), Phone: "112"})
	}
	show(s, o)
	s.Choose(contactsSection)
	tells(t, s, []string{"Det er plass til 20, og alle er brukt."})
	contactsOf(s).remove(contactsOf(s).entries[0])
	tells(t, s, nil, "Det er plass til 20")
	press(t, w, "Legg til kontakt")
	equal(t, "contacts", len(contactsOf(s).entries), organisation.MaxContacts)
}

func TestEmptyListSaysWhatToDo(t *testing.T) {
	s, _, _ := newScreen(t, usual)
	show(s, organisation.Organisation{})
	for section, words := range map[int]string{
		contactsSection: "Ingen kontakter ennå", toolsSection: "Ingen programmer ennå", itemsSection: "Ingen egne punkter ennå", roomsSection: "Ingen møterom ennå",
	} {
		s.Choose(section)
		tells(t, s, []string{words}, "Det er plass til")
	}
}

// An item keeps its ID whatever becomes of it, and every new one has its own.
func TestItemsKeepTheirIDs(t *testing.T) {
	s, w, h := newScreen(t, usual)
	show(s, fjord())
	s.Choose(itemsSection)
	l := itemsOf(s)
	l.entries[0].toggle()
	write(w, named(t, l.entries[0].fields, "title"), " i dag")
	l.move(l.entries[0], 1)
	l.begin()
	l.begin()
	items := h.last(t).Items
	equal(t, "items", len(items), 4)
	equal(t, "the one moved", items[1].ID+" "+items[1].Title.NB, "own-a Lås skapet i dag")
	if items[2].ID == items[3].ID || items[2].ID == "" {
		t.Errorf("new items are called %q and %q", items[2].ID, items[3].ID)
	}
	// How often need not be one of those offered.
	l.entries[0].toggle()
	tells(t, s, []string{"Hver 5. måned"})
	equal(t, "months", items[0].Months, 5)
}

// An entry that was added is in sight from its name on, though it be higher than
// the window.
func TestNewEntryIsShownFromItsBeginning(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	show(s, fjord())
	s.Choose(itemsSection)
	l := itemsOf(s)
	for range 3 {
		l.begin()
		newest := l.entries[len(l.entries)-1]
		title := named(t, newest.fields, "title").object
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(title).Y
		if top < 0 || top+title.Size().Height > w.Canvas().Size().Height {
			t.Errorf("the new item's title is %v down a window %v high", top, w.Canvas().Size().Height)
		}
	}
}
