package vpx

import (
	"encoding/binary"
	"fmt"
)

// header is the uncompressed start of a VP8 frame (RFC 6386 section 9.1).
type header struct {
	key           bool
	width, height int // keyframes only
}

const (
	tagSize       = 3
	keyHeaderSize = 10
	lastVersion   = 3
	startCode     = 0x2a019d
)

// parseHeader reads the header and checks what can be checked before decoding.
func parseHeader(data []byte) (header, error) {
	if len(data) < tagSize {
		return header{}, fmt.Errorf("frame of %d bytes: %w", len(data), ErrCorrupt)
	}
	tag := uint24(data)
	h := header{key: tag&1 == 0}
	if version := tag >> 1 & 7; version > lastVersion {
		return h, fmt.Errorf("bitstream version %d: %w", version, ErrCorrupt)
	}
	body := data[tagSize:]
	if h.key {
		if len(data) < keyHeaderSize || uint24(body) != startCode {
			return h, fmt.Errorf("keyframe header: %w", ErrCorrupt)
		}
		// The two top bits of each ask for scaling, which is the shower's
		// business and which nobody uses.
		h.width = int(binary.LittleEndian.Uint16(data[6:]) & 0x3fff)
		h.height = int(binary.LittleEndian.Uint16(data[8:]) & 0x3fff)
		body = data[keyHeaderSize:]
	}
	if first := tag >> 5; uint64(first) > uint64(len(body)) {
		return h, fmt.Errorf("first partition of %d bytes in %d: %w", first, len(body), ErrCorrupt)
	}
	return h, nil
}

func uint24(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16
}
