package endtoend

import (
	"testing"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/ui/endtoend/screen"
)

// callLink is an invitation to a call that nobody waits in.
const callLink = "hjemmekontor:call/7-fjord-brunost?at=127.0.0.1:9"

// TestASecondStartHandsOver starts the program again on the same data folder,
// each time with something else to open, while another window lies over the
// first.
func TestASecondStartHandsOver(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d, mine := newDesk(t, 1100, 720, l), newSigner(t, firmOf(l))
			running := d.start(t, "home.call")
			d.cover(t)
			d.handOver(t, "--page", "contacts")
			d.see(t, "contacts.happened")
			d.handOver(t, d.lay(t, "firma.hjemmekontor", mine.sign(t, 1)))
			d.see(t, "company.ask", locales.Data{"Company": mine.name})
			d.shot(t, "instances-file")
			d.handOver(t, d.recognise(t, "zoom").Address)
			d.see(t, "launcher.keep")
			d.shot(t, "instances-meeting")
			d.handOver(t, callLink)
			d.see(t, "call.prepare")
			d.shot(t, "instances-call")
			if !running.Running() {
				t.Errorf("the first program ended:\n%s", running.Output())
			}
			d.checkThreads(t, running.Output())
		})
	}
}

// cover lays another window over that of the program.
func (d *desk) cover(t *testing.T) {
	t.Helper()
	other := *d
	other.data = d.data + "-other"
	other.start(t, "settings.text-size", "--page", "settings")
}

// handOver starts the program once more, which ends at once and well.
func (d *desk) handOver(t *testing.T, args ...string) {
	t.Helper()
	p := d.Launch(t, program, append([]string{"--data", d.data, "--lang", string(d.texts.Language())}, args...)...)
	if code := p.Wait(t, patience); code != 0 || p.Output() != "" {
		t.Fatalf("the second start ended with code %d: %s", code, p.Output())
	}
}

// TestTwoStartsAtOneInstantEndWithOneWindow settles who is first.
func TestTwoStartsAtOneInstantEndWithOneWindow(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 1100, 720, locales.Norwegian)
	var both [2]*screen.Process
	for i := range both {
		both[i] = d.Launch(t, program, "--data", d.data, "--lang", "nb", "--page", "contacts")
	}
	d.see(t, "contacts.happened")
	left := 0
	waitFor(t, "one of the two to end", func() bool {
		left = 0
		for _, p := range both {
			if p.Running() {
				left++
			}
		}
		return left < len(both)
	})
	if left != 1 {
		t.Fatal("neither is left")
	}
	for _, p := range both {
		if !p.Running() && p.Wait(t, patience) != 0 {
			t.Errorf("the other one ended badly:\n%s", p.Output())
		}
	}
}

// waitFor asks again and again until something is so.
func waitFor(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !is(); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited %v for %s", patience, what)
		}
	}
}
