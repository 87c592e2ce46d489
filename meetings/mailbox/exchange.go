package mailbox

import (
	"context"
	"sync"
	"time"
)

// Mood tells the server how an exchange ended.
type Mood string

// The moods of the protocol.
const (
	Happy  Mood = "happy"  // both sides got what they came for
	Lonely Mood = "lonely" // the other side never came
	Scary  Mood = "scary"  // wrong code, or somebody in between
	Errory Mood = "errory" // something failed
)

// maxPending bounds the messages that the server has not acknowledged yet.
const maxPending = 64

// abandonTimeout is how long a tidy goodbye is tried when the caller's context
// has already ended: a round trip, so that the nameplate does not stay taken.
const abandonTimeout = time.Second

// Exchange is one encrypted conversation between exactly two sides through a
// mailbox. It reconnects by itself. Its methods may be called from several
// goroutines. It must be closed.
type Exchange struct {
	config  Config
	dialer  *dialer
	cancel  context.CancelFunc // ends run at once
	ended   chan struct{}      // closed when run has returned
	closing chan struct{}      // closed when the session begins to close
	wake    chan struct{}      // holds one token when the session has something to send

	mu       sync.Mutex
	session  *session
	changed  chan struct{} // closed, and replaced, whenever the session changes
	deadline *time.Timer   // ends a closing session that gets no answer; else nil
}

// Create allocates a nameplate and makes a code for it, then waits for the
// other side in the background. The context bounds the creation, not the
// exchange. A server that cannot be reached at once is [ErrUnreachable].
func Create(ctx context.Context, config Config) (*Exchange, error) {
	return begin(ctx, config, Code{})
}

// Join claims the nameplate of a code that another side made, or will make. The
// context bounds the joining, not the exchange. [ErrCrowded] means that two
// others got there first.
func Join(ctx context.Context, config Config, code Code) (*Exchange, error) {
	if code == (Code{}) {
		return nil, ErrMalformedCode
	}
	return begin(ctx, config, code)
}

// begin connects, and returns when the nameplate is ours.
func begin(ctx context.Context, config Config, code Code) (*Exchange, error) {
	config, err := config.withDefaults()
	if err != nil {
		return nil, err
	}
	first, err := newSession(config.AppID, WordList(config.Language), code)
	if err != nil {
		return nil, err
	}
	x := &Exchange{
		config:  config,
		dialer:  newDialer(config),
		ended:   make(chan struct{}),
		closing: make(chan struct{}),
		wake:    make(chan struct{}, 1),
		session: first,
		changed: make(chan struct{}),
	}
	conn, err := x.dialer.dial(ctx)
	if err != nil {
		return nil, err
	}
	life, cancel := context.WithCancel(context.Background())
	x.cancel = cancel
	go x.run(life, conn)
	if err := x.await(ctx, (*session).ready); err != nil {
		_ = x.Close(ctx, Lonely) // the first error is the one to report
		return nil, err
	}
	return x, nil
}

// Code is the code of this exchange, for the other side to type.
func (x *Exchange) Code() Code {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.session.code
}

// Established waits until the other side has shown that it used the same code.
// [ErrWrongCode] means that it did not, and that the exchange is over.
func (x *Exchange) Established(ctx context.Context) error {
	return x.await(ctx, func(s *session) bool { return s.talk.established })
}

// Send encrypts a message of at most [MaxMessage] bytes and hands it over as the
// next one. It waits until the exchange is established, but not until the
// message has arrived; messages survive reconnections.
func (x *Exchange) Send(ctx context.Context, message []byte) error {
	if len(message) > MaxMessage {
		return ErrTooLarge
	}
	return x.await(ctx, func(s *session) bool {
		if s.closing || !s.talk.established || len(s.pending) >= maxPending {
			return false
		}
		sealed, err := s.talk.send(message)
		if err != nil {
			return false
		}
		s.add(sealed)
		return true
	})
}

// Receive returns the next message of the other side, in the order in which it
// sent them. What had arrived before the exchange failed is still returned.
func (x *Exchange) Receive(ctx context.Context) (message []byte, err error) {
	err = x.await(ctx, func(s *session) (ok bool) {
		if s.closing && s.err == nil {
			return false
		}
		message, ok = s.talk.next()
		return ok
	})
	return message, err
}

// Verifier is 32 bytes that are the same on both sides if nobody is in between;
// nil until the exchange is established.
func (x *Exchange) Verifier() []byte {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.session.talk.verifier()
}

// Close gives the nameplate back, hands over what is still to be sent, closes
// the mailbox and ends the exchange. It waits for the server's word no longer
// than the context and the configured timeout allow, though up to a second even
// if the context has ended. When it returns, nothing of the exchange is left
// running. Closing again, or closing what has failed, is fine. [ErrUnreachable]
// means that the server has not confirmed, so that messages may be lost.
func (x *Exchange) Close(ctx context.Context, mood Mood) error {
	x.update(func(s *session) { s.close(mood) })
	if ctx.Err() != nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.WithoutCancel(ctx), abandonTimeout)
		defer cancel()
	}
	select {
	case <-x.ended:
		return x.farewell()
	case <-ctx.Done():
	}
	x.cancel()
	<-x.ended
	return ctx.Err()
}
