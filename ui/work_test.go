package ui

import (
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func Example_worker() {
	w := newWorker()
	w.do(func() { /* save the tick */ })
	w.do(func() { /* save the next one, once the first is saved */ })
	w.close() // returns when both are saved
}

func TestWorkerKeepsTheOrderAndFinishesOnClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorker()
		begun := time.Now()
		var done, want []int
		for i := range 100 {
			want = append(want, i)
			w.do(func() {
				time.Sleep(time.Duration(100-i) * time.Millisecond) // the first takes longest
				done = append(done, i)
			})
		}
		if waited := time.Since(begun); waited != 0 {
			t.Errorf("asking for something waited %v for it", waited)
		}
		w.close()
		if !slices.Equal(done, want) {
			t.Errorf("done in the order %v", done)
		}
	}) // and fails here if a goroutine is left
}

func TestWorkerTakesNothingAfterClose(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorker()
		synctest.Wait() // it has nothing to do, and waits
		w.close()
		w.do(func() { t.Error("done after close") })
		w.close()
		synctest.Wait()
	})
}

func TestWorkerTakesFromATaskAndFromMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorker()
		done := 0
		for range 10 {
			go w.do(func() {
				done++
				w.do(func() { done++ })
			})
		}
		synctest.Wait()
		w.close()
		if done != 20 {
			t.Errorf("%d tasks were done, want 20", done)
		}
	})
}

// An errand may bring up another while somebody waits for them.
func TestErrandsAreWaitedFor(t *testing.T) {
	var e errands
	e.Wait() // for nothing
	var done atomic.Int32
	for range 50 {
		e.Go(func() {
			e.Go(func() { done.Add(1) })
			done.Add(1)
		})
	}
	e.Wait()
	if got := done.Load(); got != 100 {
		t.Errorf("%d of 100 were waited for", got)
	}
}
