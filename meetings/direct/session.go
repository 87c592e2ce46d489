package direct

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/mailbox"
)

// session is one direct call from rendezvous to goodbye, and the call's
// transport. Its goroutine, run, is the only one to act; others tell it what
// happened through channels that never fill, since what may come is bounded.
type session struct {
	options  Options
	timings  patience
	engine   *call.Engine
	served   *servedMailbox // nil when the mailbox is elsewhere
	exchange *mailbox.Exchange
	cancel   context.CancelFunc
	wg       sync.WaitGroup

	peer  atomic.Pointer[peer]
	route atomic.Pointer[call.Route]

	incoming chan message                    // from the mailbox and the data channel
	outgoing chan message                    // to the mailbox
	states   chan webrtc.PeerConnectionState // of the peer
	opened   chan struct{}                   // the data channel can be used
	broken   chan error                      // the exchange or the other side failed

	// Only run uses these.
	established bool        // both sides have proved the code
	connected   bool        // there has been a connection
	turnedAway  bool        // the guest was not let in
	candidates  []candidate // theirs, which came before there was a peer
	received    int         // their candidates in all
}

func newSession(o Options) *session {
	s := &session{
		options: o, timings: o.timings(),
		incoming: make(chan message, 2*maxMessages),
		outgoing: make(chan message, maxMessages),
		states:   make(chan webrtc.PeerConnectionState, 64),
		opened:   make(chan struct{}, 1),
		broken:   make(chan error, 4),
	}
	s.route.Store(&call.Route{Kind: call.Direct})
	return s
}

// begin makes the call and starts the session's goroutine with work, which
// returns when the call has ended.
func (s *session) begin(ctx context.Context, state call.State, work func(context.Context)) error {
	engine, err := call.NewEngine(call.EngineOptions{
		Local: s.options.Local, Speaker: s.options.Speaker, State: state, Transport: s,
	})
	if err != nil {
		return err
	}
	s.engine = engine
	// The caller's context hangs up; the work itself ends with the call, so
	// that there is still time to say goodbye.
	workCtx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	s.cancel = cancel
	s.wg.Go(func() {
		select {
		case <-ctx.Done():
			engine.HangUp()
		case <-engine.Ending():
		}
		cancel()
	})
	s.wg.Go(func() { work(workCtx) })
	return nil
}

// abandon closes what was opened for a call that did not come about.
func (s *session) abandon() {
	if s.exchange != nil {
		s.closeExchange(mailbox.Errory)
	}
	if s.served != nil {
		s.served.close()
	}
}

// fail ends the call for what went wrong with the mailbox or the other side.
func (s *session) fail(err error) {
	s.engine.End(reasonFor(err), err)
}

// reasonFor maps an error to the reason that a user is told.
func reasonFor(err error) call.EndReason {
	switch {
	case errors.Is(err, mailbox.ErrWrongCode), errors.Is(err, mailbox.ErrCrowded):
		return call.WrongCode
	case errors.Is(err, mailbox.ErrUnreachable), errors.Is(err, mailbox.ErrBusy), errors.Is(err, mailbox.ErrServer):
		return call.Unreachable
	case errors.Is(err, context.DeadlineExceeded):
		return call.TimedOut
	case errors.Is(err, errProtocol), errors.Is(err, mailbox.ErrProtocol), errors.Is(err, mailbox.ErrTooLarge):
		return call.Broken
	}
	return call.Failed
}

// establish waits until both sides have proved the code, and begins to read
// and write messages.
func (s *session) establish(ctx context.Context, limit time.Duration) error {
	waiting, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	if err := s.exchange.Established(waiting); err != nil {
		return fmt.Errorf("meeting in the mailbox: %w", err)
	}
	s.established = true
	s.wg.Go(func() { s.readMailbox(ctx) })
	s.wg.Go(func() { s.writeMailbox(ctx) })
	return nil
}

// readMailbox reads what the other side sends through the mailbox, up to a
// number of messages that no honest side reaches.
func (s *session) readMailbox(ctx context.Context) {
	for range maxMessages {
		raw, err := s.exchange.Receive(ctx)
		if err != nil {
			s.report(err)
			return
		}
		m, err := parseMessage(raw)
		if err != nil {
			s.report(err)
			return
		}
		select {
		case s.incoming <- m:
		case <-ctx.Done():
			return
		}
	}
	s.report(fmt.Errorf("more than %d messages: %w", maxMessages, errProtocol))
}

// writeMailbox sends what is queued for the other side.
func (s *session) writeMailbox(ctx context.Context) {
	for {
		select {
		case m := <-s.outgoing:
			if err := s.exchange.Send(ctx, m.encode()); err != nil {
				s.report(err)
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// report passes an error to run; the first ones suffice.
func (s *session) report(err error) {
	select {
	case s.broken <- err:
	default:
	}
}

// post queues a message for the mailbox. What does not fit is lost: only
// candidates come in numbers.
func (s *session) post(m message) {
	select {
	case s.outgoing <- m:
	default:
	}
}

// newPeer makes the connection and lets it report to run.
func (s *session) newPeer() (*peer, error) {
	var sent atomic.Int32
	p, err := newPeer(s.engine, s.options, peerEvents{
		candidate: func(c webrtc.ICECandidateInit) {
			if sent.Add(1) > maxCandidates {
				return
			}
			s.post(message{Type: typeCandidate, Candidate: &candidate{
				Candidate: c.Candidate, SDPMid: c.SDPMid, SDPMLineIndex: c.SDPMLineIndex,
			}})
		},
		state: func(state webrtc.PeerConnectionState) {
			select {
			case s.states <- state:
			default:
			}
		},
		message: s.controlMessage,
		opened:  func() { s.opened <- struct{}{} },
	})
	if err != nil {
		return nil, err
	}
	s.peer.Store(p)
	return p, nil
}

// controlMessage takes a message from the data channel. Those that do not
// parse or come too thick are passed over; the call does not depend on them.
func (s *session) controlMessage(raw []byte) {
	if len(raw) > maxControl {
		return
	}
	if m, err := parseMessage(raw); err == nil {
		select {
		case s.incoming <- m:
		default:
		}
	}
}
