package mailbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"testing"
	"testing/synctest"
	"time"
)

// inBubble runs a test in synctest's time, with a server up.
func inBubble(t *testing.T, limits Limits, test func(t *testing.T, network *pipeNetwork)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		network := new(pipeNetwork)
		network.start(t, limits)
		defer network.stop()
		test(t, network)
	})
}

// meet makes two sides that have met.
func meet(t *testing.T, network *pipeNetwork) (caller, callee *Exchange) {
	t.Helper()
	caller = create(t, network.config("192.0.2.1"))
	callee = join(t, network.config("192.0.2.2"), caller.Code())
	established(t, caller, callee)
	return caller, callee
}

func TestMessagesSurviveBrokenConnections(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		caller, callee := meet(t, network)
		for i := range 20 {
			if i%3 == 0 {
				network.cut()
			}
			send(t, caller, fmt.Sprintf("a%d", i))
			send(t, callee, fmt.Sprintf("b%d", i))
			if i%4 == 0 {
				network.cut()
			}
			if i%5 == 0 {
				time.Sleep(time.Second)
			}
		}
		for i := range 20 {
			receive(t, callee, fmt.Sprintf("a%d", i))
			receive(t, caller, fmt.Sprintf("b%d", i))
		}
		network.cut()
		for _, x := range []*Exchange{caller, callee} {
			if err := x.Close(testContext(t), Happy); err != nil {
				t.Errorf("closing without a connection: %v", err)
			}
		}
	})
}

// TestMeetingSurvivesAServerThatForgets has the server restarted, with nothing
// in its memory, while the caller still waits.
func TestMeetingSurvivesAServerThatForgets(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		caller := create(t, network.config("192.0.2.1"))
		network.stop()
		time.Sleep(30 * time.Second)
		network.start(t, Limits{})
		time.Sleep(longestDelay * 2)
		callee := join(t, network.config("192.0.2.2"), caller.Code())
		established(t, caller, callee)
		send(t, callee, "hei")
		receive(t, caller, "hei")
	})
}

func TestPatienceEnds(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		config := network.config("192.0.2.1")
		config.Patience = 3 * time.Minute
		x := create(t, config)
		network.stop()
		gone := time.Now()
		if err := x.Established(context.Background()); !errors.Is(err, ErrUnreachable) {
			t.Errorf("established: %v, want %v", err, ErrUnreachable)
		}
		if waited := time.Since(gone); waited > config.Patience || waited < config.Patience-2*longestDelay {
			t.Errorf("gave up after %v, want %v", waited, config.Patience)
		}
		if n := network.dialled(); n < 10 || n > 60 {
			t.Errorf("dialled %d times", n)
		}
		if err := x.Close(context.Background(), Lonely); err != nil {
			t.Errorf("closing what has failed: %v", err)
		}
	})
}

// TestFlappingServerIsGivenUp: one that answers and hangs up each time must not
// keep the client busy for ever.
func TestFlappingServerIsGivenUp(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		x := create(t, network.config("192.0.2.1"))
		stop := make(chan struct{})
		flapping := make(chan struct{})
		go func() {
			defer close(flapping)
			for {
				network.cut()
				select {
				case <-stop:
					return
				case <-time.After(time.Second):
				}
			}
		}()
		started := time.Now()
		if err := x.Established(context.Background()); !errors.Is(err, ErrUnreachable) {
			t.Errorf("established: %v, want %v", err, ErrUnreachable)
		}
		if waited := time.Since(started); waited > 3*time.Minute {
			t.Errorf("gave up after %v", waited)
		}
		close(stop)
		<-flapping
	})
}

func TestSilentConnectionIsReplaced(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		caller, callee := meet(t, network)
		before := network.dialled()
		network.stall()
		send(t, caller, "hei")
		stalled := time.Now()
		if got, err := callee.Receive(context.Background()); err != nil || string(got) != "hei" {
			t.Fatalf("received %q, %v", got, err)
		}
		if waited := time.Since(stalled); waited > 45*time.Second {
			t.Errorf("noticed after %v", waited)
		}
		if network.dialled() == before {
			t.Error("nobody dialled anew")
		}
	})
}

func TestCloseDoesNotWaitForASilentServer(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		x := create(t, network.config("192.0.2.1"))
		network.stall()
		closing := time.Now()
		if err := x.Close(context.Background(), Lonely); !errors.Is(err, ErrUnreachable) {
			t.Errorf("closing: %v, want %v", err, ErrUnreachable)
		}
		if waited := time.Since(closing); waited != 5*time.Second {
			t.Errorf("waited %v", waited)
		}

		y := create(t, network.config("192.0.2.1"))
		network.stall()
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		closing = time.Now()
		if err := y.Close(ended, Lonely); err == nil {
			t.Error("closing succeeded")
		}
		if waited := time.Since(closing); waited != abandonTimeout {
			t.Errorf("waited %v with a context that had ended", waited)
		}
	})
}

func TestDialTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		deaf := func(context.Context, string, string) (net.Conn, error) {
			near, far := net.Pipe()
			t.Cleanup(func() { far.Close() })
			return near, nil
		}
		started := time.Now()
		if _, err := Create(context.Background(), Config{URL: "ws://mailbox.test", dialContext: deaf}); !errors.Is(err, ErrUnreachable) {
			t.Errorf("creating: %v, want %v", err, ErrUnreachable)
		}
		if waited := time.Since(started); waited != 10*time.Second {
			t.Errorf("waited %v", waited)
		}
	})
}

func TestDelaysGrowAndAreBounded(t *testing.T) {
	var o outage
	for i := range 20 {
		want := min(longestDelay, firstDelay<<min(i, 10))
		if d := o.delay(); d < want/2 || d > want*3/2 {
			t.Errorf("delay %d is %v, want around %v", i, d, want)
		}
	}
}
