package endtoend

import (
	"image"
	"slices"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// TestTwoInstancesOnOneDataFolder uses both at once.
func TestTwoInstancesOnOneDataFolder(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			mine := newSigner(t, firmOf(l))
			one, two := newDesk(t, 1100, 720, l), newDesk(t, 1100, 720, l)
			two.data = one.data
			one.hold(t, mine.sign(t, 1))
			one.start(t, "checklist.employee.title", "--page", "employee")
			two.start(t, "checklist.employee.title", "--page", "employee")

			tickAtOnce(t, one, two)
			takeAtOnce(t, mine, one, two)
			takeLate(t, mine, one, two)
		})
	}
}

// firstItems stand at the top of the employees' list.
var firstItems = []string{"employee-separate-work-private", "employee-own-user-account", "employee-updates"}

// tickAtOnce ticks different items in both windows without waiting for either,
// and finds every tick in both.
func tickAtOnce(t *testing.T, one, two *desk) {
	t.Helper()
	boxes := make([]image.Point, len(firstItems))
	for i, id := range firstItems {
		boxes[i] = besides(one.see(t, "item."+id+".title"))
		two.see(t, "item."+id+".title")
	}
	for i, box := range slices.Backward(boxes) { // a tick moves what stands below it
		[]*desk{one, two}[i%2].ClickAt(t, box)
	}
	const items, own = 20, 2
	for _, d := range []*desk{one, two} {
		waitFor(t, "every tick to be kept", func() bool { return d.ticks(t) == len(firstItems) })
		d.goTo(t, ui.Home)
		d.see(t, "home.call")
		d.goTo(t, ui.Employee)
		d.see(t, "checklist.counted", locales.Data{"Done": len(firstItems), "Total": items + own})
	}
}

// ticks is how many items are kept as done.
func (d *desk) ticks(t *testing.T) (n int) {
	t.Helper()
	d.inStore(t, func(s *checklists.Store) error {
		marks, err := s.Marks(t.Context())
		for _, m := range marks {
			if m.State == checklists.Done {
				n++
			}
		}
		return err
	})
	return n
}

// takeAtOnce takes different versions in both windows at the same moment: the
// newer one is held afterwards, whichever came first.
func takeAtOnce(t *testing.T, mine *signer, one, two *desk) {
	t.Helper()
	one.offer(t, mine, 2)
	two.offer(t, mine, 3)
	older, newer := one.scrollTo(t, "company.take-update"), two.scrollTo(t, "company.take-update")
	one.ClickAt(t, middle(older))
	two.ClickAt(t, middle(newer))
	waitFor(t, "version 3 to be held", func() bool { return one.version(t) == 3 })
	two.see(t, "company.vpn")
}

// takeLate says yes in one window to a version that the other has left behind
// meanwhile.
func takeLate(t *testing.T, mine *signer, one, two *desk) {
	t.Helper()
	one.goTo(t, ui.Home)
	one.offer(t, mine, 4)
	two.offer(t, mine, 5)
	two.scrollTo(t, "company.take-update")
	two.press(t, "company.take-update")
	waitFor(t, "version 5 to be held", func() bool { return two.version(t) == 5 })
	one.scrollTo(t, "company.take-update")
	one.press(t, "company.take-update")
	one.seeSentence(t, "problem.company-older")
	one.shot(t, "instances-late")
	if got := one.version(t); got != 5 {
		t.Errorf("version %d is held", got)
	}
}

// offer drops a version of the company's file on the window.
func (d *desk) offer(t *testing.T, from *signer, version int) {
	t.Helper()
	d.Drop(t, d.lay(t, "firma.hjemmekontor", from.sign(t, version)))
	d.see(t, "company.ask-update", locales.Data{"Company": from.name})
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
