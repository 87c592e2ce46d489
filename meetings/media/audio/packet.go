package audio

import "fmt"

// The table-of-contents byte that begins each Opus packet: five bits of
// configuration, one for stereo, two for the number of frames (RFC 6716,
// section 3.1).
const (
	opusFramesOne       = 0
	opusFramesTwoEqual  = 1
	opusFramesTwo       = 2
	opusFramesMany      = 3
	opusConfigHybrid    = 12 // first of the hybrid configurations
	opusConfigCELT      = 16 // first of the CELT-only configurations
	opusManyCountBits   = 0x3f
	opusSamplesAt2500us = SampleRate / 400
)

// packetSamples is the length of the sound in an Opus packet, in samples.
func packetSamples(packet []byte) (int, error) {
	if len(packet) == 0 {
		return 0, fmt.Errorf("%w: empty", ErrBadPacket)
	}
	frames := 1
	switch packet[0] & 3 {
	case opusFramesTwoEqual, opusFramesTwo:
		frames = 2
	case opusFramesMany:
		if len(packet) < 2 {
			return 0, fmt.Errorf("%w: frame count missing", ErrBadPacket)
		}
		frames = int(packet[1] & opusManyCountBits)
	}
	samples := frames * frameSamples(packet[0]>>3)
	if samples == 0 || samples > MaxPacketSamples {
		return 0, fmt.Errorf("%w: %d samples", ErrBadPacket, samples)
	}
	return samples, nil
}

// frameSamples is the length of one frame by configuration (RFC 6716, table 2).
func frameSamples(config byte) int {
	switch {
	case config >= opusConfigCELT:
		return opusSamplesAt2500us << (config & 3)
	case config >= opusConfigHybrid:
		return FrameSamples / 2 << (config & 1)
	case config&3 == 3:
		return FrameSamples * 3
	}
	return FrameSamples / 2 << (config & 3)
}

// hasFEC reports whether a mono packet of one frame carries a copy of the
// packet before. The speech layer's first bits are one voice flag for each
// 20 ms and then the flag asked for here (RFC 6716, section 4.2.3).
func hasFEC(packet []byte) bool {
	if len(packet) <= dtxPacketSize || packet[0]&3 != opusFramesOne || packet[0]>>3 >= opusConfigCELT {
		return false
	}
	voiceFlags := max(1, frameSamples(packet[0]>>3)/FrameSamples)
	return packet[1]>>(7-voiceFlags)&1 == 1
}
