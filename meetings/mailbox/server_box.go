package mailbox

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/json"
	"strings"
	"time"
)

// messageOverhead is what a stored message is taken to cost beside its body.
const messageOverhead = 512

// message is one that is stored in a mailbox.
type message struct {
	side, phase string
	body        string // hex
	id          json.RawMessage
	received    float64 // Unix seconds
	owner       *account
}

func (m message) cost() int { return len(m.body) + messageOverhead }

// box is a mailbox: what its two sides have put in, for both to see.
type box struct {
	key       key
	owner     *account
	plate     *plate             // nil when released, or if there never was one
	sides     map[string]bool    // whether the side still has it open
	listeners map[string]*client // by side
	messages  []message
	bytes     int
	created   time.Time
	used      time.Time

	// guesser is who came second by the nameplate, until the first is known to
	// have been happy with it; nil then, and before.
	guesser     *account
	guesserSide string
}

// newMailboxID is a name that cannot be guessed, in the reference server's form.
func newMailboxID() string {
	var b [8]byte
	rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
}

// openBox, with the lock held, makes a client's side one of a mailbox's two,
// and the mailbox if need be.
func (h *hub) openBox(c *client, k key) (*box, error) {
	now := time.Now()
	b := h.boxes[k]
	if b == nil {
		if len(h.boxes) >= h.limits.Mailboxes || c.account.mailboxes >= h.limits.MailboxesPerAddress {
			return nil, errTextBusy
		}
		b = &box{
			key: k, owner: c.account, created: now,
			sides: map[string]bool{}, listeners: map[string]*client{},
		}
		h.boxes[k] = b
		c.account.mailboxes++
	}
	if _, known := b.sides[c.side]; !known && len(b.sides) >= sidesPerMailbox {
		return nil, errTextCrowded
	}
	b.sides[c.side] = true
	b.used = now
	return b, nil
}

// listen opens a mailbox for a client, gives it all that is in it and from then
// on what comes. Another connection of the same side is taken for dead.
func (h *hub) listen(c *client, mailbox string) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	b, err := h.openBox(c, key{c.app, mailbox})
	if err != nil {
		return err
	}
	if old := b.listeners[c.side]; old != nil && old != c {
		old.hangUp()
	}
	b.listeners[c.side] = c
	for _, m := range b.messages {
		c.deliver(m)
	}
	return nil
}

// unlisten ends a client's listening, if it still does; the mailbox stays.
func (h *hub) unlisten(c *client, mailbox string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if b := h.boxes[key{c.app, mailbox}]; b != nil && b.listeners[c.side] == c {
		delete(b.listeners, c.side)
		b.used = time.Now()
	}
}

// add stores a message and gives it to all who listen, its sender too.
func (h *hub) add(c *client, mailbox string, m message) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	b := h.boxes[key{c.app, mailbox}]
	switch {
	case b == nil:
		return errTextGone
	case len(b.messages) >= h.limits.MessagesPerMailbox, b.bytes+m.cost() > h.limits.BytesPerMailbox:
		return errTextFull
	case c.account.bytes+m.cost() > h.limits.BytesPerAddress, h.bytes+m.cost() > h.limits.Bytes:
		return errTextBusy
	}
	m.owner = c.account
	m.owner.bytes += m.cost()
	b.bytes += m.cost()
	h.bytes += m.cost()
	b.messages = append(b.messages, m)
	b.used = time.Now()
	for _, listener := range b.listeners {
		listener.deliver(m)
	}
	return nil
}

// close ends a side's use of a mailbox; when no side uses it, it is dropped.
func (h *hub) close(c *client, mailbox, mood string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	b := h.boxes[key{c.app, mailbox}]
	if b == nil {
		return
	}
	if b.listeners[c.side] == c {
		delete(b.listeners, c.side)
	}
	if _, known := b.sides[c.side]; known {
		b.sides[c.side] = false
		if mood == string(Scary) || c.side != b.guesserSide {
			b.settle(mood == string(Happy))
		}
	}
	for _, open := range b.sides {
		if open {
			return
		}
	}
	h.dropBox(b)
}

// suspect notes, with the lock held, that a client may be one who guesses.
func (b *box) suspect(c *client) {
	b.guesser, b.guesserSide = c.account, c.side
	b.guesser.guesses++
}

// settle says, with the lock held, whether the second to come was welcome. Its
// own word does not count, unless it is that it was not.
func (b *box) settle(welcome bool) {
	if b.guesser == nil {
		return
	}
	b.guesser.guesses--
	if !welcome {
		b.guesser.failedClaim()
	}
	b.guesser = nil
}

// dropBox, with the lock held, forgets a mailbox and all that belongs to it.
// Who still listens is hung up on, so that nothing of it stays in a queue.
func (h *hub) dropBox(b *box) {
	delete(h.boxes, b.key)
	b.owner.mailboxes--
	b.settle(false)
	if b.plate != nil {
		h.dropPlate(b.plate)
	}
	for _, m := range b.messages {
		m.owner.bytes -= m.cost()
		h.bytes -= m.cost()
	}
	for _, c := range b.listeners {
		c.hangUp()
	}
}
