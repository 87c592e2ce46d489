package mailbox

import (
	"encoding/json"
	"errors"
	"time"
)

// maxOrig is the longest request, in bytes, that is repeated in an error.
const maxOrig = 1 << 10

// handle answers one request. Every one that is JSON is acknowledged first;
// one that cannot be granted is answered with an error, as the reference does.
func (c *client) handle(data []byte) {
	var r request
	err := json.Unmarshal(data, &r)
	if err == nil && len(r.ID) > maxMessageID {
		err = errors.New("id is too long")
	}
	switch {
	case err != nil:
		err = errors.New("malformed request")
	case r.Type == "":
		err = errors.New("missing 'type'")
	default:
		c.reply(response{Type: "ack", ID: r.ID})
		err = c.grant(r)
	}
	if err != nil {
		orig := json.RawMessage("{}")
		if len(data) <= maxOrig && json.Valid(data) {
			orig = data
		}
		c.reply(response{Type: "error", Error: err.Error(), Orig: orig})
	}
}

// grant does what a request asks for, or says why not.
func (c *client) grant(r request) error {
	switch r.Type {
	case "ping":
		return c.handlePing(r)
	case "bind":
		return c.handleBind(r)
	}
	if c.side == "" {
		return errors.New("must bind first")
	}
	switch r.Type {
	case "list":
		c.reply(response{Type: "nameplates", Nameplates: []struct{}{}})
		return nil
	case "allocate":
		return c.handleAllocate()
	case "claim":
		return c.handleClaim(r)
	case "release":
		return c.handleRelease(r)
	case "open":
		return c.handleOpen(r)
	case "add":
		return c.handleAdd(r)
	case "close":
		return c.handleClose(r)
	}
	return errors.New("unknown type")
}

func (c *client) handlePing(r request) error {
	if r.Ping == nil || len(r.Ping) > maxMessageID {
		return errors.New("ping requires a short 'ping'")
	}
	c.reply(response{Type: "pong", Pong: r.Ping})
	return nil
}

func (c *client) handleBind(r request) error {
	switch {
	case c.side != "":
		return errors.New("already bound")
	case !named(r.AppID, maxAppID):
		return errors.New("bind requires 'appid'")
	case !named(r.Side, maxSide):
		return errors.New("bind requires 'side'")
	}
	c.app, c.side = *r.AppID, *r.Side
	return nil
}

func (c *client) handleAllocate() error {
	if c.allocated {
		return errors.New("you already allocated one, don't be greedy")
	}
	name, err := c.server.hub.allocate(c)
	if err != nil {
		return err
	}
	c.allocated = true
	c.reply(response{Type: "allocated", Nameplate: name})
	return nil
}

func (c *client) handleClaim(r request) error {
	switch {
	case r.Nameplate == nil || !isNameplate(*r.Nameplate):
		return errors.New("claim requires a numeric 'nameplate'")
	case c.claimed:
		return errors.New("only one claim per connection")
	}
	c.claimed, c.nameplate = true, *r.Nameplate
	mailbox, err := c.server.hub.claim(c, c.nameplate)
	if err != nil {
		return err
	}
	c.reply(response{Type: "claimed", Mailbox: mailbox})
	return nil
}

func (c *client) handleRelease(r request) error {
	name := c.nameplate
	switch {
	case c.released:
		return errors.New("only one release per connection")
	case r.Nameplate != nil && name != "" && *r.Nameplate != name:
		return errors.New("release and claim must use same nameplate")
	case r.Nameplate != nil:
		name = *r.Nameplate
	case name == "":
		return errors.New("release without nameplate must follow claim")
	}
	c.released = true
	c.server.hub.release(c, name)
	c.reply(response{Type: "released"})
	return nil
}

func (c *client) handleOpen(r request) error {
	switch {
	case c.opened:
		return errors.New("only one open per connection")
	case !named(r.Mailbox, maxMailboxID):
		return errors.New("open requires 'mailbox'")
	}
	c.opened, c.mailbox = true, *r.Mailbox
	if err := c.server.hub.listen(c, c.mailbox); err != nil {
		return err
	}
	c.listening = true
	return nil
}

func (c *client) handleAdd(r request) error {
	switch {
	case !c.listening:
		return errors.New("must open mailbox before adding")
	case !named(r.Phase, maxPhase):
		return errors.New("missing 'phase'")
	case r.Body == nil || !isHex(*r.Body):
		return errors.New("missing 'body', in hex")
	case len(*r.Body) > c.server.limits.MessageSize:
		return errors.New("message is too long")
	}
	return c.server.hub.add(c, c.mailbox, message{
		side: c.side, phase: *r.Phase, body: *r.Body, id: r.ID, received: unixSeconds(time.Now()),
	})
}

func (c *client) handleClose(r request) error {
	name := c.mailbox
	switch {
	case c.closed:
		return errors.New("only one close per connection")
	case r.Mailbox != nil && name != "" && *r.Mailbox != name:
		return errors.New("open and close must use same mailbox")
	case r.Mailbox != nil:
		name = *r.Mailbox
	case name == "":
		return errors.New("close without mailbox must follow open")
	}
	mood := ""
	if r.Mood != nil && len(*r.Mood) <= maxMood {
		mood = *r.Mood
	}
	c.closed, c.listening = true, false
	c.server.hub.close(c, name, mood)
	c.out.dropMessages()
	c.reply(response{Type: "closed"})
	return nil
}

// named tells whether an identifier is there and of a sane length.
func named(s *string, longest int) bool {
	return s != nil && *s != "" && len(*s) <= longest
}

// isHex tells whether s is hex as the protocol writes it.
func isHex(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return len(s)%2 == 0
}
