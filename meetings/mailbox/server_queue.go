package mailbox

import (
	"context"
	"slices"
	"sync"
)

// maxReplies is how many answers may wait for a client to read them before its
// next request is read.
const maxReplies = 32

// queue holds the frames that wait to be written to one client. Its length is
// bounded by what fills it: answers by waitRoom, messages by what one mailbox
// may hold, since a connection opens only one and messages share its memory.
type queue struct {
	mu      sync.Mutex
	frames  []response
	replies int
	ready   chan struct{} // holds a token when there may be frames
	room    chan struct{} // holds a token when there may be room for replies
}

func newQueue() *queue {
	return &queue{ready: make(chan struct{}, 1), room: make(chan struct{}, 1)}
}

func isMessage(r response) bool { return r.Type == "message" }

// put appends a frame; it never blocks.
func (q *queue) put(r response) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.frames = append(q.frames, r)
	if !isMessage(r) {
		q.replies++
	}
	signal(q.ready)
}

// take waits for the first frame and removes it; false means that ctx ended.
func (q *queue) take(ctx context.Context) (response, bool) {
	for {
		if r, ok := q.tryTake(); ok {
			return r, true
		}
		select {
		case <-ctx.Done():
			return response{}, false
		case <-q.ready:
		}
	}
}

func (q *queue) tryTake() (response, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.frames) == 0 {
		q.frames = nil
		return response{}, false
	}
	r := q.frames[0]
	q.frames[0] = response{} // free what it holds now, not when the slice goes
	q.frames = q.frames[1:]
	if !isMessage(r) {
		q.replies--
		signal(q.room)
	}
	return r, true
}

// waitRoom waits until there is room for replies; false means that ctx ended.
func (q *queue) waitRoom(ctx context.Context) bool {
	for {
		q.mu.Lock()
		full := q.replies >= maxReplies
		q.mu.Unlock()
		if !full {
			return true
		}
		select {
		case <-ctx.Done():
			return false
		case <-q.room:
		}
	}
}

// dropMessages removes the messages of a mailbox that the client has closed.
func (q *queue) dropMessages() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.frames = slices.DeleteFunc(q.frames, isMessage)
}

// signal leaves a token, unless there is one.
func signal(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}
