package backup

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hjemmekontor/checklists"
)

func mustOpen(t testing.TB) *checklists.Store {
	t.Helper()
	store, err := checklists.OpenStore(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func tick(t testing.TB, store *checklists.Store, itemID string) {
	t.Helper()
	if _, err := store.SetMark(t.Context(), checklists.Mark{ItemID: itemID, State: checklists.Done, At: noon}); err != nil {
		t.Fatal(err)
	}
}

// checkTicks makes sure that just these items are done.
func checkTicks(t testing.TB, store *checklists.Store, want ...string) {
	t.Helper()
	marks, err := store.Marks(t.Context())
	if err != nil || len(marks) != len(want) {
		t.Errorf("Marks = %v, %v, want %v", marks, err, want)
	}
	for _, itemID := range want {
		if marks[itemID].State != checklists.Done {
			t.Errorf("%s is %q", itemID, marks[itemID].State)
		}
	}
}

// A user restores a backup on another machine and thinks better of it.
func TestStoreIsRestoredAndTheRestoreUndone(t *testing.T) {
	old, store := mustOpen(t), mustOpen(t)
	tick(t, old, "employee-firewall")
	tick(t, store, "employee-updates")
	path := written(t, OfStore(old))

	parts := []Part{OfStore(store)}
	undo := written(t, parts...)
	if err := Read(t.Context(), path, parts); err != nil {
		t.Fatal(err)
	}
	checkTicks(t, store, "employee-firewall")
	if err := Read(t.Context(), undo, parts); err != nil {
		t.Fatal(err)
	}
	checkTicks(t, store, "employee-updates")
}

// A sound archive around a store that is not is found out before anything is
// restored, and the screen learns that it is the backup that is damaged.
func TestDamagedStoreInBackup(t *testing.T) {
	store := mustOpen(t)
	tick(t, store, "employee-updates")
	for name, test := range map[string]struct {
		change func(data []byte) []byte
		want   error
	}{
		"cut short": {func(data []byte) []byte { return data[:len(data)-4096] }, ErrDamaged},
		"no store":  {func([]byte) []byte { return []byte("hello") }, ErrDamaged},
		"newer":     {func(data []byte) []byte { data[63] = 99; return data }, ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			copied := filepath.Join(t.TempDir(), "copy")
			if err := store.SaveCopy(t.Context(), copied); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(copied)
			if err != nil {
				t.Fatal(err)
			}
			path := written(t, (&notebook{name: checklists.FileName, text: string(test.change(data))}).part())
			if err := Read(t.Context(), path, []Part{OfStore(store)}); !errors.Is(err, test.want) {
				t.Errorf("Read: %v, want %v", err, test.want)
			}
			checkTicks(t, store, "employee-updates")
		})
	}
}

// BenchmarkWrite and BenchmarkRead are of a company of 1,000, about 7 MB.
func BenchmarkWrite(b *testing.B) {
	store := largeStore(b)
	path := filepath.Join(b.TempDir(), "backup")
	for b.Loop() {
		if err := Write(b.Context(), path, []Part{OfStore(store)}, noon); err != nil {
			b.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/1e6, "MB")
}

func BenchmarkRead(b *testing.B) {
	store := largeStore(b)
	path := written(b, OfStore(store))
	for b.Loop() {
		if err := Read(b.Context(), path, []Part{OfStore(store)}); err != nil {
			b.Fatal(err)
		}
	}
}

// largeStore holds 1,000 reports of 60 answers.
func largeStore(b *testing.B) *checklists.Store {
	b.Helper()
	store := mustOpen(b)
	var reports []checklists.KeptReport
	for person := range 1000 {
		reports = append(reports, checklists.KeptReport{Person: fmt.Sprint("person-", person), Made: noon, Data: answers(person)})
	}
	if _, _, err := store.KeepReports(b.Context(), reports); err != nil {
		b.Fatal(err)
	}
	return store
}

// answers is about what a report of 60 answers holds, different for each
// person.
func answers(person int) []byte {
	var data bytes.Buffer
	for answer := range 60 {
		fmt.Fprintf(&data, `{"item":"employee-item-%d","title":"Lås skjermen når du går fra maskinen","status":"done","on":"2026-%02d-%02d"},`,
			answer, (person+answer)%12+1, person*answer%28+1)
	}
	return data.Bytes()
}
