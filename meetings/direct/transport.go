package direct

import (
	"context"
	"net/netip"
	"time"

	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/mailbox"
)

// How long a goodbye may take.
const (
	goodbyeTimeout = 300 * time.Millisecond // to leave through the data channel
	leaveTimeout   = 2 * time.Second        // to leave the mailbox
	// To leave the mailbox once both have met: nothing depends on it any more,
	// and the other side, which may have served it, may be gone.
	leaveAfterMeeting = 300 * time.Millisecond
)

// SendMedia implements call.Transport.
func (s *session) SendMedia(state call.MediaState) {
	s.control(message{Type: typeMedia, Media: mediaOf(state)})
}

// control sends a message on the data channel, if it is open. What cannot be
// sent before it opens is said when it does.
func (s *session) control(m message) {
	p := s.peer.Load()
	if p != nil && p.control.ReadyState() == webrtc.DataChannelStateOpen {
		_ = p.control.SendText(string(m.encode())) // a connection that fails ends the call
	}
}

// RequestKeyframe implements call.Transport.
func (s *session) RequestKeyframe() {
	if p := s.peer.Load(); p != nil {
		p.requestKeyframe()
	}
}

// Route implements call.Transport.
func (s *session) Route() call.Route { return *s.route.Load() }

// measureRoute looks up the way the media goes.
func (s *session) measureRoute() {
	p := s.peer.Load()
	if p == nil {
		return
	}
	route := call.Route{Kind: call.Direct}
	transport := p.connection.SCTP().Transport().ICETransport()
	pair, err := transport.GetSelectedCandidatePair()
	if err != nil || pair == nil {
		return
	}
	if pair.Local.Typ == webrtc.ICECandidateTypeRelay || pair.Remote.Typ == webrtc.ICECandidateTypeRelay {
		route.Kind = call.Relay
	}
	if ip, err := netip.ParseAddr(pair.Remote.Address); err == nil {
		route.SameHost = s.options.network == nil && isOwn(ip)
	}
	if stats, ok := transport.GetSelectedCandidatePairStats(); ok {
		route.RTT = time.Duration(stats.CurrentRoundTripTime * float64(time.Second))
	}
	s.route.Store(&route)
}

// Close implements call.Transport: it says goodbye and closes everything.
func (s *session) Close(reason call.EndReason) {
	s.cancel()
	s.wg.Wait() // from here on nobody else uses what belongs to run
	if reason != call.RemoteHungUp {
		s.sayGoodbye(reason)
	}
	if p := s.peer.Load(); p != nil {
		p.close()
	}
	if s.exchange != nil {
		s.closeExchange(moodFor(reason, s.connected))
	}
	if s.served != nil {
		if reason == call.WrongCode {
			// The other side has yet to fetch what tells it the same; with the
			// mailbox gone it would look for it until its time is up.
			time.Sleep(fetchTime)
		}
		s.served.close()
	}
}

// fetchTime is how long a mailbox that is served here stays after a wrong code.
const fetchTime = 500 * time.Millisecond

// sayGoodbye tells the other side that the call is over, by every way there is.
func (s *session) sayGoodbye(reason call.EndReason) {
	bye := message{Type: typeBye}
	switch {
	case s.turnedAway:
		bye.Type = typeRefuse
	case reason == call.TimedOut && s.connected:
		bye.Reason = byeLostContact
	case reason == call.Failed:
		bye.Reason = byeNoRoute
	}
	s.control(bye)
	ctx, cancel := context.WithTimeout(context.Background(), goodbyeTimeout)
	defer cancel()
	if s.established {
		_ = s.exchange.Send(ctx, bye.encode()) // it may be gone, which says the same
	}
	p := s.peer.Load()
	for p != nil && p.control.BufferedAmount() > 0 && ctx.Err() == nil {
		select {
		case <-time.After(5 * time.Millisecond):
		case <-ctx.Done():
		}
	}
}

// closeExchange leaves the mailbox.
func (s *session) closeExchange(mood mailbox.Mood) {
	timeout := leaveTimeout
	if s.established {
		timeout = leaveAfterMeeting
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	_ = s.exchange.Close(ctx, mood) // a mailbox that is gone needs no goodbye
}

// moodFor maps the end of a call to what the mailbox is told.
func moodFor(reason call.EndReason, connected bool) mailbox.Mood {
	switch {
	case reason == call.WrongCode:
		return mailbox.Scary
	case connected, reason == call.Refused, reason == call.RemoteHungUp:
		return mailbox.Happy
	case reason == call.Cancelled, reason == call.TimedOut:
		return mailbox.Lonely
	}
	return mailbox.Errory
}
