package mailbox

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"
)

// referenceAppID and the offers below are those of the reference command line.
const referenceAppID = "lothar.com/wormhole/text-or-file-xfer"

// referenceServer starts the reference mailbox server and returns its URL.
func referenceServer(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	_, port, _ := net.SplitHostPort(address)
	var output bytes.Buffer
	cmd := exec.Command("/usr/bin/twist3", "wormhole-mailbox", "--port", "tcp:"+port+":interface=127.0.0.1")
	cmd.Dir, cmd.Stdout, cmd.Stderr = t.TempDir(), &output, &output
	if err := cmd.Start(); err != nil {
		t.Fatalf("the Debian package python3-magic-wormhole-mailbox-server is needed: %v", err)
	}
	var ended error // why, once exited is closed
	exited := make(chan struct{})
	go func() {
		defer close(exited)
		ended = cmd.Wait()
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-exited
	})
	for deadline := time.Now().Add(testTimeout); time.Now().Before(deadline); {
		conn, err := net.Dial("tcp", address)
		if err == nil {
			conn.Close()
			return "ws://" + address + Path
		}
		select {
		case <-exited:
			t.Fatalf("the reference server ended, %v (is the Debian package "+
				"python3-magic-wormhole-mailbox-server installed?): %s", ended, output.String())
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatalf("the reference server does not answer: %s", output.String())
	return ""
}

// wormhole runs the reference client until it ends and returns what it printed.
func wormhole(t *testing.T, url string, args ...string) (string, error) {
	cmd := exec.CommandContext(testContext(t), "/usr/bin/wormhole", append([]string{"--relay-url", url}, args...)...)
	cmd.Dir = t.TempDir()
	var output bytes.Buffer
	cmd.Stdout, cmd.Stderr = &output, &output
	err := cmd.Run()
	if errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("the Debian package magic-wormhole is needed: %w", err)
	}
	return output.String(), err
}

func TestOurClientsThroughReferenceServer(t *testing.T) {
	url := referenceServer(t)
	caller := create(t, Config{URL: url})
	callee := join(t, Config{URL: url}, caller.Code())
	established(t, caller, callee)
	send(t, caller, "hei")
	send(t, callee, "hallo")
	receive(t, callee, "hei")
	receive(t, caller, "hallo")
	for _, x := range []*Exchange{caller, callee} {
		if err := x.Close(testContext(t), Happy); err != nil {
			t.Errorf("closing: %v", err)
		}
	}

	t.Run("wrong code", func(t *testing.T) {
		caller := create(t, Config{URL: url})
		callee := join(t, Config{URL: url}, mustParse(t, caller.Code().Nameplate()+"-feil-ord"))
		for _, x := range []*Exchange{caller, callee} {
			if err := x.Established(testContext(t)); !errors.Is(err, ErrWrongCode) {
				t.Errorf("established: %v, want %v", err, ErrWrongCode)
			}
			if err := x.Close(testContext(t), Scary); err != nil {
				t.Errorf("closing: %v", err)
			}
		}
	})
	t.Run("crowded", func(t *testing.T) {
		caller := create(t, Config{URL: url})
		silent := dialRaw(t, url)
		silent.bind("silent")
		silent.send(`{"type":"claim","nameplate":"` + caller.Code().Nameplate() + `"}`)
		silent.expect("claimed")
		if _, err := Join(testContext(t), Config{URL: url}, caller.Code()); !errors.Is(err, ErrCrowded) {
			t.Errorf("joined as third: %v, want %v", err, ErrCrowded)
		}
	})
	t.Run("reconnecting", func(t *testing.T) {
		line := new(cuttableNetwork)
		caller := create(t, Config{URL: url, dialContext: line.dial})
		line.cut()
		callee := join(t, Config{URL: url, dialContext: line.dial}, caller.Code())
		established(t, caller, callee)
		line.cut()
		send(t, caller, "hei igjen")
		receive(t, callee, "hei igjen")
	})
}

func TestReferenceClientsThroughOurServer(t *testing.T) {
	url := serve(t, Limits{})
	const code = "7-fjord-brunost"
	var wg sync.WaitGroup
	wg.Go(func() {
		if out, err := wormhole(t, url, "send", "--text", "hei fra referansen", "--code", code); err != nil {
			t.Errorf("sending: %v: %s", err, out)
		}
	})
	wg.Go(func() {
		if out, err := wormhole(t, url, "receive", code); err != nil || !strings.Contains(out, "hei fra referansen") {
			t.Errorf("receiving: %v: %s", err, out)
		}
	})
	wg.Wait()
}

func TestOurClientAndReferenceClient(t *testing.T) {
	for name, start := range map[string]func(*testing.T) string{
		"through our server":       func(t *testing.T) string { return serve(t, Limits{}) },
		"through reference server": referenceServer,
	} {
		t.Run(name, func(t *testing.T) {
			url := start(t)
			config := Config{URL: url, AppID: referenceAppID}
			t.Run("we send", func(t *testing.T) {
				x := create(t, config)
				done := make(chan struct{})
				go func() {
					defer close(done)
					out, err := wormhole(t, url, "receive", x.Code().String())
					if err != nil || !strings.Contains(out, "hei") {
						t.Errorf("the reference received: %v: %s", err, out)
					}
				}()
				established(t, x)
				send(t, x, `{"offer": {"message": "hei"}}`)
				await(t, x, "answer", `{"message_ack":"ok"}`)
				<-done
			})
			t.Run("we receive", func(t *testing.T) {
				const code = "23-acorn-zebra"
				done := make(chan struct{})
				go func() {
					defer close(done)
					if out, err := wormhole(t, url, "send", "--text", "hallo", "--code", code); err != nil {
						t.Errorf("the reference sent: %v: %s", err, out)
					}
				}()
				x := join(t, config, mustParse(t, code))
				await(t, x, "offer", `{"message":"hallo"}`)
				send(t, x, `{"answer": {"message_ack": "ok"}}`)
				<-done
			})
			t.Run("wrong code", func(t *testing.T) {
				x := create(t, config)
				out, err := wormhole(t, url, "receive", x.Code().Nameplate()+"-wrong-words")
				if err == nil || !strings.Contains(out, "confirmation failed") {
					t.Errorf("the reference: %v: %s", err, out)
				}
				if err := x.Established(testContext(t)); !errors.Is(err, ErrWrongCode) {
					t.Errorf("established: %v, want %v", err, ErrWrongCode)
				}
			})
		})
	}
}

// await receives messages until one has a key, whose value must be as wanted.
func await(t *testing.T, x *Exchange, key, want string) {
	t.Helper()
	for {
		data, err := x.Receive(testContext(t))
		if err != nil {
			t.Fatalf("waiting for %q: %v", key, err)
		}
		var message map[string]json.RawMessage
		if err := json.Unmarshal(data, &message); err != nil {
			t.Fatalf("received %q: %v", data, err)
		}
		if value, ok := message[key]; ok {
			var compact bytes.Buffer
			if err := json.Compact(&compact, value); err != nil || compact.String() != want {
				t.Fatalf("%s is %s, %v, want %s", key, value, err, want)
			}
			return
		}
	}
}

// cuttableNetwork dials for real and can break all it has dialled.
type cuttableNetwork struct {
	mu    sync.Mutex
	conns []net.Conn
}

func (n *cuttableNetwork) dial(ctx context.Context, network, address string) (net.Conn, error) {
	conn, err := new(net.Dialer).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.conns = append(n.conns, conn)
	return conn, nil
}

func (n *cuttableNetwork) cut() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, conn := range n.conns {
		conn.Close()
	}
	n.conns = nil
}
