package remote

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestFetch(t *testing.T) {
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		for _, name := range []string{"Cookie", "Authorization", "If-None-Match", "If-Modified-Since", "Referer"} {
			if r.Header.Get(name) != "" {
				t.Errorf("asked with %s", name)
			}
		}
		if r.Method != http.MethodGet || r.UserAgent() != userAgent || r.URL.String() != path || r.Host != "kalender.firma.no" {
			t.Errorf("asked with %s %s, %s", r.Method, r.URL, r.UserAgent())
		}
		w.Header().Set("Set-Cookie", "a=b")
		w.Header().Set("Retry-After", "600")
		_, _ = io.WriteString(w, example)
	})
	for range 2 {
		answer, err := w.client.Fetch(t.Context(), "webcal://kalender.firma.no"+path, Validators{})
		if err != nil || string(answer.Data) != example || answer.RetryAfter != 10*time.Minute {
			t.Errorf("Fetch gives %v, %v", answer, err)
		}
	}
	if _, err := w.client.Fetch(t.Context(), "http://kalender.firma.no", Validators{}); !errors.Is(err, ErrNotHTTPS) {
		t.Errorf("Fetch: %v, want ErrNotHTTPS", err)
	}
}

// What has not changed is not sent again.
func TestFetchIsPolite(t *testing.T) {
	w := newWorld(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v3"`)
		http.ServeContent(w, r, "basic.ics", noon, strings.NewReader(example))
	})
	first, err := w.client.Fetch(t.Context(), office, Validators{})
	want := Validators{ETag: `"v3"`, LastModified: noon.Format(http.TimeFormat)}
	if err != nil || first.Validators != want {
		t.Fatalf("Fetch gives %+v, %v", first.Validators, err)
	}
	for _, since := range []Validators{want, {ETag: want.ETag}, {LastModified: want.LastModified}} {
		again, err := w.client.Fetch(t.Context(), office, since)
		if err != nil || !again.NotModified || again.Data != nil || again.Validators != since {
			t.Errorf("with %+v: %v, %v", since, again, err)
		}
	}
	for _, since := range []Validators{{ETag: `"v2"`}, {ETag: "*"}, {ETag: "\"v3\"\r\nX: y"}, {LastModified: "now"}, {Token: "v3"}} {
		if again, err := w.client.Fetch(t.Context(), office, since); err != nil || again.NotModified || len(again.Data) == 0 {
			t.Errorf("with %+v: %v, %v", since, again, err)
		}
	}
}

func TestFetchTakesWhatIsACalendar(t *testing.T) {
	for body, want := range map[string]bool{
		example: true, "\ufeff" + example: true, "\r\n " + example: true, "begin:vcalendar\n": true,
		"": false, "BEGIN:VCARD\r\n": false, "<html>BEGIN:VCALENDAR": false, "BEGIN:VCAL": false,
	} {
		if isCalendar([]byte(body)) != want {
			t.Errorf("%q is taken: %v", body, !want)
		}
	}
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(code)
		_, _ = io.WriteString(w, example)
	}
}

func TestFetchRefusesAnswers(t *testing.T) {
	tests := []struct {
		name    string
		handler http.HandlerFunc
		want    error
		status  int
	}{
		{"401", status(401), ErrRefused, 401},
		{"403", status(403), ErrRefused, 403},
		{"404", status(404), ErrNotFound, 404},
		{"410", status(410), ErrNotFound, 410},
		{"429", status(429), ErrBusy, 429},
		{"503", status(503), ErrBusy, 503},
		{"500", status(500), ErrServer, 500},
		{"502", status(502), ErrServer, 502},
		{"400", status(400), ErrServer, 400},
		{"206", status(206), ErrNotCalendar, 206},
		{"an unasked 304", status(304), ErrServer, 304},
		{"300", status(300), ErrServer, 300},
		{"a log-in page", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<!DOCTYPE html><h1>Logg inn</h1>")
		}, ErrNotCalendar, 0},
		{"nothing", func(http.ResponseWriter, *http.Request) {}, ErrNotCalendar, 0},
		{"announced too large", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1073741824")
		}, ErrTooLarge, 0},
		{"without end", endless(example), ErrTooLarge, 0},
		{"large when unpacked", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			packed := gzip.NewWriter(w)
			_, _ = packed.Write(bytes.Repeat([]byte(example), MaxBody/len(example)+1))
			_ = packed.Close()
		}, ErrTooLarge, 0},
		{"broken packing", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			_, _ = io.WriteString(w, example)
		}, ErrUnreachable, 0},
		{"a large header", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("X-Large", strings.Repeat("x", 2*maxHeader))
		}, ErrTooLarge, 0},
		{"less than announced", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100000")
			_, _ = io.WriteString(w, example)
		}, ErrUnreachable, 0},
		{"breaking off", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, example)
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		}, ErrUnreachable, 0},
		{"hanging up", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, ErrUnreachable, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			w := newWorld(t, test.handler)
			answer, err := w.client.Fetch(t.Context(), office, Validators{})
			wantReason(t, err, test.want)
			var failure *Error
			if errors.As(err, &failure) && (failure.Status != test.status || failure.RetryAfter != answer.RetryAfter) {
				t.Errorf("Fetch: %#v", failure)
			}
			if test.status != 0 && answer.RetryAfter != time.Hour || answer.Data != nil {
				t.Errorf("Fetch gives %v, Retry-After %v", answer, answer.RetryAfter)
			}
		})
	}
}

// endless answers with a beginning and more until the client has enough.
func endless(beginning string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, beginning)
		for more := bytes.Repeat([]byte("X-A:b\r\n"), 10_000); ; {
			if _, err := w.Write(more); err != nil {
				return
			}
		}
	}
}

func TestFetchTellsWhyThereIsNoConnection(t *testing.T) {
	w := newWorld(t, status(200))
	tests := []struct {
		address string
		want    error
		detail  string
	}{
		{"https://unknown.no", ErrUnreachable, "no such host"},
		{"https://127.0.0.2", ErrCertificate, ""}, // not on the certificate
		{office, nil, ""},
	}
	for _, test := range tests {
		_, err := w.client.Fetch(t.Context(), test.address, Validators{})
		if test.want == nil {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		wantReason(t, err, test.want)
		var failure *Error
		if errors.As(err, &failure) && failure.Detail != test.detail {
			t.Errorf("%s: %v", test.address, err)
		}
	}
	// Without the test's authority.
	stranger := NewClient(Config{Resolver: w, Dial: w.dial})
	_, err := stranger.Fetch(t.Context(), office, Validators{})
	wantReason(t, err, ErrCertificate)
	// With nobody there.
	w.server.Close()
	_, err = w.client.Fetch(t.Context(), office, Validators{})
	wantReason(t, err, ErrUnreachable)
}

func TestFetchEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	w := newWorld(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := w.client.Fetch(ctx, office, Validators{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Fetch: %v", err)
	}
	if _, err := w.client.Fetch(ctx, office, Validators{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Fetch: %v", err)
	}
}
