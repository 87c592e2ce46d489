package direct

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/mailbox"
)

// runInviter is the inviting side's work.
func (s *session) runInviter(ctx context.Context) {
	if err := s.establish(ctx, s.timings.invitation); err != nil {
		s.fail(err)
		return
	}
	hello, err := s.await(ctx, typeHello, s.timings.introduce)
	if err != nil {
		s.fail(err)
		return
	}
	s.meet(hello)
	admitted, err := s.askAdmission(ctx)
	if err != nil {
		s.fail(err)
		return
	}
	if !admitted {
		s.turnedAway = true
		s.engine.End(call.Cancelled, nil)
		return
	}
	s.engine.SetConnecting()
	if err := s.answer(hello); err != nil {
		s.fail(err)
		return
	}
	s.talk(ctx)
}

// runJoiner is the joining side's work.
func (s *session) runJoiner(ctx context.Context, urls []string, code mailbox.Code) {
	exchange, err := joinAny(ctx, urls, code)
	if err != nil {
		s.fail(err)
		return
	}
	s.exchange = exchange
	if err := s.establish(ctx, s.timings.introduce); err != nil {
		s.fail(err)
		return
	}
	if err := s.offer(); err != nil {
		s.fail(err)
		return
	}
	admit, err := s.await(ctx, typeAdmit, s.timings.admission+s.timings.introduce)
	if err != nil {
		s.fail(err)
		return
	}
	s.meet(admit)
	if err := s.accept(admit); err != nil {
		s.fail(err)
		return
	}
	s.talk(ctx)
}

// errRefused is the error of a call in which the other side did not let this
// one in.
var errRefused = errors.New("the other side did not let us in")

// await waits for a message of a type; what comes before it is kept or acted
// on. After a goodbye it returns the context's error, since the call is over.
func (s *session) await(ctx context.Context, wanted messageType, limit time.Duration) (message, error) {
	timer := time.NewTimer(limit)
	defer timer.Stop()
	for {
		select {
		case m := <-s.incoming:
			if m.Type == wanted {
				return m, nil
			}
			s.handle(m)
		case err := <-s.broken:
			return message{}, err
		case <-timer.C:
			return message{}, fmt.Errorf("waiting for %s: %w", wanted, context.DeadlineExceeded)
		case <-ctx.Done():
			return message{}, ctx.Err()
		}
	}
}

// askAdmission asks the user whether the guest may come in, and meanwhile
// notices when the guest goes away.
func (s *session) askAdmission(ctx context.Context) (bool, error) {
	if s.options.Admit == nil {
		return true, nil
	}
	guest, _ := s.engine.Call().Remote().Participant()
	asking, cancel := context.WithTimeout(ctx, s.timings.admission)
	defer cancel()
	decided := make(chan bool, 1)
	s.wg.Go(func() { decided <- s.options.Admit(asking, guest) })
	for {
		select {
		case admitted := <-decided:
			return admitted, nil
		case m := <-s.incoming:
			s.handle(m)
		case err := <-s.broken:
			return false, err
		case <-asking.Done():
			return false, asking.Err()
		}
	}
}

// talk keeps the call going until it ends.
func (s *session) talk(ctx context.Context) {
	measure := time.NewTicker(time.Second)
	defer measure.Stop()
	connect := time.NewTimer(s.timings.connect)
	defer connect.Stop()
	for {
		select {
		case m := <-s.incoming:
			s.handle(m)
		case state := <-s.states:
			s.follow(state)
		case <-s.opened:
			s.SendMedia(s.engine.Local().MediaState())
		case err := <-s.broken:
			if !s.connected {
				s.fail(err)
				return
			}
			// The mailbox has done its work.
		case <-connect.C:
			if !s.connected {
				s.engine.End(call.Failed, errNoRoute)
				return
			}
		case <-measure.C:
			s.measureRoute()
		case <-ctx.Done():
			return
		}
	}
}

// errNoRoute is the error of a call whose sides cannot reach each other.
var errNoRoute = errors.New("no route between the two machines")

// errLostContact is the error of a call whose other side went silent.
var errLostContact = errors.New("contact was lost and did not return")

// follow acts on the state of the connection.
func (s *session) follow(state webrtc.PeerConnectionState) {
	switch state {
	case webrtc.PeerConnectionStateConnected:
		s.connected = true
		s.measureRoute()
		s.engine.SetConnected(s.peer.Load().path())
		if s.served != nil {
			s.served.silence() // nobody else is invited
		}
	case webrtc.PeerConnectionStateDisconnected:
		if s.connected {
			s.engine.SetReconnecting()
		}
	case webrtc.PeerConnectionStateFailed:
		if s.connected {
			s.engine.End(call.TimedOut, errLostContact)
		} else {
			s.engine.End(call.Failed, errNoRoute)
		}
	case webrtc.PeerConnectionStateClosed:
		// They closed the connection without a word that reached us.
		s.engine.End(call.RemoteHungUp, nil)
	}
}

// handle acts on a message that may come at any time.
func (s *session) handle(m message) {
	switch m.Type {
	case typeCandidate:
		s.addCandidate(*m.Candidate)
	case typeMedia:
		if state, ok := m.mediaState(); ok {
			s.engine.SetRemoteMedia(state)
		}
	case typeRefuse:
		s.engine.End(call.Refused, errRefused)
	case typeBye:
		s.farewell(m.Reason)
	}
}

// farewell ends the call as the other side did.
func (s *session) farewell(reason byeReason) {
	switch reason {
	case byeNoRoute:
		s.engine.End(call.Failed, errNoRoute)
	case byeLostContact:
		s.engine.End(call.TimedOut, errLostContact)
	default:
		s.engine.End(call.RemoteHungUp, nil)
	}
}
