package audio

import (
	"fmt"

	"gopkg.in/hraban/opus.v2"
)

const (
	// DefaultBitrate is the Opus bit rate of a call, in bits a second.
	DefaultBitrate = 32000
	// DefaultPacketLoss is the loss an encoder prepares for, in percent. Above
	// about 8 % libopus also prefers the modes that can carry error correction.
	DefaultPacketLoss = 10

	// MaxPacketSize is the size of the largest RTP payload with Opus that is
	// sent or accepted, in bytes.
	MaxPacketSize = 1500

	// dtxPacketSize: Opus packets up to this size hold no sound (RFC 6716,
	// section 2.1.9) and need not be sent.
	dtxPacketSize = 2
)

// EncoderConfig says how to encode; a zero field means the default.
type EncoderConfig struct {
	// Bitrate in bits a second.
	Bitrate int
	// PacketLoss that error correction prepares for, in percent.
	PacketLoss int
}

// Encoder turns frames of 20 ms into Opus packets made for speech, with
// in-band forward error correction and discontinuous transmission. It is used
// by one goroutine.
type Encoder struct {
	opus   *opus.Encoder
	silent bool // the previous packet held no sound
}

// NewEncoder makes an encoder.
func NewEncoder(config EncoderConfig) (*Encoder, error) {
	if config.Bitrate == 0 {
		config.Bitrate = DefaultBitrate
	}
	if config.PacketLoss == 0 {
		config.PacketLoss = DefaultPacketLoss
	}
	inner, err := opus.NewEncoder(SampleRate, 1, opus.AppVoIP)
	if err != nil {
		return nil, fmt.Errorf("creating opus encoder: %w", err)
	}
	e := &Encoder{opus: inner}
	for _, set := range []func() error{
		func() error { return e.SetBitrate(config.Bitrate) },
		func() error { return e.SetPacketLoss(config.PacketLoss) },
		func() error { return inner.SetInBandFEC(true) },
		func() error { return inner.SetDTX(true) },
	} {
		if err := set(); err != nil {
			return nil, fmt.Errorf("configuring opus encoder: %w", err)
		}
	}
	return e, nil
}

// Encode writes the packet for a frame of FrameSamples samples to packet,
// which has room for MaxPacketSize bytes, and returns its size. Size 0 means
// that the silence goes on and nothing is to be sent: the next packet's RTP
// time stamp then skips the frame and its sequence number does not.
func (e *Encoder) Encode(pcm []int16, packet []byte) (int, error) {
	if len(pcm) != FrameSamples {
		return 0, fmt.Errorf("encoding sound: frame of %d samples, want %d", len(pcm), FrameSamples)
	}
	if len(packet) == 0 {
		return 0, fmt.Errorf("encoding sound: no room for the packet")
	}
	// The binding writes up to the capacity, which may be another's memory.
	n, err := e.opus.Encode(pcm, packet[:len(packet):len(packet)])
	if err != nil {
		return 0, fmt.Errorf("encoding sound: %w", err)
	}
	// The first soundless packet is sent, so that the other side can tell the
	// silence that follows from loss.
	wasSilent := e.silent
	e.silent = n <= dtxPacketSize
	if e.silent && wasSilent {
		return 0, nil
	}
	return n, nil
}

// SetBitrate changes the bit rate (bits a second) from the next frame on.
func (e *Encoder) SetBitrate(bps int) error {
	if err := e.opus.SetBitrate(bps); err != nil {
		return fmt.Errorf("setting opus bit rate %d: %w", bps, err)
	}
	return nil
}

// SetPacketLoss tells the encoder which loss to prepare for, in percent.
func (e *Encoder) SetPacketLoss(percent int) error {
	if err := e.opus.SetPacketLossPerc(percent); err != nil {
		return fmt.Errorf("setting opus packet loss %d %%: %w", percent, err)
	}
	return nil
}
