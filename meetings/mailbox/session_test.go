package mailbox

import (
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// claimedSession is a side that has claimed nameplate 7 and opened its mailbox.
func claimedSession(t testing.TB) *session {
	t.Helper()
	code, err := ParseCode("7-fjord-brunost")
	if err != nil {
		t.Fatal(err)
	}
	s, err := newSession(AppID, Words{}, code)
	if err != nil {
		t.Fatal(err)
	}
	s.connected()
	s.receive(response{Type: "claimed", Mailbox: "box"})
	return s
}

// relay hands the additions that one side wants sent to the other, and back to
// the first as its acknowledgement.
func relay(from, to *session) {
	out := from.out
	from.out = nil
	for _, r := range out {
		if r.Type == "add" {
			message := response{Type: "message", Side: from.side, Phase: *r.Phase, Body: r.Body}
			from.receive(message)
			to.receive(message)
		}
	}
}

// metSessions are two sides that have established their key.
func metSessions(t testing.TB) (a, b *session) {
	t.Helper()
	a, b = claimedSession(t), claimedSession(t)
	for range 2 {
		relay(a, b)
		relay(b, a)
	}
	if !a.talk.established || !b.talk.established {
		t.Fatal("the sides have not met")
	}
	return a, b
}

// sent lists the types of the requests that wait to be sent, and forgets them.
func sent(s *session) []string {
	var types []string
	for _, r := range s.out {
		types = append(types, r.Type)
	}
	s.out = nil
	return types
}

func TestSessionSaysWhatTheReferenceSays(t *testing.T) {
	s, err := newSession(AppID, WordList(Bokmal), Code{})
	if err != nil {
		t.Fatal(err)
	}
	step := func(name string, do func(), want ...string) {
		t.Helper()
		do()
		if got := sent(s); !slices.Equal(got, want) {
			t.Errorf("%s: sent %q, want %q", name, got, want)
		}
	}
	respond := func(r response) func() { return func() { s.receive(r) } }
	step("connected", s.connected, "bind", "allocate")
	step("welcome", respond(response{Type: "welcome", Welcome: &welcome{}}))
	step("allocated", respond(response{Type: "allocated", Nameplate: "7"}), "claim")
	step("lost", s.lost)
	step("connected while not claimed", s.connected, "bind", "claim")
	step("claimed", respond(response{Type: "claimed", Mailbox: "box"}), "open", "add")
	s.lost()
	step("connected while alone", s.connected, "bind", "claim")
	step("claimed again", respond(response{Type: "claimed", Mailbox: "box"}), "open", "add")
	step("own greeting", respond(response{Type: "message", Side: s.side, Phase: "pake", Body: new("")}))
	s.lost()
	s.connected()
	s.out = nil
	step("forgotten by the server", respond(response{Type: "claimed", Mailbox: "other"}), "open", "add")

	peer, err := newSession(AppID, Words{}, s.code)
	if err != nil {
		t.Fatal(err)
	}
	greeting := hex.EncodeToString(peer.talk.greeting().body)
	heard := response{Type: "message", Side: "peer", Phase: "pake", Body: &greeting}
	step("other side heard", respond(heard), "release", "add")
	step("heard again", respond(heard))
	s.lost()
	step("connected, not released", s.connected, "bind", "release", "open", "add", "add")
	step("released", respond(response{Type: "released"}))
	s.lost()
	step("connected, released", s.connected, "bind", "open", "add", "add")
	step("closing", func() { s.close(Happy) }, "close")
	s.lost()
	step("connected, closing", s.connected, "bind", "open", "add", "add", "close")
	if s.done() {
		t.Error("done before the server said so")
	}
	step("closed", respond(response{Type: "closed"}))
	if !s.done() || s.err != nil {
		t.Errorf("done %t, error %v", s.done(), s.err)
	}
}

func TestHostileServer(t *testing.T) {
	body := func(b string) *string { return new(hex.EncodeToString([]byte(b))) }
	tests := map[string]struct {
		responses []response
		want      error
	}{
		"welcome with error":  {[]response{{Type: "welcome", Welcome: &welcome{Error: "closed for today"}}}, ErrServer},
		"error":               {[]response{{Type: "error", Error: "no"}}, ErrServer},
		"crowded":             {[]response{{Type: "error", Error: "crowded"}}, ErrCrowded},
		"busy":                {[]response{{Type: "error", Error: "busy"}}, ErrBusy},
		"claimed nothing":     {[]response{{Type: "claimed"}}, ErrProtocol},
		"claimed too much":    {[]response{{Type: "claimed", Mailbox: strings.Repeat("x", 1000)}}, ErrProtocol},
		"message of nobody":   {[]response{{Type: "message", Phase: "pake", Body: body("x")}}, ErrProtocol},
		"message of nothing":  {[]response{{Type: "message", Side: "s", Phase: "pake"}}, ErrProtocol},
		"message not hex":     {[]response{{Type: "message", Side: "s", Phase: "pake", Body: new("xx")}}, ErrProtocol},
		"long phase":          {[]response{{Type: "message", Side: "s", Phase: strings.Repeat("x", 1000), Body: body("x")}}, ErrProtocol},
		"greeting not JSON":   {[]response{{Type: "message", Side: "s", Phase: "pake", Body: body("x")}}, ErrWrongCode},
		"greeting of nothing": {[]response{{Type: "message", Side: "s", Phase: "pake", Body: body("{}")}}, ErrWrongCode},
		"greeting not hex":    {[]response{{Type: "message", Side: "s", Phase: "pake", Body: body(`{"pake_v1":"x"}`)}}, ErrWrongCode},
		"too much too early":  {slices.Repeat([]response{{Type: "message", Side: "s", Phase: "0", Body: body("x")}}, maxEarly+1), ErrProtocol},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := claimedSession(t)
			for _, r := range test.responses {
				s.receive(r)
			}
			if !errors.Is(s.err, test.want) {
				t.Errorf("error %v, want %v", s.err, test.want)
			}
			if !s.closing {
				t.Error("it goes on")
			}
		})
	}
	t.Run("allocated no number", func(t *testing.T) {
		s, _ := newSession(AppID, WordList(Bokmal), Code{})
		s.connected()
		s.receive(response{Type: "allocated", Nameplate: "x-y"})
		if !errors.Is(s.err, ErrProtocol) {
			t.Errorf("error %v, want %v", s.err, ErrProtocol)
		}
	})
	t.Run("reflecting", func(t *testing.T) {
		s := claimedSession(t)
		s.receive(response{Type: "message", Side: "s", Phase: "pake", Body: body(string(s.talk.greeting().body))})
		if !errors.Is(s.err, ErrWrongCode) || s.mood != Scary {
			t.Errorf("error %v, mood %q, want %v", s.err, s.mood, ErrWrongCode)
		}
	})
}

