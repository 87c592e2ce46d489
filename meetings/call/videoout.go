package call

import (
	"image"
	"sync"
	"sync/atomic"
	"time"

	"hjemmekontor/meetings/call/stream"
	"hjemmekontor/meetings/media/video"
	"hjemmekontor/meetings/media/vpx"
)

const (
	// startBitrate is the target for pictures, in bits a second.
	startBitrate = 1_500_000
	// maxSentWidth and maxSentHeight bound the picture sent; a larger one is
	// scaled down.
	maxSentWidth, maxSentHeight = 1280, 720
	// frameInterval keeps the rate sent at about 30 a second; a camera that is
	// a little faster than it says loses no pictures by it.
	frameInterval = time.Second / 32
	// maxFrameAge is how old a picture may be and still be worth encoding.
	maxFrameAge = 100 * time.Millisecond
	// minKeyframeGap is how often keyframes are made at most. They are large,
	// and whoever asks for one may ask for thousands.
	minKeyframeGap = 300 * time.Millisecond
)

// videoOut encodes and sends what the camera sees while the call is connected.
// frame and stop are called from the camera's goroutine.
type videoOut struct {
	sending      func() bool
	wantKeyframe atomic.Bool

	captured, encoded, bytes, encodeNanos atomic.Uint64
	size                                  atomic.Pointer[image.Point]

	mu           sync.Mutex
	closed       bool
	writer       stream.Writer
	sender       *stream.Sender
	encoder      *vpx.Encoder
	encoderSize  image.Point
	begin        time.Time // capture time of the encoder's first picture
	thinner      thinner
	lastKeyframe time.Time
	scaled       video.Frame
}

func newVideoOut(sending func() bool) *videoOut { return &videoOut{sending: sending} }

// connect says where pictures go. The stream goes on if the writer is the
// same; either way the next picture is a keyframe.
func (o *videoOut) connect(w stream.Writer, captureTime uint8) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if w != o.writer {
		o.writer, o.sender = w, stream.NewVideoSender(w, captureTime)
	}
	o.closeEncoder()
}

// requestKeyframe makes one of the next pictures a keyframe.
func (o *videoOut) requestKeyframe() { o.wantKeyframe.Store(true) }

// frame encodes and sends a picture, or drops it when there is nowhere to send
// it or it comes too late or too soon.
func (o *videoOut) frame(f *video.Frame) {
	o.captured.Add(1)
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.closed || o.sender == nil || !o.sending() {
		// What is sent after a pause must not build on what was before it.
		o.closeEncoder()
		return
	}
	captured := f.Captured
	if captured.IsZero() {
		captured = time.Now()
	}
	if time.Since(captured) > maxFrameAge || !o.thinner.pass(captured, frameInterval) {
		return
	}
	f = o.fit(f)
	if !o.prepare(f.Image.Rect.Size(), captured) {
		return
	}
	o.encode(f.Image, captured)
}

// fit scales a picture that is too large to be sent.
func (o *videoOut) fit(f *video.Frame) *video.Frame {
	size := f.Image.Rect.Size()
	if size.X <= maxSentWidth && size.Y <= maxSentHeight {
		return f
	}
	scale := min(float64(maxSentWidth)/float64(size.X), float64(maxSentHeight)/float64(size.Y))
	// Whole macroblock halves keep the colour planes exact.
	o.scaled.ScaleFrom(f, max(2, int(float64(size.X)*scale)&^1), max(2, int(float64(size.Y)*scale)&^1))
	return &o.scaled
}

// prepare makes sure that there is an encoder for pictures of this size.
func (o *videoOut) prepare(size image.Point, captured time.Time) bool {
	if o.encoder != nil && o.encoderSize == size {
		return true
	}
	o.closeEncoder()
	encoder, err := vpx.NewEncoder(vpx.EncoderConfig{
		Width: size.X, Height: size.Y, FrameRate: wanted.FrameRate, Bitrate: startBitrate,
	})
	if err != nil {
		return false // a picture of an impossible size; the next may be better
	}
	o.encoder, o.encoderSize, o.begin = encoder, size, captured
	o.size.Store(&size)
	return true
}

// encode encodes and sends one picture.
func (o *videoOut) encode(img *image.YCbCr, captured time.Time) {
	keyframe := o.wantKeyframe.Load() && time.Since(o.lastKeyframe) >= minKeyframeGap
	started := time.Now()
	data, isKeyframe, err := o.encoder.Encode(img, captured.Sub(o.begin), keyframe)
	o.encodeNanos.Add(uint64(time.Since(started)))
	if err != nil {
		o.closeEncoder() // the next picture begins afresh
		return
	}
	if isKeyframe {
		o.lastKeyframe = started
		o.wantKeyframe.Store(false)
	}
	if len(data) == 0 {
		return // dropped to keep to the bitrate
	}
	o.encoded.Add(1)
	// A packet that cannot be sent is lost, like one the network loses.
	sent, _ := o.sender.Send(data, captured, time.Second/time.Duration(wanted.FrameRate))
	o.bytes.Add(uint64(sent.Bytes))
}

// stop forgets what was seen, when the camera is switched off.
func (o *videoOut) stop() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closeEncoder()
}

// close stops for good.
func (o *videoOut) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = true
	o.closeEncoder()
}

// closeEncoder makes the next picture begin afresh, with a keyframe.
func (o *videoOut) closeEncoder() {
	if o.encoder != nil {
		_ = o.encoder.Close()
		o.encoder = nil
	}
}

// videoOutCounts are a videoOut's counts since the call began.
type videoOutCounts struct {
	size                                  image.Point
	captured, encoded, bytes, encodeNanos uint64
}

func (o *videoOut) counts() videoOutCounts {
	c := videoOutCounts{
		captured: o.captured.Load(), encoded: o.encoded.Load(),
		bytes: o.bytes.Load(), encodeNanos: o.encodeNanos.Load(),
	}
	if size := o.size.Load(); size != nil {
		c.size = *size
	}
	return c
}

// since returns what was sent since an earlier count.
func (c videoOutCounts) since(before videoOutCounts, seconds float64) SentVideo {
	s := SentVideo{
		Captured: int(c.captured - before.captured), Encoded: int(c.encoded - before.encoded),
		Kbps: kbps(c.bytes-before.bytes, seconds),
	}
	if s.Encoded > 0 {
		s.Width, s.Height = c.size.X, c.size.Y
		s.EncodeMs = round(float64(c.encodeNanos-before.encodeNanos)/1e6/float64(s.Encoded), 2)
	}
	return s
}
