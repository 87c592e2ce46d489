package call

import (
	"sync"
	"time"

	"hjemmekontor/meetings/media/audio"
	"hjemmekontor/meetings/media/video"
)

// Remote is the other side of a call: who it is, what it looks and sounds like.
type Remote struct {
	engine *Engine
	view   *video.View
	clock  remoteClock
	level  audio.Meter
	jitter *audio.JitterBuffer
	video  videoIn
	audio  audioIn

	mu          sync.Mutex
	participant Participant
	known       bool
	media       MediaState
}

func newRemote(e *Engine) (*Remote, error) {
	jitter, err := audio.NewJitterBuffer()
	if err != nil {
		return nil, err
	}
	r := &Remote{engine: e, view: video.NewView(), jitter: jitter}
	r.video.remote = r
	r.audio.remote = r
	return r, nil
}

// Participant returns who is on the other side; false while nobody is.
func (r *Remote) Participant() (Participant, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.participant, r.known
}

// View shows the other side's picture; it is blank while their camera is off.
func (r *Remote) View() *video.View { return r.view }

// Media returns which of their devices are on, by what they say. Both are off
// until they have said.
func (r *Remote) Media() MediaState {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.media
}

// CameraOff tells whether their camera is off.
func (r *Remote) CameraOff() bool { return !r.Media().Camera }

// Muted tells whether their microphone is off.
func (r *Remote) Muted() bool { return !r.Media().Microphone }

// LevelDB returns how loud they were over the last second, in dBFS.
func (r *Remote) LevelDB() float64 { return r.level.LevelDB() }

// Painted counts a picture of View that was put on a screen, for the statistics.
// Where nothing ever is, as without a window, they count the pictures that
// were ready to be.
func (r *Remote) Painted() { r.video.painted(time.Now()) }

func (r *Remote) setParticipant(p Participant) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.participant, r.known = p, true
}

// setMedia takes what they say is on, and tells whether that is news.
func (r *Remote) setMedia(m MediaState) bool {
	r.mu.Lock()
	was := r.media
	r.media = m
	r.mu.Unlock()
	if was.Camera && !m.Camera {
		r.video.pause()
	}
	return was != m
}

// fill is what the loudspeaker plays.
func (r *Remote) fill(pcm []int16) {
	r.jitter.Pull(pcm)
	r.level.Write(pcm)
}

// ours turns a time of their clock into ours; false if that cannot be known.
func (r *Remote) ours(theirs time.Time) (time.Time, bool) {
	if theirs.IsZero() {
		return time.Time{}, false
	}
	if r.engine.transport.Route().SameHost {
		return theirs, true
	}
	offset, ok := r.clock.offset()
	return theirs.Add(offset), ok
}

// close takes the last picture away.
func (r *Remote) close() { r.view.Blank() }
