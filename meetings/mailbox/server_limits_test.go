package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
)

func TestConnectionLimits(t *testing.T) {
	tests := map[string]struct {
		limits Limits
		status int
	}{
		"per address": {Limits{ConnectionsPerAddress: 3}, http.StatusTooManyRequests},
		"in all":      {Limits{Connections: 3}, http.StatusServiceUnavailable},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			url := serve(t, test.limits)
			var first *rawClient
			for range 3 {
				first = dialRaw(t, url)
			}
			_, resp, err := websocket.Dial(testContext(t), url, nil)
			if err == nil || resp.StatusCode != test.status || resp.Header.Get("Retry-After") == "" {
				t.Fatalf("a fourth connection: %+v, %v", resp, err)
			}
			if _, err := Create(testContext(t), Config{URL: url}); !errors.Is(err, ErrBusy) {
				t.Errorf("creating: %v, want %v", err, ErrBusy)
			}
			first.conn.CloseNow()
			for deadline := time.Now().Add(testTimeout); ; {
				conn, _, err := websocket.Dial(testContext(t), url, nil)
				if err == nil {
					conn.CloseNow()
					break
				}
				if time.Now().After(deadline) {
					t.Fatalf("one left, and yet: %v", err)
				}
			}
		})
	}
}

func TestAddressesCountAsOne(t *testing.T) {
	same := [][2]string{
		{"192.0.2.1", "::ffff:192.0.2.1"},
		{"2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"},
		{"fe80::1%eth0", "fe80::2"},
	}
	different := [][2]string{{"192.0.2.1", "192.0.2.2"}, {"2001:db8:1:2::1", "2001:db8:1:3::1"}}
	for _, pair := range same {
		if addressPrefix(netip.MustParseAddr(pair[0])) != addressPrefix(netip.MustParseAddr(pair[1])) {
			t.Errorf("%v count as two", pair)
		}
	}
	for _, pair := range different {
		if addressPrefix(netip.MustParseAddr(pair[0])) == addressPrefix(netip.MustParseAddr(pair[1])) {
			t.Errorf("%v count as one", pair)
		}
	}
}

func TestNameplateAndMailboxLimits(t *testing.T) {
	for name, limits := range map[string]Limits{
		"nameplates per address": {NameplatesPerAddress: 3},
		"nameplates in all":      {Nameplates: 3},
		"mailboxes per address":  {MailboxesPerAddress: 3},
		"mailboxes in all":       {Mailboxes: 3},
	} {
		t.Run(name, func(t *testing.T) {
			url := serve(t, limits)
			var last *Exchange
			for range 3 {
				last = create(t, Config{URL: url})
			}
			if _, err := Create(testContext(t), Config{URL: url}); !errors.Is(err, ErrBusy) {
				t.Errorf("a fourth: %v, want %v", err, ErrBusy)
			}
			if err := last.Close(testContext(t), Lonely); err != nil {
				t.Fatal(err)
			}
			create(t, Config{URL: url})
		})
	}
}

func TestMessageLimits(t *testing.T) {
	add := func(size int) string {
		return `{"type":"add","phase":"p","body":"` + strings.Repeat("a", size) + `"}`
	}
	const size, cost = 1000, 1000 + messageOverhead
	tests := map[string]struct {
		limits Limits
		want   string
	}{
		"messages per mailbox": {Limits{MessagesPerMailbox: 4}, errTextFull.Error()},
		"bytes per mailbox":    {Limits{BytesPerMailbox: 4*cost + 1}, errTextFull.Error()},
		"bytes per address":    {Limits{BytesPerAddress: 4*cost + 1}, errTextBusy.Error()},
		"bytes in all":         {Limits{Bytes: 4*cost + 1}, errTextBusy.Error()},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			url := serve(t, test.limits)
			for range 3 { // what a closed mailbox held is free again
				c := dialRaw(t, url)
				c.bind("side")
				c.send(`{"type":"open","mailbox":"box"}`)
				for range 4 {
					c.send(add(size))
					c.expect("message")
				}
				c.refused(add(size), test.want)
				c.send(`{"type":"close"}`)
				c.expect("closed")
			}
		})
	}
	t.Run("size of one", func(t *testing.T) {
		c := dialRaw(t, serve(t, Limits{MessageSize: 100}))
		c.bind("side")
		c.send(`{"type":"open","mailbox":"box"}`)
		c.send(add(100))
		c.expect("message")
		c.refused(add(102), "message is too long")
		c.send(add(100 + frameOverhead))
		c.hungUp()
	})
	t.Run("our client", func(t *testing.T) {
		url := serve(t, Limits{MessageSize: 1000})
		caller := create(t, Config{URL: url})
		callee := join(t, Config{URL: url}, caller.Code())
		established(t, caller, callee)
		send(t, caller, strings.Repeat("x", 10_000))
		if _, err := caller.Receive(testContext(t)); !errors.Is(err, ErrTooLarge) {
			t.Errorf("error %v, want %v", err, ErrTooLarge)
		}
	})
}

