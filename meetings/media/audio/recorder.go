package audio

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
)

const (
	wavHeaderSize = 44
	// maxRecordedSamples bounds a recording to three hours, about 1 GB.
	maxRecordedSamples = 3 * 3600 * SampleRate
	// headerInterval is how much is written before the header is brought up to
	// date: one second.
	headerInterval = SampleRate
)

// recorder writes a WAV file that is valid at any moment, whatever becomes of
// the process: the header never claims more than has been written.
type recorder struct {
	file    *os.File
	limit   int // samples
	written int // samples
	claimed int // samples that the header speaks of
	buffer  []byte
}

// createWAV begins a recording of at most limit samples; what comes after is
// dropped. It fails with ErrBadFile and the system's error.
func createWAV(name string, limit int) (*recorder, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: not a regular file", ErrBadFile)
	}
	file, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadFile, err)
	}
	r := &recorder{file: file, limit: limit}
	if err := r.writeHeader(); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrBadFile, err), file.Close())
	}
	return r, nil
}

func (r *recorder) writePCM(pcm []int16) error {
	pcm = pcm[:min(len(pcm), r.limit-r.written)]
	if len(pcm) == 0 {
		return nil
	}
	r.buffer = r.buffer[:0]
	for _, sample := range pcm {
		r.buffer = binary.LittleEndian.AppendUint16(r.buffer, uint16(sample))
	}
	if _, err := r.file.WriteAt(r.buffer, wavHeaderSize+2*int64(r.written)); err != nil {
		return fmt.Errorf("recording sound: %w", err)
	}
	r.written += len(pcm)
	if r.written-r.claimed < headerInterval {
		return nil
	}
	return r.writeHeader()
}

// writeHeader lets the header claim all that has been written.
func (r *recorder) writeHeader() error {
	const bytesPerSample = 2
	le := binary.LittleEndian
	size := uint32(r.written * bytesPerSample)
	h := make([]byte, 0, wavHeaderSize)
	h = append(h, "RIFF"...)
	h = le.AppendUint32(h, wavHeaderSize-8+size)
	h = append(h, "WAVEfmt "...)
	h = le.AppendUint32(h, 16) // size of the format chunk
	h = le.AppendUint16(h, wavFormatPCM)
	h = le.AppendUint16(h, 1) // channels
	h = le.AppendUint32(h, SampleRate)
	h = le.AppendUint32(h, SampleRate*bytesPerSample)
	h = le.AppendUint16(h, bytesPerSample)
	h = le.AppendUint16(h, bytesPerSample*8)
	h = append(h, "data"...)
	h = le.AppendUint32(h, size)
	if _, err := r.file.WriteAt(h, 0); err != nil {
		return fmt.Errorf("recording sound: %w", err)
	}
	r.claimed = r.written
	return nil
}

func (r *recorder) Close() error {
	return errors.Join(r.writeHeader(), r.file.Close())
}
