package call

import (
	"testing"
	"testing/synctest"
	"time"
)

// While the UI goroutine is busy, as with a dialog, nothing waits for it but
// one call.
func TestPumpNeverPilesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		waiting := make(chan func(), 100)
		pulled := 0
		p := startPump(func(f func()) { waiting <- f }, func() { pulled++ })
		defer p.stop()
		for range 5 {
			time.Sleep(time.Minute)
			synctest.Wait()
			if len(waiting) != 1 {
				t.Fatalf("%d calls wait for the UI goroutine", len(waiting))
			}
			(<-waiting)()
		}
		if pulled != 5 {
			t.Errorf("pulled %d times, want 5", pulled)
		}
	})
}

func TestPumpKeepsThePaceOfAScreen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		pulled := 0
		p := startPump(func(f func()) { f() }, func() { pulled++ })
		time.Sleep(10*time.Second + pace/2)
		synctest.Wait()
		p.stop()
		if want := int(10 * time.Second / pace); pulled != want {
			t.Errorf("pulled %d times in ten seconds, want %d", pulled, want)
		}
	})
}

func TestPumpStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		late := make(chan func(), 1)
		p := startPump(func(f func()) { late <- f }, func() { t.Error("pulled after it was stopped") })
		time.Sleep(pace)
		synctest.Wait()
		p.stop()
		p.stop()   // again does no harm
		(<-late)() // the UI goroutine gets round to it only now
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(late) != 0 {
			t.Error("it goes on asking")
		}
	}) // and fails here if its goroutine is left
}
