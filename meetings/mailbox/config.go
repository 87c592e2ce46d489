package mailbox

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"time"
)

// AppID keeps our codes apart from those of other programs on a shared server,
// and is mixed into every key.
const AppID = "hjemmekontor/call"

// MaxMessage is the longest plaintext of one message, in bytes.
const MaxMessage = 64 << 10

// Config says where the mailbox server is and how patient to be with it.
// Zero fields take the default named beside them.
type Config struct {
	// URL of the server, ws:// or wss://. Without a path it is given /v1.
	URL string
	// AppID defaults to the constant [AppID]. Both sides must use the same.
	AppID string
	// Language of the words that Create picks: "nb" (default) or "en".
	Language string

	// DialTimeout bounds one attempt to connect: 10 s.
	DialTimeout time.Duration
	// Patience is how long the server may be gone, once it has been reached,
	// before the exchange fails with [ErrUnreachable]: 2 min.
	Patience time.Duration
	// PingInterval is how often an idle connection is probed: 20 s. One that
	// does not answer within half of it is dropped and dialled anew.
	PingInterval time.Duration
	// CloseTimeout bounds how long a failed or abandoned exchange goes on
	// trying to tell the server that it is over: 5 s.
	CloseTimeout time.Duration

	// dialContext replaces the network in tests.
	dialContext func(ctx context.Context, network, address string) (net.Conn, error)
}

// withDefaults checks the configuration and fills in what is left out.
func (c Config) withDefaults() (Config, error) {
	u, err := url.Parse(c.URL)
	switch {
	case err != nil:
		// The parser's error repeats the URL, which may hold a secret.
		return c, fmt.Errorf("%w: the URL does not parse", ErrConfig)
	case u.Scheme != "ws" && u.Scheme != "wss":
		return c, fmt.Errorf("%w: the URL must begin with ws:// or wss://", ErrConfig)
	case u.Hostname() == "":
		return c, fmt.Errorf("%w: the URL names no host", ErrConfig)
	case u.User != nil:
		return c, fmt.Errorf("%w: the URL must not hold a user or password", ErrConfig)
	}
	if u.Path == "" || u.Path == "/" {
		u.Path = Path
	}
	u.Fragment = ""
	c.URL = u.String()
	if c.Language == "" {
		c.Language = Bokmal
	}
	if c.Language != Bokmal && c.Language != English {
		return c, fmt.Errorf("%w: no words in language %q", ErrConfig, c.Language)
	}
	if c.AppID == "" {
		c.AppID = AppID
	}
	defaultTo(&c.DialTimeout, 10*time.Second)
	defaultTo(&c.Patience, 2*time.Minute)
	defaultTo(&c.PingInterval, 20*time.Second)
	defaultTo(&c.CloseTimeout, 5*time.Second)
	return c, nil
}

// defaultTo sets a field that was left at its zero value, or below.
func defaultTo[T ~int | ~int64 | ~float64](field *T, value T) {
	if *field <= 0 {
		*field = value
	}
}
