package checklists

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
)

// at1 is when the reports of these tests were made, as it is kept.
var at1 = noon.Truncate(time.Millisecond).UTC()

// keepReports keeps reports.
func keepReports(t testing.TB, store *Store, reports ...KeptReport) {
	t.Helper()
	if _, _, err := store.KeepReports(t.Context(), reports); err != nil {
		t.Fatal(err)
	}
}

func mustReports(t testing.TB, store *Store) []KeptReport {
	t.Helper()
	reports, err := store.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return reports
}

// report is one by a person, made some hours after noon, that says text.
func report(person string, hours int, text string) KeptReport {
	return KeptReport{Person: person, Made: at1.Add(time.Duration(hours) * time.Hour), Data: []byte(text)}
}

// Of each person the newest report is kept, whatever order they come in.
func TestNewestReportsAreKept(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	for _, step := range []struct {
		name            string
		reports         []KeptReport
		added, replaced int
	}{
		{"none", nil, 0, 0},
		{"two people, one twice", []KeptReport{report("ola", 2, "o2"), report("kari", 0, "k0"), report("ola", 1, "o1")}, 2, 0},
		{"the same again", []KeptReport{report("ola", 2, "other"), report("kari", 0, "other")}, 0, 0},
		{"one newer, one older, one new", []KeptReport{report("kari", 3, "k3"), report("ola", 1, "o1"), report("per", 0, "p0")}, 1, 1},
		{"two newer by one", []KeptReport{report("per", 1, "p1"), report("per", 2, "p2")}, 0, 1},
	} {
		added, replaced, err := store.KeepReports(t.Context(), step.reports)
		if err != nil || added != step.added || replaced != step.replaced {
			t.Errorf("%s: %d added, %d replaced, %v", step.name, added, replaced, err)
		}
	}
	want := []KeptReport{report("kari", 3, "k3"), report("ola", 2, "o2"), report("per", 2, "p2")}
	if got := mustReports(t, mustOpen(t, dir)); !reflect.DeepEqual(got, want) {
		t.Errorf("Reports = %v, want %v", got, want)
	}
}

// What was deleted can be brought back, but not over what came meanwhile.
func TestDeletedReportsComeBack(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	all := []KeptReport{report("kari", 0, "k0"), report("ola", 0, "o0"), report("per", 0, "p0")}
	keepReports(t, store, all...)

	deleted, err := store.DeleteReports(t.Context(), "per", "kari", "nobody")
	if err != nil || !reflect.DeepEqual(deleted, []KeptReport{all[2], all[0]}) {
		t.Errorf("DeleteReports = %v, %v", deleted, err)
	}
	if got := mustReports(t, store); !reflect.DeepEqual(got, all[1:2]) {
		t.Errorf("left are %v", got)
	}
	keepReports(t, store, report("per", 1, "p1"))
	keepReports(t, store, deleted...)
	want := []KeptReport{all[0], all[1], report("per", 1, "p1")}
	if got := mustReports(t, store); !reflect.DeepEqual(got, want) {
		t.Errorf("brought back are %v, want %v", got, want)
	}

	deleted, err = store.DeleteReports(t.Context())
	if err != nil || !reflect.DeepEqual(deleted, want) {
		t.Errorf("DeleteReports of all = %v, %v", deleted, err)
	}
	if got := mustReports(t, store); len(got) != 0 {
		t.Errorf("left are %v", got)
	}
}

// One that cannot be kept keeps out all that came with it.
func TestReportsAreKeptTogether(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	for name, bad := range map[string]KeptReport{
		"no person":   report("", 0, "x"),
		"long person": report(strings.Repeat("x", MaxPerson+1), 0, "x"),
		"no time":     {Person: "p", Data: []byte("x")},
		"empty":       report("p", 0, ""),
		"too large":   report("p", 0, strings.Repeat("x", MaxReport+1)),
	} {
		if _, _, err := store.KeepReports(t.Context(), []KeptReport{report("good", 0, "x"), bad}); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
		if got := mustReports(t, store); len(got) != 0 {
			t.Errorf("%s: %d were kept", name, len(got))
		}
	}
}

// There is an end to how many reports are kept, and to how much they hold.
func TestReportsAreBounded(t *testing.T) {
	for name, bounds := range map[string]reportBounds{
		"too many":  {count: 3, size: 1000},
		"too large": {count: 1000, size: 100},
	} {
		store := mustOpen(t, t.TempDir())
		if store.bounds != (reportBounds{MaxReports, MaxReportsSize}) {
			t.Errorf("a store has the bounds %+v", store.bounds)
		}
		store.bounds = bounds
		keepReports(t, store, report("kari", 0, strings.Repeat("x", 49)), report("ola", 0, "x"), report("per", 0, strings.Repeat("x", 50)))
		if _, _, err := store.KeepReports(t.Context(), []KeptReport{report("one more", 0, "x")}); !errors.Is(err, ErrTooMany) {
			t.Errorf("%s: %v, want ErrTooMany", name, err)
		}
		keepReports(t, store, report("per", 1, "x")) // in place of another
		if got := mustReports(t, store); len(got) != 3 {
			t.Errorf("%s: %d are kept", name, len(got))
		}
	}
}