// TestNothingIsKept: when all have closed, the server holds nothing of them.
func TestNothingIsKept(t *testing.T) {
	server := NewServer(Limits{})
	defer server.Close()
	web := httptest.NewServer(server)
	defer web.Close()
	for range 3 {
		caller := create(t, Config{URL: wsURL(web)})
		callee := join(t, Config{URL: wsURL(web)}, caller.Code())
		established(t, caller, callee)
		send(t, caller, "hei")
		receive(t, callee, "hei")
		for _, x := range []*Exchange{caller, callee} {
			if err := x.Close(testContext(t), Happy); err != nil {
				t.Fatal(err)
			}
		}
	}
	server.hub.mu.Lock()
	defer server.hub.mu.Unlock()
	if h := server.hub; len(h.plates) != 0 || len(h.boxes) != 0 || h.bytes != 0 {
		t.Errorf("%d nameplates, %d mailboxes, %d bytes are left", len(h.plates), len(h.boxes), h.bytes)
	}
}

// TestNameplatesCannotBeEnumerated: one who claims number after number is soon
// refused, whatever is behind the number, and is forgiven only slowly.
func TestNameplatesCannotBeEnumerated(t *testing.T) {
	limits := Limits{FailedClaims: 5, FailedClaimPause: time.Minute, NameplatesPerAddress: 1000}
	inBubble(t, limits, func(t *testing.T, network *pipeNetwork) {
		caller := create(t, network.config("2001:db8::1"))
		guess := func(n int) error {
			// Each guess from another address of the attacker's one network.
			from := fmt.Sprintf("2001:db8:bad:1::%d", n)
			x, err := Join(context.Background(), network.config(from), mustParse(t, fmt.Sprintf("%d-feil-ord", n)))
			if err == nil {
				x.Close(context.Background(), Lonely)
			}
			return err
		}
		for n := 100; n < 105; n++ {
			if err := guess(n); err != nil {
				t.Fatalf("guess %d: %v", n, err)
			}
		}
		number := mustAtoi(t, caller.Code().Nameplate())
		for _, n := range []int{105, number} {
			if err := guess(n); !errors.Is(err, ErrBusy) {
				t.Errorf("guess %d: %v, want %v", n, err, ErrBusy)
			}
		}
		time.Sleep(time.Minute)
		if err := guess(106); err != nil {
			t.Errorf("guess after a minute: %v", err)
		}
		if err := guess(107); !errors.Is(err, ErrBusy) {
			t.Errorf("second guess after a minute: %v, want %v", err, ErrBusy)
		}
		// Others are not held up by it.
		callee := join(t, network.config("192.0.2.1"), caller.Code())
		established(t, caller, callee)
	})
}

// TestGuessesAreFailedClaims: the guesser's own mood is not what counts.
func TestGuessesAreFailedClaims(t *testing.T) {
	limits := Limits{FailedClaims: 2, FailedClaimPause: time.Hour}
	const caller, guesser = "192.0.2.1", "192.0.2.66"
	// Each of these is one claim of the guesser on a nameplate of the caller's.
	claims := map[string]struct {
		once    func(t *testing.T, network *pipeNetwork)
		refused bool
	}{
		"wrong code": {func(t *testing.T, network *pipeNetwork) {
			x := create(t, network.config(caller))
			y := join(t, network.config(guesser), mustParse(t, x.Code().Nameplate()+"-feil-ord"))
			for _, side := range []*Exchange{x, y} {
				if err := side.Established(testContext(t)); !errors.Is(err, ErrWrongCode) {
					t.Fatalf("established: %v", err)
				}
				side.Close(testContext(t), Scary)
			}
		}, true},
		"silent claim": {func(t *testing.T, network *pipeNetwork) {
			x := create(t, network.config(caller))
			c := dialPipe(t, network, guesser)
			c.bind("guesser")
			c.send(`{"type":"claim","nameplate":"` + x.Code().Nameplate() + `"}`)
			c.send(`{"type":"close","mailbox":"` + c.expect("claimed").Mailbox + `","mood":"happy"}`)
			c.expect("closed")
			x.Close(testContext(t), Lonely)
		}, true},
		"right code": {func(t *testing.T, network *pipeNetwork) {
			x := create(t, network.config(caller))
			y := join(t, network.config(guesser), x.Code())
			established(t, x, y)
			y.Close(testContext(t), Happy)
			x.Close(testContext(t), Happy)
		}, false},
	}
	for name, claim := range claims {
		t.Run(name, func(t *testing.T) {
			inBubble(t, limits, func(t *testing.T, network *pipeNetwork) {
				for range limits.FailedClaims {
					claim.once(t, network)
				}
				x := create(t, network.config(caller))
				y, err := Join(testContext(t), network.config(guesser), x.Code())
				if refused := errors.Is(err, ErrBusy); refused != claim.refused {
					t.Errorf("then refused: %t (%v), want %t", refused, err, claim.refused)
				}
				if y != nil {
					y.Close(testContext(t), Happy)
				}
			})
		})
	}
}

func mustAtoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestHasteIsSlowedDown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		network := new(pipeNetwork)
		network.start(t, Limits{RequestRate: 10, RequestBurst: 10})
		defer network.stop()
		c := dialPipe(t, network, "192.0.2.1")
		c.bind("side")
		started := time.Now()
		for range 108 {
			c.send(`{"type":"ping","ping":1}`)
			c.expect("pong")
		}
		if took := time.Since(started); took < 9*time.Second || took > 11*time.Second {
			t.Errorf("108 requests took %v, want 10 s", took)
		}
	})
}
