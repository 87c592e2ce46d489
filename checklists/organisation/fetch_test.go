package organisation

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

// serve starts a server that answers as given, and ends with the test.
func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewTLSServer(handler)
	t.Cleanup(server.Close)
	return server
}

func TestFetch(t *testing.T) {
	want := sign(t, example(), newKey(t)).Raw
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.UserAgent() != "Hjemmekontor" || r.Header.Get("If-None-Match") != "" || r.Header.Get("Cookie") != "" {
			t.Errorf("asked with %v", r.Header)
		}
		_, _ = w.Write(want)
	})
	got, err := Fetch(t.Context(), server.Client(), server.URL+"/firma.hjemmekontor?x=y")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("Fetch gives %d bytes, %v", len(got), err)
	}
}

// A file that has not changed is not sent again.
func TestFetchNewer(t *testing.T) {
	file := sign(t, example(), newKey(t)).Raw
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v3"`)
		http.ServeContent(w, r, "", noon, bytes.NewReader(file))
	})
	data, etag, err := FetchNewer(t.Context(), server.Client(), server.URL, "")
	if err != nil || etag != `"v3"` || !bytes.Equal(data, file) {
		t.Fatalf("FetchNewer gives %d bytes, %s, %v", len(data), etag, err)
	}
	if data, _, err := FetchNewer(t.Context(), server.Client(), server.URL, etag); data != nil || !errors.Is(err, ErrUnchanged) {
		t.Errorf("asked again: %d bytes, %v, want ErrUnchanged", len(data), err)
	}
	if data, _, err := FetchNewer(t.Context(), server.Client(), server.URL, `"v2"`); err != nil || len(data) != len(file) {
		t.Errorf("asked with an older tag: %d bytes, %v", len(data), err)
	}
}

func TestFetchRefusesAnswers(t *testing.T) {
	file := sign(t, example(), newKey(t)).Raw
	tests := []struct {
		name    string
		handler http.HandlerFunc
		want    error
	}{
		{"not found", http.NotFound, ErrUnreachable},
		{"broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }, ErrUnreachable},
		{"password wanted", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }, ErrUnreachable},
		{"unasked 304", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }, ErrUnreachable},
		{"no content", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, ErrUnreachable},
		{"part of it", func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusPartialContent)
			_, _ = w.Write(file)
		}, ErrUnreachable},
		{"a log-in page", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<!DOCTYPE html><h1>Logg inn</h1>")
		}, ErrNotOrganisation},
		{"an empty page", func(http.ResponseWriter, *http.Request) {}, ErrNotOrganisation},
		{"announced too large", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "1073741824") }, ErrTooLarge},
		{"less than announced", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100000")
			_, _ = w.Write(file)
		}, ErrUnreachable},
		{"without end", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, firstLine)
			for {
				if _, err := w.Write(make([]byte, 64<<10)); err != nil {
					return
				}
			}
		}, ErrTooLarge},
		{"large when unpacked", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			packed := gzip.NewWriter(w)
			_, _ = packed.Write(make([]byte, 16*MaxFileSize))
			_ = packed.Close()
		}, ErrTooLarge},
		{"hanging up", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, ErrUnreachable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := serve(t, test.handler)
			data, err := Fetch(t.Context(), server.Client(), server.URL)
			if data != nil || !errors.Is(err, test.want) {
				t.Errorf("Fetch gives %d bytes, %v, want %v", len(data), err, test.want)
			}
		})
	}
}

func TestFetchRedirects(t *testing.T) {
	file := sign(t, example(), newKey(t)).Raw
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("asked without TLS") }))
	defer plain.Close()
	var asked atomic.Int32
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.Referer() != "" {
			t.Errorf("told where we come from: %s", r.Referer())
		}
		switch path := r.URL.Path; {
		case path == "/file":
			_, _ = w.Write(file)
		case path == "/plain":
			http.Redirect(w, r, plain.URL, http.StatusFound)
		case path == "/local":
			w.Header().Set("Location", "file:///etc/passwd")
			w.WriteHeader(http.StatusFound)
		case path == "/user":
			http.Redirect(w, r, strings.Replace("https://"+r.Host, "//", "//ola:x@", 1)+"/file", http.StatusFound)
		case path == "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		default: // /3 goes to /2, /1 and the file
			next := strings.NewReplacer("/3", "/2?"+repeat("x", 2*MaxAddress), "/2", "/1", "/1", "/file").Replace(path)
			http.Redirect(w, r, next, http.StatusFound)
		}
	})
	if got, err := Fetch(t.Context(), server.Client(), server.URL+"/3"); err != nil || !bytes.Equal(got, file) {
		t.Errorf("sent on three times: %d bytes, %v", len(got), err)
	}
	asked.Store(0)
	if _, err := Fetch(t.Context(), server.Client(), server.URL+"/round"); !errors.Is(err, ErrUnreachable) || asked.Load() != 4 {
		t.Errorf("sent round: asked %d times, %v", asked.Load(), err)
	}
	for _, path := range []string{"/plain", "/local", "/user"} {
		if _, err := Fetch(t.Context(), server.Client(), server.URL+path); !errors.Is(err, ErrUnreachable) || !errors.Is(err, ErrWrongScheme) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestFetchRefusesAddresses(t *testing.T) {
	for address, want := range map[string]error{
		"http://127.0.0.1/":          ErrWrongScheme,
		"file:///etc/passwd":         ErrWrongScheme,
		"https://ola:x@127.0.0.1/":   ErrCredentials,
		"https://127.0.0.1:1/?x#y":   ErrMalformedAddress,
		"":                           ErrMalformedAddress,
		"https://127.0.0.1:1/secret": ErrUnreachable, // nobody listens there
	} {
		_, err := Fetch(t.Context(), http.DefaultClient, address)
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", address, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the error tells the address: %v", err)
		}
	}
}

// A server that proves to be nobody is not listened to.
func TestFetchOfUnknownServer(t *testing.T) {
	server := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("asked") })
	server.Config.ErrorLog = discard()
	if _, err := Fetch(t.Context(), &http.Client{}, server.URL); !errors.Is(err, ErrUnreachable) {
		t.Errorf("Fetch: %v, want ErrUnreachable", err)
	}
}

func TestFetchGivenUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := Fetch(ctx, server.Client(), server.URL); !errors.Is(err, context.Canceled) || errors.Is(err, ErrUnreachable) {
		t.Errorf("Fetch: %v, want the caller's own context.Canceled", err)
	}
}
