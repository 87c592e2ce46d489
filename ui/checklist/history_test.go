package checklist

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
)

func TestHistory(t *testing.T) {
	d := newDesk(t, own("own-1", "Logg av", 0))
	h := d.open("own-1").details.history
	if d.asked != 0 || h.lines.Visible() {
		t.Error("the history is asked for before anybody wants it")
	}
	test.Tap(h.toggle)
	if h.lines.String() != "Her har du ikke krysset av noe ennå." || h.lines.Hidden {
		t.Errorf("with nothing to tell it says %q", h.lines.String())
	}
	at := now.Local()
	d.history = []checklists.Mark{
		{State: checklists.Done, At: at.AddDate(0, -2, 0)},
		{State: checklists.Open, At: at.AddDate(0, -1, 0)},
		{State: checklists.NotForMe, At: at, Reason: "Har ikke slikt"},
	}
	d.mark("own-1", checklists.NotForMe, 0)
	clock := at.Format("15:04")
	want := "23. november 2026 kl. " + clock + ": Gjelder ikke meg: Har ikke slikt\n" +
		"23. oktober 2026 kl. " + at.AddDate(0, -1, 0).Format("15:04") + ": Avkryssingen fjernet\n" +
		"23. september 2026 kl. " + at.AddDate(0, -2, 0).Format("15:04") + ": Gjort"
	if h.lines.String() != want || d.asked != 2 {
		t.Errorf("asked %d times, it says\n%s\nwant\n%s", d.asked, h.lines.String(), want)
	}
	test.Tap(h.toggle)
	d.mark("own-1", checklists.Open, 0)
	if h.lines.Visible() || d.asked != 2 {
		t.Errorf("closed it is visible: %v, asked %d times", h.lines.Visible(), d.asked)
	}
}

// An answer that comes when the item is closed is dropped.
func TestHistoryThatComesLate(t *testing.T) {
	d := newDesk(t, own("own-1", "Logg av", 0))
	var answer func([]checklists.Mark)
	d.list.actions.History = func(_ string, show func([]checklists.Mark)) { answer = show }
	r := d.open("own-1")
	h := r.details.history
	test.Tap(h.toggle)
	r.expand(false)
	answer(nil)
	if h.lines.Visible() {
		t.Error("a closed item tells its history")
	}
}
