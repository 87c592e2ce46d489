package call

import "sync"

// EventKind is what kind of thing happened in a call.
type EventKind int

// The kinds of events.
const (
	// StateChanged: Event.State is the new state.
	StateChanged EventKind = iota + 1
	// ParticipantChanged: the other side is known or goes by another name.
	ParticipantChanged
	// MediaChanged: the other side switched its camera or microphone on or off.
	MediaChanged
	// SpeakerLost: the loudspeaker could not be opened or failed; Event.Err
	// says how. The call goes on without sound from this machine.
	SpeakerLost
)

// Event is something that happened in a call. What it is about is read from
// the call, which may already have moved on.
type Event struct {
	Kind EventKind
	// State is the call's state when the event came about.
	State State
	// Err is set for SpeakerLost.
	Err error
}

// eventCapacity is how many unread events are kept.
const eventCapacity = 32

// eventQueue is a bounded queue that never blocks its writer: when it is full
// the oldest event gives way.
type eventQueue struct {
	mu     sync.Mutex
	ch     chan Event
	closed bool
}

func newEventQueue() *eventQueue {
	return &eventQueue{ch: make(chan Event, eventCapacity)}
}

// put adds an event, unless the queue is closed.
func (q *eventQueue) put(e Event) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return
	}
	for {
		select {
		case q.ch <- e:
			return
		default:
		}
		select {
		case <-q.ch:
		default:
		}
	}
}

// close ends the queue after what is in it.
func (q *eventQueue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.closed {
		q.closed = true
		close(q.ch)
	}
}
