package screen

import (
	"bytes"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"testing"
	"time"
)

// startTimeout is how long a background program may take to start on a busy
// machine.
const startTimeout = 20 * time.Second

// find returns the path of a program, or fails the test with the name of the
// Debian package that holds it.
func find(t testing.TB, program, debianPackage string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("%s is missing: install the package %s, or run `.ci/setup test`", program, debianPackage)
	}
	return path
}

// startQuietly starts a background program that lives as long as the test and
// returns what it writes, for the sentence that says why it failed.
func startQuietly(t testing.TB, cmd *exec.Cmd) *output {
	t.Helper()
	out := &output{}
	cmd.Stdout, cmd.Stderr = out, out
	ownGroup(cmd)
	if err := cmd.Start(); err != nil {
		t.Fatalf("starting %s: %v", cmd.Path, err)
	}
	done := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(done)
	}()
	t.Cleanup(func() { end(cmd, done) })
	return out
}

// end asks a program to stop, so that it takes its lock files with it, and
// makes it stop when it does not.
func end(cmd *exec.Cmd, done <-chan struct{}) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-done:
	case <-time.After(5 * time.Second):
	}
	killGroup(cmd)
	<-done
}

// shortTempDir makes a folder that goes with the test. Its path is short: the
// path of a Unix socket inside it must stay below 108 bytes, which the name
// of a test in t.TempDir may break.
func shortTempDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "desk")
	if err != nil {
		t.Fatalf("making a folder for the test: %v", err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Errorf("removing the test's folder: %v", err)
		}
	})
	return dir
}

// outputLimit is how much of a program's output is kept, in bytes.
const outputLimit = 4 << 20

// output collects what a program writes; it may be read while the program
// runs.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// Write keeps p as far as the limit allows and never holds the program up.
func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if room := outputLimit - o.buf.Len(); room > 0 {
		o.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}
