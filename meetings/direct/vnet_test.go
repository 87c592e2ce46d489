package direct

import (
	"math/rand/v2"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pion/logging"
	"github.com/pion/transport/v5/vnet"

	"hjemmekontor/meetings/call"
)

// network is a virtual network between two machines. What it drops is a share
// of all packets, in percent.
type network struct {
	kari, ola *vnet.Net
	dropping  atomic.Int32
	packets   atomic.Int64
}

// newNetwork makes a network with a delay in each direction.
func newNetwork(t *testing.T, delay, jitter time.Duration) *network {
	t.Helper()
	router, err := vnet.NewRouter(&vnet.RouterConfig{
		CIDR: "198.51.100.0/24", MinDelay: delay, MaxJitter: jitter,
		LoggerFactory: logging.NewDefaultLoggerFactory(),
	})
	if err != nil {
		t.Fatal(err)
	}
	n := &network{}
	for ip, machine := range map[string]**vnet.Net{"198.51.100.1": &n.kari, "198.51.100.2": &n.ola} {
		if *machine, err = vnet.NewNet(&vnet.NetConfig{StaticIPs: []string{ip}}); err != nil {
			t.Fatal(err)
		}
		if err := router.AddNet(*machine); err != nil {
			t.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(1, 2)) // the router filters on one goroutine
	router.AddChunkFilter(func(vnet.Chunk) bool {
		n.packets.Add(1)
		return random.Int32N(100) >= n.dropping.Load()
	})
	if err := router.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = router.Stop() })
	return n
}

// pairOver makes a connected call over a virtual network. The mailbox is on
// the real one.
func pairOver(t *testing.T, n *network, p *patience) (kari, ola *side) {
	t.Helper()
	kari, ola = &side{t: t}, &side{t: t}
	forKari, forOla := kari.options("Kari"), ola.options("Ola")
	forKari.network, forOla.network = n.kari, n.ola
	forKari.patience, forOla.patience = p, p
	connect(t, kari, ola, forKari, forOla)
	kari.waitState(call.Connected)
	ola.waitState(call.Connected)
	return kari, ola
}

// shortPatience notices in seconds what usually takes half a minute.
func shortPatience(reconnect time.Duration) *patience {
	p := usualPatience
	p.silence, p.reconnect = time.Second, reconnect
	return &p
}

func TestFivePercentLoss(t *testing.T) {
	n := newNetwork(t, 15*time.Millisecond, 0)
	kari, ola := pairOver(t, n, nil)
	n.dropping.Store(5)
	ola.watch()
	kari.switchOn()
	ola.seesMovement()
	ola.hears()
	var decoded, encoded, lost int
	for range 4 {
		time.Sleep(time.Second)
		encoded += kari.call.Stats().Local.Video.Encoded
		peer := ola.call.Stats().Peers[0]
		decoded += peer.Video.Decoded
		lost += peer.Video.Lost
	}
	// Nearly everything lost is sent again in time. What the measurements cut
	// off at both ends, and a rare keyframe waited for, is allowed for.
	if decoded < encoded/2 {
		t.Errorf("of %d pictures only %d could be decoded (%d packets lost for good)", encoded, decoded, lost)
	}
	t.Logf("%d of %d pictures, %d packets lost for good, RTT %.0f ms",
		decoded, encoded, lost, ola.call.Stats().RTTMs)
	if stats := ola.call.Stats(); stats.RTTMs < 25 {
		t.Errorf("RTT %.1f ms over a network with 30", stats.RTTMs)
	}
}

func TestLatencyAcrossMachines(t *testing.T) {
	n := newNetwork(t, 40*time.Millisecond, 0)
	kari, ola := pairOver(t, n, nil)
	kari.switchOn()
	ola.eventually("a latency that holds the delay of the network", func() bool {
		stats := ola.call.Stats()
		return len(stats.Peers) == 1 && stats.Peers[0].Video.LatencyMs >= 40
	})
}

func TestDeadPeer(t *testing.T) {
	n := newNetwork(t, time.Millisecond, 0)
	kari, ola := pairOver(t, n, shortPatience(2*time.Second))
	kari.switchOn()
	n.dropping.Store(100)
	kari.waitState(call.Reconnecting)
	kari.waitEnd(call.TimedOut)
	ola.waitEnd(call.TimedOut)
}

func TestNothingIsSentWhileReconnecting(t *testing.T) {
	n := newNetwork(t, time.Millisecond, 0)
	kari, ola := pairOver(t, n, shortPatience(time.Minute))
	ola.watch()
	kari.switchOn()
	ola.seesMovement()
	n.dropping.Store(100)
	kari.waitState(call.Reconnecting)
	kari.eventually("a second without anything sent", func() bool {
		stats := kari.call.Stats()
		sent := stats.Local
		return stats.State == call.Reconnecting && sent.Video.Captured > 0 &&
			sent.Video.Encoded == 0 && sent.Video.Kbps == 0 && sent.Audio.Kbps == 0
	})
	n.dropping.Store(0)
	kari.waitState(call.Connected)
	ola.waitState(call.Connected)
	ola.seesMovement()
	ola.hears()
}

func TestNoRoute(t *testing.T) {
	n := newNetwork(t, time.Millisecond, 0)
	n.dropping.Store(100)
	kari, ola := &side{t: t}, &side{t: t}
	forKari, forOla := kari.options("Kari"), ola.options("Ola")
	forKari.network, forOla.network = n.kari, n.ola
	p := *shortPatience(time.Second)
	p.connect = 2 * time.Second
	forKari.patience, forOla.patience = &p, &p
	connect(t, kari, ola, forKari, forOla)
	kari.waitEnd(call.Failed)
	ola.waitEnd(call.Failed)
}
