package mailbox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// dialer makes connections to one mailbox server.
type dialer struct {
	url     string
	timeout time.Duration
	client  *http.Client
}

func newDialer(c Config) *dialer {
	transport := &http.Transport{
		Proxy:             http.ProxyFromEnvironment,
		DisableKeepAlives: true, // so that a refusal leaves nothing running
	}
	if c.dialContext != nil {
		transport.Proxy = nil
		transport.DialContext = c.dialContext
	}
	return &dialer{
		url:     c.URL,
		timeout: c.DialTimeout,
		client: &http.Client{
			Transport: transport,
			// The user agreed to one server, not to wherever it points.
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// dial connects once. The error is [ErrUnreachable] or [ErrBusy], or the
// context's own if that ended.
func (d *dialer) dial(ctx context.Context) (*websocket.Conn, error) {
	attempt, cancel := context.WithTimeout(ctx, d.timeout)
	defer cancel()
	conn, resp, err := websocket.Dial(attempt, d.url, &websocket.DialOptions{HTTPClient: d.client})
	switch {
	case err == nil:
		conn.SetReadLimit(maxClientFrame)
		return conn, nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("dialling mailbox server: %w", ctx.Err())
	case resp != nil && (resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode == http.StatusServiceUnavailable):
		return nil, ErrBusy
	case resp != nil:
		return nil, fmt.Errorf("%w: it answered with HTTP status %d", ErrUnreachable, resp.StatusCode)
	}
	var withURL *url.Error
	if errors.As(err, &withURL) {
		err = withURL.Err // the URL may hold a secret
	}
	return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
}

// serve runs the session over one connection until that breaks or ctx ends.
func (x *Exchange) serve(ctx context.Context, conn *websocket.Conn) {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	x.update((*session).connected)
	wg.Go(func() { x.write(ctx, conn) })
	wg.Go(func() { x.ping(ctx, conn) })
	x.read(ctx, conn)
	cancel()
	// The protocol has its own goodbye; WebSocket's would only take time.
	_ = conn.CloseNow()
	wg.Wait()
	x.update((*session).lost)
}

// read feeds the session until the connection breaks or ctx ends.
func (x *Exchange) read(ctx context.Context, conn *websocket.Conn) {
	for {
		kind, data, err := conn.Read(ctx)
		if size := sizeError(err); size != nil {
			x.update(func(s *session) { s.fail(size) })
		}
		if err != nil {
			return
		}
		r, err := parseResponse(data)
		if kind != websocket.MessageText {
			err = fmt.Errorf("%w: the server sent a binary frame", ErrProtocol)
		}
		x.update(func(s *session) {
			if err != nil {
				s.fail(err)
				return
			}
			s.receive(r)
		})
	}
}

// sizeError tells a connection that broke because a frame was too long for one
// end, which would only happen again after reconnecting, from one that just broke.
func sizeError(err error) error {
	switch {
	case errors.Is(err, websocket.ErrMessageTooBig):
		return fmt.Errorf("%w: the server sent a too long frame", ErrProtocol)
	case websocket.CloseStatus(err) == websocket.StatusMessageTooBig:
		return fmt.Errorf("%w for this server", ErrTooLarge)
	}
	return nil
}

// write sends what the session wants sent. A failure breaks the connection,
// which the reader notices.
func (x *Exchange) write(ctx context.Context, conn *websocket.Conn) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-x.wake:
		}
		for _, r := range x.takeOut() {
			data, err := json.Marshal(r)
			if err == nil {
				err = conn.Write(ctx, websocket.MessageText, data)
			}
			if err != nil {
				_ = conn.CloseNow()
				return
			}
		}
	}
}

// ping finds out about a connection that died without a word, as they do when a
// laptop changes networks or wakes up.
func (x *Exchange) ping(ctx context.Context, conn *websocket.Conn) {
	ticker := time.NewTicker(x.config.PingInterval)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		probe, cancel := context.WithTimeout(ctx, x.config.PingInterval/2)
		err := conn.Ping(probe)
		cancel()
		if err != nil {
			_ = conn.CloseNow()
			return
		}
	}
}
