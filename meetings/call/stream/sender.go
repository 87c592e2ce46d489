// Package stream turns encoded pictures and sound into RTP packets and packets
// back into pictures, the same for every transport.
//
// A [Sender] numbers, stamps and cuts what an encoder made; an [Assembler] puts
// the packets of VP8 pictures in order again, waits a bounded time for what is
// missing and says when only a keyframe can help.
//
// Packets from outside are hostile: everything here is bounded in size and
// count.
package stream

import (
	"math/rand/v2"
	"time"

	"github.com/pion/rtp"
	"github.com/pion/rtp/codecs"
)

// CaptureTimeURI names the RTP header extension that carries when a picture or
// sound was captured.
const CaptureTimeURI = "http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time"

// Clock rates of the RTP timestamps, in Hz (RFC 7741, RFC 7587).
const (
	VideoClockRate = 90000
	AudioClockRate = 48000
)

// maxFragment is the largest RTP payload sent, in bytes: it leaves room for
// the RTP header and its extensions, SRTP, UDP and IPv6 in 1280 bytes, the
// least that every IPv6 path carries.
const maxFragment = 1120

// gapTolerance is how far the clock of the RTP timestamps may run apart from
// the capture clock before it is set anew, as it must be after a pause.
const gapTolerance = 100 * time.Millisecond

// Writer sends RTP packets. The SSRC and payload type are the writer's to set.
type Writer interface {
	WriteRTP(packet *rtp.Packet) error
}

// Sender sends one stream of pictures or sound. It is for one goroutine.
type Sender struct {
	writer      Writer
	payloader   rtp.Payloader
	clockRate   int64
	captureTime uint8
	continuous  bool

	sequence  uint16
	first     time.Time
	base      uint32
	timestamp uint32
	elapsed   time.Duration // media time of the stream at its end
	started   bool
}

// Sent counts what one Send put on the wire: packets, and bytes of RTP payload.
type Sent struct {
	Packets, Bytes int
}

// NewVideoSender returns a sender of VP8 pictures. captureTime is the id
// negotiated for the header extension CaptureTimeURI, 0 if none was.
func NewVideoSender(w Writer, captureTime uint8) *Sender {
	return newSender(w, &codecs.VP8Payloader{EnablePictureID: true}, VideoClockRate, captureTime, false)
}

// NewAudioSender returns a sender of Opus packets.
func NewAudioSender(w Writer, captureTime uint8) *Sender {
	return newSender(w, &codecs.OpusPayloader{}, AudioClockRate, captureTime, true)
}

func newSender(w Writer, p rtp.Payloader, clockRate int64, captureTime uint8, continuous bool) *Sender {
	return &Sender{
		writer: w, payloader: p, clockRate: clockRate, captureTime: captureTime, continuous: continuous,
		// Both begin anywhere, so that they tell nothing (RFC 3550, 5.1).
		sequence: uint16(rand.Uint32()), base: rand.Uint32(),
	}
}

// Send sends one encoded picture, or one packet of sound, that was captured at
// the given time and lasts for duration. It returns the first error of the
// writer but hands it every packet.
func (s *Sender) Send(data []byte, captured time.Time, duration time.Duration) (Sent, error) {
	jumped := s.stamp(captured, duration)
	var sent Sent
	var firstErr error
	payloads := s.payloader.Payload(maxFragment, data)
	for i, payload := range payloads {
		packet := &rtp.Packet{
			Header: rtp.Header{
				Version:        2,
				SequenceNumber: s.sequence,
				Timestamp:      s.timestamp,
			},
			Payload: payload,
		}
		if s.continuous {
			packet.Marker = jumped // begin of a talkspurt
		} else {
			packet.Marker = i == len(payloads)-1 // end of a picture
		}
		if i == 0 && s.captureTime != 0 {
			if err := setCaptureTime(&packet.Header, s.captureTime, captured); err != nil && firstErr == nil {
				firstErr = err
			}
		}
		s.sequence++
		if err := s.writer.WriteRTP(packet); err != nil && firstErr == nil {
			firstErr = err
		}
		sent.Packets++
		sent.Bytes += len(payload)
	}
	return sent, firstErr
}

// stamp sets the RTP timestamp for what was captured at the given time. Sound
// goes on without gaps where it was captured without gaps, whatever the jitter
// of its capture times; pictures go by their capture times. It tells whether
// the stream began or jumped.
func (s *Sender) stamp(captured time.Time, duration time.Duration) bool {
	if !s.started {
		s.started, s.first = true, captured
		s.timestamp, s.elapsed = s.base, duration
		return true
	}
	at := captured.Sub(s.first)
	drift := at - s.elapsed
	jumped := drift > gapTolerance || drift < -gapTolerance
	if s.continuous && !jumped {
		at = s.elapsed
	}
	timestamp := s.base + uint32(at.Seconds()*float64(s.clockRate)+0.5)
	if int32(timestamp-s.timestamp) <= 0 {
		// The clock was set back: time in a stream never is.
		at = s.elapsed
		timestamp = s.timestamp + uint32(max(int64(duration)*s.clockRate/int64(time.Second), 1))
	}
	s.timestamp, s.elapsed = timestamp, at+duration
	return jumped
}

// setCaptureTime adds the abs-capture-time extension to a packet's header.
func setCaptureTime(header *rtp.Header, id uint8, captured time.Time) error {
	extension, err := rtp.NewAbsCaptureTimeExtension(captured).Marshal()
	if err != nil {
		return err
	}
	return header.SetExtension(id, extension)
}

// Skip passes over a duration of which nothing is sent, such as silence.
func (s *Sender) Skip(duration time.Duration) {
	if s.started {
		s.elapsed += duration
	}
}
