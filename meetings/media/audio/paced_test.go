package audio

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"
)

func open(t *testing.T, spec string) Source {
	t.Helper()
	source, err := OpenSource(t.Context(), spec)
	if err != nil {
		t.Fatal(err)
	}
	return source
}

func TestTheToneComesAtThePaceOfAMicrophone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := open(t, SpecTone)
		defer source.Close()
		began := time.Now()
		heard := readFor(t, source, 3*time.Second)
		if took := time.Since(began); took != 3*time.Second {
			t.Errorf("3 s of sound took %v", took)
		}
		if level := levelDB(heard[:SampleRate]); math.Abs(level-toneLevelDB) > 0.1 {
			t.Errorf("level %.2f dBFS", level)
		}
		if share := toneShareDB(heard[:SampleRate/2], toneHz); share < -0.3 {
			t.Errorf("the tone is %.2f dB of the beat", share)
		}
		if level := levelDB(heard[toneOn:toneBeat]); level != SilenceDB {
			t.Errorf("between beats: %.1f dBFS", level)
		}
	})
}

func TestAPacedSourceGivesUpLostTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := open(t, SpecNone)
		defer source.Close()
		readFor(t, source, 100*time.Millisecond)
		time.Sleep(time.Hour) // the machine sleeps
		began := time.Now()
		if level := levelDB(readFor(t, source, time.Second)); level != SilenceDB {
			t.Errorf("%.1f dBFS", level)
		}
		if took := time.Since(began); took < 900*time.Millisecond {
			t.Errorf("a second came in %v", took)
		}
	})
}

func TestReadEndsWithTheContextAndWithClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		source := open(t, SpecNone)
		pcm := make([]int16, FrameSamples)
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		if err := source.Read(ctx, pcm); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("read: %v", err)
		}
		if err := source.Read(t.Context(), pcm[:100]); err == nil {
			t.Error("a length of 100 is accepted")
		}
		time.AfterFunc(time.Millisecond, func() { _ = source.Close() })
		if err := source.Read(t.Context(), pcm); !errors.Is(err, ErrClosed) {
			t.Errorf("read: %v", err)
		}
	})
}

func TestTheSinkNonePullsAtItsPace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sink, err := OpenSink(t.Context(), SpecNone)
		if err != nil {
			t.Fatal(err)
		}
		samples := 0
		if err := sink.Start(func(pcm []int16) { samples += len(pcm) }); err != nil {
			t.Fatal(err)
		}
		if err := sink.Start(func([]int16) {}); err == nil {
			t.Error("a sink starts twice")
		}
		time.Sleep(2*time.Second + time.Millisecond)
		if err := sink.Close(); err != nil {
			t.Error(err)
		}
		if samples != 2*SampleRate {
			t.Errorf("%d samples in 2 s", samples)
		}
		if err := sink.Start(func([]int16) {}); !errors.Is(err, ErrClosed) {
			t.Errorf("starting a closed sink: %v", err)
		}
		if err := sink.Close(); err != nil {
			t.Errorf("closing again: %v", err)
		}
	})
}

func TestARecordingCanBeReadAtAnyMoment(t *testing.T) {
	path := filepath.Join(t.TempDir(), "heard.WAV")
	synctest.Test(t, func(t *testing.T) {
		sink, err := OpenSink(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := sink.Start(newTone().fill); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2500*time.Millisecond + time.Millisecond)
		// What a kill would leave behind now.
		killed, err := loadWAV(path)
		if err != nil || len(killed.samples) < 2*SampleRate {
			t.Errorf("%d samples after 2.5 s: %v", len(killed.samples), err)
		}
		if err := sink.Close(); err != nil {
			t.Error(err)
		}
	})
	clip, err := loadWAV(path)
	if err != nil {
		t.Fatal(err)
	}
	want := make([]int16, 5*SampleRate/2)
	newTone().fill(want)
	if len(clip.samples) != len(want) || levelDB(clip.samples) != levelDB(want) {
		t.Errorf("%d samples at %.1f dBFS", len(clip.samples), levelDB(clip.samples))
	}
}

func TestARecordingIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "short.wav")
	recorder, err := createWAV(path, 1500)
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if err := recorder.writePCM(make([]int16, FrameSamples)); err != nil {
			t.Fatal(err)
		}
	}
	if err := recorder.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil || len(raw) != wavHeaderSize+2*1500 {
		t.Errorf("%d bytes: %v", len(raw), err)
	}
	if claimed := raw[40:44]; !bytes.Equal(claimed, []byte{0xb8, 0x0b, 0, 0}) {
		t.Errorf("the header claims %x", claimed)
	}
}

func TestPlacesThatCannotBeRecordedTo(t *testing.T) {
	directory := t.TempDir()
	if err := os.Mkdir(filepath.Join(directory, "folder.wav"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"folder.wav", "missing/file.wav"} {
		if _, err := OpenSink(t.Context(), filepath.Join(directory, name)); !errors.Is(err, ErrBadFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// fullDisk fails as a disk does that has no room.
type fullDisk struct{ err error }

func (f fullDisk) writePCM([]int16) error { return f.err }
func (f fullDisk) Close() error           { return nil }

func TestAFullDiskDoesNotStopTheSound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("no space left on device")
		sink := newPacedSink(fullDisk{full})
		fills := 0
		if err := sink.Start(func([]int16) { fills++ }); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second + time.Millisecond)
		if err := sink.Close(); !errors.Is(err, full) {
			t.Errorf("close: %v", err)
		}
		if fills != 50 {
			t.Errorf("%d fills in a second", fills)
		}
	})
}

func TestOnlyDevicesCanBeGone(t *testing.T) {
	source := open(t, SpecTone)
	defer source.Close()
	if Gone(source) != nil {
		t.Error("a tone can be gone")
	}
}
