package audio

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gen2brain/malgo"
)

const (
	// watchInterval and maxQuietTime: a running device that has not asked for
	// or delivered anything for this long is taken to be gone. miniaudio does
	// not notice when a PulseAudio server dies.
	watchInterval = 250 * time.Millisecond
	maxQuietTime  = 4 * time.Second

	// closeTimeout bounds how long a sound server that has frozen can hold up
	// who closes a device.
	closeTimeout = 2 * time.Second
)

// device is an opened microphone or speaker with what watches over it.
type device struct {
	connection *connection
	inner      *malgo.Device

	calls   atomic.Uint64 // times that the data callback has run
	stopped chan struct{} // gets a value when miniaudio says the device stopped
	lost    chan struct{} // closed when the device is gone
	closed  chan struct{}

	end     sync.Once
	watcher sync.WaitGroup
}

// role is what differs between opening a microphone and a speaker.
type role struct {
	kind    malgo.DeviceType
	none    error // there is no device
	unknown error // there is none of that name
}

var (
	microphoneRole = role{malgo.Capture, ErrNoMicrophone, ErrUnknownMicrophone}
	speakerRole    = role{malgo.Playback, ErrNoSpeaker, ErrUnknownSpeaker}
)

// openDevice opens the device of that name ("" is the default one), not yet
// running. data is called on the sound system's thread.
func openDevice(ctx context.Context, r role, name string, data malgo.DataProc) (*device, error) {
	d, err := within(ctx, func() (*device, error) {
		c, err := connect()
		if err != nil {
			return nil, err
		}
		d, err := c.open(r, name, data)
		if err != nil {
			c.close()
			return nil, err
		}
		return d, nil
	}, func(d *device) { _ = d.close() })
	if errors.Is(err, ErrNoSoundSystem) {
		return nil, fmt.Errorf("%w: %w", r.none, err)
	}
	return d, err
}

func (c *connection) open(r role, name string, data malgo.DataProc) (*device, error) {
	infos, err := c.list(r.kind)
	if err != nil {
		return nil, err
	}
	if len(infos) == 0 {
		return nil, r.none
	}
	var info *malgo.DeviceInfo
	if name != SpecDefault {
		if info = find(infos, name); info == nil {
			return nil, r.unknown
		}
	}
	d := &device{
		connection: c,
		stopped:    make(chan struct{}, 1),
		lost:       make(chan struct{}),
		closed:     make(chan struct{}),
	}
	d.inner, err = c.initDevice(r.kind, info, malgo.DeviceCallbacks{
		Data: func(output, input []byte, frames uint32) {
			d.calls.Add(1)
			select {
			case <-d.closed:
			default:
				data(output, input, frames)
			}
		},
		Stop: func() { signal(d.stopped) },
	})
	if err != nil {
		return nil, explain(err, r.none)
	}
	return d, nil
}

// run starts the device and the watch over it.
func (d *device) run() error {
	if err := d.inner.Start(); err != nil {
		return explain(err, ErrGone)
	}
	d.watcher.Go(d.watch)
	return nil
}

// watch closes lost when the device stops by itself or falls silent.
func (d *device) watch() {
	ticker := time.NewTicker(watchInterval)
	defer ticker.Stop()
	seen, quiet := d.calls.Load(), time.Duration(0)
	for {
		select {
		case <-d.closed:
			return
		case <-d.stopped:
			// Also said when the system suspends a device for a moment.
			if !d.inner.IsStarted() {
				close(d.lost)
				return
			}
		case <-ticker.C:
			if calls := d.calls.Load(); calls != seen {
				seen, quiet = calls, 0
			} else if quiet += watchInterval; quiet >= maxQuietTime {
				close(d.lost)
				return
			}
		}
	}
}

func (d *device) gone() <-chan struct{} { return d.lost }

// close stops the device; afterwards data is not called any more. It returns
// ErrGone if the device had gone before.
func (d *device) close() error {
	var err error
	d.end.Do(func() {
		close(d.closed)
		d.watcher.Wait()
		d.release()
		select {
		case <-d.lost:
			err = ErrGone
		default:
		}
	})
	return err
}

// release gives the device back to the system. If that hangs, a goroutine
// stays behind until the system answers.
func (d *device) release() {
	released := make(chan struct{})
	go func() {
		defer close(released)
		// Without Stop first, Uninit waits for a dead server to deliver. An
		// error means that there is nothing left to stop.
		_ = d.inner.Stop()
		d.inner.Uninit()
		d.connection.close()
	}()
	timeout := time.NewTimer(closeTimeout)
	defer timeout.Stop()
	select {
	case <-released:
	case <-timeout.C:
	}
}

// signal wakes who waits on a channel of capacity 1, without waiting itself.
func signal(wake chan<- struct{}) {
	select {
	case wake <- struct{}{}:
	default:
	}
}
