package endtoend

import (
	"slices"
	"testing"

	"hjemmekontor/locales"
)

func TestATickSurvivesAPowerCut(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.Norwegian)
	d.texts = load(t, locales.Norwegian)
	title := d.texts.Text("item.employee-updates.title")
	p := d.open(t, "checklist.employee.title", "--page", "employee", "--lang", "nb")
	d.WaitFor(t, "0 av 20", patience)
	d.ClickAt(t, besides(d.WaitFor(t, title, patience)))
	d.WaitFor(t, "1 av 20", patience)
	d.Keep(t, "tick-before-the-power-cut")

	p.Kill(t)
	d.open(t, "checklist.employee.title", "--page", "employee", "--lang", "nb")
	d.WaitFor(t, "1 av 20", patience)
	d.WaitFor(t, "19 punkter igjen", patience)
	d.Keep(t, "tick-after-the-power-cut")

	t.Run("it can be taken back", func(t *testing.T) {
		d.ClickAt(t, besides(d.WaitFor(t, title, patience)))
		d.WaitFor(t, "0 av 20", patience)
	})
	t.Run("an item can be set aside", func(t *testing.T) {
		d.Click(t, title)
		d.see(t, "checklist.why")
		d.Keep(t, "item-open")
		d.setAside(t, "Det tar IKT-støtte seg av")
		d.scrollToTop(t)
		d.WaitFor(t, "1 punkt gjelder ikke deg", patience)
	})
	t.Run("the list can be searched", func(t *testing.T) {
		d.press(t, "checklist.search")
		d.Type(t, "ruter standardpassord")
		d.see(t, "item.employee-router-password.title")
		d.Gone(t, d.texts.Text("item.employee-antivirus.title"), patience)
		d.Keep(t, "search")
	})
}

func TestContactsAreKeptAndShownAtHome(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.English)
	p := d.open(t, "contacts.happened", "--page", "contacts", "--lang", "en")
	d.press(t, "contacts.enter")
	d.see(t, "contacts.hours")
	d.Type(t, "Kari Sørensen")
	d.Key(t, "Tab")
	d.Type(t, "abc")
	d.submit(t)
	d.WaitFor(t, "The phone number is not right", patience)
	d.Keep(t, "contact-refused")
	d.ClickAt(t, below(d.WaitFor(t, d.texts.Text("contacts.phone"), patience)))
	d.Key(t, "ctrl+a")
	d.Type(t, "+47 909 87 654")
	d.submit(t)
	d.WaitFor(t, "+47 909 87 654", patience)
	d.press(t, "contacts.copy")
	d.see(t, "app.copied")
	// The button stands below every number, and any of them may be the one.
	if got := d.Clipboard(t); !slices.Contains([]string{"+47 909 87 654", "112", "02800", "02497"}, got) {
		t.Errorf("the clipboard holds %q", got)
	}
	p.Kill(t)
	d.open(t, "home.numbers", "--lang", "en")
	d.WaitFor(t, "+47 909 87 654", patience)
	d.Keep(t, "home-with-contacts")
}

// submit goes from the number of a contact to the last of its fields, and saves
// it from there.
func (d *desk) submit(t *testing.T) {
	t.Helper()
	for range 3 {
		d.Key(t, "Tab")
	}
	d.Key(t, "Return")
}
