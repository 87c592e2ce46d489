package call

import (
	"errors"
	"image"
	"sync"
	"time"

	"github.com/pion/rtp"

	"hjemmekontor/meetings/call/stream"
	"hjemmekontor/meetings/media/video"
	"hjemmekontor/meetings/media/vpx"
)

// videoIn takes the other side's pictures from the network to their view.
type videoIn struct {
	remote *Remote

	mu       sync.Mutex
	count    videoInCounts
	freeze   freezeMeter
	capture  time.Time // of the newest picture, by our clock; zero if not known
	hasPaint bool      // a window counts what it paints
}

// videoInCounts are a videoIn's counts since the call began.
type videoInCounts struct {
	stream.Counts
	size              image.Point
	decoded, rendered uint64
	frozen            time.Duration
	latency           time.Duration // sum over latencies
	latencies         uint64
}

// ReadVideo takes the other side's pictures from a stream of VP8 packets until
// reading fails. captureTime is the id of the header extension
// stream.CaptureTimeURI, 0 if it was not negotiated. The transport calls it on
// a goroutine of its own.
func (e *Engine) ReadVideo(read PacketReader, captureTime uint8) error {
	decoder, err := vpx.NewDecoder(vpx.Limits{})
	if err != nil {
		return err
	}
	defer func() { _ = decoder.Close() }()
	in := &e.remote.video
	assembler := stream.NewAssembler(captureTime)
	requests := newKeyframeRequests(e.transport.RequestKeyframe)
	buffer := make([]byte, maxPacket)
	var packet rtp.Packet
	var frame video.Frame
	for {
		n, err := read(buffer)
		if err != nil {
			return nil // the stream or the call has ended
		}
		if packet.Unmarshal(buffer[:n]) == nil {
			assembler.Push(&packet)
		}
		for {
			picture, ok := assembler.Next(time.Now())
			if !ok {
				break
			}
			switch err := decoder.Decode(picture.Data, &frame); {
			case err == nil:
				in.show(&frame, picture)
			case !errors.Is(err, vpx.ErrHidden):
				assembler.LoseReference()
			}
		}
		in.received(assembler.Counts())
		requests.update(assembler.NeedKeyframe(), time.Now())
	}
}

// show puts a decoded picture where it can be seen.
func (in *videoIn) show(frame *video.Frame, picture stream.Picture) {
	captured, known := in.remote.ours(picture.Captured)
	frame.Captured = captured
	// A picture may be on its way when the camera is switched off.
	visible := !in.remote.CameraOff()
	if visible {
		in.remote.view.Put(frame)
	}
	now := time.Now()
	in.mu.Lock()
	defer in.mu.Unlock()
	in.count.size = frame.Image.Rect.Size()
	in.count.decoded++
	if !visible {
		return
	}
	in.capture = time.Time{}
	if known {
		in.capture = captured
	}
	if !in.hasPaint {
		in.render(now)
	}
}

// painted counts a picture that a window has painted.
func (in *videoIn) painted(now time.Time) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.hasPaint = true
	in.render(now)
}

// render counts a picture that was rendered; in.mu is held.
func (in *videoIn) render(now time.Time) {
	in.count.rendered++
	in.count.frozen += in.freeze.moved(now)
	if !in.capture.IsZero() {
		in.count.latency += now.Sub(in.capture)
		in.count.latencies++
	}
}

// pause says that no pictures are to be expected and takes the last one away.
func (in *videoIn) pause() {
	in.mu.Lock()
	in.freeze = freezeMeter{}
	in.mu.Unlock()
	in.remote.view.Blank()
}

// received takes the counts of the network's side.
func (in *videoIn) received(c stream.Counts) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.count.Counts = c
}

func (in *videoIn) counts(now time.Time) videoInCounts {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.count.frozen += in.freeze.still(now)
	return in.count
}

// since returns what was received since an earlier count.
func (c videoInCounts) since(before videoInCounts, seconds float64) ReceivedVideo {
	r := ReceivedVideo{
		Received: int(c.Pictures - before.Pictures),
		Decoded:  int(c.decoded - before.decoded), Rendered: int(c.rendered - before.rendered),
		Kbps: kbps(c.Bytes-before.Bytes, seconds), Lost: int(c.Lost - before.Lost),
		FreezeMs: round((c.frozen-before.frozen).Seconds()*1000, 1),
	}
	if r.Decoded > 0 {
		r.Width, r.Height = c.size.X, c.size.Y
	}
	if n := c.latencies - before.latencies; n > 0 {
		r.LatencyMs = round((c.latency-before.latency).Seconds()*1000/float64(n), 1)
	}
	return r
}
