package audio

import (
	"errors"
	"testing"
)

func newCodec(t testing.TB, config EncoderConfig) (*Encoder, *Decoder) {
	t.Helper()
	encoder, err := NewEncoder(config)
	if err != nil {
		t.Fatal(err)
	}
	decoder, err := NewDecoder()
	if err != nil {
		t.Fatal(err)
	}
	return encoder, decoder
}

// encodeAll encodes pcm frame by frame; frames that need not be sent are nil.
func encodeAll(t testing.TB, encoder *Encoder, pcm []int16) [][]byte {
	t.Helper()
	var packets [][]byte
	buffer := make([]byte, MaxPacketSize)
	for at := 0; at+FrameSamples <= len(pcm); at += FrameSamples {
		n, err := encoder.Encode(pcm[at:at+FrameSamples], buffer)
		if err != nil {
			t.Fatal(err)
		}
		var packet []byte
		if n > 0 {
			packet = append(packet, buffer[:n]...)
		}
		packets = append(packets, packet)
	}
	return packets
}

func TestASoundSurvivesOpus(t *testing.T) {
	encoder, decoder := newCodec(t, EncoderConfig{})
	pcm := sine(SampleRate, 440, 0.2)
	packets := encodeAll(t, encoder, pcm)
	out := make([]int16, MaxPacketSamples)
	var heard []int16
	bytes := 0
	for _, packet := range packets {
		n, err := decoder.Decode(packet, out)
		if err != nil || n != FrameSamples {
			t.Fatalf("decoded %d samples: %v", n, err)
		}
		heard = append(heard, out[:n]...)
		bytes += len(packet)
	}
	tail := heard[len(heard)/2:]
	if share := toneShareDB(tail, 440); share < -0.1 { // 16 dB above all else
		t.Errorf("the tone is %.2f dB of what is decoded", share)
	}
	if got, want := levelDB(tail), levelDB(pcm); got < want-1 || got > want+1 {
		t.Errorf("level %.1f dBFS, want %.1f", got, want)
	}
	if kbps := float64(bytes) * 8 / 1000; kbps < 20 || kbps > 40 {
		t.Errorf("%.1f kbit/s, want about 32", kbps)
	}
}

func TestBitrateFollowsTheSetting(t *testing.T) {
	encoder, _ := newCodec(t, EncoderConfig{Bitrate: 16000})
	pcm := sine(SampleRate, 440, 0.2)
	size := func() (bytes int) {
		for _, packet := range encodeAll(t, encoder, pcm) {
			bytes += len(packet)
		}
		return bytes
	}
	low := size()
	if err := encoder.SetBitrate(64000); err != nil {
		t.Fatal(err)
	}
	if high := size(); high < 2*low {
		t.Errorf("%d bytes at 64 kbit/s, %d at 16", high, low)
	}
	if err := encoder.SetPacketLoss(101); err == nil {
		t.Error("a loss of 101 % is accepted")
	}
}

func TestALostFrameIsRestoredFromTheNextPacket(t *testing.T) {
	encoder, decoder := newCodec(t, EncoderConfig{Bitrate: 40000, PacketLoss: 20})
	// The tone changes in the lost frame: only its copy can tell.
	pcm := append(sine(FrameSamples*25, 300, 0.2), sine(FrameSamples*10, 700, 0.2)...)
	const lost = 27
	packets := encodeAll(t, encoder, pcm)
	out := make([]int16, MaxPacketSamples)
	for _, packet := range packets[:lost-2] {
		if _, err := decoder.Decode(packet, out); err != nil {
			t.Fatal(err)
		}
	}
	if !hasFEC(packets[lost]) {
		t.Fatal("no copy in the packet after the loss")
	}
	restored := make([]int16, 2*FrameSamples)
	for i, next := range []int{lost - 1, lost} {
		if err := decoder.DecodeFEC(packets[next], restored[i*FrameSamples:(i+1)*FrameSamples]); err != nil {
			t.Fatal(err)
		}
	}
	if share := toneShareDB(restored[FrameSamples:], 700); share < -1.5 {
		t.Errorf("the new tone is only %.1f dB of the restored frame", share)
	}
}

func TestConcealmentIsNotSilent(t *testing.T) {
	encoder, decoder := newCodec(t, EncoderConfig{})
	out := make([]int16, MaxPacketSamples)
	for _, packet := range encodeAll(t, encoder, sine(SampleRate/2, 440, 0.2)) {
		if _, err := decoder.Decode(packet, out); err != nil {
			t.Fatal(err)
		}
	}
	guess := make([]int16, FrameSamples)
	if err := decoder.Conceal(guess); err != nil {
		t.Fatal(err)
	}
	if level := levelDB(guess); level < -30 {
		t.Errorf("a concealed frame is at %.1f dBFS", level)
	}
	for range 50 {
		if err := decoder.Conceal(guess); err != nil {
			t.Fatal(err)
		}
	}
	if level := levelDB(guess); level > -60 {
		t.Errorf("after a second of loss it is still at %.1f dBFS", level)
	}
}

