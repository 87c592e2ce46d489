package audio

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"hjemmekontor/meetings/media/audio/pulsetest"
)

// maxMissing is how many pieces of 10 ms, of 50, a busy machine may drop.
const maxMissing = 10

// playTone starts a sink with a steady tone.
func playTone(t *testing.T, sink Sink, hz float64) {
	t.Helper()
	period := sine(SampleRate, hz, 0.25) // whole periods, if hz is whole
	at := 0
	if err := sink.Start(func(pcm []int16) {
		for i := range pcm {
			pcm[i] = period[at]
			at = (at + 1) % len(period)
		}
	}); err != nil {
		t.Fatal(err)
	}
}

func openBoth(t *testing.T, microphone, speaker string) (Source, Sink) {
	t.Helper()
	sink, err := OpenSink(t.Context(), speaker)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = sink.Close() })
	source, err := OpenSource(t.Context(), microphone)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = source.Close() })
	return source, sink
}

func TestWhatASpeakerPlaysIsHeardByAMicrophone(t *testing.T) {
	pulsetest.Start(t)
	for _, test := range []struct{ name, microphone, speaker string }{
		{"by name", pulsetest.MonitorOf(pulsetest.Mic), pulsetest.Mic},
		{"by name in small letters", "monitor of test-speaker", "test-speaker"},
		{"by the system's short name", "spk.monitor", "spk"},
		{"default speaker", pulsetest.MonitorOf(pulsetest.Spk), SpecDefault},
		{"default microphone", SpecDefault, pulsetest.Mic},
	} {
		t.Run(test.name, func(t *testing.T) {
			source, sink := openBoth(t, test.microphone, test.speaker)
			playTone(t, sink, 1000)
			heard := readFor(t, source, 1500*time.Millisecond)[SampleRate:]
			if missing := gaps(heard, 1000); missing > maxMissing {
				t.Errorf("%d of 50 pieces without the tone", missing)
			}
			if level := levelDB(heard); level < -17 || level > -14 {
				t.Errorf("level is %.1f dBFS, want -15", level)
			}
			if err := sink.Close(); err != nil {
				t.Errorf("closing speaker: %v", err)
			}
			if err := source.Close(); err != nil {
				t.Errorf("closing microphone: %v", err)
			}
		})
	}
}

func TestSoundFollowsTheDefaultSpeaker(t *testing.T) {
	server := pulsetest.Start(t)
	source, sink := openBoth(t, pulsetest.MonitorOf(pulsetest.Mic), SpecDefault)
	playTone(t, sink, 1000)
	if level := levelDB(readFor(t, source, 500*time.Millisecond)); level > -100 {
		t.Fatalf("the other speaker plays at %.1f dBFS before the default moves", level)
	}
	server.Pactl("set-default-sink", "mic")
	heard := readFor(t, source, 1500*time.Millisecond)[SampleRate:]
	if missing := gaps(heard, 1000); missing > maxMissing {
		t.Errorf("%d of 50 pieces without the tone", missing)
	}
}

func TestDevicesAreListedAsTheSystemShowsThem(t *testing.T) {
	pulsetest.Start(t)
	microphones, speakers, err := Devices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wantSpeakers := []Device{{pulsetest.Spk, true}, {pulsetest.Mic, false}}
	wantMicrophones := []Device{
		{pulsetest.MonitorOf(pulsetest.Spk), false},
		{pulsetest.MonitorOf(pulsetest.Mic), true},
	}
	if !sameDevices(speakers, wantSpeakers) {
		t.Errorf("speakers %v, want %v", speakers, wantSpeakers)
	}
	if !sameDevices(microphones, wantMicrophones) {
		t.Errorf("microphones %v, want %v", microphones, wantMicrophones)
	}
}

func sameDevices(got, want []Device) bool {
	return len(got) == len(want) && !slices.ContainsFunc(want, func(d Device) bool {
		return !slices.Contains(got, d)
	})
}

func TestUnknownDevices(t *testing.T) {
	pulsetest.Start(t)
	if _, err := OpenSource(t.Context(), "Nobody's microphone"); !errors.Is(err, ErrUnknownMicrophone) {
		t.Errorf("opening microphone: %v", err)
	}
	if _, err := OpenSink(t.Context(), "Nobody's speaker"); !errors.Is(err, ErrUnknownSpeaker) {
		t.Errorf("opening speaker: %v", err)
	}
}

