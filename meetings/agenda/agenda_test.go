package agenda

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings/calendar/remote"
)

// A calendar is tried, added and shown.
func TestAddAddress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour), event("Allmøte", at("08:00"), time.Hour))
		r := d.start(t)
		if v := r.view(); !v.Loaded || len(v.Calendars) > 0 {
			t.Errorf("at first there is %+v", v)
		}
		id := r.add(t)
		s := r.last().Calendars[0] // told by now, without waiting
		if s.ID != id || s.Name != "Jobb" || s.Where != "outlook.office365.com" || s.Trouble != nil || !s.Fetched.Equal(time.Now()) {
			t.Errorf("the calendar is %+v", s)
		}
		if got := r.titles(); got != "Allmøte Budsjett" {
			t.Errorf("shown are %s", got)
		}
		if want := "https://outlook.office365.com/owa/" + hush + "/calendar.ics"; d.address != want {
			t.Errorf("asked was %s", d.address)
		}
	})
}

// It is there in the next run, also when there is no network any more.
func TestWithoutNetwork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour), event("Allmøte", at("08:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		fetched := time.Now()
		r.wait(time.Minute) // the copy is sealed by then
		r.end()

		d.err = remote.ErrUnreachable
		time.Sleep(time.Hour)
		next := d.start(t)
		if got := next.titles(); got != "Allmøte Budsjett" {
			t.Errorf("shown without a network are %s", got)
		}
		if oldest, found := next.view().Oldest(); !found || !oldest.Equal(fetched) {
			t.Errorf("the oldest is of %v, want %v", oldest, fetched)
		}
		if got := next.trouble(); !errors.Is(got, remote.ErrUnreachable) {
			t.Errorf("the trouble is %v", got)
		}
		next.end()
		last := d.start(t) // within the five minutes: nobody is asked, and the trouble is still known
		if got := last.trouble(); !errors.Is(got, remote.ErrUnreachable) || d.asked() != 2 {
			t.Errorf("in the next run it is %v, after %d calls", got, d.asked())
		}
	})
}

// What is wrong with a calendar is said, and nothing is kept of it.
func TestAddInTrouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		r, ctx := d.start(t), t.Context()
		for _, want := range []error{remote.ErrRefused, remote.ErrNotFound, remote.ErrCertificate, remote.ErrNotCalendar} {
			d.set(func(s *server) { s.err = want })
			if _, err := r.AddAddress(ctx, Address{URL: typed}); !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
		}
		if _, err := r.AddAddress(ctx, Address{URL: "http://firma.no/a.ics"}); !errors.Is(err, remote.ErrNotHTTPS) {
			t.Errorf("http: %v", err)
		}
		if _, err := r.AddCalDAV(ctx, Account{URL: "https://sky.firma.no/dav/", User: "kari", Password: "wrong"}); !errors.Is(err, remote.ErrRefused) {
			t.Errorf("wrong password: %v", err)
		}
		if calendars, err := r.store.Calendars(ctx); len(calendars) > 0 || len(d.ring.secrets) > 0 || err != nil {
			t.Errorf("kept are %d calendars, %d secrets, %v", len(calendars), len(d.ring.secrets), err)
		}
		d.set(func(s *server) { s.err, s.data = nil, document() })
		r.add(t)
		if _, err := r.AddAddress(ctx, Address{URL: typed, Name: "another"}); !errors.Is(err, ErrAlready) {
			t.Errorf("adding it again: %v", err)
		}
	})
}

// What the server tells of the user is used to see what they answered.
func TestAddCalDAV(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour, "ATTENDEE;PARTSTAT=DECLINED:mailto:kari@firma.no"))
		r := d.start(t)
		_, err := r.AddCalDAV(t.Context(), Account{URL: "https://sky.firma.no/dav/" + hush, User: "kari", Password: hush, Name: "Sky"})
		must(t, err)
		v := r.view()
		if len(v.Meetings) != 1 || v.Meetings[0].attended() || v.Calendars[0].Where != "sky.firma.no" || v.Calendars[0].Name != "Sky" || d.user != "kari" {
			t.Errorf("shown is %+v", v)
		}
		r.wait(time.Minute)
		r.end()
		if v := d.start(t).view(); len(v.Meetings) != 1 || v.Meetings[0].attended() {
			t.Errorf("shown in the next run is %+v", v)
		}
	})
}

// The methods end when their caller's context or Run does.
func TestNobodyThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		r := d.start(t)
		r.end()
		if err := r.Refresh(t.Context()); !errors.Is(err, ErrEnded) {
			t.Errorf("after the end: %v", err)
		}
	})
}

// A server that never ends its answer does not keep Run from ending, nor from
// anything else.
func TestEndWhileFetching(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t)
		d.data = document(event("Budsjett", at("09:00"), time.Hour))
		r := d.start(t)
		r.add(t)
		d.set(func(s *server) { s.slow = 1000 * time.Hour })
		r.wait(20 * time.Minute)
		if !r.view().Busy {
			t.Error("does not say that it is fetching")
		}
		must(t, r.SetLead(t.Context(), 10))
		began := time.Now()
		r.end()
		if took := time.Since(began); took > 0 {
			t.Errorf("the end took %v", took)
		}
	})
}
