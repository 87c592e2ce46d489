package call

import (
	"sync"
	"sync/atomic"
	"time"

	"hjemmekontor/meetings/call/stream"
	"hjemmekontor/meetings/media/audio"
)

// audioOut encodes and sends what the microphone hears while the call is
// connected. frame and stop are called from the microphone's goroutine.
type audioOut struct {
	sending func() bool
	bytes   atomic.Uint64

	mu      sync.Mutex
	closed  bool
	writer  stream.Writer
	sender  *stream.Sender
	encoder *audio.Encoder
	packet  [audio.MaxPacketSize]byte
}

func newAudioOut(sending func() bool) *audioOut { return &audioOut{sending: sending} }

// connect says where sound goes. The stream goes on if the writer is the same.
func (o *audioOut) connect(w stream.Writer, captureTime uint8) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if w != o.writer {
		o.writer, o.sender = w, stream.NewAudioSender(w, captureTime)
	}
}

// frame sends 20 ms of sound that began at the given time.
func (o *audioOut) frame(pcm []int16, captured time.Time) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed || o.sender == nil || !o.sending() {
		return
	}
	if o.encoder == nil {
		encoder, err := audio.NewEncoder(audio.EncoderConfig{})
		if err != nil {
			return // out of memory; the next frame tries again
		}
		o.encoder = encoder
	}
	n, err := o.encoder.Encode(pcm, o.packet[:])
	if err != nil || n == 0 {
		o.sender.Skip(audio.FrameDuration) // silence need not be sent
		return
	}
	// A packet that cannot be sent is lost, like one the network loses.
	sent, _ := o.sender.Send(o.packet[:n], captured, audio.FrameDuration)
	o.bytes.Add(uint64(sent.Bytes))
}

// stop forgets what was heard, so that the next sound does not build on it.
func (o *audioOut) stop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.encoder = nil
}

// close stops for good.
func (o *audioOut) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed, o.encoder = true, nil
}
