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

// errands counts what runs away from the UI goroutine. Unlike a
// sync.WaitGroup's, its count may go from none to one while somebody waits.
type errands struct {
	mu   sync.Mutex
	n    int
	idle *sync.Cond // nil before anybody waits
}

// Go runs f on a goroutine of its own.
func (e *errands) Go(f func()) {
	e.mu.Lock()
	e.n++
	e.mu.Unlock()
	go func() {
		defer e.done()
		f()
	}()
}

func (e *errands) done() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.n--
	if e.n == 0 && e.idle != nil {
		e.idle.Broadcast()
	}
}

// Wait returns once nothing is running.
func (e *errands) Wait() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.idle == nil {
		e.idle = sync.NewCond(&e.mu)
	}
	for e.n > 0 {
		e.idle.Wait()
	}
}
