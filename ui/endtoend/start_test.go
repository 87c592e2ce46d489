package endtoend

import (
	"image/color"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hjemmekontor/locales"
)

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// BenchmarkStart prints how long it takes from the start of the process until
// its window is painted, in milliseconds, with a warm disk cache.
func BenchmarkStart(b *testing.B) {
	d := newDesk(b, 1100, 720, locales.Norwegian)
	var times []float64
	for b.Loop() {
		empty := d.Shot(b).RGBAAt(3, 300)
		began := time.Now()
		p := d.Launch(b, program, "--data", d.data, "--lang", "nb")
		for d.Shot(b).RGBAAt(3, 300) == empty {
			time.Sleep(time.Millisecond)
		}
		times = append(times, float64(time.Since(began).Milliseconds()))
		p.Kill(b)
		for d.Shot(b).RGBAAt(3, 300) != (color.RGBA{A: 0xFF}) && d.Shot(b).RGBAAt(3, 300) != empty {
			time.Sleep(10 * time.Millisecond)
		}
	}
	b.ReportMetric(median(times), "ms/start")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkIdle prints what the window costs while nothing happens: the share
// of a core over ten seconds, in percent, and resident memory in MB.
func BenchmarkIdle(b *testing.B) {
	d := newDesk(b, 1100, 720, locales.Norwegian)
	p := d.open(b, "home.call", "--lang", "nb")
	d.WaitStable(b, patience)
	time.Sleep(3 * time.Second)
	var shares []float64
	for b.Loop() {
		const watched = 10 * time.Second
		before := processorTime(b, p.Pid())
		time.Sleep(watched)
		shares = append(shares, 100*(processorTime(b, p.Pid())-before).Seconds()/watched.Seconds())
	}
	b.ReportMetric(median(shares), "%core")
	b.ReportMetric(residentMB(b, p.Pid()), "MB-resident")
	b.ReportMetric(0, "ns/op")
}

// processorTime is what a process has used in all (proc(5), stat).
func processorTime(b *testing.B, pid int) time.Duration {
	b.Helper()
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		b.Fatal(err)
	}
	// The name, in brackets, may hold spaces.
	fields := strings.Fields(string(stat)[strings.LastIndexByte(string(stat), ')')+1:])
	const user, system, tick = 11, 12, 10 * time.Millisecond
	total := 0
	for _, i := range []int{user, system} {
		ticks, err := strconv.Atoi(fields[i])
		if err != nil {
			b.Fatal(err)
		}
		total += ticks
	}
	return time.Duration(total) * tick
}

func residentMB(b *testing.B, pid int) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
	if err != nil {
		b.Fatal(err)
	}
	for _, line := range strings.Split(string(status), "\n") {
		if kilobytes, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(kilobytes), " kB"))
			if err != nil {
				b.Fatal(err)
			}
			return float64(n) / 1024
		}
	}
	b.Fatal("no VmRSS")
	return 0
}
