package mailbox

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"hjemmekontor/meetings/mailbox/spake2"
)

// Phases with a meaning of their own; all others that count are numbers.
const (
	phasePAKE    = "pake"
	phaseVersion = "version"
)

// Bounds on what is kept of what the other side, or the server, sends.
const (
	maxEarly  = 16  // messages before the key is known
	maxUnread = 256 // decrypted messages that nobody has received yet
)

// errTampered: a message that does not decrypt, after others have.
var errTampered = fmt.Errorf("%w: a message was changed on its way", ErrProtocol)

// addition is a message as it is put into a mailbox.
type addition struct {
	phase string
	body  []byte
}

// sidedMessage is a message as it comes out of one.
type sidedMessage struct {
	side, phase string
	body        []byte
}

// conversation is the client-client protocol: a key exchange, its confirmation
// and numbered, encrypted messages. It knows nothing of servers and does no I/O.
type conversation struct {
	side        string
	pake        *spake2.State
	early       []sidedMessage
	peer        string // the side whose key exchange message was taken
	key         []byte // nil until the key exchange is done
	established bool   // the peer has shown that it has the same key
	nextSend    int
	nextReceive int
	unordered   map[int][]byte // came before one with a lower number
	inbox       [][]byte       // in order, not yet received
}

func newConversation(appID, side string, code Code) (*conversation, error) {
	pake, err := spake2.Start([]byte(code.String()), []byte(appID), rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("starting key exchange: %w", err)
	}
	return &conversation{side: side, pake: pake, unordered: map[int][]byte{}}, nil
}

// pakeBody is the JSON inside the key exchange message.
type pakeBody struct {
	V1 string `json:"pake_v1"` // hex
}

// greeting is the first message of the conversation.
func (c *conversation) greeting() addition {
	body, err := json.Marshal(pakeBody{V1: hex.EncodeToString(c.pake.Message())})
	if err != nil {
		panic("mailbox: " + err.Error()) // one string always marshals
	}
	return addition{phase: phasePAKE, body: body}
}

// receive takes a message of another side and returns what to answer. Messages
// come again after each reconnection; those already taken are ignored.
func (c *conversation) receive(m sidedMessage) ([]addition, error) {
	switch {
	case m.phase == phasePAKE && c.key == nil:
		return c.receivePAKE(m)
	case m.phase == phasePAKE:
		return nil, nil
	case c.key == nil && len(c.early) >= maxEarly:
		return nil, fmt.Errorf("%w: too many messages before the key exchange", ErrProtocol)
	case c.key == nil:
		c.early = append(c.early, m)
		return nil, nil
	}
	return nil, c.receiveSealed(m)
}

// receivePAKE takes the one key exchange message that is ever looked at. One
// that is malformed or reflected is treated as a wrong guess, which it may be.
func (c *conversation) receivePAKE(m sidedMessage) ([]addition, error) {
	var body pakeBody
	if err := json.Unmarshal(m.body, &body); err != nil {
		return nil, ErrWrongCode
	}
	theirs, err := hex.DecodeString(body.V1)
	if err != nil {
		return nil, ErrWrongCode
	}
	key, err := c.pake.Finish(theirs)
	if err != nil {
		return nil, ErrWrongCode
	}
	c.key, c.peer, c.pake = key, m.side, nil
	version := addition{
		phase: phaseVersion,
		body:  seal(phaseKey(c.key, c.side, phaseVersion), []byte(`{"app_versions": {}}`)),
	}
	early := c.early
	c.early = nil
	for _, m := range early {
		if err := c.receiveSealed(m); err != nil {
			return []addition{version}, err
		}
	}
	return []addition{version}, nil
}

func (c *conversation) receiveSealed(m sidedMessage) error {
	if m.side != c.peer {
		return nil
	}
	if m.phase == phaseVersion {
		if c.established {
			return nil
		}
		_, err := c.decrypt(m)
		return err
	}
	number, ok := phaseNumber(m.phase)
	if !ok || number < c.nextReceive || c.unordered[number] != nil {
		return nil // of a later protocol, or here before
	}
	if len(c.unordered)+len(c.inbox) >= maxUnread {
		return fmt.Errorf("%w: more than %d messages unread", ErrProtocol, maxUnread)
	}
	plaintext, err := c.decrypt(m)
	if err != nil {
		return err
	}
	c.unordered[number] = plaintext
	for c.unordered[c.nextReceive] != nil {
		c.inbox = append(c.inbox, c.unordered[c.nextReceive])
		delete(c.unordered, c.nextReceive)
		c.nextReceive++
	}
	return nil
}

// decrypt opens a message of the peer. The first that opens proves that the
// peer has the same key, hence used the same code.
func (c *conversation) decrypt(m sidedMessage) ([]byte, error) {
	plaintext, ok := open(phaseKey(c.key, m.side, m.phase), m.body)
	switch {
	case ok:
		c.established = true
		return plaintext, nil
	case c.established:
		return nil, errTampered
	}
	return nil, ErrWrongCode
}

// send encrypts the next message. Only once established: before that, the
// other side may be somebody who guesses.
func (c *conversation) send(plaintext []byte) (addition, error) {
	if !c.established {
		return addition{}, errors.New("sending before the key is confirmed")
	}
	phase := strconv.Itoa(c.nextSend)
	c.nextSend++
	return addition{phase: phase, body: seal(phaseKey(c.key, c.side, phase), plaintext)}, nil
}

// next takes the oldest message that has not been received.
func (c *conversation) next() ([]byte, bool) {
	if len(c.inbox) == 0 {
		return nil, false
	}
	message := c.inbox[0]
	c.inbox = c.inbox[1:]
	return message, true
}

// verifier is nil until established.
func (c *conversation) verifier() []byte {
	if !c.established {
		return nil
	}
	v := deriveKey(c.key, purposeVerifier)
	return v[:]
}

// phaseNumber reads a numbered phase in its one canonical spelling.
func phaseNumber(phase string) (int, bool) {
	n, err := strconv.ParseUint(phase, 10, 31)
	return int(n), err == nil && strconv.FormatUint(n, 10) == phase
}
