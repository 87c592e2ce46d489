package remote

import (
	"slices"
	"strings"
	"testing"
	"time"

	"hjemmekontor/meetings/calendar/calendartest"
)

// at is a document with one event, which begins at noon some days later.
func at(uid string, days int, more string) string {
	begin := noon.AddDate(0, 0, days)
	return document("BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Møte " + uid + "\r\nDTSTART:" + begin.Format(utcTime) +
		"\r\nDTEND:" + begin.Add(time.Hour).Format(utcTime) + "\r\n" + more + "END:VEVENT\r\n")
}

// officeServer is a real CalDAV server with a calendar for work and one of tasks.
type officeServer struct {
	*calendartest.Server
	work   string // path of the calendar
	client *Client
}

func newOffice(t *testing.T) officeServer {
	t.Helper()
	server := calendartest.Radicale(t)
	work := server.MakeCalendar(t, "work", "Jobb &amp; møter", "#0082c9ff", "VEVENT")
	server.MakeCalendar(t, "tasks", "Oppgaver", "#ff0000", "VTODO")
	return officeServer{server, work, NewClient(Config{Roots: server.Authority.Pool()})}
}

func (o officeServer) put(t *testing.T, uid, document string) {
	t.Helper()
	o.PutEvent(t, o.work, uid, strings.Replace(document, "METHOD:PUBLISH\r\n", "PRODID:x\r\n", 1))
}

func (o officeServer) week(t *testing.T, since Validators) Answer {
	t.Helper()
	answer, err := o.client.FetchCollection(t.Context(), o.URL+o.work, o.User, o.Password, noon, noon.AddDate(0, 0, 7), since)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// The host is enough, and so is anything that leads to the calendar.
func TestRadicaleDiscover(t *testing.T) {
	server := newOffice(t)
	host := strings.TrimPrefix(server.URL, "https://")
	for _, typed := range []string{host, server.URL + "/", "webcal://" + host + server.work} {
		found, err := server.client.Discover(t.Context(), typed, server.User, server.Password)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", typed, found, err)
		}
		got := found[0]
		if strings.ReplaceAll(got.URL, "%40", "@") != server.URL+server.work || got.Name != "Jobb & møter" ||
			got.Colour != "#0082c9" || !slices.Equal(got.Me, []string{"kari@firma.no"}) {
			t.Errorf("%s: %q %q %q %q", typed, got.URL, got.Name, got.Colour, got.Me)
		}
	}
}

// Of a calendar come the events of the days asked for, and only if it has changed.
func TestRadicaleFetch(t *testing.T) {
	server := newOffice(t)
	server.put(t, "today", at("today", 0, ""))
	server.put(t, "weekly", at("weekly", -70, "RRULE:FREQ=WEEKLY\r\n"))
	server.put(t, "later", at("later", 60, ""))
	first := server.week(t, Validators{})
	for uid, want := range map[string]bool{"today": true, "weekly": true, "later": false} {
		if got := strings.Contains(string(first.Data), "UID:"+uid+"\r\n"); got != want {
			t.Errorf("%s is there: %v\n%s", uid, got, first.Data)
		}
	}
	if _, ok := components(first.Data); !ok || first.Skipped != 0 || !slices.Equal(first.Me, []string{"kari@firma.no"}) {
		t.Errorf("%d skipped, %q\n%s", first.Skipped, first.Me, first.Data)
	}
	if again := server.week(t, first.Validators); !again.NotModified || again.Data != nil || again.Validators != first.Validators {
		t.Errorf("again: %v", again)
	}
	server.put(t, "new", at("new", 3, ""))
	if newer := server.week(t, first.Validators); newer.NotModified || !strings.Contains(string(newer.Data), "UID:new") {
		t.Errorf("changed: %v\n%s", newer, newer.Data)
	}
}

func TestRadicaleRefuses(t *testing.T) {
	server := newOffice(t)
	work, client := server.URL+server.work, server.client
	week := func(address, password string) error {
		_, err := client.FetchCollection(t.Context(), address, server.User, password, noon, noon.AddDate(0, 0, 7), Validators{})
		return err
	}
	_, err := client.Discover(t.Context(), server.URL, server.User, secret)
	wantReason(t, err, ErrRefused)
	wantReason(t, week(work, secret), ErrRefused)
	wantReason(t, week(work+"/nothing/", server.Password), ErrNotFound)
	wantReason(t, week(strings.TrimSuffix(work, "work/"), server.Password), ErrNotCalendar)
	_, err = NewClient(Config{}).Discover(t.Context(), server.URL, server.User, server.Password)
	wantReason(t, err, ErrCertificate)
	server.Stop()
	wantReason(t, week(work, server.Password), ErrUnreachable)
}
