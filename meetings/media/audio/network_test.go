package audio

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// network is a simulated way from an encoder to a jitter buffer and on to a
// speaker. Nothing in it waits: time is a number.
type network struct {
	sound      []int16
	firstSeq   uint16
	firstStamp uint32
	// send changes the packet with that index on its way: when it arrives
	// after it was sent, and how often (0 is a loss). nil delivers all at once.
	send func(i int) (delay time.Duration, copies int)
	// edit changes what is written in the packet. nil leaves it as it is.
	edit func(i int, seq *uint16, stamp *uint32, payload *[]byte)
	// speed is how fast the speaker's clock runs against the sender's.
	speed float64
	// after is how long the speaker goes on when all has been sent.
	after time.Duration
	// watch sees the figures once each 10 ms.
	watch func(at time.Duration, stats JitterStats)
}

type delivery struct {
	at      time.Duration
	seq     uint16
	stamp   uint32
	payload []byte
}

// run sends the sound through and returns what is heard.
func (n network) run(t testing.TB) (heard []int16, stats JitterStats) {
	t.Helper()
	deliveries := n.deliveries(t)
	buffer, err := NewJitterBuffer()
	if err != nil {
		t.Fatal(err)
	}
	epoch := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	if n.speed == 0 {
		n.speed = 1
	}
	// The speaker asks half way between two frames of the sender.
	length := samplesToDuration(int64(len(n.sound))) + n.after
	block := make([]int16, blockSamples)
	for now := 5 * time.Millisecond; now < length; now += time.Duration(10e6 / n.speed) {
		for len(deliveries) > 0 && deliveries[0].at <= now {
			d := deliveries[0]
			deliveries = deliveries[1:]
			buffer.Push(d.seq, d.stamp, d.payload, epoch.Add(d.at))
		}
		buffer.Pull(block)
		heard = append(heard, block...)
		if n.watch != nil {
			n.watch(now, buffer.Stats())
		}
	}
	return heard, buffer.Stats()
}

// deliveries lists the packets in the order in which they arrive.
func (n network) deliveries(t testing.TB) []delivery {
	encoder, _ := newCodec(t, EncoderConfig{PacketLoss: 20})
	var list []delivery
	seq, stamp := n.firstSeq, n.firstStamp
	for i, payload := range encodeAll(t, encoder, n.sound) {
		sent := time.Duration(i+1) * FrameDuration // when the frame is whole
		if payload != nil {
			d := delivery{at: sent, seq: seq, stamp: stamp, payload: payload}
			seq++
			copies := 1
			if n.send != nil {
				var delay time.Duration
				delay, copies = n.send(i)
				d.at += delay
			}
			if n.edit != nil {
				n.edit(i, &d.seq, &d.stamp, &d.payload)
			}
			for range copies {
				list = append(list, d)
			}
		}
		stamp += FrameSamples
	}
	slices.SortStableFunc(list, func(a, b delivery) int { return int(a.at - b.at) })
	return list
}

// speech is like speech to the codec and the buffer: bursts of a buzzing voice
// with pauses between, and a little noise throughout, as any room has.
func speech(length time.Duration) []int16 {
	const pitch = 150 // Hz, a whole number of samples
	buzz := make([]float64, SampleRate/pitch)
	for i := range buzz {
		for harmonic := 1; harmonic <= 8; harmonic++ {
			buzz[i] += math.Sin(2*math.Pi*float64(harmonic*i)/float64(len(buzz))) / float64(harmonic)
		}
	}
	noise := rand.New(rand.NewPCG(1, 2))
	pcm := make([]int16, durationToSamples(length))
	for i := range pcm {
		loudness := 0.12 * max(0, math.Sin(2*math.Pi*0.9*float64(i)/SampleRate))
		pcm[i] = int16(math.MaxInt16*loudness*buzz[i%len(buzz)] + noise.NormFloat64()*15)
	}
	return pcm
}

// gaps counts the pieces of 10 ms in a steady tone where the tone is missing.
func gaps(heard []int16, hz float64) (count int) {
	for at := 0; at+blockSamples <= len(heard); at += blockSamples {
		if toneShareDB(heard[at:at+blockSamples], hz) < -6 || levelDB(heard[at:at+blockSamples]) < -40 {
			count++
		}
	}
	return count
}
