package audio

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// wavFile builds a WAV file from its format and raw data.
func wavFile(encoding, channels, rate, bits int, data []byte) []byte {
	le := binary.LittleEndian
	block := channels * bits / 8
	raw := []byte("RIFF\x00\x00\x00\x00WAVEfmt \x10\x00\x00\x00")
	raw = le.AppendUint16(raw, uint16(encoding))
	raw = le.AppendUint16(raw, uint16(channels))
	raw = le.AppendUint32(raw, uint32(rate))
	raw = le.AppendUint32(raw, uint32(rate*block))
	raw = le.AppendUint16(raw, uint16(block))
	raw = le.AppendUint16(raw, uint16(bits))
	raw = append(raw, "LIST\x03\x00\x00\x00abc\x00data"...) // a chunk to pass over
	raw = le.AppendUint32(raw, uint32(len(data)))
	raw = append(raw, data...)
	le.PutUint32(raw[4:], uint32(len(raw)-8))
	return raw
}

// encodeSine is a fifth of a second of a tone in an encoding, the same in all
// channels.
func encodeSine(encoding, channels, rate, bits int, hz float64) []byte {
	le := binary.LittleEndian
	var data []byte
	for i := range rate / 5 {
		value := 0.25 * math.Sin(2*math.Pi*hz*float64(i)/float64(rate))
		for range channels {
			switch {
			case encoding == wavFormatFloat && bits == 32:
				data = le.AppendUint32(data, math.Float32bits(float32(value)))
			case encoding == wavFormatFloat:
				data = le.AppendUint64(data, math.Float64bits(value))
			case bits == 8:
				data = append(data, byte(128+math.Round(value*127)))
			case bits == 16:
				data = le.AppendUint16(data, uint16(int16(value*math.MaxInt16)))
			case bits == 24:
				word := uint32(int32(value * (1 << 23)))
				data = append(data, byte(word), byte(word>>8), byte(word>>16))
			case bits == 32:
				data = le.AppendUint32(data, uint32(int32(value*math.MaxInt32)))
			}
		}
	}
	return wavFile(encoding, channels, rate, bits, data)
}

func TestAnyWAVFileSoundsTheSame(t *testing.T) {
	for _, test := range []struct{ encoding, channels, rate, bits int }{
		{wavFormatPCM, 1, 48000, 16},
		{wavFormatPCM, 2, 48000, 16},
		{wavFormatPCM, 2, 44100, 16},
		{wavFormatPCM, 1, 16000, 16},
		{wavFormatPCM, 1, 8000, 8},
		{wavFormatPCM, 6, 96000, 24},
		{wavFormatPCM, 1, 22050, 32},
		{wavFormatFloat, 2, 192000, 32},
		{wavFormatFloat, 1, 11025, 64},
	} {
		t.Run(fmt.Sprint(test), func(t *testing.T) {
			clip, err := parseWAV(encodeSine(test.encoding, test.channels, test.rate, test.bits, 1000))
			if err != nil {
				t.Fatal(err)
			}
			// Three times round, so that a seam would show.
			heard := make([]int16, 3*SampleRate/5)
			newClipPlayer(clip).fill(heard)
			if share := toneShareDB(heard, 1000); share < -0.01 {
				t.Errorf("the tone is %.3f dB of what is heard", share)
			}
			if level := levelDB(heard); math.Abs(level - -15.05) > 0.2 {
				t.Errorf("level %.2f dBFS, want -15.05", level)
			}
		})
	}
}

func TestWhatCannotBePlayedIsFilteredOut(t *testing.T) {
	clip, err := parseWAV(encodeSine(wavFormatPCM, 1, 96000, 16, 35000))
	if err != nil {
		t.Fatal(err)
	}
	heard := make([]int16, SampleRate)
	newClipPlayer(clip).fill(heard)
	if level := levelDB(heard); level > -70 {
		t.Errorf("a tone of 35 kHz is heard at %.1f dBFS", level)
	}
}

func TestBadFiles(t *testing.T) {
	good := encodeSine(wavFormatPCM, 1, 48000, 16, 1000)
	directory := t.TempDir()
	write := func(name string, raw []byte) string {
		path := filepath.Join(directory, name)
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	sparse := write("huge.wav", good)
	if err := os.Truncate(sparse, maxWAVSize+1); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"missing":      filepath.Join(directory, "nothing.wav"),
		"a directory":  directory,
		"empty":        write("empty.wav", nil),
		"not WAV":      write("text.wav", []byte("RIFF but then nothing of the kind")),
		"cut short":    write("short.wav", good[:30]),
		"no data":      write("nodata.wav", good[:36]),
		"no sound":     write("nosound.wav", wavFile(wavFormatPCM, 1, 48000, 16, nil)),
		"no channels":  write("channels.wav", wavFile(wavFormatPCM, 0, 48000, 16, good)),
		"no rate":      write("rate.wav", wavFile(wavFormatPCM, 1, 0, 16, good)),
		"odd bits":     write("bits.wav", wavFile(wavFormatPCM, 1, 48000, 12, good)),
		"MP3 inside":   write("mp3.wav", wavFile(0x55, 2, 48000, 16, good)),
		"unreasonable": sparse,
	} {
		if _, err := loadWAV(path); !errors.Is(err, ErrBadFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := OpenSource(t.Context(), filepath.Join(directory, "nothing.wav")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the system's reason is missing: %v", err)
	}
}

func TestARecordingCutShortIsStillRead(t *testing.T) {
	raw := encodeSine(wavFormatPCM, 1, 48000, 16, 1000)
	clip, err := parseWAV(raw[:len(raw)-1001])
	if err != nil || len(clip.samples) != SampleRate/5-501 {
		t.Errorf("%d samples: %v", len(clip.samples), err)
	}
}

// FuzzWAV reads anything as a sound file and plays what comes of it.
func FuzzWAV(f *testing.F) {
	f.Add(encodeSine(wavFormatPCM, 1, 8000, 8, 1000)[:200])
	f.Add(encodeSine(wavFormatPCM, 2, 44100, 16, 1000)[:200])
	f.Add(encodeSine(wavFormatFloat, 1, 384000, 64, 1000)[:400])
	f.Add(wavFile(wavFormatExtensible, 1, 48000, 24, []byte{1, 2, 3}))
	f.Add([]byte("RIFF\xff\xff\xff\xffWAVEdata\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		clip, err := parseWAV(raw)
		if err != nil {
			if !errors.Is(err, ErrBadFile) {
				t.Errorf("error of no kind: %v", err)
			}
			return
		}
		if len(clip.samples) > len(raw) {
			t.Errorf("%d samples out of %d bytes", len(clip.samples), len(raw))
		}
		newClipPlayer(clip).fill(make([]int16, FrameSamples))
	})
}

func BenchmarkResample(b *testing.B) {
	clip, err := parseWAV(encodeSine(wavFormatPCM, 1, 44100, 16, 1000))
	if err != nil {
		b.Fatal(err)
	}
	player := newClipPlayer(clip)
	pcm := make([]int16, FrameSamples)
	b.ReportAllocs()
	for b.Loop() {
		player.fill(pcm)
	}
}
