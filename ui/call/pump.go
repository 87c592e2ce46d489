package call

import (
	"sync"
	"sync/atomic"
	"time"
)

// pump calls pull on the UI goroutine, by way of do, at the pace of a screen
// until it is stopped. It never lets calls pile up there: while one is waiting to run, no
// other is asked for.
type pump struct {
	stopped chan struct{}
	once    sync.Once
	waiting atomic.Bool
}

// pace is how often a new picture is looked for.
const pace = time.Second / 60

func startPump(do func(func()), pull func()) *pump {
	p := &pump{stopped: make(chan struct{})}
	go p.run(do, pull)
	return p
}

func (p *pump) run(do func(func()), pull func()) {
	ticker := time.NewTicker(pace)
	defer ticker.Stop()
	for {
		select {
		case <-p.stopped:
			return
		case <-ticker.C:
		}
		if p.waiting.Swap(true) {
			continue
		}
		do(func() {
			p.waiting.Store(false)
			select {
			case <-p.stopped:
			default:
				pull()
			}
		})
	}
}

func (p *pump) stop() { p.once.Do(func() { close(p.stopped) }) }
