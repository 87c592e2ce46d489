package remote

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
)

// printed is a value in every way in which it may get into a log.
func printed(t *testing.T, value any) string {
	t.Helper()
	var b bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		fmt.Fprintf(&b, verb+"\n", value)
	}
	slog.New(slog.NewTextHandler(&b, nil)).Info("text", "value", value)
	slog.New(slog.NewJSONHandler(&b, nil)).Info("json", "value", value)
	if err, ok := value.(error); ok {
		if err := errors.Unwrap(err); err != nil {
			b.WriteString(printed(t, err))
		}
		encoded, err := json.Marshal(value)
		if err != nil {
			t.Error(err)
		}
		b.Write(encoded)
	}
	return b.String()
}

func wantNoSecret(t *testing.T, value any) {
	t.Helper()
	text := printed(t, value)
	for _, hidden := range []string{secret, fmt.Sprintf("%x", secret), "kari", "cGFzc29yZA"} {
		if strings.Contains(text, hidden) {
			t.Errorf("%q is told in\n%s", hidden, text)
		}
	}
}

func TestValuesKeepSecrets(t *testing.T) {
	wantNoSecret(t, Collection{URL: office, Name: "Jobb", Me: []string{"kari@firma.no"}})
	wantNoSecret(t, &Collection{URL: office, Me: []string{"kari@firma.no"}})
	wantNoSecret(t, []Collection{{URL: office}})
	wantNoSecret(t, Answer{Data: []byte(secret), Me: []string{"kari@firma.no"}})
	if text := fmt.Sprint(Collection{URL: office, Name: "Jobb"}); text != `calendar "Jobb"` {
		t.Error(text)
	}
}

// A server that has the address may send it back wherever a library would quote
// it.
func TestErrorsKeepSecrets(t *testing.T) {
	raw := func(answer string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err == nil {
				_, _ = conn.Write([]byte(answer))
				_ = conn.Close()
			}
		}
	}
	answers := map[string]http.HandlerFunc{
		"a first line": raw(secret + " 200 OK\r\n\r\n"),
		"a status":     raw("HTTP/1.1 " + secret + " OK\r\n\r\n"),
		"a header":     raw("HTTP/1.1 200 OK\r\n" + secret + "\r\n\r\n"),
		"a length":     raw("HTTP/1.1 200 OK\r\nContent-Length: " + secret + "\r\n\r\n"),
		"an encoding":  raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + secret + "\r\n\r\n"),
		"a chunk":      raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + secret + "\r\n"),
		"a redirect": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://x/"+secret, http.StatusFound)
		},
		"a broken address": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", "https://%"+secret)
			w.WriteHeader(http.StatusFound)
		},
		"a host": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://"+secret+".no/", http.StatusFound)
		},
		"a user": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://"+secret+"@firma.no/", http.StatusFound)
		},
		"a page": func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprintf(w, "<html>%s", secret) },
		"an error's page": func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, secret, http.StatusForbidden)
		},
		"broken XML": func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusMultiStatus)
			_, _ = fmt.Fprintf(w, "<%s>&%s;</x>", secret, secret)
		},
	}
	for name, answer := range answers {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, answer)
			_, err := w.client.Fetch(t.Context(), office, Validators{})
			var failure *Error
			if !errors.As(err, &failure) || failure.Host != "kalender.firma.no" {
				t.Errorf("Fetch: %v", err)
			}
			wantNoSecret(t, err)
			_, err = w.client.Discover(t.Context(), office, "kari", secret)
			if err == nil {
				t.Error("Discover: no error")
			}
			wantNoSecret(t, err)
		})
	}
	for _, typed := range []string{"http://x/" + secret, "https://" + secret + "@x", "https://x:" + secret, "https://[" + secret, "x/%" + secret} {
		_, err := Normalise(typed)
		if err == nil {
			t.Errorf("%s is taken", typed)
		}
		wantNoSecret(t, err)
	}
}
