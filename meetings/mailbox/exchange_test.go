package mailbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestTwoSidesMeetAndTalk(t *testing.T) {
	for _, language := range []string{Bokmal, English} {
		t.Run(language, func(t *testing.T) {
			url := serve(t, Limits{})
			caller := create(t, Config{URL: url, Language: language})
			for _, word := range strings.Split(caller.Code().String(), "-")[1:] {
				if !WordList(language).Contains(word) {
					t.Errorf("the word %q is not in the list", word)
				}
			}
			if caller.Verifier() != nil {
				t.Error("a verifier before the other side came")
			}
			callee := join(t, Config{URL: url}, caller.Code())
			established(t, caller, callee)
			if v := caller.Verifier(); len(v) != 32 || !bytes.Equal(v, callee.Verifier()) {
				t.Errorf("verifiers %x and %x", v, callee.Verifier())
			}
			for i := range 100 {
				send(t, caller, fmt.Sprintf("from caller %d", i))
				send(t, callee, fmt.Sprintf("from callee %d", i))
			}
			for i := range 100 {
				receive(t, callee, fmt.Sprintf("from caller %d", i))
				receive(t, caller, fmt.Sprintf("from callee %d", i))
			}
			send(t, caller, "")
			receive(t, callee, "")
			longest := strings.Repeat("x", MaxMessage)
			send(t, callee, longest)
			receive(t, caller, longest)
			if err := caller.Send(t.Context(), make([]byte, MaxMessage+1)); !errors.Is(err, ErrTooLarge) {
				t.Errorf("sending too much: %v", err)
			}
			for _, x := range []*Exchange{caller, callee} {
				if err := x.Close(testContext(t), Happy); err != nil {
					t.Errorf("closing: %v", err)
				}
			}
		})
	}
}

// TestOwnServerBehindTwoAddresses is the call without a server: the caller dials
// its own on loopback, the other side the same one at the machine's address.
func TestOwnServerBehindTwoAddresses(t *testing.T) {
	server := NewServer(Limits{})
	listener, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	web := &httptest.Server{Listener: listener, Config: &http.Server{Handler: server}}
	web.Start()
	t.Cleanup(func() {
		server.Close()
		web.Close()
	})
	_, port, _ := net.SplitHostPort(listener.Addr().String())

	caller := create(t, Config{URL: "ws://127.0.0.1:" + port})
	callee := join(t, Config{URL: "ws://" + net.JoinHostPort(otherAddress(t), port)}, caller.Code())
	established(t, caller, callee)
	send(t, callee, "hei")
	receive(t, caller, "hei")
}

// otherAddress is an address of this machine other than 127.0.0.1; all of
// 127.0.0.0/8 is, where there is no network.
func otherAddress(t *testing.T) string {
	t.Helper()
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		if ip, ok := a.(*net.IPNet); ok && ip.IP.To4() != nil && !ip.IP.IsLoopback() {
			return ip.IP.String()
		}
	}
	return "127.0.0.2"
}

func TestWrongCodeFailsBothAndUsesTheNameplateUp(t *testing.T) {
	url := serve(t, Limits{})
	caller := create(t, Config{URL: url})
	wrong := mustParse(t, caller.Code().Nameplate()+"-feil-ord")
	callee := join(t, Config{URL: url}, wrong)
	for name, x := range map[string]*Exchange{"caller": caller, "callee": callee} {
		if err := x.Established(testContext(t)); !errors.Is(err, ErrWrongCode) {
			t.Errorf("%s established: %v, want %v", name, err, ErrWrongCode)
		}
		if err := x.Send(testContext(t), []byte("secret")); !errors.Is(err, ErrWrongCode) {
			t.Errorf("%s sent: %v, want %v", name, err, ErrWrongCode)
		}
		if _, err := x.Receive(testContext(t)); !errors.Is(err, ErrWrongCode) {
			t.Errorf("%s received: %v, want %v", name, err, ErrWrongCode)
		}
		if err := x.Close(testContext(t), Happy); err != nil {
			t.Errorf("%s closing: %v", name, err)
		}
	}
	// The right code now leads to a new mailbox with nobody in it.
	late := join(t, Config{URL: url}, caller.Code())
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := late.Established(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the right code afterwards: %v, want nobody there", err)
	}
}

