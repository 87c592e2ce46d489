package stream

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/pion/rtp"
)

// captureTimeID is the header extension's id in these tests.
const captureTimeID = 3

// wire keeps what a sender writes.
type wire struct{ packets []*rtp.Packet }

func (w *wire) WriteRTP(p *rtp.Packet) error {
	w.packets = append(w.packets, p)
	return nil
}

var start = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// picture makes up a VP8 frame: its first bit says that it is not a keyframe.
func picture(key bool, number byte, size int) []byte {
	data := bytes.Repeat([]byte{number}, size)
	data[0] = 1
	if key {
		data[0] = 0
	}
	return data
}

// send returns the packets of some pictures 33 ms apart, a keyframe first and
// wherever keys says, each picture of three packets.
func send(t *testing.T, count int, keys ...int) (packets []*rtp.Packet, pictures [][]byte) {
	t.Helper()
	w := &wire{}
	s := NewVideoSender(w, captureTimeID)
	for i := range count {
		data := picture(i == 0 || slices.Contains(keys, i), byte(i), 3000)
		sent, err := s.Send(data, start.Add(time.Duration(i)*33*time.Millisecond), 33*time.Millisecond)
		if err != nil || sent.Packets != 3 || sent.Bytes < len(data) {
			t.Fatalf("sent %+v, %v", sent, err)
		}
		pictures = append(pictures, data)
	}
	return w.packets, pictures
}

// receive pushes packets 1 ms apart and returns the numbers of the pictures
// that come out.
func receive(a *Assembler, packets []*rtp.Packet) (numbers []int) {
	now := start
	for _, p := range packets {
		a.Push(p)
		now = now.Add(time.Millisecond)
		for {
			got, ok := a.Next(now)
			if !ok {
				break
			}
			numbers = append(numbers, int(got.Data[1]))
		}
	}
	return numbers
}

func TestPicturesSurviveTheWire(t *testing.T) {
	packets, pictures := send(t, 3)
	a := NewAssembler(captureTimeID)
	for i, p := range packets {
		a.Push(p)
		got, ok := a.Next(start)
		if last := i%3 == 2; ok != last {
			t.Fatalf("after packet %d: picture %v", i, ok)
		}
		if !ok {
			continue
		}
		n := i / 3
		if !bytes.Equal(got.Data, pictures[n]) || got.Keyframe != (n == 0) {
			t.Errorf("picture %d changed on its way", n)
		}
		if want := start.Add(time.Duration(n) * 33 * time.Millisecond); got.Captured.Sub(want).Abs() > time.Millisecond {
			t.Errorf("picture %d was captured at %v, not %v", n, want, got.Captured)
		}
	}
	if c := a.Counts(); c.Packets != 9 || c.Pictures != 3 || c.Lost != 0 || c.Dropped != 0 {
		t.Errorf("counts %+v", c)
	}
}

