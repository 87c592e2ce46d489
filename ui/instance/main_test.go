package instance

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// childData, when set, makes the test binary a program that takes that data
// folder with the page childPage. It prints what came of it, and as a server
// each message, until its input ends.
const (
	childData = "HJEMMEKONTOR_TEST_INSTANCE_DATA"
	childPage = "HJEMMEKONTOR_TEST_INSTANCE_PAGE"
)

// What a child prints first.
const (
	first      = "first"
	handedOver = "handed over"
)

// startTimeout is how long what a test waits for may take on a busy machine.
const startTimeout = 30 * time.Second

func TestMain(m *testing.M) {
	if data := os.Getenv(childData); data != "" {
		if err := beProgram(data, os.Getenv(childPage)); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func beProgram(data, page string) error {
	server, handed, err := Take(context.Background(), data, Message{Page: page})
	if err != nil {
		return err
	}
	if handed {
		fmt.Println(handedOver)
		return nil
	}
	fmt.Println(first)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		_ = server.Close()
	}()
	for m := range server.Messages() {
		if err := json.NewEncoder(os.Stdout).Encode(m); err != nil {
			return err
		}
	}
	return server.Close()
}

// program is the test binary run as another program.
type program struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	lines *bufio.Scanner
}

// start runs a program until the test ends.
func start(t *testing.T, data, page string) *program {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childData+"="+data, childPage+"="+page)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &program{cmd, in, bufio.NewScanner(out)}
	t.Cleanup(p.kill)
	return p
}

// line returns the next line that the program prints; "" at its end.
func (p *program) line() string {
	p.lines.Scan()
	return p.lines.Text()
}

// expect fails the test unless the program's next line holds a text.
func (p *program) expect(t *testing.T, want string) {
	t.Helper()
	if got := p.line(); !strings.Contains(got, want) {
		t.Fatalf("the program printed %q, want %q", got, want)
	}
}

// kill ends the program as a crash would.
func (p *program) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// end closes the program in good order.
func (p *program) end(t *testing.T) {
	t.Helper()
	_ = p.in.Close()
	for p.lines.Scan() {
	}
	if err := p.cmd.Wait(); err != nil {
		t.Errorf("the program ended with %v", err)
	}
}

// home gives the test a private folder of its own for sockets, with a short
// path, and returns a data folder.
func home(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "run")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("LOCALAPPDATA", dir)
	return t.TempDir()
}

// take makes this process the first.
func take(t *testing.T, data string) *Server {
	t.Helper()
	server, handed, err := Take(t.Context(), data, Message{})
	if err != nil || handed {
		t.Fatalf("handed over: %v, error %v, want to be the first", handed, err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Errorf("closing: %v", err)
		}
	})
	return server
}

// receive takes the next message.
func receive(t *testing.T, s *Server) Message {
	t.Helper()
	select {
	case m := <-s.Messages():
		return m
	case <-time.After(startTimeout):
		t.Fatal("waited in vain for a message")
		panic("unreachable")
	}
}
