package call

import "time"

// How long to wait for a keyframe before asking for it again.
const (
	firstKeyframeWait = 250 * time.Millisecond
	lastKeyframeWait  = 4 * time.Second
)

// keyframeRequests asks for a keyframe as long as one is needed, ever less
// often: a sender that does not answer is not helped by more requests.
type keyframeRequests struct {
	request func()
	next    time.Time
	wait    time.Duration
}

func newKeyframeRequests(request func()) *keyframeRequests {
	return &keyframeRequests{request: request, wait: firstKeyframeWait}
}

// update says whether a keyframe is needed now.
func (k *keyframeRequests) update(needed bool, now time.Time) {
	if !needed {
		// next stays: a stream that breaks at every keyframe is not to make
		// the sender send nothing else.
		k.wait = firstKeyframeWait
		return
	}
	if now.Before(k.next) {
		return
	}
	k.request()
	k.next = now.Add(k.wait)
	k.wait = min(2*k.wait, lastKeyframeWait)
}
