package agenda

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings"
)

// The user is reminded of each meeting once, and not of what they will not be
// at.
func TestRemind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		now := time.Now()
		d.data = document(
			event("begun", now.Add(-2*time.Minute), time.Hour),
			event("just-begun", now.Add(-30*time.Second), time.Hour),
			event("soon", now.Add(3*time.Minute), time.Hour),
			event("on-time", now.Add(20*time.Minute), time.Hour),
			event("cancelled", now.Add(20*time.Minute), time.Hour, "STATUS:CANCELLED"),
			event("free", now.Add(20*time.Minute), time.Hour, "TRANSP:TRANSPARENT"),
			event("declined", now.Add(20*time.Minute), time.Hour, "ATTENDEE;PARTSTAT=DECLINED:mailto:kari@firma.no"),
			"BEGIN:VEVENT\r\nUID:day\r\nSUMMARY:day\r\nDTSTART;VALUE=DATE:20000101\r\nEND:VEVENT\r\n",
		)
		r := d.start(t)
		_, err := r.AddAddress(t.Context(), Address{URL: typed, Me: " Kari@firma.no "})
		must(t, err)
		if got := r.reminders(); got != "just-begun soon" {
			t.Errorf("at once: %s", got)
		}
		r.wait(14*time.Minute + 59*time.Second)
		if got := r.reminders(); got != "just-begun soon" {
			t.Errorf("too early: %s", got)
		}
		r.wait(time.Second)
		if got := r.reminders(); got != "just-begun soon on-time" {
			t.Errorf("after a quarter of an hour: %s", got)
		}
		r.end()
		r = d.start(t)
		if r.wait(time.Hour); r.reminders() != "" {
			t.Errorf("in the next run: %s", r.reminders())
		}
	})
}

// Nobody is reminded of a meeting that began while the machine slept.
func TestNoReminderAfterSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("missed", time.Now().Add(time.Hour), time.Hour), event("next", time.Now().Add(100*time.Minute), time.Hour))
		r := d.start(t)
		r.add(t)
		r.sleep(70 * time.Minute)
		if r.wait(time.Minute); r.reminders() != "" {
			t.Errorf("on waking: %s", r.reminders())
		}
		if r.wait(25 * time.Minute); r.reminders() != "next" {
			t.Errorf("then: %s", r.reminders())
		}
	})
}

func TestLead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("first", time.Now().Add(time.Hour), time.Hour), event("second", time.Now().Add(2*time.Hour), time.Hour))
		r, ctx := d.start(t), t.Context()
		r.add(t)
		if lead := r.view().Lead; lead != DefaultLead {
			t.Errorf("the lead is %d", lead)
		}
		must(t, r.SetLead(ctx, 0))
		if r.wait(70 * time.Minute); r.reminders() != "" {
			t.Errorf("reminded in spite of it: %s", r.reminders())
		}
		must(t, r.SetLead(ctx, 60))
		if r.wait(0); r.reminders() != "second" {
			t.Errorf("an hour before: %s", r.reminders())
		}
		for _, minutes := range []int{-1, MaxLead + 1} {
			if err := r.SetLead(ctx, minutes); !errors.Is(err, meetings.ErrInvalid) {
				t.Errorf("%d minutes: %v", minutes, err)
			}
		}
		r.end()
		if lead := d.start(t).view().Lead; lead != 60 {
			t.Errorf("in the next run the lead is %d", lead)
		}
	})
}