func TestSilenceIsNotSent(t *testing.T) {
	encoder, _ := newCodec(t, EncoderConfig{})
	packets := encodeAll(t, encoder, make([]int16, 2*SampleRate))
	sent, announced := 0, 0
	for _, packet := range packets[50:] {
		if packet != nil {
			sent++
		}
		if n := len(packet); n > 0 && n <= dtxPacketSize {
			announced++
		}
	}
	if sent > 8 || announced == 0 {
		t.Errorf("in a second of silence %d packets are sent, %d of them announcing it", sent, announced)
	}
}

func TestHostilePackets(t *testing.T) {
	_, decoder := newCodec(t, EncoderConfig{})
	out := make([]int16, MaxPacketSamples)
	for name, packet := range map[string][]byte{
		"empty":              {},
		"too large":          make([]byte, MaxPacketSize+1),
		"count missing":      {0x03},
		"no frames":          {0x03, 0},
		"longer than 120 ms": {0x1b, 3},
		"length past end":    {0x02, 200},
	} {
		if _, err := decoder.Decode(packet, out); !errors.Is(err, ErrBadPacket) {
			t.Errorf("%s: decoding: %v", name, err)
		}
		if err := decoder.DecodeFEC(packet, out[:FrameSamples]); !errors.Is(err, ErrBadPacket) && name != "length past end" {
			t.Errorf("%s: restoring: %v", name, err)
		}
	}
	encoder, _ := newCodec(t, EncoderConfig{})
	if _, err := encoder.Encode(out[:FrameSamples-1], make([]byte, 100)); err == nil {
		t.Error("a short frame is encoded")
	}
	if _, err := encoder.Encode(out[:FrameSamples], nil); err == nil {
		t.Error("a frame is encoded to nowhere")
	}
}

func TestPacketLengths(t *testing.T) {
	for _, test := range []struct {
		packet []byte
		want   int
	}{
		{[]byte{0 << 3}, 480},        // speech, 10 ms
		{[]byte{3 << 3}, 2880},       // speech, 60 ms
		{[]byte{12 << 3}, 480},       // hybrid, 10 ms
		{[]byte{15 << 3}, 960},       // hybrid, 20 ms
		{[]byte{16 << 3}, 120},       // music, 2.5 ms
		{[]byte{31 << 3}, 960},       // music, 20 ms
		{[]byte{31<<3 | 1}, 1920},    // two of them
		{[]byte{31<<3 | 3, 6}, 5760}, // six, counted
	} {
		if got, err := packetSamples(test.packet); err != nil || got != test.want {
			t.Errorf("%x: %d samples (%v), want %d", test.packet, got, err, test.want)
		}
	}
}

// FuzzDecoder feeds the decoder, and the reader of packet headers, anything.
func FuzzDecoder(f *testing.F) {
	encoder, _ := newCodec(f, EncoderConfig{})
	for _, packet := range encodeAll(f, encoder, sine(FrameSamples*3, 440, 0.2)) {
		f.Add(packet)
	}
	f.Add([]byte{0x03, 0x3f})
	f.Fuzz(func(t *testing.T, packet []byte) {
		decoder, err := NewDecoder()
		if err != nil {
			t.Fatal(err)
		}
		out := make([]int16, MaxPacketSamples)
		n, err := decoder.Decode(packet, out)
		if err == nil {
			if want, _ := packetSamples(packet); n != want {
				t.Errorf("decoded %d samples, the header says %d", n, want)
			}
		}
		_ = hasFEC(packet)
		_ = decoder.DecodeFEC(packet, out[:FrameSamples])
		if err := decoder.Conceal(out[:FrameSamples]); err != nil {
			t.Errorf("concealing afterwards: %v", err)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	encoder, _ := newCodec(b, EncoderConfig{})
	pcm := make([]int16, SampleRate)
	newTone().fill(pcm)
	packet := make([]byte, MaxPacketSize)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		at := i % 50 * FrameSamples
		if _, err := encoder.Encode(pcm[at:at+FrameSamples], packet); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	encoder, decoder := newCodec(b, EncoderConfig{})
	packets := encodeAll(b, encoder, sine(SampleRate, 440, 0.2))
	out := make([]int16, MaxPacketSamples)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := decoder.Decode(packets[i%len(packets)], out); err != nil {
			b.Fatal(err)
		}
	}
}
