package endtoend

import (
	"path/filepath"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// TestWhatIsTakenAwayCanBePutBack takes away one thing after the other.
func TestWhatIsTakenAwayCanBePutBack(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d, mine := newDesk(t, 1100, 720, l), newSigner(t, firmOf(l))
			d.hold(t, mine.sign(t, 1), ticked(t, firstItems[0], time.Hour), mine.draft(t), d.handedIn(t, mine))
			p := d.start(t, "checklist.employee.title", "--page", "employee")
			d.untick(t)
			d.removeCompany(t, mine)
			d.removeReports(t, mine)
			backup := d.backUp(t)
			p.Kill(t)

			d.data = filepath.Join(d.Home, "new")
			d.start(t, "settings.title", "--page", "settings")
			d.restore(t, backup, mine)
		})
	}
}

// firstItems stand at the top of the employees' list.
var firstItems = []string{"employee-separate-work-private", "employee-own-user-account", "employee-updates"}

// ticks is how many items are kept as done.
func (d *desk) ticks(t *testing.T) (n int) {
	t.Helper()
	d.inStore(t, func(s *checklists.Store) error {
		marks, err := s.Marks(t.Context())
		for _, m := range marks {
			if m.State == checklists.Done {
				n++
			}
		}
		return err
	})
	return n
}

// untick takes a tick away and puts it back.
func (d *desk) untick(t *testing.T) {
	t.Helper()
	const items, own = 20, 2
	ring := func(done int) locales.Data { return locales.Data{"Done": done, "Total": items + own} }
	d.see(t, "checklist.ring", ring(1))
	d.ClickAt(t, besides(d.see(t, "item."+firstItems[0]+".title")))
	d.see(t, "checklist.ring", ring(0))
	d.undo(t, "untick")
	d.see(t, "checklist.ring", ring(1))
}

// undo presses the button that the program offers.
func (d *desk) undo(t *testing.T, what string) {
	t.Helper()
	d.toast().WaitFor(t, d.texts.Text("app.undo"), patience)
	d.shot(t, "undo-"+what)
	d.toast().Click(t, d.texts.Text("app.undo"))
}

// removeCompany takes the company's file away and puts it back.
func (d *desk) removeCompany(t *testing.T, mine *signer) {
	t.Helper()
	d.goTo(t, ui.Company)
	d.WaitFor(t, mine.name, patience)
	d.scrollToEnd(t)
	d.press(t, "company.remove")
	d.Gone(t, mine.name, patience)
	d.undo(t, "company")
	d.scrollToTop(t)
	d.WaitFor(t, mine.name, patience)
	if got := d.version(t); got != 1 {
		t.Errorf("version %d is held", got)
	}
}

// removeReports takes the employees' reports away and puts them back.
func (d *desk) removeReports(t *testing.T, mine *signer) {
	t.Helper()
	d.press(t, "company.reports")
	d.WaitFor(t, mine.employee, patience)
	d.press(t, "reports.remove-all")
	d.Gone(t, mine.employee, patience)
	d.undo(t, "reports")
	d.WaitFor(t, mine.employee, patience)
}

// backUp saves all data as one file.
func (d *desk) backUp(t *testing.T) string {
	t.Helper()
	folder := d.newFolder(t, "kopi")
	d.visit(t, ui.Settings)
	d.scrollTo(t, "settings.back-up")
	d.press(t, "settings.back-up")
	d.saveInto(t, "save.backup", folder)
	return awaitFile(t, folder, "*.hjemmekontor-backup")
}

// restore puts a backup in place of nothing, and takes it back.
func (d *desk) restore(t *testing.T, backup string, mine *signer) {
	t.Helper()
	d.scrollTo(t, "settings.restore")
	d.press(t, "settings.restore")
	d.openPath(t, "open.backup", backup)
	d.press(t, "settings.restore-sure-yes")
	d.toast().WaitFor(t, d.texts.Text("app.undo"), patience)
	d.shot(t, "undo-restore")
	d.goTo(t, ui.Company)
	d.WaitFor(t, mine.name, patience)
	d.Key(t, "ctrl+z")
	d.see(t, "company.what")
	if got := d.ticks(t); got != 0 {
		t.Errorf("%d ticks are left", got)
	}
}

// draft is what makes the user the one who writes the company's file.
func (s *signer) draft(t *testing.T) func(*checklists.Store) error {
	t.Helper()
	return func(store *checklists.Store) error {
		file, err := organisation.Parse(s.sign(t, 1))
		if err != nil {
			return err
		}
		draft, err := organisation.MarshalDraft(file.Organisation)
		if err != nil {
			return err
		}
		return store.SaveDraft(t.Context(), draft)
	}
}

// handedIn is the report of an employee.
func (d *desk) handedIn(t *testing.T, mine *signer) func(*checklists.Store) error {
	t.Helper()
	return func(store *checklists.Store) error {
		catalogue, err := checklists.Load()
		if err != nil {
			return err
		}
		now := time.Now()
		author := report.Author{Person: report.NewPerson(), Name: mine.employee, Role: checklists.Employee}
		r := report.New(author, catalogue.Items(checklists.Employee), nil, nil, d.texts, now)
		_, _, err = store.KeepReports(t.Context(), []checklists.KeptReport{{Person: r.Person, Made: r.Made, Data: report.Encode(r)}})
		return err
	}
}
