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
	for _, other := range []string{`"v2"`, "*", "v3\r\nCookie: x"} {
		if data, _, err := FetchNewer(t.Context(), server.Client(), server.URL, other); err != nil || len(data) != len(file) {
			t.Errorf("asked with %q: %d bytes, %v", other, len(data), err)
		}
	}
}

// What a server calls its file is sent back to it some day, and must not keep
// newer files away then.
func TestUsableETag(t *testing.T) {
	for tag, want := range map[string]bool{
		`"v3"`: true, `W/"v3"`: true, `""`: true,
		"": false, "*": false, "v3": false, `"v3", *`: false, `"a", "b"`: false, `"a`: false, "\"a\nb\"": false,
		`"` + repeat("x", 200) + `"`: false,
	} {
		if got := usableETag(tag); (got != "") != want || want && got != tag {
			t.Errorf("%q is kept as %q", tag, got)
		}
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
			_, _ = packed.Write(make([]byte, MaxFileSize+1))
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

// redirecting starts a server that has a file at /file and sends on from other
// paths to where locations says.
func redirecting(t *testing.T, file []byte, locations map[string]string) (server *httptest.Server, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	return serve(t, func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.Referer() != "" {
			t.Errorf("told where we come from: %s", r.Referer())
		}
		if r.URL.Path == "/file" {
			_, _ = w.Write(file)
			return
		}
		w.Header().Set("Location", strings.ReplaceAll(locations[r.URL.Path], "HOST", r.Host))
		w.WriteHeader(http.StatusFound)
	}), asked
}

func TestFetchRedirects(t *testing.T) {
	file := sign(t, example(), newKey(t)).Raw
	plain := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("asked without TLS") }))
	defer plain.Close()
	server, asked := redirecting(t, file, map[string]string{
		"/3": "/2?" + repeat("x", 2*MaxAddress), "/2": "https://HOST/1", "/1": "file",
		"/4": "/3", "/round": "/round",
		"/plain": plain.URL, "/local": "file:///etc/passwd", "/user": "https://ola:x@HOST/file",
		"/nowhere": "https://firma.no:secret/%zz?key=secret", "/unsaid": "",
	})
	if got, err := Fetch(t.Context(), server.Client(), server.URL+"/3"); err != nil || !bytes.Equal(got, file) {
		t.Errorf("sent on three times: %d bytes, %v", len(got), err)
	}
	for path, test := range map[string]struct {
		asked int32
		why   error
	}{
		"/4":     {4, ErrUnreachable},
		"/round": {4, ErrUnreachable},
		"/plain": {1, ErrWrongScheme}, "/local": {1, ErrWrongScheme}, "/user": {1, ErrWrongScheme},
		"/nowhere": {1, ErrMalformedAddress}, "/unsaid": {1, ErrMalformedAddress},
	} {
		asked.Store(0)
		_, err := Fetch(t.Context(), server.Client(), server.URL+path)
		if !errors.Is(err, ErrUnreachable) || !errors.Is(err, test.why) || asked.Load() != test.asked {
			t.Errorf("%s: asked %d times, %v, want %d times, %v", path, asked.Load(), err, test.asked, test.why)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the error tells the address: %v", err)
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
