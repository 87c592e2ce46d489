package audio

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
)

const (
	// maxWAVSize bounds the sound files that are read: about six minutes at
	// 48 kHz in stereo.
	maxWAVSize = 64 << 20
	// maxWAVChunks bounds the parts of a file that are looked at.
	maxWAVChunks   = 1024
	maxWAVChannels = 32
	minWAVRate     = 4000
	maxWAVRate     = 384000

	wavFormatPCM        = 1
	wavFormatFloat      = 3
	wavFormatExtensible = 0xfffe
)

// clip is sound of any sampling rate, one channel.
type clip struct {
	samples []int16
	rate    int // Hz
}

// wavFormat is what a "fmt " chunk says.
type wavFormat struct {
	encoding int
	channels int
	rate     int
	bits     int
}

// loadWAV reads a sound file. It fails with ErrBadFile, together with the
// system's error if there is one.
func loadWAV(name string) (clip, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return clip{}, fmt.Errorf("%w: %w", ErrBadFile, err)
	case !info.Mode().IsRegular(): // reading from a pipe would hang
		return clip{}, fmt.Errorf("%w: not a regular file", ErrBadFile)
	case info.Size() > maxWAVSize:
		return clip{}, fmt.Errorf("%w: larger than %d MiB", ErrBadFile, maxWAVSize>>20)
	}
	file, err := os.Open(name)
	if err != nil {
		return clip{}, fmt.Errorf("%w: %w", ErrBadFile, err)
	}
	defer func() { _ = file.Close() }()
	raw, err := io.ReadAll(io.LimitReader(file, maxWAVSize))
	if err != nil {
		return clip{}, fmt.Errorf("%w: %w", ErrBadFile, err)
	}
	return parseWAV(raw)
}

// parseWAV reads PCM of 8 to 32 bits or floating point, mixing all channels
// into one. A data size that runs past the end, as programs leave that were
// killed while recording, means up to the end.
func parseWAV(raw []byte) (clip, error) {
	if len(raw) < 12 || string(raw[:4]) != "RIFF" || string(raw[8:12]) != "WAVE" {
		return clip{}, fmt.Errorf("%w: not a WAV file", ErrBadFile)
	}
	var format wavFormat
	rest := raw[12:]
	for range maxWAVChunks {
		if len(rest) < 8 {
			break
		}
		name := string(rest[:4])
		size := int64(binary.LittleEndian.Uint32(rest[4:]))
		rest = rest[8:]
		body := rest[:min(size, int64(len(rest)))]
		switch name {
		case "fmt ":
			var err error
			if format, err = parseWAVFormat(body); err != nil {
				return clip{}, err
			}
		case "data":
			return format.decode(body)
		}
		rest = rest[min(size+size%2, int64(len(rest))):]
	}
	return clip{}, fmt.Errorf("%w: holds no sound", ErrBadFile)
}

func parseWAVFormat(body []byte) (wavFormat, error) {
	if len(body) < 16 {
		return wavFormat{}, fmt.Errorf("%w: format chunk too short", ErrBadFile)
	}
	f := wavFormat{
		encoding: int(binary.LittleEndian.Uint16(body)),
		channels: int(binary.LittleEndian.Uint16(body[2:])),
		rate:     int(binary.LittleEndian.Uint32(body[4:])),
		bits:     int(binary.LittleEndian.Uint16(body[14:])),
	}
	if f.encoding == wavFormatExtensible && len(body) >= 26 {
		f.encoding = int(binary.LittleEndian.Uint16(body[24:]))
	}
	switch {
	case f.channels < 1 || f.channels > maxWAVChannels:
		return wavFormat{}, fmt.Errorf("%w: %d channels", ErrBadFile, f.channels)
	case f.rate < minWAVRate || f.rate > maxWAVRate:
		return wavFormat{}, fmt.Errorf("%w: sampling rate %d Hz", ErrBadFile, f.rate)
	case f.reader() == nil:
		return wavFormat{}, fmt.Errorf("%w: encoding %d of %d bits", ErrBadFile, f.encoding, f.bits)
	}
	return f, nil
}

// reader returns the function that turns one raw sample into a number between
// -1 and 1, or nil for an encoding that is not known.
func (f wavFormat) reader() func(raw []byte) float64 {
	switch {
	case f.encoding == wavFormatPCM && f.bits == 8:
		return func(raw []byte) float64 { return (float64(raw[0]) - 128) / (1 << 7) }
	case f.encoding == wavFormatPCM && f.bits == 16:
		return func(raw []byte) float64 {
			return float64(int16(binary.LittleEndian.Uint16(raw))) / (1 << 15)
		}
	case f.encoding == wavFormatPCM && f.bits == 24:
		return func(raw []byte) float64 {
			return float64(int32(uint32(raw[0])<<8|uint32(raw[1])<<16|uint32(raw[2])<<24)) / (1 << 31)
		}
	case f.encoding == wavFormatPCM && f.bits == 32:
		return func(raw []byte) float64 {
			return float64(int32(binary.LittleEndian.Uint32(raw))) / (1 << 31)
		}
	case f.encoding == wavFormatFloat && f.bits == 32:
		return func(raw []byte) float64 {
			return finite(float64(math.Float32frombits(binary.LittleEndian.Uint32(raw))))
		}
	case f.encoding == wavFormatFloat && f.bits == 64:
		return func(raw []byte) float64 {
			return finite(math.Float64frombits(binary.LittleEndian.Uint64(raw)))
		}
	}
	return nil
}

// finite makes silence of what is not a number and bounds the rest, so that
// sums stay finite.
func finite(value float64) float64 {
	if math.IsNaN(value) {
		return 0
	}
	return max(-1, min(1, value))
}

func (f wavFormat) decode(body []byte) (clip, error) {
	if f.channels == 0 {
		return clip{}, fmt.Errorf("%w: sound before its format", ErrBadFile)
	}
	width := f.bits / 8
	count := len(body) / (width * f.channels)
	if count == 0 {
		return clip{}, fmt.Errorf("%w: holds no sound", ErrBadFile)
	}
	read := f.reader()
	samples := make([]int16, count)
	for i := range samples {
		sum := 0.0
		for range f.channels {
			sum += read(body[:width])
			body = body[width:]
		}
		samples[i] = clampSample(sum / float64(f.channels) * (1 << 15))
	}
	return clip{samples, f.rate}, nil
}