func TestAssemblerPutsInOrder(t *testing.T) {
	packets, _ := send(t, 4)
	for _, test := range []struct {
		name  string
		order []int
	}{
		{"as sent", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		{"begun out of order", []int{2, 0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		{"swapped between pictures", []int{0, 1, 3, 2, 4, 5, 6, 9, 7, 8, 10, 11}},
		{"doubled", []int{0, 0, 1, 1, 2, 2, 3, 4, 5, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11}},
		{"one late", []int{0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 4}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var ordered []*rtp.Packet
			for _, i := range test.order {
				ordered = append(ordered, packets[i])
			}
			a := NewAssembler(captureTimeID)
			if got := receive(a, ordered); !slices.Equal(got, []int{0, 1, 2, 3}) {
				t.Errorf("pictures %v", got)
			}
			if a.Counts().Lost != 0 {
				t.Errorf("counts %+v", a.Counts())
			}
		})
	}
}

func TestAssemblerGivesUpAndWaitsForKeyframe(t *testing.T) {
	packets, _ := send(t, 4, 3)
	a := NewAssembler(0)
	// The second packet of picture 1 never comes.
	if got := receive(a, slices.Delete(slices.Clone(packets[:9]), 4, 5)); !slices.Equal(got, []int{0}) {
		t.Fatalf("pictures %v", got)
	}
	if a.NeedKeyframe() {
		t.Fatal("gave up at once")
	}
	if _, ok := a.Next(start.Add(patience * 2)); ok || !a.NeedKeyframe() {
		t.Fatal("showed a picture that builds on a missing one, or goes on waiting")
	}
	// The keyframe brings the picture back.
	if got := receive(a, packets[9:]); !slices.Equal(got, []int{3}) || a.NeedKeyframe() {
		t.Fatalf("pictures %v", got)
	}
	if c := a.Counts(); c.Lost != 1 || c.Dropped != 1 {
		t.Errorf("counts %+v", c)
	}
}

func TestAssemblerDoesNotWaitBeforeKeyframe(t *testing.T) {
	packets, _ := send(t, 3, 2)
	a := NewAssembler(0)
	a.Push(packets[3]) // joined in the middle of picture 1
	if got := receive(a, packets[6:]); !slices.Equal(got, []int{2}) {
		t.Fatalf("pictures %v", got)
	}
}

func TestAssemblerSurvivesJumps(t *testing.T) {
	packets, _ := send(t, 2, 1)
	a := NewAssembler(0)
	receive(a, packets[:2])
	far := *packets[3]
	far.SequenceNumber += 20000
	a.Push(&far)
	if _, ok := a.Next(start); ok || !a.NeedKeyframe() {
		t.Fatal("went on after a jump")
	}
	var after []*rtp.Packet
	for _, p := range packets[3:] {
		moved := *p
		moved.SequenceNumber += 20000
		after = append(after, &moved)
	}
	if got := receive(a, after); !slices.Equal(got, []int{1}) {
		t.Errorf("pictures %v", got)
	}
}

func TestSoundHasNoGapsUnlessCapturedWithGaps(t *testing.T) {
	const frame = 20 * time.Millisecond
	w := &wire{}
	s := NewAudioSender(w, captureTimeID)
	at := start
	send := func(d time.Duration) uint32 {
		t.Helper()
		at = at.Add(d)
		if _, err := s.Send([]byte{1, 2, 3}, at, frame); err != nil {
			t.Fatal(err)
		}
		return w.packets[len(w.packets)-1].Timestamp
	}
	first := send(0)
	if got := send(frame + 3*time.Millisecond); got != first+960 {
		t.Errorf("capture jitter shows: %d", got-first)
	}
	s.Skip(frame)
	at = at.Add(frame)
	if got := send(frame - 3*time.Millisecond); got != first+3*960 {
		t.Errorf("silence that was not sent: %d", got-first)
	}
	if got := send(time.Second); got != first+3*960+48000 {
		t.Errorf("a pause: %d", got-first)
	}
	if !w.packets[3].Marker || w.packets[1].Marker {
		t.Error("the marker is not at the begin of a talkspurt")
	}
	last := w.packets[3].Timestamp
	if got := send(-time.Hour); got != last+960 {
		t.Errorf("the clock set back: %d", int32(got-last))
	}
	for i, p := range w.packets {
		if p.SequenceNumber != w.packets[0].SequenceNumber+uint16(i) {
			t.Fatal("sequence numbers have gaps")
		}
	}
}

func TestAssemblerFollowsASenderThatBeginsAnew(t *testing.T) {
	packets, _ := send(t, 2)
	a := NewAssembler(0)
	if got := receive(a, packets); !slices.Equal(got, []int{0, 1}) {
		t.Fatalf("pictures %v", got)
	}
	again, _ := send(t, 200, 100)
	first := packets[0].SequenceNumber - 10000
	for i, p := range again {
		p.SequenceNumber = first + uint16(i)
	}
	if got := receive(a, again); len(got) != 100 || got[0] != 100 {
		t.Errorf("pictures %v", got)
	}
}

// FuzzAssembler feeds an assembler with packets of any order and content: it
// must not fail, keep a bounded amount and never count less than it returns.
func FuzzAssembler(f *testing.F) {
	f.Add([]byte{0, 0, 1, 0x90, 0, 0, 0, 1, 1, 0x10, 0})
	f.Add([]byte{255, 255, 0, 0x10, 0, 0, 0, 1, 0x10, 1})
	f.Fuzz(func(t *testing.T, script []byte) {
		a := NewAssembler(captureTimeID)
		now, shown := start, uint64(0)
		for len(script) >= 5 {
			p := &rtp.Packet{
				Header: rtp.Header{
					SequenceNumber: uint16(script[0])<<8 | uint16(script[1]),
					Timestamp:      uint32(script[2]),
					Marker:         script[3]&1 == 1,
				},
				Payload: script[3:min(len(script), 3+int(script[4]%8))],
			}
			script = script[5:]
			a.Push(p)
			now = now.Add(40 * time.Millisecond)
			for {
				got, ok := a.Next(now)
				if !ok {
					break
				}
				if shown++; len(got.Data) == 0 {
					t.Fatal("an empty picture")
				}
			}
		}
		if c := a.Counts(); c.Pictures-c.Dropped != shown {
			t.Fatalf("counts %+v, but %d pictures", c, shown)
		}
	})
}

// BenchmarkAssembler measures what one packet costs.
func BenchmarkAssembler(b *testing.B) {
	w := &wire{}
	s := NewVideoSender(w, captureTimeID)
	a := NewAssembler(captureTimeID)
	data := picture(true, 1, 6000)
	for b.Loop() {
		w.packets = w.packets[:0]
		if _, err := s.Send(data, time.Now(), time.Millisecond); err != nil {
			b.Fatal(err)
		}
		for _, p := range w.packets {
			a.Push(p)
			a.Next(start)
		}
	}
}
