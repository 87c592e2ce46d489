package calendar

import (
	"bytes"
	"encoding/binary"
)

// tzif writes a zone in the format of compiled time zones (RFC 8536), which is
// the one way into a time.Location. A type of local time is written for each
// observance, and one for the time before the first onset. The onsets, at least
// one, are in order.
func tzif(observances []observance, onsets []onset) []byte {
	var b bytes.Buffer
	header := func(times, types, chars int) {
		b.WriteString("TZif2")
		b.Write(make([]byte, 15))
		for _, n := range []int{0, 0, 0, times, types, chars} {
			_ = binary.Write(&b, binary.BigEndian, uint32(n)) // #nosec G115 -- counts below maxZoneLines
		}
	}
	local := func(offset int, summer bool) {
		dst := byte(0)
		if summer {
			dst = 1
		}
		_ = binary.Write(&b, binary.BigEndian, int32(offset)) // #nosec G115 -- below a day
		b.Write([]byte{dst, 0})
	}
	// The first of the two blocks is for readers that know only 32 bits.
	header(0, 0, 0)
	header(len(onsets), len(observances)+1, 1)
	for _, o := range onsets {
		_ = binary.Write(&b, binary.BigEndian, o.at)
	}
	for _, o := range onsets {
		b.WriteByte(byte(1 + o.observance)) // #nosec G115 -- below maxObservances
	}
	local(observances[onsets[0].observance].from, false)
	for _, o := range observances {
		local(o.to, o.summer)
	}
	b.WriteByte(0) // no abbreviation
	b.WriteString("\n\n")
	return b.Bytes()
}
