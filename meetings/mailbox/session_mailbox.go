package mailbox

import (
	"encoding/hex"
	"fmt"
	"slices"
)

// message takes what came out of the mailbox: our own as the acknowledgement
// that it was stored, the other side's as a sign of life and for the conversation.
func (s *session) message(r response) error {
	if r.Side == "" || len(r.Side) > maxSide || len(r.Phase) > maxPhase || r.Body == nil {
		return fmt.Errorf("%w: malformed message from the server", ErrProtocol)
	}
	if s.closing || !s.opened {
		return nil
	}
	if r.Side == s.side {
		s.pending = slices.DeleteFunc(s.pending, func(a addition) bool { return a.phase == r.Phase })
		return nil
	}
	body, err := hex.DecodeString(*r.Body)
	if err != nil {
		return fmt.Errorf("%w: message body is not hex", ErrProtocol)
	}
	if s.nameplate == nameplateClaimed {
		// Two have met: the number has done its work, for good.
		s.release()
	}
	answers, err := s.talk.receive(sidedMessage{side: r.Side, phase: r.Phase, body: body})
	for _, a := range answers {
		s.add(a)
	}
	return err
}

// add puts a message into the mailbox, and again after each reconnection until
// the server shows that it has it.
func (s *session) add(a addition) {
	s.pending = append(s.pending, a)
	if s.opened {
		s.sendAdd(a)
	}
}

func (s *session) sendAdd(a addition) {
	s.send(request{Type: "add", Phase: &a.phase, Body: new(hex.EncodeToString(a.body))})
}

// openMailbox subscribes to the mailbox and puts in what may be missing there.
func (s *session) openMailbox() {
	s.opened = true
	s.send(request{Type: "open", Mailbox: new(s.mailbox)})
	for _, a := range s.pending {
		s.sendAdd(a)
	}
}

func (s *session) release() {
	s.nameplate = nameplateReleasing
	if !s.releaseSent {
		s.releaseSent = true
		s.send(request{Type: "release", Nameplate: new(s.code.Nameplate())})
	}
}

// close ends the exchange tidily; the first mood is the one that counts.
func (s *session) close(mood Mood) {
	if s.closing {
		return
	}
	s.closing, s.mood = true, mood
	if s.online {
		s.sayGoodbye()
	}
}

// sayGoodbye gives back the nameplate and leaves the mailbox, last messages first.
func (s *session) sayGoodbye() {
	switch s.nameplate {
	case nameplateKnown, nameplateClaimed, nameplateReleasing:
		s.release()
	}
	if s.mailbox == "" {
		s.mailboxDone = true
		return
	}
	if !s.mailboxDone {
		if !s.opened && len(s.pending) > 0 {
			s.openMailbox()
		}
		s.closeMailbox()
	}
}

// closeLateClaim leaves a mailbox that we learn of when we no longer want it.
// The answer to the release, which we asked for later, is still to come.
func (s *session) closeLateClaim(mailbox string) {
	if s.mailbox == "" {
		s.mailbox, s.mailboxDone = mailbox, false
		s.closeMailbox()
	}
}

func (s *session) closeMailbox() {
	s.closeSent = true
	s.send(request{Type: "close", Mailbox: new(s.mailbox), Mood: new(string(s.mood))})
}

// done tells whether a closing session has nothing left to say or to hear.
func (s *session) done() bool {
	return s.closing && s.mailboxDone &&
		(s.nameplate == nameplateNone || s.nameplate == nameplateReleased)
}
