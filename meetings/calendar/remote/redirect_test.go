package remote

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// sendOn answers at kalender.firma.no and nas.local with a redirect, elsewhere
// with a calendar.
func sendOn(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "kalender.firma.no" || r.Host == "nas.local" {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
			return
		}
		_, _ = io.WriteString(w, example)
	}
}

func TestRedirect(t *testing.T) {
	tests := []struct {
		from, to string
		want     error
	}{
		{office, "https://sky.firma.no/x", nil},
		{office, "//other.no:8443/x", nil},
		{office, "http://sky.firma.no/x", ErrRedirected},
		{office, "http://kalender.firma.no/x", ErrRedirected},
		{office, "file:///etc/passwd", ErrRedirected},
		{office, "https://kari@sky.firma.no/", ErrRedirected},
		{office, "https:///x", ErrRedirected},
		{office, "", ErrRedirected},
		{office, "https://sky.firma.no/" + strings.Repeat("x", maxAddress), ErrRedirected},
		{office, "/again", ErrRedirected},
		{office, "https://nas.local/x", ErrPrivate},
		{office, "https://inside.firma.no/x", ErrPrivate},
		{office, "https://metadata.firma.no/", ErrPrivate},
		{office, "https://127.0.0.1/", ErrPrivate},
		{office, "https://[::1]/", ErrPrivate},
		{office, "https://[::ffff:10.0.0.7]/", ErrPrivate},
		{office, "https://100.64.0.1/", ErrPrivate},
		{office, "https://169.254.169.254/latest/meta-data/", ErrPrivate},
		{office, "https://0.0.0.0/", ErrPrivate},
		{nas, "https://router.local/x", nil},
		{nas, "https://192.168.1.5/x", nil},
		{nas, "https://sky.firma.no/x", nil},
		{nas, "http://router.local/x", ErrRedirected},
		{nas, "https://metadata.firma.no/", ErrPrivate},
	}
	for _, test := range tests {
		t.Run(test.from+" "+test.to[:min(len(test.to), 40)], func(t *testing.T) {
			w := newWorld(t, sendOn(test.to))
			answer, err := w.client.Fetch(t.Context(), test.from, Validators{})
			if test.want == nil {
				if err != nil || string(answer.Data) != example {
					t.Errorf("Fetch: %v, %v", answer, err)
				}
				return
			}
			wantReason(t, err, test.want)
			for _, address := range w.dialed {
				if address != "93.184.215.14:443" && address != "192.168.1.5:443" {
					t.Errorf("connected to %s", address)
				}
			}
		})
	}
}

func TestRedirectsAreCounted(t *testing.T) {
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		var left int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &left)
		if left > 0 {
			http.Redirect(w, r, fmt.Sprintf("/%d", left-1), http.StatusTemporaryRedirect)
			return
		}
		_, _ = io.WriteString(w, example)
	})
	if _, err := w.client.Fetch(t.Context(), "https://firma.no/5", Validators{}); err != nil {
		t.Error(err)
	}
	_, err := w.client.Fetch(t.Context(), "https://firma.no/6", Validators{})
	wantReason(t, err, ErrRedirected)
}

// Names that have addresses on both sides, or change sides, lead nowhere inside.
func TestRebinding(t *testing.T) {
	w := newWorld(t, status(200))
	if _, err := w.client.Fetch(t.Context(), "https://half.firma.no/", Validators{}); err != nil {
		t.Error(err)
	}
	if !w.visited("93.184.215.17:443") || w.visited("10.0.0.8:443") {
		t.Errorf("connected to %v", w.dialed)
	}

	var moving *world
	moving = newWorld(t, func(answer http.ResponseWriter, r *http.Request) {
		moving.move("kalender.firma.no", "10.0.0.7")
		moving.move("sky.firma.no", "10.0.0.7")
		answer.Header().Set("Connection", "close")
		switch r.Host + r.URL.Path {
		case "kalender.firma.no" + strings.SplitN(path, "?", 2)[0]:
			http.Redirect(answer, r, "/again", http.StatusFound)
		case "kalender.firma.no/again":
			http.Redirect(answer, r, "https://sky.firma.no/", http.StatusFound)
		default:
			_, _ = io.WriteString(answer, example)
		}
	})
	_, err := moving.client.Fetch(t.Context(), office, Validators{})
	wantReason(t, err, ErrPrivate)
	if len(moving.dialed) != 2 || moving.visited("10.0.0.7:443") {
		t.Errorf("connected to %v", moving.dialed)
	}
}

// A typed address that is private by itself is used, be it a name or not; one
// that is nobody's is not.
func TestTypedPrivateAddress(t *testing.T) {
	w := newWorld(t, status(200))
	for _, address := range []string{nas, "https://192.168.1.5/", "https://inside.firma.no:5232/"} {
		if _, err := w.client.Fetch(t.Context(), address, Validators{}); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	for _, address := range []string{"https://169.254.169.254/", "https://metadata.firma.no/", "https://0.0.0.0/", "https://[::]/"} {
		_, err := w.client.Fetch(t.Context(), address, Validators{})
		wantReason(t, err, ErrPrivate)
	}
}

func TestSameSite(t *testing.T) {
	tests := []struct {
		typed, other string
		want         bool
	}{
		{"https://caldav.icloud.com", "https://p42-caldav.icloud.com:443/1", true},
		{"https://kalender.firma.no", "https://KALENDER.firma.no./x", true},
		{"https://firma.no", "https://sky.firma.no", true},
		{"https://nas.local", "https://nas.local/x", true},
		{"https://192.168.1.5:8443", "https://192.168.1.5:8443/x", true},
		{"https://localhost", "https://localhost/x", true},
		{"https://kalender.firma.no", "http://kalender.firma.no", false},
		{"https://kalender.firma.no", "https://kalender.firma.no:8443", false},
		{"https://kalender.firma.no", "https://other.no", false},
		{"https://kalender.firma.no", "https://kalender.firma.no.other.no", false},
		{"https://kalender.firma.no", "https://otherfirma.no", false},
		{"https://a.co.uk", "https://b.co.uk", false},
		{"https://kari.duckdns.org", "https://ola.duckdns.org", false},
		{"https://kari.github.io", "https://ola.github.io", false},
		{"https://192.168.1.5", "https://192.168.1.6", false},
		{"https://93.184.215.14", "https://93.184.215.15", false},
		{"https://no", "https://firma.no", false},
		{"https://localhost", "https://x.localhost", false},
	}
	for _, test := range tests {
		typed, _ := url.Parse(test.typed)
		other, _ := url.Parse(test.other)
		if got := sameSite(typed, other); got != test.want {
			t.Errorf("%s and %s: %v", test.typed, test.other, got)
		}
	}
}
