package audio

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"
)

const testTone = 400 // Hz: whole periods in 10 ms

func TestWhatTheNetworkDoesToSound(t *testing.T) {
	const ms = time.Millisecond
	random := func(i int) *rand.Rand { return rand.New(rand.NewPCG(uint64(i), 7)) }
	for _, test := range []struct {
		name string
		send func(i int) (time.Duration, int)
		// Speech instead of the steady tone: Opus makes copies of voices only.
		speech bool
		// Bounds on what the figures show after ten seconds.
		minJitter, maxJitter float64 // ms
		maxTarget            float64 // ms
		lost, duplicates     [2]uint64
		maxConcealed         float64 // ms
		minRecovered         uint64
		maxGaps              int
	}{
		{
			name:      "nothing",
			send:      func(int) (time.Duration, int) { return 0, 1 },
			maxJitter: 0.1, maxTarget: 41, maxGaps: 6,
		},
		{
			name:      "delay only",
			send:      func(int) (time.Duration, int) { return 300 * ms, 1 },
			maxJitter: 0.1, maxTarget: 41, maxGaps: 36,
		},
		{
			name: "jitter of 0 to 60 ms, which also changes the order",
			send: func(i int) (time.Duration, int) {
				return time.Duration(random(i).IntN(60)) * ms, 1
			},
			minJitter: 10, maxJitter: 30, maxTarget: 200, maxConcealed: 400,
			lost: [2]uint64{0, 10}, maxGaps: 20,
		},
		{
			name: "every other packet overtaken by the next",
			send: func(i int) (time.Duration, int) {
				return time.Duration(i%2) * 25 * ms, 1
			},
			minJitter: 20, maxJitter: 30, maxTarget: 130, maxConcealed: 60,
			lost: [2]uint64{0, 2}, maxGaps: 12,
		},
		{
			name:      "every packet twice",
			send:      func(int) (time.Duration, int) { return 0, 2 },
			maxJitter: 0.1, maxTarget: 41, duplicates: [2]uint64{499, 500}, maxGaps: 6,
		},
		{
			name: "one packet in ten lost, alone, in a tone",
			send: func(i int) (time.Duration, int) {
				return 0, btoi(i%10 != 9)
			},
			maxJitter: 5, maxTarget: 120, lost: [2]uint64{48, 50},
			maxConcealed: 1000, maxGaps: 40,
		},
		{
			name: "one packet in ten lost, alone, in speech",
			send: func(i int) (time.Duration, int) {
				return 0, btoi(i%10 != 9)
			},
			speech:    true,
			maxJitter: 5, maxTarget: 120, lost: [2]uint64{48, 50}, minRecovered: 20,
			maxConcealed: 600,
		},
		{
			name: "five packets lost in a row each second",
			send: func(i int) (time.Duration, int) {
				return 0, btoi(i%50 < 45)
			},
			maxJitter: 20, maxTarget: 120, lost: [2]uint64{45, 50},
			maxConcealed: 1000, maxGaps: 80,
		},
		{
			name: "a stall of 500 ms, then all at once",
			send: func(i int) (time.Duration, int) {
				return time.Duration(max(0, min(i-250, 1)*max(0, 275-i))) * 20 * ms, 1
			},
			maxJitter: 40, maxTarget: 200, maxConcealed: 400, maxGaps: 70,
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			sound := sine(10*SampleRate, testTone, 0.2)
			if test.speech {
				sound = speech(10 * time.Second)
			}
			heard, stats := network{sound: sound, send: test.send}.run(t)
			t.Logf("%+v, %d gaps", stats, gaps(heard, testTone))
			if stats.JitterMs < test.minJitter || stats.JitterMs > test.maxJitter {
				t.Errorf("jitter %.1f ms, want %.1f to %.1f", stats.JitterMs, test.minJitter, test.maxJitter)
			}
			if stats.TargetMs < 20 || stats.TargetMs > test.maxTarget {
				t.Errorf("target %.1f ms, want 20 to %.1f", stats.TargetMs, test.maxTarget)
			}
			if stats.Lost < test.lost[0] || stats.Lost > test.lost[1] {
				t.Errorf("%d lost, want %v", stats.Lost, test.lost)
			}
			if stats.Duplicates < test.duplicates[0] || stats.Duplicates > test.duplicates[1] {
				t.Errorf("%d duplicates, want %v", stats.Duplicates, test.duplicates)
			}
			if stats.Recovered < test.minRecovered {
				t.Errorf("%d recovered, want %d at least", stats.Recovered, test.minRecovered)
			}
			if ms := stats.ConcealedMs(); ms > test.maxConcealed {
				t.Errorf("%.0f ms concealed, want %.0f at most", ms, test.maxConcealed)
			}
			if found := gaps(heard, testTone); !test.speech && found > test.maxGaps {
				t.Errorf("%d pieces of 10 ms without the tone, want %d at most", found, test.maxGaps)
			}
		})
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestNumbersWrap(t *testing.T) {
	heard, stats := network{
		sound:      sine(2*SampleRate, testTone, 0.2),
		firstSeq:   math.MaxUint16 - 30,
		firstStamp: math.MaxUint32 - 40*FrameSamples,
	}.run(t)
	if found := gaps(heard, testTone); found > 6 || stats.Lost > 0 || stats.Discarded > 0 {
		t.Errorf("%d gaps, %+v", found, stats)
	}
}

func TestClocksDrift(t *testing.T) {
	const length = 30
	talk, steady := speech(length*time.Second), sine(length*SampleRate, testTone, 0.2)
	for _, test := range []struct {
		name  string
		sound []int16
		speed float64
	}{
		{"a fast speaker, speech", talk, 1.006},
		{"a slow speaker, speech", talk, 0.994},
		{"a fast speaker, a tone without pause", steady, 1.006},
		{"a slow speaker, a tone without pause", steady, 0.994},
	} {
		t.Run(test.name, func(t *testing.T) {
			deepest := 0.0
			_, stats := network{
				sound: test.sound,
				speed: test.speed,
				watch: func(_ time.Duration, s JitterStats) { deepest = max(deepest, s.DepthMs) },
			}.run(t)
			t.Logf("deepest %.0f ms, %+v", deepest, stats)
			// Left alone, they would drift apart by 180 ms.
			if deepest > 140 {
				t.Errorf("%.0f ms deep", deepest)
			}
			if ms := stats.ConcealedMs(); ms > 100 {
				t.Errorf("%.0f ms concealed", ms)
			}
			if stats.Discarded > 0 || stats.Lost > 0 {
				t.Errorf("packets thrown away: %+v", stats)
			}
			if changed := stats.InsertedSamples + stats.RemovedSamples; changed == 0 {
				t.Error("nothing was stretched or shortened")
			}
		})
	}
}

func TestSilenceIsNotLoss(t *testing.T) {
	sound := make([]int16, 0, 12*SampleRate)
	for range 3 {
		sound = append(sound, sine(SampleRate, testTone, 0.2)...)
		sound = append(sound, make([]int16, 3*SampleRate)...)
	}
	heard, stats := network{sound: sound, send: func(i int) (time.Duration, int) {
		return time.Duration(i*7%20) * time.Millisecond, 1
	}}.run(t)
	if ms := stats.ConcealedMs(); ms > 40 {
		t.Errorf("%.0f ms concealed: %+v", ms, stats)
	}
	if stats.Lost > 0 || stats.Received > 250 {
		t.Errorf("%+v", stats)
	}
	for second, want := range []bool{true, false, false, false, true, false, false, false, true} {
		middle := heard[second*SampleRate+SampleRate/3 : (second+1)*SampleRate]
		if loud := levelDB(middle) > -30; loud != want {
			t.Errorf("second %d is at %.1f dBFS", second, levelDB(middle))
		}
	}
}

func TestASenderMayPause(t *testing.T) {
	// Muted without a word for two seconds, with time stamps that go on or
	// stand still.
	for name, standStill := range map[string]uint32{"stamps go on": 0, "stamps stand still": 100 * FrameSamples} {
		t.Run(name, func(t *testing.T) {
			heard, stats := network{
				sound: sine(6*SampleRate, testTone, 0.2),
				send: func(i int) (time.Duration, int) {
					return 0, btoi(i < 100 || i >= 200)
				},
				edit: func(i int, seq *uint16, stamp *uint32, _ *[]byte) {
					if i >= 200 {
						*seq -= 100
						*stamp -= standStill
					}
				},
			}.run(t)
			if stats.Lost > 0 || stats.ConcealedMs() > 150 {
				t.Errorf("%+v", stats)
			}
			if level := levelDB(heard[5*SampleRate/2 : 4*SampleRate-SampleRate/10]); level > SilenceDB {
				t.Errorf("the pause is at %.1f dBFS", level)
			}
			if found := gaps(heard[4*SampleRate+SampleRate/5:], testTone); found > 2 {
				t.Errorf("%d gaps after the pause", found)
			}
		})
	}
}

func TestTimeStampsJump(t *testing.T) {
	for name, jump := range map[string]uint32{"forward": 1 << 30, "back": -1 << 30 & math.MaxUint32} {
		t.Run(name, func(t *testing.T) {
			heard, stats := network{
				sound: sine(4*SampleRate, testTone, 0.2),
				edit: func(i int, _ *uint16, stamp *uint32, _ *[]byte) {
					if i >= 100 {
						*stamp += jump
					}
				},
			}.run(t)
			if found := gaps(heard, testTone); found > 8 || stats.Lost > 0 {
				t.Errorf("%d gaps, %+v", found, stats)
			}
		})
	}
}

func TestASenderBeginsAnew(t *testing.T) {
	heard, stats := network{
		sound: sine(4*SampleRate, testTone, 0.2),
		edit: func(i int, seq *uint16, stamp *uint32, _ *[]byte) {
			if i >= 100 {
				*seq += 30000
				*stamp += 123456789
			}
		},
	}.run(t)
	if found := gaps(heard[5*SampleRate/2:], testTone); found > 1 {
		t.Errorf("%d gaps after the new beginning", found)
	}
	if stats.Discarded != 1 {
		t.Errorf("%d packets discarded, want only the first that is out of place", stats.Discarded)
	}
}

func TestUselessPacketsDoNoHarm(t *testing.T) {
	heard, stats := network{
		sound: sine(4*SampleRate, testTone, 0.2),
		edit: func(i int, seq *uint16, _ *uint32, payload *[]byte) {
			switch i % 50 {
			case 10:
				*payload = nil // padding
			case 20:
				*payload = make([]byte, MaxPacketSize+1)
			case 30:
				*payload = []byte{0x03, 0}
			case 40:
				*seq += 20000
			}
		},
	}.run(t)
	if stats.Discarded != 12 {
		t.Errorf("%d packets discarded, want 12", stats.Discarded)
	}
	if found := gaps(heard, testTone); found > 40 {
		t.Errorf("%d gaps, %+v", found, stats)
	}
}

func TestAFloodOfPacketsIsBounded(t *testing.T) {
	buffer, err := NewJitterBuffer()
	if err != nil {
		t.Fatal(err)
	}
	encoder, _ := newCodec(t, EncoderConfig{})
	packet := encodeAll(t, encoder, sine(FrameSamples, testTone, 0.2))[0]
	now := time.Now()
	for i := range 100000 {
		buffer.Push(uint16(i), uint32(i)*FrameSamples, packet, now)
	}
	if depth := buffer.Stats().DepthMs; depth > storeSlots*20 {
		t.Errorf("%.0f ms held", depth)
	}
	buffer.Pull(make([]int16, FrameSamples))
	if depth := buffer.Stats().DepthMs; depth > 600 {
		t.Errorf("%.0f ms held after playing has begun", depth)
	}
}

func TestAnEmptyBufferIsSilent(t *testing.T) {
	buffer, err := NewJitterBuffer()
	if err != nil {
		t.Fatal(err)
	}
	pcm := sine(FrameSamples, testTone, 1)
	buffer.Pull(pcm)
	if level := levelDB(pcm); level != SilenceDB {
		t.Errorf("%.1f dBFS", level)
	}
}

func TestPushPullAndStatsAtOnce(t *testing.T) {
	buffer, err := NewJitterBuffer()
	if err != nil {
		t.Fatal(err)
	}
	deliveries := network{sound: speech(4 * time.Second)}.deliveries(t)
	done := make(chan struct{})
	go func() {
		defer close(done)
		epoch := time.Now()
		for _, d := range deliveries {
			buffer.Push(d.seq, d.stamp, d.payload, epoch.Add(d.at))
		}
	}()
	pcm := make([]int16, FrameSamples)
	for range 500 {
		buffer.Pull(pcm)
		_ = buffer.Stats()
	}
	<-done
	if stats := buffer.Stats(); stats.Received == 0 {
		t.Errorf("%+v", stats)
	}
}

// FuzzJitterBuffer plays packets with any numbers, in any order.
func FuzzJitterBuffer(f *testing.F) {
	f.Add([]byte{0, 0, 1, 0, 0, 2, 1, 1, 1, 255, 3, 9})
	f.Add([]byte("numbers, stamps, payloads and pulls"))
	f.Fuzz(func(t *testing.T, script []byte) {
		buffer, err := NewJitterBuffer()
		if err != nil {
			t.Fatal(err)
		}
		now := time.Unix(0, 0)
		var seq uint16
		var stamp uint32
		pcm := make([]int16, FrameSamples)
		for len(script) >= 4 {
			command, a, b, size := script[0], script[1], script[2], int(script[3])
			script = script[4:]
			payload := script[:min(size, len(script))]
			switch command % 4 {
			case 0:
				seq, stamp = seq+1, stamp+FrameSamples
			case 1:
				seq, stamp = seq+uint16(int8(a)), stamp+uint32(int8(b))*FrameSamples
			case 2:
				seq, stamp = uint16(a)<<8|uint16(b), uint32(a)<<24|uint32(b)
			case 3:
				buffer.Pull(pcm[:max(1, int(a))])
			}
			now = now.Add(time.Duration(b) * time.Millisecond)
			buffer.Push(seq, stamp, payload, now)
		}
		for range 100 {
			buffer.Pull(pcm)
		}
		stats := buffer.Stats()
		if stats.TargetMs < 20 || stats.TargetMs > 200 || stats.DepthMs < 0 {
			t.Errorf("%+v", stats)
		}
	})
}

func BenchmarkJitterPull(b *testing.B) {
	buffer, err := NewJitterBuffer()
	if err != nil {
		b.Fatal(err)
	}
	deliveries := network{sound: speech(10 * time.Second)}.deliveries(b)
	pcm := make([]int16, FrameSamples)
	now := time.Now()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d := deliveries[i%len(deliveries)]
		now = now.Add(FrameDuration)
		buffer.Push(uint16(i), uint32(i)*FrameSamples, d.payload, now)
		buffer.Pull(pcm)
	}
}
