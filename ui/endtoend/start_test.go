package endtoend

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hjemmekontor/ui/endtoend/screen"
)

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// contestants are the programs that are measured, in turn, so that what else
// the machine does meets them alike: Hjemmekontor as it is released, and the
// smallest window that its toolkit can show.
func contestants(b *testing.B, data string) map[string][]string {
	b.Helper()
	dir := b.TempDir()
	release := func(name, pkg string) string {
		path := filepath.Join(dir, name)
		build := exec.Command("go", "build", "-ldflags", "-s -w", "-tags", "nolibopusfile,migrated_fynedo,no_emoji", "-o", path, pkg)
		if out, err := build.CombinedOutput(); err != nil {
			b.Fatalf("building %s: %v\n%s", name, err, out)
		}
		return path
	}
	return map[string][]string{
		"hjemmekontor": {release("hjemmekontor", "hjemmekontor"), "--data", data, "--lang", "nb"},
		"bare":         {release("bare", "./testdata/bare")},
	}
}

// BenchmarkStart prints how long it takes from the start of the process until
// its window is painted, in milliseconds, with a warm disk cache.
func BenchmarkStart(b *testing.B) {
	programs := contestants(b, filepath.Join(b.TempDir(), "data"))
	home := screen.NewHome(b)
	start := func(command []string) float64 {
		s := screen.Start(b, 1100, 720)
		began := time.Now()
		p := s.LaunchIn(b, home, command[0], command[1:]...)
		defer p.Kill(b)
		return float64(s.WaitPainted(b, patience).Sub(began).Milliseconds())
	}
	for _, command := range programs {
		start(command) // fills the caches: the disk's, of fonts, of shaders
	}
	times := map[string][]float64{}
	for b.Loop() {
		for name, command := range programs {
			times[name] = append(times[name], start(command))
		}
	}
	summarise(b, times, "ms")
}

// BenchmarkIdle prints what the window costs while nothing happens: the share
// of a core over ten seconds, in percent, and resident memory in MB.
func BenchmarkIdle(b *testing.B) {
	programs := contestants(b, filepath.Join(b.TempDir(), "data"))
	shares, memory := map[string][]float64{}, map[string][]float64{}
	for b.Loop() {
		for name, command := range programs {
			const settling, watched = 5 * time.Second, 10 * time.Second
			s := screen.Start(b, 1100, 720)
			p := s.Launch(b, command[0], command[1:]...)
			s.WaitPainted(b, patience)
			time.Sleep(settling)
			before := processorTime(b, p.Pid())
			time.Sleep(watched)
			shares[name] = append(shares[name], 100*(processorTime(b, p.Pid())-before).Seconds()/watched.Seconds())
			memory[name] = append(memory[name], residentMB(b, p.Pid()))
			p.Kill(b)
		}
	}
	summarise(b, shares, "%core")
	summarise(b, memory, "MB")
}

// summarise prints the median of each program's figures and the ratio of ours to
// the bare window's.
func summarise(b *testing.B, figures map[string][]float64, unit string) {
	for name, values := range figures {
		b.ReportMetric(median(values), unit+"/"+name)
	}
	b.ReportMetric(median(figures["hjemmekontor"])/median(figures["bare"]), unit+"/ratio")
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
