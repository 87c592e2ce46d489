package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
)

func TestWhatIsTakenFromAListCanBePutBack(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	item := s.catalogue.Items(checklists.Employee)[0].ID
	s.setState(item, checklists.Done, "")
	s.settled()
	done := s.marks[item]
	if s.undo != nil {
		t.Error("a tick offers to be undone, and takes nothing away")
	}
	for _, change := range []struct {
		state  checklists.State
		reason string
	}{{checklists.Open, ""}, {checklists.NotForMe, "Har ikke ruter"}} {
		s.setState(item, change.state, change.reason)
		s.settled()
		if s.marks[item].State != change.state {
			t.Fatalf("the state is %q, want %q", s.marks[item].State, change.state)
		}
		s.undoLast()
		s.settled()
		if s.marks[item] != done {
			t.Errorf("undoing %q brings back %+v, want %+v", change.state, s.marks[item], done)
		}
	}

	note := checklists.Note{ItemID: item, Text: "Gjort sammen med Ola", Shared: true}
	s.setNote(note)
	s.settled()
	s.setNote(checklists.Note{ItemID: item})
	s.settled()
	if len(s.notes) != 0 {
		t.Fatalf("the note is still there: %v", s.notes)
	}
	s.undoLast()
	s.settled()
	if s.notes[item] != note {
		t.Errorf("undoing brings back %+v", s.notes[item])
	}
	s.undoLast() // there is nothing more
}

func TestReportsAreTakenInAndRemoved(t *testing.T) {
	anna := newShell(t, locales.Norwegian, normal)
	item := anna.catalogue.Items(checklists.Employee)[0].ID
	anna.setState(item, checklists.Done, "")
	anna.settled()
	anna.preferences.name = "Anna Berg"
	anna.openReport(checklists.Employee)
	anna.settled()
	r := report.New(report.Author{Person: anna.preferences.person, Name: "Anna Berg", Role: checklists.Employee},
		anna.catalogue.Items(checklists.Employee), anna.marks, anna.notes, anna.texts, time.Now())
	folder := t.TempDir()
	if err := writeFile(filepath.Join(folder, "anna.json"), r.WriteJSON); err != nil {
		t.Fatal(err)
	}

	boss := newShell(t, locales.Norwegian, normal)
	boss.openPaths([]string{folder})
	boss.settled()
	if len(boss.matrix.People) != 1 || boss.matrix.People[0].Report.Name != "Anna Berg" || boss.matrix.People[0].Progress.Done != 1 {
		t.Fatalf("the table shows %+v", boss.matrix.People)
	}
	boss.removeReports(r.Person)
	boss.settled()
	if len(boss.matrix.People) != 0 {
		t.Fatal("the report is still there")
	}
	boss.undoLast()
	boss.settled()
	if len(boss.matrix.People) != 1 {
		t.Error("undoing brought nothing back")
	}
}

func TestARestoreCanBeUndone(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	items := s.catalogue.Items(checklists.Employee)
	s.setState(items[0].ID, checklists.Done, "")
	s.settled()
	s.backUp()
	s.settled()
	s.press()
	s.settled()
	saved, err := filepath.Glob(filepath.Join(s.folder, "*"+backupEnding))
	if err != nil || len(saved) != 1 {
		t.Fatalf("saved %v, %v", saved, err)
	}

	s.setState(items[1].ID, checklists.Done, "")
	s.settled()
	s.restoreFrom(saved[0])
	s.settled()
	if len(s.marks) != 1 {
		t.Fatalf("after restoring there are %d ticks", len(s.marks))
	}
	s.undoLast()
	s.settled()
	if len(s.marks) != 2 {
		t.Errorf("after undoing there are %d ticks", len(s.marks))
	}

	broken := filepath.Join(s.folder, "broken"+backupEnding)
	if err := os.WriteFile(broken, []byte("PK\x03\x04"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.askRestore(broken)
	s.settled()
	if len(s.marks) != 2 || s.noted == nil {
		t.Errorf("a broken backup leaves %d ticks and the notice %v", len(s.marks), s.noted)
	}
}

// A backup must not be a way to slip another signer's file in.
func TestARestoreShowsWhoseFileItBrings(t *testing.T) {
	theirs := newShell(t, locales.Norwegian, normal)
	file := sign(t, fjord(), newKey(t))
	theirs.takeCompany(file, func() {})
	theirs.backUp()
	theirs.settled()
	theirs.press()
	theirs.settled()
	saved, err := filepath.Glob(filepath.Join(theirs.folder, "*"+backupEnding))
	if err != nil || len(saved) != 1 {
		t.Fatalf("saved %v, %v", saved, err)
	}
	for name, held := range map[string]*organisation.File{"none held": nil, "another key": sign(t, fjord(), newKey(t)), "the same": file} {
		t.Run(name, func(t *testing.T) {
			s := newShell(t, locales.Norwegian, normal)
			if held != nil {
				s.takeCompany(held, func() {})
				s.settled()
			}
			s.askRestore(saved[0])
			s.settled()
			question := s.window.Canvas().Overlays().Top()
			if question == nil {
				t.Fatal("nothing is asked")
			}
			group := strings.Fields(file.Fingerprint())[0]
			if got, want := strings.Contains(test.RenderObjectToMarkup(question), group), held != file; got != want {
				t.Errorf("the fingerprint is shown: %v, want %v", got, want)
			}
		})
	}
}

func TestTheDeadlineIsKept(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	discovered := time.Now().Add(-2 * time.Hour).Truncate(time.Second)
	s.startDeadline(discovered)
	s.settled()
	if p, err := loadPreferences(t.Context(), s.store); err != nil || !p.breach.Equal(discovered) {
		t.Errorf("next time it began at %v, %v", p.breach, err)
	}
	s.endDeadline()
	s.settled()
	if s.deadline() != nil {
		t.Error("it is still running")
	}
	s.undoLast()
	s.settled()
	if d := s.deadline(); d == nil || !d.Discovered.Equal(discovered) {
		t.Errorf("undoing brings back %+v", d)
	}
}
