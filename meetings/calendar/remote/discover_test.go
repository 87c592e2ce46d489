package remote

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"testing"
	"time"
)

const (
	davUser     = "kari"
	davPassword = "password-" + secret
	isCalProps  = `<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype><d:displayname>Jobb</d:displayname>`
)

// dav answers at "host/path" with resources, to whoever has the password, and
// with 404 elsewhere.
func dav(t *testing.T, answers map[string]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if user, password, _ := r.BasicAuth(); user != davUser || password != davPassword {
			w.Header().Set("WWW-Authenticate", `Basic realm="`+secret+`"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		answer, found := answers[r.Host+r.URL.Path]
		if !found {
			http.NotFound(w, r)
			return
		}
		if body, err := io.ReadAll(r.Body); r.Method != "PROPFIND" || err != nil || len(body) == 0 || r.Header.Get("Depth") == "" {
			t.Errorf("asked with %s, %d bytes", r.Method, len(body))
		}
		if answer[0] != '<' {
			http.Redirect(w, r, answer, http.StatusMovedPermanently)
			return
		}
		w.WriteHeader(http.StatusMultiStatus)
		_, _ = io.WriteString(w, multistatus(answer))
	}
}

// icloud sends its users on to the host on which their calendars are.
func icloud(t *testing.T) http.HandlerFunc {
	me := `<d:href>/1/principal/</d:href>`
	return dav(t, map[string]string{
		"caldav.icloud.com/.well-known/caldav": "https://caldav.icloud.com/",
		"caldav.icloud.com/":                   responseOf("/", `<d:current-user-principal>`+me+`</d:current-user-principal>`),
		"caldav.icloud.com/1/principal/": responseOf("/1/principal/", `<cal:calendar-home-set>`+
			`<d:href>https://p42-caldav.icloud.com:443/1/calendars/</d:href></cal:calendar-home-set>`+
			`<cal:calendar-user-address-set><d:href>mailto:Kari@icloud.com</d:href>`+me+`</cal:calendar-user-address-set>`),
		"p42-caldav.icloud.com/1/calendars/": responseOf("/1/calendars/", `<d:resourcetype><d:collection/></d:resourcetype>`) +
			responseOf("/1/calendars/work/", isCalProps+`<x1:calendar-color>#FF2D55FF</x1:calendar-color>`) +
			responseOf("/1/calendars/work/", isCalProps) +
			responseOf("https://other.no/calendars/", isCalProps) +
			responseOf("https://sky.icloud.com/calendars/", isCalProps) +
			responseOf("/1/calendars/tasks/", isCalProps+`<cal:supported-calendar-component-set><cal:comp name="VTODO"/></cal:supported-calendar-component-set>`),
	})
}

func TestDiscoverAsICloud(t *testing.T) {
	w := newWorld(t, icloud(t))
	for _, typed := range []string{"caldav.icloud.com", "https://caldav.icloud.com:443/", "webcal://caldav.icloud.com/lost/"} {
		found, err := w.client.Discover(t.Context(), typed, davUser, davPassword)
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", typed, found, err)
		}
		got := found[0]
		if got.URL != "https://p42-caldav.icloud.com/1/calendars/work/" || got.Name != "Jobb" || got.Colour != "#ff2d55" ||
			!slices.Equal(got.Me, []string{"kari@icloud.com"}) {
			t.Errorf("%s: %q %q %q %q", typed, got.URL, got.Name, got.Colour, got.Me)
		}
	}
	_, err := w.client.Discover(t.Context(), "caldav.icloud.com", davUser, "wrong")
	wantReason(t, err, ErrRefused)
}

// The address of a calendar is enough as well.
func TestDiscoverCalendarItself(t *testing.T) {
	w := newWorld(t, dav(t, map[string]string{
		"nas.local/kari/work/": responseOf("/kari/work/", isCalProps+`<d:current-user-principal><d:href>/kari/</d:href></d:current-user-principal>`),
		"nas.local/kari/":      responseOf("/kari/", `<cal:calendar-user-address-set><d:href>mailto:kari@firma.no</d:href></cal:calendar-user-address-set>`),
	}))
	found, err := w.client.Discover(t.Context(), "nas.local/kari/work/", davUser, davPassword)
	if err != nil || len(found) != 1 || found[0].URL != "https://nas.local/kari/work/" || !slices.Equal(found[0].Me, []string{"kari@firma.no"}) {
		t.Errorf("Discover: %v, %v", found, err)
	}
}

