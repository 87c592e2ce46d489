package mailbox

import (
	"bytes"
	"encoding/hex"
	"net/netip"
	"testing"
	"time"
)

// FuzzResponses plays a hostile server to a client: frames one a line, an empty
// line breaking the connection.
func FuzzResponses(f *testing.F) {
	greeting := hex.EncodeToString([]byte(`{"pake_v1":"53` + hex.EncodeToString(make([]byte, 32)) + `"}`))
	for _, seed := range []string{
		`{"type":"welcome","welcome":{}}` + "\n" + `{"type":"allocated","nameplate":"7"}` + "\n" + `{"type":"claimed","mailbox":"m"}`,
		`{"type":"welcome","welcome":{"error":"no"}}`,
		`{"type":"claimed","mailbox":"m"}` + "\n\n" + `{"type":"claimed","mailbox":"n"}`,
		`{"type":"claimed","mailbox":"m"}` + "\n" + `{"type":"message","side":"s","phase":"pake","body":"` + greeting + `"}`,
		`{"type":"claimed","mailbox":"m"}` + "\n" + `{"type":"message","side":"s","phase":"0","body":"00"}` + "\n" + `{"type":"released"}`,
		`{"type":"error","error":"crowded","orig":{}}`,
		`{"type":"ack","id":"ab"}` + "\n" + `{"type":"closed"}` + "\n" + `[]`,
	} {
		f.Add([]byte(seed), true)
		f.Add([]byte(seed), false)
	}
	f.Fuzz(func(t *testing.T, data []byte, creates bool) {
		code := Code{}
		if !creates {
			code = Code{nameplate: "7", words: "fjord-brunost"}
		}
		s, err := newSession(AppID, WordList(Bokmal), code)
		if err != nil {
			t.Fatal(err)
		}
		s.connected()
		for line := range bytes.SplitSeq(data, []byte("\n")) {
			if len(line) == 0 {
				s.lost()
				s.connected()
				continue
			}
			r, err := parseResponse(line)
			if err != nil {
				s.fail(err)
				continue
			}
			s.receive(r)
		}
		if s.talk != nil && (s.talk.established || len(s.talk.early) > maxEarly) {
			t.Errorf("established %t, %d early messages", s.talk.established, len(s.talk.early))
		}
		if len(s.pending) > 2 {
			t.Errorf("%d messages pending, of a greeting and a version", len(s.pending))
		}
		if s.err != nil && !s.closing {
			t.Error("it goes on after an error")
		}
	})
}

// FuzzRequests plays three hostile clients to a server, a frame a line in turn,
// and checks its books.
func FuzzRequests(f *testing.F) {
	bind := `{"type":"bind","appid":"a","side":"s"}` + "\n" + `{"type":"bind","appid":"a","side":"t"}` + "\n" + `{"type":"bind","appid":"a","side":"u"}` + "\n"
	for _, seed := range []string{
		bind + `{"type":"allocate"}` + "\n\n\n" + `{"type":"claim","nameplate":"1"}`,
		bind + `{"type":"claim","nameplate":"1"}` + "\n" + `{"type":"claim","nameplate":"1"}` + "\n" + `{"type":"claim","nameplate":"1"}` + "\n" + `{"type":"release"}`,
		bind + `{"type":"open","mailbox":"m"}` + "\n" + `{"type":"open","mailbox":"m"}` + "\n\n" + `{"type":"add","phase":"p","body":"00"}` + "\n\n\n" + `{"type":"close","mood":"happy"}`,
		bind + `{"type":"list","id":[1,{}]}` + "\n" + `{"type":"ping","ping":null}` + "\n" + `[[[[`,
		bind + `{"type":"close","mailbox":"m","mood":"scary"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		server := &Server{limits: Limits{Nameplates: 3, Mailboxes: 4, MessagesPerMailbox: 5}.withDefaults()}
		server.hub = newHub(server.limits)
		var clients [3]*client
		for i := range clients {
			account, _ := server.hub.enter(netip.AddrFrom4([4]byte{192, 0, 2, byte(i / 2)}))
			clients[i] = &client{server: server, account: account, out: newQueue(), hangUp: func() {}}
		}
		turn := 0
		for line := range bytes.SplitSeq(data, []byte("\n")) {
			c := clients[turn%len(clients)]
			turn++
			c.handle(line)
			checkBooks(t, server.hub)
			for {
				r, ok := c.out.tryTake()
				if !ok {
					break
				}
				if r.Type == "" {
					t.Error("a response without type")
				}
			}
		}
		for _, c := range clients {
			if c.listening {
				server.hub.unlisten(c, c.mailbox)
			}
			server.hub.leave(c.account)
		}
		server.hub.prune(time.Now().Add(server.limits.Lifetime))
		for _, a := range server.hub.accounts {
			if a.guesses != 0 {
				t.Errorf("%d guesses unsettled", a.guesses)
			}
		}
		if h := server.hub; len(h.plates)+len(h.boxes)+h.bytes+h.connections != 0 {
			t.Errorf("left: %d nameplates, %d mailboxes, %d bytes, %d connections", len(h.plates), len(h.boxes), h.bytes, h.connections)
		}
	})
}

// checkBooks compares the counts that limits are held against with what is there.
func checkBooks(t *testing.T, h *hub) {
	t.Helper()
	plates, boxes, size := 0, 0, 0
	for _, a := range h.accounts {
		plates += a.nameplates
		boxes += a.mailboxes
		size += a.bytes
	}
	stored := 0
	for _, b := range h.boxes {
		sum := 0
		for _, m := range b.messages {
			sum += m.cost()
		}
		if sum != b.bytes || len(b.messages) > h.limits.MessagesPerMailbox || len(b.sides) > sidesPerMailbox {
			t.Errorf("mailbox counts %d bytes, holds %d in %d messages of %d sides", b.bytes, sum, len(b.messages), len(b.sides))
		}
		stored += sum
	}
	if plates != len(h.plates) || boxes != len(h.boxes) || size != h.bytes || stored != h.bytes {
		t.Errorf("counted %d nameplates, %d mailboxes, %d bytes; there are %d, %d, %d", plates, boxes, size, len(h.plates), len(h.boxes), stored)
	}
	if len(h.plates) > h.limits.Nameplates || len(h.boxes) > h.limits.Mailboxes {
		t.Errorf("%d nameplates, %d mailboxes", len(h.plates), len(h.boxes))
	}
}
