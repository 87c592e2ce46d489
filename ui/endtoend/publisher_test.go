package endtoend

import (
	"encoding/pem"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
)

// publisher is a company's web server: it hands out whatever the test lets it,
// and is trusted by the programs that have its certificate.
type publisher struct {
	server *httptest.Server
	answer atomic.Pointer[http.HandlerFunc]
	asked  chan struct{} // holds something once somebody has asked
}

// newPublisher starts a server that answers nobody.
func newPublisher(t *testing.T) *publisher {
	t.Helper()
	p := &publisher{asked: make(chan struct{}, 1)}
	p.does(noAnswer)
	p.server = httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case p.asked <- struct{}{}:
		default:
		}
		(*p.answer.Load())(w, r)
	}))
	t.Cleanup(func() {
		p.server.CloseClientConnections() // for those who still wait
		p.server.Close()
	})
	return p
}

// address is where the company's file lies.
func (p *publisher) address() string { return p.server.URL + "/firma.hjemmekontor" }

// trustedBy makes the programs that a desk starts from now on trust the server
// (crypto/x509, SSL_CERT_FILE).
func (p *publisher) trustedBy(t *testing.T, d *desk) {
	t.Helper()
	certificate := filepath.Join(d.Home, "authority.pem")
	block := pem.Block{Type: "CERTIFICATE", Bytes: p.server.Certificate().Raw}
	if err := os.WriteFile(certificate, pem.EncodeToMemory(&block), 0o600); err != nil {
		t.Fatal(err)
	}
	d.Env = append(d.Env, "SSL_CERT_FILE="+certificate)
}

// does lets the server answer so from now on.
func (p *publisher) does(answer http.HandlerFunc) {
	p.answer.Store(&answer)
	select {
	case <-p.asked:
	default:
	}
}

// What a server can do.

func serve(file []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(file) }
}

func errorPage(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	_, _ = io.WriteString(w, "<!doctype html><title>Try again later</title>")
}

func failure(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "out of order", http.StatusServiceUnavailable)
}

// endlessBytes goes on until the other side has had enough.
func endlessBytes(w http.ResponseWriter, _ *http.Request) {
	for chunk := make([]byte, 64<<10); ; {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
}

// noAnswer keeps the other side waiting.
func noAnswer(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
