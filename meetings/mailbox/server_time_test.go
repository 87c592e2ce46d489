package mailbox

import (
	"testing"
	"time"

	"github.com/coder/websocket"
)

// dialPipe is dialRaw over a network in memory.
func dialPipe(t *testing.T, network *pipeNetwork, address string) *rawClient {
	t.Helper()
	config, err := network.config(address).withDefaults()
	if err != nil {
		t.Fatal(err)
	}
	conn, _, err := websocket.Dial(testContext(t), config.URL, &websocket.DialOptions{HTTPClient: newDialer(config).client})
	if err != nil {
		t.Fatalf("dialling: %v", err)
	}
	t.Cleanup(func() { conn.CloseNow() })
	r := &rawClient{t: t, conn: conn}
	r.expect("welcome")
	return r
}

func TestWhoDoesNotBindIsHungUpOn(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		c := dialPipe(t, network, "192.0.2.1")
		started := time.Now()
		c.send(`{"type":"ping","ping":1}`)
		c.expect("pong")
		c.hungUp()
		if waited := time.Since(started); waited != 10*time.Second {
			t.Errorf("hung up after %v", waited)
		}
	})
}

func TestIdleConnectionIsHungUpOn(t *testing.T) {
	inBubble(t, Limits{Idle: 20 * time.Second}, func(t *testing.T, network *pipeNetwork) {
		idle := dialPipe(t, network, "192.0.2.1")
		idle.bind("idle")
		listening := dialPipe(t, network, "192.0.2.2")
		listening.bind("listening")
		listening.send(`{"type":"open","mailbox":"box"}`)
		listening.send(`{"type":"add","phase":"pake","body":"00"}`)
		listening.expect("message")
		started := time.Now()
		idle.hungUp()
		if waited := time.Since(started); waited != 20*time.Second {
			t.Errorf("hung up after %v", waited)
		}
		listening.send(`{"type":"ping","ping":1}`)
		listening.expect("pong")
	})
}

// count tells how many nameplates, mailboxes and addresses the server remembers.
func (n *pipeNetwork) count() [3]int {
	h := n.server.hub
	h.mu.Lock()
	defer h.mu.Unlock()
	return [3]int{len(h.plates), len(h.boxes), len(h.accounts)}
}

func TestAbandonedMailboxIsDropped(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		c := dialPipe(t, network, "192.0.2.1")
		c.bind("side")
		c.send(`{"type":"allocate"}`)
		nameplate := c.expect("allocated").Nameplate
		c.send(`{"type":"claim","nameplate":"` + nameplate + `"}`)
		c.send(`{"type":"open","mailbox":"` + c.expect("claimed").Mailbox + `"}`)
		c.send(`{"type":"add","phase":"pake","body":"00"}`)
		c.expect("message")
		c.conn.CloseNow()

		time.Sleep(9 * time.Minute)
		if got := network.count(); got != [3]int{1, 1, 1} {
			t.Errorf("after 9 minutes: %v nameplates, mailboxes, addresses; want one of each", got)
		}
		time.Sleep(5 * time.Minute)
		if got := network.count(); got != [3]int{} {
			t.Errorf("after 14 minutes: %v nameplates, mailboxes, addresses; want none", got)
		}
	})
}

func TestLifetimeEndsEvenWhatIsListenedTo(t *testing.T) {
	inBubble(t, Limits{Lifetime: time.Hour}, func(t *testing.T, network *pipeNetwork) {
		c := dialPipe(t, network, "192.0.2.1")
		c.bind("side")
		c.send(`{"type":"open","mailbox":"box"}`)
		// Reading answers the server's pings, as every living client does.
		over := make(chan time.Duration)
		started := time.Now()
		go func() {
			for {
				if _, _, err := c.conn.Read(t.Context()); err != nil {
					over <- time.Since(started)
					return
				}
			}
		}()
		if lasted := <-over; lasted < time.Hour || lasted > time.Hour+2*time.Minute {
			t.Errorf("the mailbox lasted %v, want an hour", lasted)
		}
	})
}

// TestWhoDoesNotReadIsHungUpOn: what is queued for it would fill memory.
func TestWhoDoesNotReadIsHungUpOn(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		c := dialPipe(t, network, "192.0.2.1")
		c.bind("side")
		time.Sleep(writeTimeout + time.Second)
		network.server.hub.mu.Lock()
		defer network.server.hub.mu.Unlock()
		if n := network.server.hub.connections; n != 0 {
			t.Errorf("%d connections, want none", n)
		}
	})
}

func TestDeadClientIsNoticed(t *testing.T) {
	inBubble(t, Limits{}, func(t *testing.T, network *pipeNetwork) {
		c := dialPipe(t, network, "192.0.2.1")
		c.bind("side")
		c.send(`{"type":"open","mailbox":"box"}`)
		network.stall()
		time.Sleep(3 * time.Minute)
		network.server.hub.mu.Lock()
		defer network.server.hub.mu.Unlock()
		if n := network.server.hub.connections; n != 0 {
			t.Errorf("%d connections, want none", n)
		}
	})
}
