package direct

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/pion/rtcp"
	"github.com/pion/rtp"
	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/mailbox"
)

// invite makes a call that waits for a guest.
func invite(t *testing.T) (*side, link.Invite, mailbox.Code) {
	t.Helper()
	kari := &side{t: t}
	c, invite, err := Start(t.Context(), kari.options("Kari"))
	if err != nil {
		t.Fatal(err)
	}
	kari.call = c
	t.Cleanup(func() { c.HangUp(); <-c.Done() })
	code, err := mailbox.ParseCode(invite.Code)
	if err != nil {
		t.Fatal(err)
	}
	return kari, invite, code
}

// TestHostileGuest has a guest who knows the code but sends what it likes.
func TestHostileGuest(t *testing.T) {
	hello := message{Type: typeHello, Version: protocolVersion, SDP: someOffer(t)}
	change := func(f func(*message)) []byte {
		m := hello
		f(&m)
		return m.encode()
	}
	for _, test := range []struct {
		name     string
		messages [][]byte
	}{
		{"not JSON", [][]byte{[]byte("hello")}},
		{"nothing", [][]byte{{}}},
		{"oversize", [][]byte{change(func(m *message) { m.Name = strings.Repeat("x", maxMessage) })}},
		{"other version", [][]byte{change(func(m *message) { m.Version = 99 })}},
		{"no offer", [][]byte{change(func(m *message) { m.SDP = "" })}},
		{"offer that is none", [][]byte{change(func(m *message) { m.SDP = "v=0\r\nnonsense" })}},
		{"enormous offer", [][]byte{change(func(m *message) { m.SDP += strings.Repeat("a=x\r\n", maxSDP/5) })}},
		{"offer with more sections", [][]byte{change(func(m *message) { m.SDP += "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" })}},
		{"offer without fingerprint", [][]byte{change(func(m *message) { m.SDP = strings.ReplaceAll(m.SDP, "fingerprint", "fungerprint") })}},
		{"offer without our codecs", [][]byte{change(func(m *message) {
			m.SDP = strings.NewReplacer("VP8/90000", "XYZ/90000", "opus/48000/2", "abc/8000").Replace(m.SDP)
		})}},
		{"candidate without one", [][]byte{message{Type: typeCandidate}.encode()}},
		{"endless unknown messages", bytes.Split(bytes.Repeat([]byte("{}\n"), maxMessages+1), []byte("\n"))[:maxMessages+1]},
	} {
		t.Run(test.name, func(t *testing.T) {
			kari, invite, code := invite(t)
			exchange, err := joinAny(t.Context(), invite.MailboxURLs(), code)
			if err != nil {
				t.Fatal(err)
			}
			defer func() {
				// Kari has left, and with her the mailbox.
				ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
				defer cancel()
				_ = exchange.Close(ctx, mailbox.Errory)
			}()
			if err := exchange.Established(t.Context()); err != nil {
				t.Fatal(err)
			}
			for _, m := range test.messages {
				if err := exchange.Send(t.Context(), m); err != nil {
					break // Kari has left
				}
			}
			kari.waitEnd(call.Broken)
			if !errors.Is(kari.call.Err(), errProtocol) {
				t.Errorf("got %v", kari.call.Err())
			}
		})
	}
}

// TestThousandsOfCandidates has a guest who floods with candidates, most of
// them of machines that are none of anybody's business.
func TestThousandsOfCandidates(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	connect(t, kari, ola, kari.options("Kari"), ola.options("Ola"))
	for i := range 100 {
		s := newSession(Options{})
		s.addCandidate(candidate{Candidate: fmt.Sprintf("candidate:1 1 udp 1 10.0.0.%d 1 typ host", i)})
		if len(s.candidates) != 1 {
			t.Fatalf("candidate %d was not kept", i)
		}
	}
	s := newSession(Options{})
	for i := range 10000 {
		s.addCandidate(candidate{Candidate: fmt.Sprintf("candidate:1 1 udp 1 10.0.0.1 %d typ host", 1+i)})
	}
	if len(s.candidates) != maxCandidates {
		t.Errorf("%d candidates are kept", len(s.candidates))
	}
	kari.waitState(call.Connected)
}

