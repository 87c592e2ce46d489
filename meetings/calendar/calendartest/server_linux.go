package calendartest

import (
	"bytes"
	"context"
	"crypto/tls"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

const (
	// startTimeout is how long a server may take to answer on a busy machine.
	startTimeout = 30 * time.Second
	// attempts is how often another port is tried, as somebody else may take
	// the one that was free a moment ago.
	attempts = 3
)

// Server is one that runs until the test ends.
type Server struct {
	// URL is "https://localhost:PORT".
	URL string
	// CA is the file with the certificate to trust, and Authority whose it is.
	CA        string
	Authority *Authority
	// User and Password open what is not open to all.
	User, Password string

	process *process
}

// Stop ends the server before the test does, as when the machine goes down.
func (s *Server) Stop() { s.process.stop() }

// Do puts a request to the server in the user's name, and returns what it
// answers, which is to be a success.
func (s *Server) Do(t testing.TB, method, path, contentType, body string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.SetBasicAuth(s.User, s.Password)
	request.Header.Set("Content-Type", contentType)
	transport := &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: s.Authority.Pool(), MinVersion: tls.VersionTLS12}, DisableKeepAlives: true,
	}
	response, err := transport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode/100 != 2 {
		t.Fatalf("%s %s: %s, %v\n%s", method, path, response.Status, err, answer)
	}
	return string(answer)
}

// serve starts a program that listens on a port, which command is told, and
// waits until it answers.
func serve(t testing.TB, authority *Authority, command func(port string) []string) *Server {
	t.Helper()
	for range attempts {
		port := freePort(t)
		p := run(t, command(port))
		if p.answers(t.Context(), "127.0.0.1:"+port) {
			return &Server{URL: "https://localhost:" + port, CA: authority.File, Authority: authority, process: p}
		}
		p.stop()
		t.Logf("%s did not start: %s", p.cmd.Path, &p.said)
	}
	t.Fatal("no server: run `.ci/setup test`")
	return nil
}

func freePort(t testing.TB) string {
	t.Helper()
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// process is a program of which we wait for the end.
type process struct {
	cmd   *exec.Cmd
	said  output
	ended chan struct{}
}

func run(t testing.TB, command []string) *process {
	t.Helper()
	// Not bound to the test's context, which ends before what the test has
	// registered to be done at its end.
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), command[0], command[1:]...)
	p := &process{cmd: cmd, ended: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = &p.said, &p.said
	// Should the test be killed, the kernel ends the server.
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "NO_PROXY=*")
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: run `.ci/setup test`", err)
	}
	go func() {
		defer close(p.ended)
		_ = cmd.Wait()
	}()
	t.Cleanup(func() {
		p.stop()
		if t.Failed() {
			t.Logf("%s said: %s", cmd.Path, &p.said)
		}
	})
	return p
}

func (p *process) stop() {
	_ = p.cmd.Process.Kill()
	<-p.ended
}

// answers waits until somebody listens at the address, and reports false if the
// program ends instead.
func (p *process) answers(ctx context.Context, address string) bool {
	deadline := time.After(startTimeout)
	for retry := time.Tick(20 * time.Millisecond); ; {
		if conn, err := new(net.Dialer).DialContext(ctx, "tcp4", address); err == nil {
			_ = conn.Close()
			return true
		}
		select {
		case <-retry:
		case <-p.ended:
			return false
		case <-deadline:
			return false
		}
	}
}

// output collects what a program says.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}
