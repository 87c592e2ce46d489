package call

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"hjemmekontor/meetings/call/stream"
	"hjemmekontor/meetings/media/audio"
)

// Transport is what a call asks of the way its media travels. Its methods are
// called from several goroutines and do not wait, except Close.
type Transport interface {
	// SendMedia tells the other side which of this side's devices are on.
	SendMedia(MediaState)
	// RequestKeyframe asks the other side for a picture that can be decoded by
	// itself. The call limits how often.
	RequestKeyframe()
	// Route says which way the media travels now.
	Route() Route
	// Close tells the other side the reason if it can, closes everything and
	// waits for the transport's goroutines. It is called once.
	Close(EndReason)
}

// RouteKind is how media travels.
type RouteKind string

// The kinds of routes.
const (
	Direct RouteKind = "direct" // between the two machines
	Relay  RouteKind = "relay"  // through a TURN server
	Room   RouteKind = "room"   // through a room server
)

// Route is the way the media travels.
type Route struct {
	Kind RouteKind
	// RTT is the round-trip time; 0 if it is not known.
	RTT time.Duration
	// SameHost tells that both ends are on this machine and share its clock.
	SameHost bool
}

// Path is where media goes out, once there is a connection.
type Path struct {
	Video, Audio stream.Writer
	// VideoCaptureTime and AudioCaptureTime are the ids negotiated for the
	// header extension stream.CaptureTimeURI; 0 if none was.
	VideoCaptureTime, AudioCaptureTime uint8
}

// EngineOptions are what a transport makes a call from.
type EngineOptions struct {
	// Local is this side; it must not be in another call. Nil means neither
	// camera nor microphone.
	Local *Local
	// Speaker is the loudspeaker as in Devices.
	Speaker string
	// State is the first state, Inviting or Connecting.
	State State
	// Transport carries the call.
	Transport Transport
}

// Engine is a transport's end of a Call: through it the transport says what
// happens and hands over what it receives.
type Engine struct {
	call      *Call
	local     *Local
	ownLocal  bool
	remote    *Remote
	transport Transport
	events    *eventQueue
	meter     *meter
	videoOut  *videoOut
	audioOut  *audioOut
	speaker   *speaker

	sending atomic.Bool // state is Connected
	mu      sync.Mutex  // guards what follows
	state   State
	started time.Time
	reason  EndReason
	err     error

	connected chan struct{} // closed when the call is first connected
	ending    chan struct{} // closed when the end begins
	done      chan struct{} // closed when the end is complete
}

// NewEngine makes a call that has just begun. Every engine must be brought to
// its end with End.
func NewEngine(o EngineOptions) (*Engine, error) {
	e := &Engine{
		local: o.Local, transport: o.Transport, state: o.State,
		events:    newEventQueue(),
		connected: make(chan struct{}), ending: make(chan struct{}), done: make(chan struct{}),
	}
	if e.local == nil {
		e.local, e.ownLocal = NewLocal(Devices{Camera: "none", Microphone: audio.SpecNone}), true
	}
	e.call = &Call{engine: e}
	e.videoOut, e.audioOut = newVideoOut(e.sending.Load), newAudioOut(e.sending.Load)
	var err error
	if e.remote, err = newRemote(e); err != nil {
		return nil, err
	}
	e.speaker = newSpeaker(o.Speaker, e.remote.fill, func(err error) { e.emit(Event{Kind: SpeakerLost, Err: err}) })
	e.meter = newMeter(e)
	if err := e.local.attach(e); err != nil {
		return nil, err
	}
	go e.run()
	return e, nil
}

// Call returns the call as a window sees it.
func (e *Engine) Call() *Call { return e.call }

// Local returns this side.
func (e *Engine) Local() *Local { return e.local }

// Ending is closed when the call has ended, before everything is closed.
func (e *Engine) Ending() <-chan struct{} { return e.ending }

// State returns where the call stands.
func (e *Engine) State() State {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.state
}

// SetConnecting says that the other side is known and a way is being sought.
func (e *Engine) SetConnecting() { e.setState(Connecting) }

// SetReconnecting says that contact is lost. Nothing is sent until SetConnected.
func (e *Engine) SetReconnecting() { e.setState(Reconnecting) }

// SetConnected says that media flows, and where it goes out. A path that is
// the same as before may be given again.
func (e *Engine) SetConnected(p Path) {
	e.videoOut.connect(p.Video, p.VideoCaptureTime)
	e.audioOut.connect(p.Audio, p.AudioCaptureTime)
	e.speaker.open()
	e.setState(Connected)
}

// setState moves on to a state, unless the call has ended.
func (e *Engine) setState(s State) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.state == Ended || e.state == s {
		return
	}
	e.state = s
	e.sending.Store(s == Connected)
	if s == Connected && e.started.IsZero() {
		e.started = time.Now()
		close(e.connected)
	}
	e.events.put(Event{Kind: StateChanged, State: s})
}

// SetParticipant says who is on the other side. The name is cleaned.
func (e *Engine) SetParticipant(p Participant) {
	p.Name = CleanName(p.Name)
	e.remote.setParticipant(p)
	e.emit(Event{Kind: ParticipantChanged})
}

// SetRemoteMedia says which of the other side's devices are on.
func (e *Engine) SetRemoteMedia(m MediaState) {
	if e.remote.setMedia(m) {
		e.emit(Event{Kind: MediaChanged})
	}
}

// KeyframeRequested says that the other side cannot go on without a keyframe.
// However often it is called, keyframes are made at a bounded rate.
func (e *Engine) KeyframeRequested() { e.videoOut.requestKeyframe() }

// SenderReport says that an RTCP sender report with the given NTP time stamp
// has just arrived, by which the other side's clock is known.
func (e *Engine) SenderReport(ntp uint64, arrived time.Time) {
	e.remote.clock.report(ntp, arrived, e.transport.Route().RTT)
}

// HangUp ends the call as its user wishes.
func (e *Engine) HangUp() {
	if e.startedAt().IsZero() {
		e.End(Cancelled, nil)
	} else {
		e.End(HungUp, nil)
	}
}

// End ends the call for a reason, and for one that is not Regular with an
// error that says what happened. It returns at once. Only the first end counts.
func (e *Engine) End(reason EndReason, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.state == Ended {
		return
	}
	e.state, e.reason = Ended, reason
	e.sending.Store(false)
	if !reason.Regular() {
		if err == nil {
			err = fmt.Errorf("call ended: %s", reason)
		}
		e.err = err
	}
	close(e.ending)
}

// run measures until the call ends and then closes everything.
func (e *Engine) run() {
	defer close(e.done)
	e.meter.run(e.ending)
	reason, _ := e.end()
	// Outputs first: once they are closed a camera that is still on sends to
	// nobody, and the transport can close without packets in flight.
	e.videoOut.close()
	e.audioOut.close()
	e.local.detach(e)
	e.transport.Close(reason)
	e.speaker.close()
	e.remote.close()
	if e.ownLocal {
		e.local.Close()
	}
	e.emit(Event{Kind: StateChanged})
	e.events.close()
}

// emit queues an event with the present state.
func (e *Engine) emit(event Event) {
	event.State = e.State()
	e.events.put(event)
}

// localChanged tells the other side that a device was switched here.
func (e *Engine) localChanged() { e.transport.SendMedia(e.local.MediaState()) }

func (e *Engine) startedAt() time.Time {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.started
}

func (e *Engine) end() (EndReason, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.reason, e.err
}