// TestGarbageOnTheWire has a guest whose media is nonsense and who asks for
// keyframes without end. The call goes on, and what is well-formed gets
// through afterwards.
func TestGarbageOnTheWire(t *testing.T) {
	kari, invite, code := invite(t)
	kari.watch()
	kari.switchOn()
	ola := &side{t: t}
	rogue := newSession(ola.options("Ola"))
	err := rogue.begin(t.Context(), call.Connecting, func(ctx context.Context) {
		rogue.runJoiner(ctx, invite.MailboxURLs(), code)
	})
	if err != nil {
		t.Fatal(err)
	}
	ola.call = rogue.engine.Call()
	t.Cleanup(func() { ola.call.HangUp(); <-ola.call.Done() })
	kari.waitState(call.Connected)
	ola.waitState(call.Connected)
	rogue.control(message{Type: typeMedia, Media: &mediaMessage{Camera: true, Microphone: true}})

	peer := rogue.peer.Load()
	track := peer.connection.GetReceivers()[1].Track()
	for i := range 2000 {
		header := rtp.Header{Version: 2, SequenceNumber: uint16(rand.Uint32N(2000)), Timestamp: rand.Uint32(), Marker: i%3 == 0}
		for _, write := range []func(*rtp.Packet) error{peer.video.WriteRTP, peer.audio.WriteRTP} {
			_ = write(&rtp.Packet{Header: header, Payload: garbage(i)})
		}
		_ = peer.connection.WriteRTCP([]rtcp.Packet{&rtcp.PictureLossIndication{MediaSSRC: uint32(track.SSRC())}})
		_ = peer.control.Send(garbage(i))
		if i%100 == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
	if kari.call.State() != call.Connected {
		t.Fatalf("the call is %s: %v", kari.call.State(), kari.call.Err())
	}
	kari.eventually("a bounded number of keyframes", func() bool {
		sent := kari.call.Stats().Local.Video
		return sent.Encoded > 0 && sent.Kbps < 6000
	})
	// Then it comes to its senses. SRTP takes no packets with old numbers, so
	// the good ones are numbered on from the garbage.
	path := peer.path()
	path.Video, path.Audio = &renumbered{peer.video, 2000}, &renumbered{peer.audio, 2000}
	rogue.engine.SetConnected(path)
	ola.switchOn()
	kari.seesMovement()
	kari.hears()
}

// renumbered gives packets sequence numbers from next on.
type renumbered struct {
	writer *webrtc.TrackLocalStaticRTP
	next   uint16
}

func (r *renumbered) WriteRTP(p *rtp.Packet) error {
	p.SequenceNumber = r.next
	r.next++
	return r.writer.WriteRTP(p)
}

// garbage is a payload of some kind that is not what it should be.
func garbage(i int) []byte {
	random := make([]byte, rand.IntN(1100))
	for j := range random {
		random[j] = byte(rand.Uint32())
	}
	switch i % 4 {
	case 0:
		return random
	case 1: // a VP8 keyframe of 16383 by 16383 pixels
		return append([]byte{0x10, 0x10, 0, 0, 0x9d, 0x01, 0x2a, 0xff, 0x3f, 0xff, 0x3f}, random...)
	case 2: // a VP8 keyframe of 64 by 64 pixels, with nonsense in it
		return append([]byte{0x10, 0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0, 0x40, 0}, random...)
	default: // a VP8 picture that builds on others
		return append([]byte{0x10, 0x11}, random...)
	}
}

// someOffer returns an offer as a guest sends it.
func someOffer(t testing.TB) string {
	t.Helper()
	s := newSession(Options{Speaker: "none"})
	if err := s.begin(context.Background(), call.Connecting, func(context.Context) {}); err != nil {
		t.Fatal(err)
	}
	e := s.engine
	defer func() { e.HangUp(); <-e.Call().Done() }()
	p, err := newPeer(e, Options{}, peerEvents{
		candidate: func(webrtc.ICECandidateInit) {}, state: func(webrtc.PeerConnectionState) {},
		message: func([]byte) {}, opened: func() {},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer p.close()
	offer, err := p.connection.CreateOffer(nil)
	if err != nil {
		t.Fatal(err)
	}
	return offer.SDP
}

func TestCheckCandidate(t *testing.T) {
	const good = "1 1 udp 2130706431 192.168.1.5 50000 typ host"
	if err := checkCandidate(good); err != nil {
		t.Fatalf("refuses %q: %v", good, err)
	}
	for _, bad := range []string{
		"", "x", strings.Repeat("1 ", 4000), strings.Repeat("x", maxCandidate+1),
		"1 1 udp 2130706431 intranett.firma.no 50000 typ host",
		"1 1 udp 2130706431 3f0e.local 50000 typ host",
		"1 1 tcp 2130706431 192.168.1.5 9 typ host tcptype active",
		"1 1 udp 2130706431 0.0.0.0 50000 typ host",
		"1 1 udp 2130706431 255.0.0.1 0 typ host",
		"1 1 udp 2130706431 224.0.0.251 5353 typ host",
		"1 1 udp 2130706431 fe80::1%eth0 50000 typ host",
		"1 1 udp 2130706431 192.168.1.5 50000 typ nonsense",
	} {
		if err := checkCandidate(bad); !errors.Is(err, errProtocol) {
			t.Errorf("%.80q: %v", bad, err)
		}
	}
}

// FuzzParseMessage checks that no message does harm, and that what is accepted
// keeps the bounds.
func FuzzParseMessage(f *testing.F) {
	f.Add(message{Type: typeHello, Version: protocolVersion, Name: "Ola", SDP: "v=0", Media: &mediaMessage{}}.encode())
	f.Add(message{Type: typeCandidate, Candidate: &candidate{Candidate: "1 1 udp 1 10.0.0.1 1 typ host"}}.encode())
	f.Add([]byte(`{"type":"bye","reason":"no-route","sdp":[[[[`))
	offer, _ := json.Marshal(fuzzOffer)
	f.Add([]byte(`{"type":"admit","version":1,"sdp":` + string(offer) + `}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := parseMessage(raw)
		if err != nil {
			if !errors.Is(err, errProtocol) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		if len(m.SDP) > maxSDP || m.Type == typeHello && m.SDP == "" {
			t.Fatalf("accepted %+v", m)
		}
		if m.Candidate != nil {
			_ = checkCandidate(m.Candidate.Candidate)
		}
	})
}

// fuzzOffer is a small description that is accepted.
const fuzzOffer = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=fingerprint:sha-256 00\r\n" +
	"m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n" +
	"m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n"

func TestFuzzOfferIsAccepted(t *testing.T) {
	if err := checkSDP(fuzzOffer); err != nil {
		t.Error(err)
	}
}
