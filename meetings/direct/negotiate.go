package direct

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call"
)

// offer sends the guest's first message, with an offer.
func (s *session) offer() error {
	p, err := s.newPeer()
	if err != nil {
		return err
	}
	offer, err := p.connection.CreateOffer(nil)
	if err != nil {
		return fmt.Errorf("making an offer: %w", err)
	}
	// The message goes first: setting the description starts the candidates,
	// which only make sense after it.
	s.post(s.introduction(typeHello, offer.SDP))
	if err := p.connection.SetLocalDescription(offer); err != nil {
		return fmt.Errorf("setting the offer: %w", err)
	}
	return nil
}

// answer makes the connection to a guest that has been let in.
func (s *session) answer(hello message) error {
	p, err := s.newPeer()
	if err != nil {
		return err
	}
	if err := s.setRemote(p, webrtc.SDPTypeOffer, hello.SDP); err != nil {
		return err
	}
	answer, err := p.connection.CreateAnswer(nil)
	if err != nil {
		return fmt.Errorf("making an answer: %w: %w", errProtocol, err)
	}
	s.post(s.introduction(typeAdmit, answer.SDP))
	if err := p.connection.SetLocalDescription(answer); err != nil {
		return fmt.Errorf("setting the answer: %w", err)
	}
	return nil
}

// accept takes the answer to an offer.
func (s *session) accept(admit message) error {
	return s.setRemote(s.peer.Load(), webrtc.SDPTypeAnswer, admit.SDP)
}

// setRemote sets their description and the candidates that came before it.
func (s *session) setRemote(p *peer, kind webrtc.SDPType, text string) error {
	if err := p.connection.SetRemoteDescription(webrtc.SessionDescription{Type: kind, SDP: text}); err != nil {
		return fmt.Errorf("setting their %s: %w: %w", kind, errProtocol, err)
	}
	for _, c := range s.candidates {
		p.addCandidate(c)
	}
	s.candidates = nil
	return nil
}

// addCandidate takes one of their candidates, and keeps it while there is no
// description for it to belong to. Those that are no use, or too many, are
// passed over.
func (s *session) addCandidate(c candidate) {
	if s.received++; s.received > maxCandidates {
		return
	}
	if c.Candidate == "" || checkCandidate(strings.TrimPrefix(c.Candidate, "candidate:")) != nil {
		return
	}
	if p := s.peer.Load(); p != nil && p.connection.RemoteDescription() != nil {
		p.addCandidate(c)
		return
	}
	s.candidates = append(s.candidates, c)
}

// addCandidate gives a candidate to the connection; one that it does not take
// is one fewer to try.
func (p *peer) addCandidate(c candidate) {
	_ = p.connection.AddICECandidate(webrtc.ICECandidateInit{
		Candidate: c.Candidate, SDPMid: c.SDPMid, SDPMLineIndex: c.SDPMLineIndex,
	})
}

// introduction is the message by which this side makes itself known.
func (s *session) introduction(kind messageType, sdp string) message {
	return message{
		Type: kind, Version: protocolVersion, Name: call.CleanName(s.options.Name),
		SDP: sdp, Media: mediaOf(s.engine.Local().MediaState()),
	}
}

// meet takes note of who is on the other side.
func (s *session) meet(introduction message) {
	// The description holds the fingerprint of a certificate made for this
	// call, so its hash tells participants apart and nothing else.
	sum := sha256.Sum256([]byte(introduction.SDP))
	s.engine.SetParticipant(call.Participant{ID: hex.EncodeToString(sum[:4]), Name: introduction.Name})
	if state, ok := introduction.mediaState(); ok {
		s.engine.SetRemoteMedia(state)
	}
}
