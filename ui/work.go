package ui

import "sync"

// worker does what takes time away from the UI goroutine: one task after the
// other, in the order in which they were asked for, so that a later save never
// overtakes an earlier one.
type worker struct {
	mu     sync.Mutex
	more   *sync.Cond
	tasks  []func()
	closed bool
	done   chan struct{}
}

func newWorker() *worker {
	w := &worker{done: make(chan struct{})}
	w.more = sync.NewCond(&w.mu)
	go w.run()
	return w
}

// do adds a task; it never blocks. After close nothing more is taken.
func (w *worker) do(task func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return
	}
	w.tasks = append(w.tasks, task)
	w.more.Signal()
}

// close finishes what has been asked for and returns when it is done.
func (w *worker) close() {
	w.mu.Lock()
	w.closed = true
	w.more.Signal()
	w.mu.Unlock()
	<-w.done
}

func (w *worker) run() {
	defer close(w.done)
	for {
		w.mu.Lock()
		for len(w.tasks) == 0 && !w.closed {
			w.more.Wait()
		}
		if len(w.tasks) == 0 {
			w.mu.Unlock()
			return
		}
		task := w.tasks[0]
		w.tasks = w.tasks[1:]
		w.mu.Unlock()
		task()
	}
}