// A user who pastes what the browser shows of a Nextcloud is understood.
func TestDiscoverNextcloudPage(t *testing.T) {
	w := newWorld(t, dav(t, map[string]string{
		"firma.no/sky/remote.php/dav/":           responseOf("/", `<d:current-user-principal><d:href>/sky/remote.php/dav/p/</d:href></d:current-user-principal>`),
		"firma.no/sky/remote.php/dav/p/":         responseOf("/", `<cal:calendar-home-set><d:href>/sky/remote.php/dav/calendars/</d:href></cal:calendar-home-set>`),
		"firma.no/sky/remote.php/dav/calendars/": responseOf("work/", isCalProps),
	}))
	found, err := w.client.Discover(t.Context(), "https://firma.no/sky/index.php/apps/calendar/dayGridMonth/now", davUser, davPassword)
	if err != nil || len(found) != 1 || found[0].URL != "https://firma.no/sky/remote.php/dav/calendars/work/" {
		t.Errorf("Discover: %v, %v", found, err)
	}
}

func TestDiscoverFails(t *testing.T) {
	principal := func(href string) http.HandlerFunc {
		return dav(t, map[string]string{
			"kalender.firma.no/": responseOf("/", `<d:current-user-principal><d:href>`+href+`</d:href></d:current-user-principal>`),
		})
	}
	bearer := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="invalid_token"`)
		w.WriteHeader(http.StatusUnauthorized)
	}
	tests := []struct {
		name    string
		handler http.HandlerFunc
		want    error
	}{
		{"no CalDAV", http.NotFound, ErrNotCalendar},
		{"a web site", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<!DOCTYPE html>") }, ErrNotCalendar},
		{"a web site that only reads", status(405), ErrNotCalendar},
		{"forbidden everywhere", status(403), ErrRefused},
		{"only by token", bearer, ErrNeedsOAuth},
		{"asked to wait", status(503), ErrBusy},
		{"nobody in particular", dav(t, map[string]string{"kalender.firma.no/": responseOf("/", "")}), ErrNotCalendar},
		{"user elsewhere, in the clear", principal("http://kalender.firma.no/kari/"), ErrRedirected},
		{"user at somebody else's", principal("https://other.no/kari/"), ErrRedirected},
		{"user inside", principal("https://inside.firma.no/kari/"), ErrPrivate},
		{"user nowhere", principal("https://%zz/"), ErrRedirected},
		{"user without calendars", dav(t, map[string]string{
			"kalender.firma.no/":      responseOf("/", `<d:current-user-principal><d:href>/kari/</d:href></d:current-user-principal>`),
			"kalender.firma.no/kari/": responseOf("/kari/", ""),
		}), ErrNotCalendar},
		{"endless", func(w http.ResponseWriter, r *http.Request) {
			w.WriteHeader(http.StatusMultiStatus)
			endless("<multistatus xmlns='DAV:'>")(w, r)
		}, ErrTooLarge},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, test.handler)
			found, err := w.client.Discover(t.Context(), "kalender.firma.no", davUser, davPassword)
			if len(found) != 0 {
				t.Errorf("Discover: %v", found)
			}
			wantReason(t, err, test.want)
			if w.visited("10.0.0.7:443") {
				t.Error("was inside")
			}
		})
	}
	w := newWorld(t, status(207))
	if _, err := w.client.Discover(t.Context(), "http://kalender.firma.no", davUser, davPassword); !errors.Is(err, ErrNotHTTPS) {
		t.Errorf("Discover: %v", err)
	}
	_, err := w.client.Discover(t.Context(), "calendar.google.com", davUser, davPassword)
	wantReason(t, err, ErrNeedsOAuth)
	if len(w.dialed) > 0 {
		t.Errorf("connected to %v", w.dialed)
	}
}

// Another site is asked without the password.
func TestPasswordStaysOnSite(t *testing.T) {
	var told []string
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "kalender.firma.no" {
			http.Redirect(w, r, "https://other.no/caldav", http.StatusFound)
			return
		}
		told = append(told, r.Header.Values("Authorization")...)
		w.WriteHeader(http.StatusUnauthorized)
	})
	_, err := w.client.Discover(t.Context(), "kalender.firma.no", davUser, davPassword)
	wantReason(t, err, ErrRedirected)
	_, err = w.client.FetchCollection(t.Context(), "https://kalender.firma.no/kari/", davUser, davPassword, noon, noon, Validators{})
	wantReason(t, err, ErrRedirected)
	if len(told) > 0 {
		t.Errorf("told %q", told)
	}
}

// Google's well-known address leads to another site, which takes tokens only.
func TestTokenAtOtherSite(t *testing.T) {
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "firma.no" {
			http.Redirect(w, r, "https://other.no/caldav", http.StatusFound)
			return
		}
		w.Header().Set("WWW-Authenticate", `Bearer realm="x"`)
		w.WriteHeader(http.StatusUnauthorized)
	})
	_, err := w.client.Discover(t.Context(), "firma.no", davUser, davPassword)
	wantReason(t, err, ErrNeedsOAuth)
}

// collectionServer has one calendar, of which it tells the state given.
func collectionServer(state string, queries *int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusMultiStatus)
		if r.Method == "REPORT" {
			*queries++
			_, _ = io.WriteString(w, multistatus(responseOf("/kari/a.ics", "<cal:calendar-data>"+document(event)+"</cal:calendar-data>")+
				responseOf("/kari/b.ics", "<cal:calendar-data>BEGIN:VCALENDAR</cal:calendar-data>")))
			return
		}
		_, _ = io.WriteString(w, multistatus(responseOf("/kari/", isCalProps+state)))
	}
}

func TestFetchCollectionIsPolite(t *testing.T) {
	const address = "https://nas.local/kari/"
	for name, test := range map[string]struct {
		state   string
		queries int // of four fetches: first, again, later that day, next day
	}{
		"ctag":       {"<cs:getctag>1</cs:getctag><d:sync-token>" + secret + "</d:sync-token>", 2},
		"sync-token": {"<d:sync-token>" + secret + "</d:sync-token>", 2},
		"neither":    {"", 4},
	} {
		t.Run(name, func(t *testing.T) {
			queries := 0
			w := newWorld(t, collectionServer(test.state, &queries))
			var since Validators
			for _, after := range []time.Duration{0, 0, 11 * time.Hour, 13 * time.Hour} {
				from := noon.Add(after)
				answer, err := w.client.FetchCollection(t.Context(), address, davUser, davPassword, from, from.AddDate(0, 0, 7), since)
				if err != nil || !answer.NotModified && (answer.Skipped != 1 || !isCalendar(answer.Data)) {
					t.Fatalf("FetchCollection: %v, %d skipped, %v", answer, answer.Skipped, err)
				}
				since = answer.Validators
				wantNoSecret(t, since)
			}
			if queries != test.queries {
				t.Errorf("%d queries, want %d", queries, test.queries)
			}
		})
	}
}

func TestDaysOf(t *testing.T) {
	oslo := time.FixedZone("", 3600)
	tests := []struct {
		from, to time.Time
		want     string
	}{
		{noon, noon, "20260302T000000Z 20260303T000000Z"},
		{noon, noon.AddDate(0, 0, 7), "20260302T000000Z 20260310T000000Z"},
		{noon.Truncate(day), noon.Truncate(day).AddDate(0, 0, 1), "20260302T000000Z 20260303T000000Z"},
		{time.Date(2026, 3, 2, 0, 30, 0, 0, oslo), time.Date(2026, 3, 2, 1, 0, 0, 0, oslo), "20260301T000000Z 20260302T000000Z"},
		{noon, noon.AddDate(0, 0, -7), "20260302T000000Z 20260303T000000Z"},
	}
	for _, test := range tests {
		days := daysOf(test.from, test.to)
		if got := days.from.Format(utcTime) + " " + days.to.Format(utcTime); got != test.want {
			t.Errorf("%v until %v: %s, want %s", test.from, test.to, got, test.want)
		}
	}
}
