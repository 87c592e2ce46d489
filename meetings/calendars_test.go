package meetings

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestCalendars(t *testing.T) {
	dir, keyring, ctx := t.TempDir(), newRing(), t.Context()
	store := mustUnlock(t, dir, keyring)
	file := Calendar{ID: "c1", Kind: File, Name: "Vakter", Place: "/home/kari/vakter.ics"}
	work := aCalendar("c2")
	work.Fetch = Fetch{
		ETag: `"1"`, Modified: "Mon, 23 Nov 2026 11:00:00 GMT", CTag: "7", Fetched: noon.Local(), NotBefore: noon.Add(time.Minute).Local(),
		Next: noon.Add(time.Hour).Local(), Failures: 2, Trouble: "slow",
	}
	copied := Copy{[]byte("BEGIN:VCALENDAR\n" + strings.Repeat("x\n", 100)), []string{"kari@firma.no"}}
	must(t, store.AddCalendar(ctx, file, 0), store.AddCalendar(ctx, work, 0),
		store.SaveCopy(ctx, "c2", work.Fetch, copied))
	store = mustUnlock(t, dir, keyring)
	calendars, err := store.Calendars(ctx)
	if !reflect.DeepEqual(calendars, []Calendar{work, file}) || err != nil {
		t.Errorf("kept are %+v, %v", calendars, err)
	}
	if got, err := store.Copy(ctx, "c2"); !reflect.DeepEqual(got, copied) || err != nil {
		t.Errorf("the copy is %v, %v", got, err)
	}
	must(t, store.RenameCalendar(ctx, "c1", "Turnus"), store.HideCalendar(ctx, "c1", true), store.MoveCalendar(ctx, "c1", 0))
	must(t, store.RemoveCalendar(ctx, "c2"))
	file.Name, file.Hidden = "Turnus", true
	calendars, err = store.Calendars(ctx)
	if !reflect.DeepEqual(calendars, []Calendar{file}) || err != nil {
		t.Errorf("left are %+v, %v", calendars, err)
	}
	if _, err := store.Copy(ctx, "c2"); !errors.Is(err, ErrNotFound) {
		t.Errorf("the copy of what was removed: %v", err)
	}
	for _, err := range []error{store.RemoveCalendar(ctx, "c2"), store.SaveFetch(ctx, "c2", Fetch{}), store.SaveCopy(ctx, "c2", Fetch{}, copied)} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("what was removed: %v", err)
		}
	}
}

func TestCalendarsAreBounded(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	for i := range MaxCalendars {
		must(t, store.AddCalendar(t.Context(), aCalendar(fmt.Sprint("c", i)), i))
	}
	if err := store.AddCalendar(t.Context(), aCalendar("more"), 0); !errors.Is(err, ErrTooMany) {
		t.Errorf("AddCalendar: %v, want ErrTooMany", err)
	}
}
