// Package call is what a call is: this side's camera and microphone, the other
// side's picture and sound, the state they are in, and what is measured. How
// the two reach each other is a transport's work (package direct for two
// peers); the media pipelines here are the same for every transport.
//
// For a window or a command line:
//
//	local := call.NewLocal(call.Devices{Camera: "pattern", Microphone: "tone"})
//	defer local.Close()
//	_ = local.SetCamera(ctx, true)          // preview: local.View()
//	c, invite, err := direct.Start(ctx, direct.Options{Local: local})
//	for event := range c.Events() { ... }   // ends with the call
//	<-c.Done()                              // everything is closed
//
// For a transport: an [Engine] is the other end of a [Call]. The transport
// reports the state, hands over a [Path] to send media on and the packets it
// receives, and is asked through [Transport] for what only it can do.
//
// Everything is safe for use from several goroutines. Nothing here knows that
// there is a window.
package call

import (
	"context"
	"time"
)

// State is where a call stands. It only moves forward, except between
// Connected and Reconnecting.
type State string

// The states of a call.
const (
	// Inviting: waiting for somebody to use the code and to be admitted.
	Inviting State = "inviting"
	// Connecting: the other side is known, or being sought; no media yet.
	Connecting State = "connecting"
	// Connected: picture and sound flow.
	Connected State = "connected"
	// Reconnecting: contact is lost. Nothing captured is sent meanwhile.
	Reconnecting State = "reconnecting"
	// Ended: over; EndReason says why.
	Ended State = "ended"
)

// EndReason is why a call ended.
type EndReason string

// The reasons for the end of a call. The first four are nobody's fault.
const (
	// HungUp: this side hung up.
	HungUp EndReason = "hung-up"
	// RemoteHungUp: the other side hung up.
	RemoteHungUp EndReason = "remote-hung-up"
	// Cancelled: this side gave up before there was a connection.
	Cancelled EndReason = "cancelled"
	// Refused: the other side did not let this one in.
	Refused EndReason = "refused"
	// WrongCode: the code did not match, or somebody tried to guess it. It is
	// used up; a new invitation is needed.
	WrongCode EndReason = "wrong-code"
	// Unreachable: the mailbox in which to meet could not be reached.
	Unreachable EndReason = "unreachable"
	// TimedOut: nobody came, or the contact was lost and did not return.
	TimedOut EndReason = "timed-out"
	// Failed: the two found each other but no route for the media.
	Failed EndReason = "failed"
	// Broken: the other side did not follow the protocol.
	Broken EndReason = "broken"
)

// EndReasons lists every reason, so that a screen can have words for each.
func EndReasons() []EndReason {
	return []EndReason{HungUp, RemoteHungUp, Cancelled, Refused, WrongCode, Unreachable, TimedOut, Failed, Broken}
}

// Regular tells whether the call ended because somebody wanted it to.
func (r EndReason) Regular() bool {
	return r == HungUp || r == RemoteHungUp || r == Cancelled
}

// Call is one call, from the invitation to its end.
type Call struct {
	engine *Engine
}

// State returns where the call stands.
func (c *Call) State() State { return c.engine.State() }

// Events returns what happens in the call. The channel is bounded: a reader
// that is too slow misses the oldest events, never the newest, and holds
// nothing up. It is closed after the event of the state Ended.
func (c *Call) Events() <-chan Event { return c.engine.events.ch }

// Local returns this side.
func (c *Call) Local() *Local { return c.engine.local }

// Remote returns the other side. It is there from the beginning, without a
// participant until one is known.
func (c *Call) Remote() *Remote { return c.engine.remote }

// HangUp ends the call. It returns at once; Done tells when everything is
// closed. Hanging up again does nothing.
func (c *Call) HangUp() { c.engine.HangUp() }

// Done is closed when the call has ended and everything it held is closed:
// goroutines, sockets, codecs and the loudspeaker.
func (c *Call) Done() <-chan struct{} { return c.engine.done }

// EndReason returns why the call ended, "" while it has not.
func (c *Call) EndReason() EndReason {
	reason, _ := c.engine.end()
	return reason
}

// Err returns nil unless the call ended for a reason that is not Regular; then
// an error that says what happened.
func (c *Call) Err() error {
	_, err := c.engine.end()
	return err
}

// Started returns when the call was first connected; the zero time if it has
// not been.
func (c *Call) Started() time.Time { return c.engine.startedAt() }

// Stats returns what was measured in the last whole second.
func (c *Call) Stats() Stats { return c.engine.meter.latest() }

// RunFor keeps a call until it ends, the context does, or it has been
// connected for the given time; 0 means without limit. It returns when
// everything is closed.
func (c *Call) RunFor(ctx context.Context, limit time.Duration) {
	var connected <-chan struct{}
	if limit > 0 {
		connected = c.engine.connected
	}
	select {
	case <-connected:
		ctx, cancel := context.WithTimeout(ctx, limit)
		defer cancel()
		c.hangUpWith(ctx)
	case <-ctx.Done():
		c.hangUpWith(ctx)
	case <-c.Done():
	}
}

// hangUpWith hangs up when the context ends, and returns when the call has.
func (c *Call) hangUpWith(ctx context.Context) {
	select {
	case <-ctx.Done():
		c.HangUp()
		<-c.Done()
	case <-c.Done():
	}
}
