package mailbox

import (
	"errors"
	"math/rand/v2"
	"net/netip"
	"strconv"
	"sync"
	"time"
)

// Refusals, in the reference server's words where it has them.
var (
	errTextCrowded   = errors.New(textCrowded)
	errTextBusy      = errors.New(textBusy)
	errTextReclaimed = errors.New("reclaimed")
	errTextFull      = errors.New("mailbox is full")
	errTextGone      = errors.New("mailbox is gone")
)

// sidesPerMailbox is how many may meet.
const sidesPerMailbox = 2

// key names a nameplate or mailbox within an application.
type key struct{ app, name string }

// plate is a nameplate: a short number that leads to a mailbox.
type plate struct {
	key   key
	owner *account
	box   *box
	sides map[string]bool // whether the claim still stands
}

// hub is all that the clients of a server share. Every operation is short and
// takes the one lock.
type hub struct {
	limits Limits

	mu          sync.Mutex
	connections int
	bytes       int // in all mailboxes
	accounts    map[netip.Prefix]*account
	plates      map[key]*plate
	boxes       map[key]*box
}

func newHub(limits Limits) *hub {
	return &hub{
		limits:   limits,
		accounts: map[netip.Prefix]*account{},
		plates:   map[key]*plate{},
		boxes:    map[key]*box{},
	}
}

// allocate claims a free nameplate, as short as there is.
func (h *hub) allocate(c *client) (string, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	name := h.freeName(c.app)
	p, err := h.addPlate(c, key{c.app, name})
	if err != nil {
		return "", err
	}
	p.sides[c.side] = true
	return name, nil
}

// freeName picks at random among the free numbers with the fewest digits. With
// no more than Limits.Nameplates taken, there always is one.
func (h *hub) freeName(app string) string {
	for from := 1; ; from *= 10 {
		var free []string
		for n := from; n < from*10; n++ {
			name := strconv.Itoa(n)
			if h.plates[key{app, name}] == nil {
				free = append(free, name)
			}
		}
		if len(free) > 0 {
			return free[rand.N(len(free))]
		}
	}
}

// addPlate makes a nameplate with a mailbox, empty but for the client's side.
func (h *hub) addPlate(c *client, k key) (*plate, error) {
	if len(h.plates) >= h.limits.Nameplates || c.account.nameplates >= h.limits.NameplatesPerAddress {
		return nil, errTextBusy
	}
	b, err := h.openBox(c, key{k.app, newMailboxID()})
	if err != nil {
		return nil, err
	}
	p := &plate{key: k, owner: c.account, box: b, sides: map[string]bool{}}
	b.plate = p
	h.plates[k] = p
	c.account.nameplates++
	return p, nil
}

// claim leads a side to the mailbox behind a nameplate, which comes into being
// if it is not there, so that two who agreed on a code may come in any order.
// Claims that look like guesses are counted against the address.
func (h *hub) claim(c *client, name string) (mailbox string, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	p := h.plates[key{c.app, name}]
	if p == nil || !p.sides[c.side] {
		// Refused before looking: the answer must not tell what is there.
		if !c.account.mayClaim() {
			return "", errTextBusy
		}
	}
	if p == nil {
		c.account.failedClaim()
		if p, err = h.addPlate(c, key{c.app, name}); err != nil {
			return "", err
		}
	}
	claimed, known := p.sides[c.side]
	switch {
	case known && !claimed:
		err = errTextReclaimed
	case !known && len(p.sides) >= sidesPerMailbox:
		err = errTextCrowded
	default:
		_, err = h.openBox(c, p.box.key)
	}
	if err != nil {
		c.account.failedClaim()
		return "", err
	}
	if !known && len(p.sides) > 0 {
		p.box.suspect(c)
	}
	p.sides[c.side] = true
	return p.box.key.name, nil
}

// release ends a side's claim; the nameplate is free when no claim stands.
func (h *hub) release(c *client, name string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	p := h.plates[key{c.app, name}]
	if p == nil {
		return
	}
	if _, known := p.sides[c.side]; known {
		p.sides[c.side] = false
	}
	for _, claimed := range p.sides {
		if claimed {
			return
		}
	}
	h.dropPlate(p)
}

func (h *hub) dropPlate(p *plate) {
	delete(h.plates, p.key)
	p.owner.nameplates--
	p.box.plate = nil
}

// prune drops mailboxes that are too old, or that nobody has listened to or
// used for a while, with their nameplates, and addresses with nothing to remember.
func (h *hub) prune(now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, b := range h.boxes {
		unused := len(b.listeners) == 0 && now.Sub(b.used) >= h.limits.Idle
		if unused || now.Sub(b.created) >= h.limits.Lifetime {
			h.dropBox(b)
		}
	}
	for prefix, a := range h.accounts {
		if a.idle() {
			delete(h.accounts, prefix)
		}
	}
}
