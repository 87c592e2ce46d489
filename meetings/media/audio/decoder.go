package audio

import (
	"errors"
	"fmt"

	"gopkg.in/hraban/opus.v2"
)

// MaxPacketSamples is the length of the longest Opus packet: 120 ms.
const MaxPacketSamples = SampleRate * 120 / 1000

// ErrBadPacket means that a packet is not Opus, or too large.
var ErrBadPacket = errors.New("bad opus packet")

// Decoder turns Opus packets into sound, one channel whatever was sent. It is
// used by one goroutine.
type Decoder struct {
	opus *opus.Decoder
}

// NewDecoder makes a decoder.
func NewDecoder() (*Decoder, error) {
	inner, err := opus.NewDecoder(SampleRate, 1)
	if err != nil {
		return nil, fmt.Errorf("creating opus decoder: %w", err)
	}
	return &Decoder{opus: inner}, nil
}

// Decode writes the sound of packet to pcm, which has room for
// MaxPacketSamples, and returns the number of samples. It fails with
// ErrBadPacket.
func (d *Decoder) Decode(packet []byte, pcm []int16) (int, error) {
	if err := checkPacket(packet); err != nil {
		return 0, err
	}
	n, err := d.opus.Decode(packet, exactly(pcm))
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrBadPacket, err)
	}
	return n, nil
}

// DecodeFEC fills pcm with the sound of the packet that came before packet and
// was lost, from the copy that packet carries, or by concealment if it carries
// none. The length of pcm is that of the lost packet.
func (d *Decoder) DecodeFEC(packet []byte, pcm []int16) error {
	if err := checkPacket(packet); err != nil {
		return err
	}
	if err := d.opus.DecodeFEC(packet, exactly(pcm)); err != nil {
		return fmt.Errorf("%w: %w", ErrBadPacket, err)
	}
	return nil
}

// Conceal fills pcm with a guess at sound that was lost, or with comfort noise
// after a silent packet. The length of pcm is a multiple of 2.5 ms, at most
// MaxPacketSamples.
func (d *Decoder) Conceal(pcm []int16) error {
	if err := d.opus.DecodePLC(exactly(pcm)); err != nil {
		return fmt.Errorf("concealing %d samples: %w", len(pcm), err)
	}
	return nil
}

func checkPacket(packet []byte) error {
	if len(packet) > MaxPacketSize {
		return fmt.Errorf("%w: %d bytes", ErrBadPacket, len(packet))
	}
	if _, err := packetSamples(packet); err != nil {
		return err
	}
	return nil
}

// exactly cuts the capacity to the length, which is what the binding takes for
// the length.
func exactly(pcm []int16) []int16 {
	return pcm[:len(pcm):len(pcm)]
}
