package mailbox

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
)

// nameplateState follows our claim on a nameplate, across connections.
type nameplateState int

const (
	nameplateNone      nameplateState = iota // not allocated yet
	nameplateKnown                           // may have been claimed
	nameplateClaimed                         // the server has confirmed our claim
	nameplateReleasing                       // release asked for, not confirmed
	nameplateReleased
)

// session is the client-server protocol as one side of one exchange keeps it,
// over as many connections as it takes. It does no I/O and has no clock or
// lock: what happens is told to it, and what to send collects in out.
type session struct {
	appID, side string
	words       Words // for a code that is still to be made
	code        Code
	talk        *conversation // nil until the code is known

	online bool
	out    []request // to be sent on this connection, in order

	nameplate   nameplateState
	releaseSent bool // on this connection
	mailbox     string
	opened      bool // on this connection
	closeSent   bool // on this connection
	pending     []addition

	closing     bool // nothing more is wanted but a tidy end
	mood        Mood
	mailboxDone bool
	err         error // why it failed; nil if it did not
}

// newSession is for a side that makes a code, if code is zero, or has one.
func newSession(appID string, words Words, code Code) (*session, error) {
	s := &session{appID: appID, side: newSide(), words: words}
	if code == (Code{}) {
		return s, nil
	}
	return s, s.setCode(code)
}

// newSide is a random name for this side of one exchange.
func newSide() string {
	var b [8]byte
	rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return hex.EncodeToString(b[:])
}

func (s *session) setCode(code Code) error {
	talk, err := newConversation(s.appID, s.side, code)
	if err != nil {
		return err
	}
	s.code, s.talk, s.nameplate = code, talk, nameplateKnown
	s.pending = []addition{talk.greeting()}
	return nil
}

// connected begins a new connection: the server is told who we are and led to
// where we were.
func (s *session) connected() {
	s.online = true
	s.out = nil
	s.opened, s.releaseSent, s.closeSent = false, false, false
	s.send(request{
		Type: "bind", AppID: &s.appID, Side: &s.side,
		ClientVersion: []string{"hjemmekontor", "1"},
	})
	if s.closing {
		s.sayGoodbye()
		return
	}
	switch s.nameplate {
	case nameplateNone:
		s.send(request{Type: "allocate"})
	case nameplateKnown, nameplateClaimed:
		// Claimed anew although it may be ours already: a server that has
		// forgotten everything would otherwise never lead the other side here.
		s.send(request{Type: "claim", Nameplate: new(s.code.Nameplate())})
	case nameplateReleasing:
		s.release()
		s.openMailbox()
	case nameplateReleased:
		s.openMailbox()
	}
}

// lost ends a connection; what was not acknowledged is kept for the next.
func (s *session) lost() {
	s.online = false
	s.out = nil
}

// receive takes one response of the server.
func (s *session) receive(r response) {
	var err error
	switch r.Type {
	case "welcome":
		if r.Welcome != nil && r.Welcome.Error != "" {
			err = serverError(r.Welcome.Error)
		}
	case "allocated":
		err = s.allocated(r.Nameplate)
	case "claimed":
		err = s.claimed(r.Mailbox)
	case "message":
		err = s.message(r)
	case "released":
		if s.releaseSent {
			s.nameplate = nameplateReleased
		}
	case "closed":
		s.mailboxDone = s.mailboxDone || s.closeSent
	case "error":
		err = serverError(r.Error)
	}
	if err != nil {
		s.fail(err)
	}
}

func (s *session) allocated(nameplate string) error {
	switch {
	case s.closing || s.nameplate != nameplateNone:
		return nil
	case !isNameplate(nameplate):
		return fmt.Errorf("%w: the server allocated no number", ErrProtocol)
	}
	if err := s.setCode(newCode(nameplate, s.words)); err != nil {
		return err
	}
	s.send(request{Type: "claim", Nameplate: &nameplate})
	return nil
}

func (s *session) claimed(mailbox string) error {
	if mailbox == "" || len(mailbox) > maxMailboxID {
		return fmt.Errorf("%w: the server named no mailbox", ErrProtocol)
	}
	if s.closing {
		s.closeLateClaim(mailbox)
		return nil
	}
	if s.opened || s.nameplate != nameplateKnown && s.nameplate != nameplateClaimed {
		return nil
	}
	if s.mailbox != "" && s.mailbox != mailbox {
		// The server has forgotten the mailbox, with all we had put in: until
		// the other side is heard, that is the greeting alone.
		s.pending = []addition{s.talk.greeting()}
	}
	s.mailbox, s.nameplate = mailbox, nameplateClaimed
	s.openMailbox()
	return nil
}

// fail ends the exchange because of err; the first error is the one that counts.
func (s *session) fail(err error) {
	if s.closing {
		// The server complains about our goodbye: there is no better one.
		s.mailboxDone, s.nameplate = true, nameplateReleased
		return
	}
	s.err = err
	mood := Errory
	if errors.Is(err, ErrWrongCode) || errors.Is(err, errTampered) {
		mood = Scary
	}
	s.close(mood)
}

// abandon ends an exchange that has no server to say goodbye to.
func (s *session) abandon(err error) {
	if !s.closing {
		s.closing, s.err = true, err
	}
}

// ready tells whether the nameplate has led us to the mailbox.
func (s *session) ready() bool {
	return !s.closing && (s.opened || s.nameplate > nameplateClaimed)
}

func (s *session) send(r request) {
	if s.online {
		s.out = append(s.out, r)
	}
}
