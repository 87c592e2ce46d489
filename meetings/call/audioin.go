package call

import (
	"sync/atomic"
	"time"

	"github.com/pion/rtp"
)

// maxPacket is the largest packet read from the network, in bytes.
const maxPacket = 2048

// PacketReader reads one RTP packet into a buffer and returns its length. It
// fails when the stream or the transport has ended.
type PacketReader func(buffer []byte) (int, error)

// audioIn takes the other side's sound from the network to the jitter buffer.
type audioIn struct {
	remote *Remote
	bytes  atomic.Uint64
}

// ReadAudio takes the other side's sound from a stream of Opus packets until
// reading fails. The transport calls it on a goroutine of its own.
func (e *Engine) ReadAudio(read PacketReader) {
	in := &e.remote.audio
	buffer := make([]byte, maxPacket)
	var packet rtp.Packet
	for {
		n, err := read(buffer)
		if err != nil {
			return
		}
		if packet.Unmarshal(buffer[:n]) != nil {
			continue // not RTP: as good as lost
		}
		in.bytes.Add(uint64(len(packet.Payload)))
		in.remote.jitter.Push(packet.SequenceNumber, packet.Timestamp, packet.Payload, time.Now())
	}
}