func TestThirdParticipantIsTurnedAway(t *testing.T) {
	url := serve(t, Limits{})
	caller := create(t, Config{URL: url})
	// A second side that claims the nameplate and then says nothing.
	silent := dialRaw(t, url)
	silent.bind("silent")
	silent.send(`{"type":"claim","nameplate":"` + caller.Code().Nameplate() + `"}`)
	silent.expect("claimed")
	if x, err := Join(testContext(t), Config{URL: url}, caller.Code()); !errors.Is(err, ErrCrowded) {
		t.Errorf("joined as third: %v, %v, want %v", x, err, ErrCrowded)
	}
}

func TestBeginErrors(t *testing.T) {
	refusing := func(status int) string {
		web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/elsewhere", status)
		}))
		t.Cleanup(web.Close)
		return wsURL(web)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	free := listener.Addr().String()
	listener.Close()
	tests := map[string]struct {
		url  string
		want error
	}{
		"no server":       {"ws://" + free, ErrUnreachable},
		"not a mailbox":   {refusing(http.StatusOK), ErrUnreachable},
		"moved":           {refusing(http.StatusFound), ErrUnreachable},
		"busy":            {refusing(http.StatusTooManyRequests), ErrBusy},
		"full":            {refusing(http.StatusServiceUnavailable), ErrBusy},
		"http":            {"http://127.0.0.1/v1", ErrConfig},
		"no host":         {"ws:///v1", ErrConfig},
		"no URL":          {"", ErrConfig},
		"password in URL": {"ws://user:hemmelig@127.0.0.1/v1", ErrConfig},
		"not a URL":       {"ws://127.0.0.1:hemmelig/v1", ErrConfig},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Create(testContext(t), Config{URL: test.url})
			if !errors.Is(err, test.want) {
				t.Errorf("error %v, want %v", err, test.want)
			}
			if err != nil && strings.Contains(err.Error(), "hemmelig") {
				t.Errorf("the error %q repeats a secret", err)
			}
		})
	}
	t.Run("no code", func(t *testing.T) {
		if _, err := Join(t.Context(), Config{URL: "ws://" + free}, Code{}); !errors.Is(err, ErrMalformedCode) {
			t.Errorf("error %v, want %v", err, ErrMalformedCode)
		}
	})
	t.Run("language", func(t *testing.T) {
		if _, err := Create(t.Context(), Config{URL: "ws://" + free, Language: "fr"}); !errors.Is(err, ErrConfig) {
			t.Errorf("error %v, want %v", err, ErrConfig)
		}
	})
}

func TestCloseEndsEverythingThatWaits(t *testing.T) {
	url := serve(t, Limits{})
	x := create(t, Config{URL: url})
	waiting := make(chan error, 3)
	go func() { waiting <- x.Established(context.Background()) }()
	go func() { waiting <- x.Send(context.Background(), []byte("hei")) }()
	go func() { _, err := x.Receive(context.Background()); waiting <- err }()
	if err := x.Close(testContext(t), Lonely); err != nil {
		t.Fatal(err)
	}
	for range cap(waiting) {
		if err := <-waiting; !errors.Is(err, ErrClosed) {
			t.Errorf("error %v, want %v", err, ErrClosed)
		}
	}
	if err := x.Close(testContext(t), Happy); err != nil {
		t.Errorf("closing again: %v", err)
	}
}

func TestContextsAreKept(t *testing.T) {
	url := serve(t, Limits{})
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Create(ended, Config{URL: url}); !errors.Is(err, context.Canceled) {
		t.Errorf("creating: %v", err)
	}
	x := create(t, Config{URL: url})
	if err := x.Established(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("establishing: %v", err)
	}
	if err := x.Send(ended, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("sending: %v", err)
	}
	if _, err := x.Receive(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("receiving: %v", err)
	}
	if err := x.Close(ended, Lonely); err != nil {
		t.Errorf("closing tidily although the context has ended: %v", err)
	}
}
