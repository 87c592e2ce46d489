package mailbox

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// writeTimeout is how long a client may take to accept one frame.
const writeTimeout = 15 * time.Second

// frameOverhead is the JSON around the longest message.
const frameOverhead = 2 << 10

// client is one connection to the server. Its fields below out belong to the
// goroutine that reads; app and side do not change once set.
type client struct {
	server  *Server
	conn    *websocket.Conn
	account *account
	hangUp  context.CancelFunc // ends the connection, from any goroutine
	out     *queue

	app, side string // set by bind; "" before
	allocated bool
	claimed   bool
	nameplate string
	released  bool
	opened    bool
	listening bool
	mailbox   string
	closed    bool
}

func newClient(s *Server, conn *websocket.Conn, account *account) *client {
	conn.SetReadLimit(int64(s.limits.MessageSize + frameOverhead))
	return &client{server: s, conn: conn, account: account, out: newQueue()}
}

// serve reads requests and answers them until the connection ends.
func (c *client) serve(ctx context.Context) {
	ctx, c.hangUp = context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() { c.write(ctx) })
	wg.Go(func() { c.ping(ctx) })
	c.reply(response{Type: "welcome", Welcome: &welcome{}})
	bindBy, cancel := context.WithTimeout(ctx, c.server.limits.BindTimeout)
	for c.side == "" && c.next(bindBy) {
	}
	cancel()
	for c.side != "" && c.next(ctx) {
	}
	if c.listening {
		c.server.hub.unlisten(c, c.mailbox)
	}
	c.hangUp()
	_ = c.conn.CloseNow()
	wg.Wait()
}

// next reads and answers one request; false means that the connection is over.
// Who asks too fast, or does not read the answers, is not listened to meanwhile.
func (c *client) next(ctx context.Context) bool {
	if c.account.requests.Wait(ctx) != nil || !c.out.waitRoom(ctx) {
		return false
	}
	if !c.listening {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.server.limits.Idle)
		defer cancel()
	}
	kind, data, err := c.conn.Read(ctx)
	if err != nil || kind != websocket.MessageText {
		return false
	}
	c.handle(data)
	return true
}

// deliver queues a message of the mailbox.
func (c *client) deliver(m message) {
	id := m.id
	if id == nil {
		id = json.RawMessage("null")
	}
	c.out.put(response{
		Type: "message", Side: m.side, Phase: m.phase, Body: &m.body, ID: id, ServerRX: m.received,
	})
}

// reply queues an answer.
func (c *client) reply(r response) { c.out.put(r) }

// write sends what is queued, frame by frame.
func (c *client) write(ctx context.Context) {
	defer c.hangUp()
	for {
		r, ok := c.out.take(ctx)
		if !ok {
			return
		}
		r.ServerTX = unixSeconds(time.Now())
		data, err := json.Marshal(r)
		if err != nil {
			return // an id that is not JSON cannot have been parsed
		}
		write, cancel := context.WithTimeout(ctx, writeTimeout)
		err = c.conn.Write(write, websocket.MessageText, data)
		cancel()
		if err != nil {
			return
		}
	}
}

// ping ends a connection whose other end has gone without a word.
func (c *client) ping(ctx context.Context) {
	ticker := time.NewTicker(c.server.limits.PingInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		probe, cancel := context.WithTimeout(ctx, c.server.limits.PingInterval)
		err := c.conn.Ping(probe)
		cancel()
		if err != nil {
			c.hangUp()
			return
		}
	}
}

func unixSeconds(t time.Time) float64 { return float64(t.UnixMicro()) / 1e6 }
