package audio

import (
	"math/rand/v2"
	"testing"
)

func TestChangeOfLength(t *testing.T) {
	noise := func(level int) []int16 {
		random := rand.New(rand.NewPCG(3, 4))
		pcm := make([]int16, FrameSamples)
		for i := range pcm {
			pcm[i] = int16(random.IntN(2*level) - level)
		}
		return pcm
	}
	tone := sine(FrameSamples, 400, 0.2) // period 120 samples
	for _, test := range []struct {
		name   string
		pcm    []int16
		excess int
		want   func(change int) bool
	}{
		{"quiet, too deep", noise(50), 2000, func(c int) bool { return c == -maxLag }},
		{"quiet, a little too deep", noise(50), 300, func(c int) bool { return c == -300 }},
		{"quiet, too shallow", noise(50), -2000, func(c int) bool { return c == maxLag }},
		{"tone, a little too deep: wait", tone, patience - 1, func(c int) bool { return c == 0 }},
		{"tone, too deep: whole periods", tone, patience, func(c int) bool { return c < 0 && c%120 == 0 }},
		{"tone, too shallow: whole periods", tone, -500, func(c int) bool { return c > 0 && c%120 == 0 }},
		{"loud noise, too deep: wait", noise(9000), patience, func(c int) bool { return c == 0 }},
		{"loud noise, far too deep", noise(9000), lastResort, func(c int) bool { return c < 0 }},
		{"next to nothing", noise(50), minLag - 1, func(c int) bool { return c == 0 }},
		{"a short packet", noise(50)[:480], 2000, func(c int) bool { return c == 0 }},
	} {
		t.Run(test.name, func(t *testing.T) {
			buffer := make([]int16, 2*MaxPacketSamples)
			n := copy(buffer, test.pcm)
			changed := changeLength(buffer, n, test.excess)
			if change := len(changed) - n; !test.want(change) {
				t.Errorf("changed by %d samples", change)
			}
		})
	}
}

func TestAToneStaysATone(t *testing.T) {
	for _, excess := range []int{maxDepthExcess, -maxDepthExcess} {
		buffer := make([]int16, 2*MaxPacketSamples)
		n := copy(buffer, sine(MaxPacketSamples, 400, 0.2))
		changed := changeLength(buffer, n, excess)
		if len(changed) == n {
			t.Fatalf("excess %d changed nothing", excess)
		}
		if share := toneShareDB(changed, 400); share < -0.01 {
			t.Errorf("excess %d: the tone is %.3f dB of the result", excess, share)
		}
	}
}

func TestRing(t *testing.T) {
	r := newRing(8)
	raw := []byte{1, 0, 2, 0, 0xff, 0xff}
	for range 2 {
		if n := r.writeBytes(raw); n != 3 {
			t.Fatalf("wrote %d", n)
		}
	}
	if n := r.writeBytes(raw); n != 2 {
		t.Errorf("a full ring took %d", n)
	}
	r.skip(1)
	pcm := make([]int16, 3)
	if !r.readInto(pcm) || pcm[0] != 2 || pcm[1] != -1 || pcm[2] != 1 {
		t.Errorf("read %v", pcm)
	}
	if r.buffered() != 4 || r.readInto(make([]int16, 5)) {
		t.Errorf("%d buffered", r.buffered())
	}
	r.skip(100)
	if r.buffered() != 0 {
		t.Errorf("%d buffered after skipping all", r.buffered())
	}
}
