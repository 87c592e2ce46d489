package call

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestCleanName(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"as it should be", "Kari Nordmann", "Kari Nordmann"},
		{"norwegian", "Åse Bjørnæs", "Åse Bjørnæs"},
		{"white space", " \tKari\n\r  Nordmann ", "Kari Nordmann"},
		{"control characters", "Ka\x00ri\x1b[31m\u0085", "Kari[31m"},
		{"right to left override", "Kari\u202egnp.exe", "Karignp.exe"},
		{"isolates and marks", "\u2066Ka\u200fri\u2069", "Kari"},
		{"zero width", "K\u200ba\ufeffri\u00ad", "Kari"},
		{"filler", "\u3164\u115f", ""},
		{"not UTF-8", "Ka\xffri", "Kari"},
		{"too long", strings.Repeat("å", 100), strings.Repeat("å", 60)},
		{"cut in a space", strings.Repeat("a", 59) + " b", strings.Repeat("a", 59)},
		{"enormous", strings.Repeat("x ", 1<<20), strings.TrimSpace(strings.Repeat("x ", 30))},
		{"nothing", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := CleanName(test.in); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzCleanName(f *testing.F) {
	f.Add("Kari \u202e\x00\xff")
	f.Fuzz(func(t *testing.T, in string) {
		got := CleanName(in)
		if utf8.RuneCountInString(got) > maxName || !utf8.ValidString(got) || got != CleanName(got) {
			t.Errorf("%q became %q", in, got)
		}
	})
}

func TestEventQueueKeepsTheNewest(t *testing.T) {
	q := newEventQueue()
	for range 10 * eventCapacity {
		q.put(Event{Kind: MediaChanged})
	}
	q.put(Event{Kind: StateChanged, State: Ended})
	q.close()
	q.close()
	q.put(Event{Kind: MediaChanged}) // too late
	var last Event
	n := 0
	for e := range q.ch {
		last = e
		n++
	}
	if n != eventCapacity || last.State != Ended {
		t.Errorf("%d events, the last %+v", n, last)
	}
}

// start is when the tests of time begin.
var start = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func at(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }

func TestFreezeMeter(t *testing.T) {
	var f freezeMeter
	if f.still(at(0)) != 0 || f.moved(at(1000)) != 0 {
		t.Error("frozen before the first picture")
	}
	if got := f.moved(at(1150)); got != 0 {
		t.Errorf("a gap of 150 ms froze for %v", got)
	}
	if got := f.still(at(1300)); got != 0 {
		t.Errorf("frozen too early for %v", got)
	}
	total := f.still(at(1400)) + f.still(at(1500)) + f.moved(at(1650)) + f.still(at(1700))
	if total != 500*time.Millisecond {
		t.Errorf("a gap of 500 ms froze for %v", total)
	}
}

func TestThinner(t *testing.T) {
	for _, test := range []struct {
		name     string
		gaps     []int // between pictures, in ms, over and over
		count    int
		min, max int // that pass
	}{
		{"30 a second", []int{33}, 300, 300, 300},
		{"30 a second in pairs", []int{13, 53}, 300, 300, 300},
		{"15 a second", []int{66}, 150, 150, 150},
		{"60 a second", []int{17, 16, 17}, 600, 300, 330},
		{"the clock set back", []int{33, -100000}, 100, 100, 100},
	} {
		t.Run(test.name, func(t *testing.T) {
			var th thinner
			now, passed := start, 0
			for i := range test.count {
				if th.pass(now, frameInterval) {
					passed++
				}
				now = now.Add(time.Duration(test.gaps[i%len(test.gaps)]) * time.Millisecond)
			}
			if passed < test.min || passed > test.max {
				t.Errorf("%d of %d pictures pass", passed, test.count)
			}
		})
	}
}

func TestKeyframeRequestsBackOff(t *testing.T) {
	var asked []int
	now := 0
	k := newKeyframeRequests(func() { asked = append(asked, now) })
	for now = 0; now <= 12000; now += 10 {
		k.update(true, at(now))
	}
	want := []int{0, 250, 750, 1750, 3750, 7750, 11750}
	if len(asked) != len(want) {
		t.Fatalf("asked at %v, want %v", asked, want)
	}
	for i := range want {
		if asked[i] != want[i] {
			t.Fatalf("asked at %v, want %v", asked, want)
		}
	}
	k.update(false, at(now))
	now += 10000
	k.update(true, at(now))
	if asked[len(asked)-1] != now {
		t.Error("does not ask at once after it was well")
	}
}

func TestRemoteClock(t *testing.T) {
	var c remoteClock
	if _, ok := c.offset(); ok {
		t.Error("knows a clock without a report")
	}
	const ahead = 90 * time.Second // their clock is ahead of ours
	for i, delay := range []int{30, 5, 80, 12} {
		sent := at(1000 * i)
		c.report(ntp(sent.Add(ahead)), sent.Add(time.Duration(delay)*time.Millisecond), 10*time.Millisecond)
	}
	got, _ := c.offset()
	if (got + ahead).Abs() > time.Microsecond {
		t.Errorf("offset %v, want %v", got, -ahead)
	}
}

// ntp turns a time into an NTP time stamp.
func ntp(t time.Time) uint64 {
	return uint64(t.Unix()-ntpEpoch)<<32 | uint64(t.Nanosecond())<<32/1e9
}
