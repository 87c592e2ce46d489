package direct

import (
	"testing"
	"time"
)

// BenchmarkCall holds a call of 720p and sound both ways for 5 s and reports
// what it costs, both sides together in one process. Run it alone:
//
//	go test -run '^$' -bench Call ./meetings/direct
func BenchmarkCall(b *testing.B) {
	const seconds = 5
	kari, ola := pair(b)
	kari.switchOn()
	ola.switchOn()
	kari.eventually("a picture", func() bool {
		stats := kari.call.Stats()
		return len(stats.Peers) == 1 && stats.Peers[0].Video.Decoded > 0
	})
	var decoded, latency, encode, frozen, concealed float64
	for b.Loop() {
		before := kari.call.Stats().CPUSeconds
		decoded, latency, encode, frozen, concealed = 0, 0, 0, 0, 0
		for range seconds {
			time.Sleep(time.Second)
			for _, s := range []*side{kari, ola} {
				stats := s.call.Stats()
				decoded += float64(stats.Peers[0].Video.Decoded) / seconds / 2
				latency += stats.Peers[0].Video.LatencyMs / seconds / 2
				encode += stats.Local.Video.EncodeMs / seconds / 2
				frozen += stats.Peers[0].Video.FreezeMs
				concealed += stats.Peers[0].Audio.ConcealedMs
			}
		}
		b.ReportMetric((kari.call.Stats().CPUSeconds-before)/seconds, "cores")
	}
	b.ReportMetric(decoded, "frames/s")
	b.ReportMetric(latency, "latency-ms")
	b.ReportMetric(encode, "encode-ms")
	b.ReportMetric(frozen, "frozen-ms")
	b.ReportMetric(concealed, "concealed-ms")
	b.ReportMetric(float64(kari.call.Stats().RSSBytes>>20), "MB")
}

// BenchmarkFirstPicture measures the time from a code that is entered to the
// first picture on the other side.
func BenchmarkFirstPicture(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		kari, ola := &side{t: b}, &side{t: b}
		forKari, forOla := kari.options("Kari"), ola.options("Ola")
		kari.switchOn()
		c, invite, err := Start(b.Context(), forKari)
		if err != nil {
			b.Fatal(err)
		}
		kari.call = c
		b.StartTimer()
		if ola.call, err = Join(b.Context(), invite, forOla); err != nil {
			b.Fatal(err)
		}
		ola.watch()
		for img, _ := ola.call.Remote().View().Newest(); img == nil; img, _ = ola.call.Remote().View().Newest() {
			time.Sleep(time.Millisecond)
		}
		b.StopTimer()
		for _, s := range []*side{ola, kari} {
			s.call.HangUp()
			<-s.call.Done()
			s.local.Close()
		}
		b.StartTimer()
	}
}