func TestServerTextIsBounded(t *testing.T) {
	err := serverError("no\x1b[31m\n\u202e" + strings.Repeat("å", 10_000))
	if text := err.Error(); len(text) > 1000 || strings.ContainsAny(text, "\x1b\n\u202e") {
		t.Errorf("the error is %q", text)
	}
}

func TestMessagesAreOrderedAndTakenOnce(t *testing.T) {
	a, b := metSessions(t)
	var messages []response
	for i := range 10 {
		sealed, err := a.talk.send(fmt.Append(nil, i))
		if err != nil {
			t.Fatal(err)
		}
		messages = append(messages, response{
			Type: "message", Side: a.side, Phase: sealed.phase, Body: new(hex.EncodeToString(sealed.body)),
		})
	}
	for _, i := range []int{3, 0, 0, 2, 1, 9, 8, 3, 7, 6, 5, 4, 0} {
		b.receive(messages[i])
	}
	for i := range 10 {
		if got, ok := b.talk.next(); !ok || string(got) != fmt.Sprint(i) {
			t.Errorf("message %d is %q, %t", i, got, ok)
		}
	}
	if got, ok := b.talk.next(); ok || b.err != nil {
		t.Errorf("then %q, error %v", got, b.err)
	}
}

func TestEstablishedConversationAgainstTheServer(t *testing.T) {
	seal := func(a *session, text string) *string {
		sealed, err := a.talk.send([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return new(hex.EncodeToString(sealed.body))
	}
	tests := map[string]struct {
		do   func(a, b *session)
		want error
	}{
		"changed message": {func(a, b *session) {
			body := *seal(a, "hei")
			last := "0"
			if strings.HasSuffix(body, "0") {
				last = "1"
			}
			b.receive(response{Type: "message", Side: a.side, Phase: "0", Body: new(body[:len(body)-1] + last)})
		}, ErrProtocol},
		"message under another number": {func(a, b *session) {
			b.receive(response{Type: "message", Side: a.side, Phase: "1", Body: seal(a, "hei")})
		}, ErrProtocol},
		"message of a third side": {func(a, b *session) {
			b.receive(response{Type: "message", Side: "third", Phase: "0", Body: seal(a, "hei")})
		}, nil},
		"a second greeting": {func(_, b *session) {
			b.receive(response{Type: "message", Side: "third", Phase: "pake", Body: new("00")})
		}, nil},
		"odd numbers": {func(a, b *session) {
			for _, phase := range []string{"-1", "+0", "00", "99999999999", "dilate-0", ""} {
				b.receive(response{Type: "message", Side: a.side, Phase: phase, Body: new("00")})
			}
		}, nil},
		"more than anyone reads": {func(a, b *session) {
			for i := range maxUnread + 1 {
				b.receive(response{Type: "message", Side: a.side, Phase: fmt.Sprint(i), Body: seal(a, "hei")})
			}
		}, ErrProtocol},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			a, b := metSessions(t)
			test.do(a, b)
			if !errors.Is(b.err, test.want) {
				t.Errorf("error %v, want %v", b.err, test.want)
			}
			if got, ok := b.talk.next(); ok && string(got) != "hei" {
				t.Errorf("received %q", got)
			}
		})
	}
}

func TestNothingIsSentBeforeTheKeyIsConfirmed(t *testing.T) {
	s := claimedSession(t)
	if sealed, err := s.talk.send([]byte("secret")); err == nil {
		t.Errorf("sent %v", sealed)
	}
	if s.talk.verifier() != nil {
		t.Error("a verifier")
	}
}
