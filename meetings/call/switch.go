package call

import (
	"context"
	"sync"
	"sync/atomic"
)

// deviceSwitch switches one device on and off. While it is on, a goroutine
// reads the device; it ends when the device is switched off or fails.
type deviceSwitch struct {
	on atomic.Bool

	mu     sync.Mutex // held while switching, which may take seconds
	cancel context.CancelFunc
	done   chan struct{}
}

// turnOn opens the device and starts reading it. It does nothing if the device
// is on already. changed is called after it went on.
func (s *deviceSwitch) turnOn(closed func() bool, changed func(), open func() (func(context.Context), error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if closed() {
		return ErrClosed
	}
	if s.on.Load() {
		return nil
	}
	s.wait() // for one that failed
	read, err := open()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.done = cancel, make(chan struct{})
	s.on.Store(true)
	go func() {
		defer close(s.done)
		read(ctx)
	}()
	changed()
	return nil
}

// turnOff stops reading the device and waits until it is closed.
func (s *deviceSwitch) turnOff(changed func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.on.Swap(false)
	s.wait()
	if was {
		changed()
	}
}

// wait ends the goroutine, if there is one.
func (s *deviceSwitch) wait() {
	if s.cancel == nil {
		return
	}
	s.cancel()
	<-s.done
	s.cancel, s.done = nil, nil
}