func TestASoundSystemWithoutDevices(t *testing.T) {
	server := pulsetest.Start(t)
	server.Pactl("unload-module", "module-null-sink")
	microphones, speakers, err := Devices(t.Context())
	if len(microphones)+len(speakers) != 0 || err != nil {
		t.Errorf("listed %v and %v: %v", microphones, speakers, err)
	}
	if _, err := OpenSource(t.Context(), SpecDefault); !errors.Is(err, ErrNoMicrophone) {
		t.Errorf("opening microphone: %v", err)
	}
	if _, err := OpenSink(t.Context(), "somebody's"); !errors.Is(err, ErrNoSpeaker) {
		t.Errorf("opening speaker: %v", err)
	}
}

func TestNoSoundSystemIsAQuickError(t *testing.T) {
	pulsetest.NoServer(t)
	began := time.Now()
	if _, err := OpenSource(t.Context(), SpecDefault); !errors.Is(err, ErrNoMicrophone) {
		t.Errorf("opening microphone: %v", err)
	}
	if _, err := OpenSink(t.Context(), SpecDefault); !errors.Is(err, ErrNoSpeaker) {
		t.Errorf("opening speaker: %v", err)
	}
	if _, _, err := Devices(t.Context()); !errors.Is(err, ErrNoSoundSystem) {
		t.Errorf("listing: %v", err)
	}
	if took := time.Since(began); took > openTimeout {
		t.Errorf("took %v", took)
	}
}

func TestOpeningEndsWithTheContext(t *testing.T) {
	pulsetest.Start(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := OpenSource(ctx, SpecDefault); !errors.Is(err, context.Canceled) {
		t.Errorf("opening microphone: %v", err)
	}
}

func TestDevicesAreGoneWhenTheServerDies(t *testing.T) {
	server := pulsetest.Start(t)
	source, sink := openBoth(t, SpecDefault, SpecDefault)
	playTone(t, sink, 1000)
	readFor(t, source, 200*time.Millisecond)
	server.Kill()

	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	var err error
	for pcm := make([]int16, FrameSamples); err == nil; {
		err = source.Read(ctx, pcm)
	}
	if !errors.Is(err, ErrGone) {
		t.Errorf("reading: %v", err)
	}
	for name, gone := range map[string]<-chan struct{}{"microphone": Gone(source), "speaker": Gone(sink)} {
		select {
		case <-gone:
		case <-ctx.Done():
			t.Errorf("the %s is not reported as gone", name)
		}
	}
	if err := sink.Close(); !errors.Is(err, ErrGone) {
		t.Errorf("closing speaker: %v", err)
	}
	if err := source.Close(); err != nil {
		t.Errorf("closing microphone: %v", err)
	}
}

func TestAFrozenServerHoldsNobodyUp(t *testing.T) {
	server := pulsetest.Start(t)
	source, sink := openBoth(t, SpecDefault, SpecDefault)
	playTone(t, sink, 1000)
	readFor(t, source, 200*time.Millisecond)
	server.Freeze()

	began := time.Now()
	_ = source.Close()
	_ = sink.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if _, err := OpenSource(ctx, SpecDefault); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("opening: %v", err)
	}
	if took := time.Since(began); took > 2*closeTimeout+2*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestCloseEndsReadingAndFilling(t *testing.T) {
	pulsetest.Start(t)
	source, sink := openBoth(t, SpecDefault, SpecDefault)
	var fills atomic.Int64
	if err := sink.Start(func(pcm []int16) { clear(pcm); fills.Add(1) }); err != nil {
		t.Fatal(err)
	}
	if err := sink.Start(func([]int16) {}); err == nil {
		t.Error("a sink starts twice")
	}
	readFor(t, source, 100*time.Millisecond)
	if err := sink.Close(); err != nil {
		t.Error(err)
	}
	filled := fills.Load()
	if filled == 0 {
		t.Error("the speaker asked for nothing")
	}
	readFor(t, source, 100*time.Millisecond)
	if more := fills.Load() - filled; more != 0 {
		t.Errorf("filled %d times after Close", more)
	}

	reading := make(chan error)
	go func() {
		pcm := make([]int16, FrameSamples)
		for {
			if err := source.Read(context.Background(), pcm); err != nil {
				reading <- err
				return
			}
		}
	}()
	if err := source.Close(); err != nil {
		t.Error(err)
	}
	if err := <-reading; !errors.Is(err, ErrClosed) {
		t.Errorf("reading ended with %v", err)
	}
	if err := source.Close(); err != nil {
		t.Errorf("closing again: %v", err)
	}
}
