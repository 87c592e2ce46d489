package call

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// silentTransport goes nowhere and remembers what it was asked.
type silentTransport struct {
	mu     sync.Mutex
	media  []MediaState
	closed []EndReason
}

func (s *silentTransport) SendMedia(m MediaState) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.media = append(s.media, m)
}
func (s *silentTransport) RequestKeyframe() {}
func (s *silentTransport) Route() Route     { return Route{Kind: Direct, RTT: time.Millisecond} }
func (s *silentTransport) Close(r EndReason) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = append(s.closed, r)
}

// newTestEngine makes a call that goes nowhere.
func newTestEngine(t *testing.T, local *Local) (*Engine, *silentTransport) {
	t.Helper()
	transport := &silentTransport{}
	e, err := NewEngine(EngineOptions{Local: local, Speaker: "none", State: Inviting, Transport: transport})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.HangUp(); <-e.Call().Done() })
	return e, transport
}

func TestEventsTellTheStory(t *testing.T) {
	e, transport := newTestEngine(t, nil)
	c := e.Call()
	if c.State() != Inviting || !c.Started().IsZero() {
		t.Fatalf("begins %s, started %v", c.State(), c.Started())
	}
	e.SetParticipant(Participant{ID: "1", Name: "  Ola\u202e\n"})
	e.SetConnecting()
	e.SetConnected(Path{})
	e.SetRemoteMedia(MediaState{Camera: true})
	e.SetRemoteMedia(MediaState{Camera: true}) // no news
	e.SetReconnecting()
	e.SetConnected(Path{})
	c.HangUp()
	c.HangUp()
	e.SetReconnecting() // too late

	var got []string
	for event := range c.Events() {
		switch event.Kind {
		case StateChanged:
			got = append(got, string(event.State))
		case ParticipantChanged:
			p, _ := c.Remote().Participant()
			got = append(got, p.Name)
		case MediaChanged:
			got = append(got, "media")
		}
	}
	want := "Ola connecting connected media reconnecting connected ended"
	if strings.Join(got, " ") != want {
		t.Errorf("events %q, want %q", got, want)
	}
	<-c.Done()
	if c.EndReason() != HungUp || c.Err() != nil || c.Started().IsZero() {
		t.Errorf("ended %s, %v, started %v", c.EndReason(), c.Err(), c.Started())
	}
	if len(transport.closed) != 1 || transport.closed[0] != HungUp {
		t.Errorf("transport closed with %v", transport.closed)
	}
}

func TestEndReasons(t *testing.T) {
	cause := errors.New("cause")
	for _, test := range []struct {
		name string
		end  func(*Engine)
		want EndReason
		err  bool
	}{
		{"cancelled before there was a connection", (*Engine).HangUp, Cancelled, false},
		{"hung up", func(e *Engine) { e.SetConnected(Path{}); e.HangUp() }, HungUp, false},
		{"the first reason counts", func(e *Engine) { e.End(WrongCode, cause); e.End(Failed, nil) }, WrongCode, true},
		{"a failure without words", func(e *Engine) { e.End(Failed, nil) }, Failed, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			e, _ := newTestEngine(t, nil)
			test.end(e)
			<-e.Call().Done()
			if got := e.Call().EndReason(); got != test.want || (e.Call().Err() != nil) != test.err {
				t.Errorf("got %s, %v", got, e.Call().Err())
			}
		})
	}
}

func TestLocalServesOneCallAtATime(t *testing.T) {
	local := NewLocal(Devices{Camera: "none", Microphone: "none"})
	defer local.Close()
	first, _ := newTestEngine(t, local)
	if _, err := NewEngine(EngineOptions{Local: local, Transport: &silentTransport{}}); !errors.Is(err, ErrInCall) {
		t.Fatalf("a second call got %v", err)
	}
	first.HangUp()
	<-first.Call().Done()
	newTestEngine(t, local)
}

func TestStatsOnceASecond(t *testing.T) {
	e, _ := newTestEngine(t, nil)
	e.SetParticipant(Participant{ID: "1234"})
	ctx, cancel := context.WithTimeout(t.Context(), 2500*time.Millisecond)
	defer cancel()
	var out bytes.Buffer
	if err := WriteStats(ctx, e.Call(), &out); err != nil {
		t.Fatal(err)
	}
	lines := 0
	for scanner := bufio.NewScanner(&out); scanner.Scan(); lines++ {
		var got map[string]any
		if err := json.Unmarshal(scanner.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"t", "state", "transport", "rtt_ms", "cpu_s", "rss_bytes", "local", "peers"} {
			if _, ok := got[field]; !ok {
				t.Errorf("line %d has no %s", lines, field)
			}
		}
		if got["rss_bytes"].(float64) < 1<<20 || got["rtt_ms"].(float64) != 1 || len(got["peers"].([]any)) != 1 {
			t.Errorf("line %d: %s", lines, scanner.Text())
		}
	}
	if lines != 2 {
		t.Errorf("%d lines in 2.5 s", lines)
	}
}

// brokenWriter is a full disk.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestStatsThatCannotBeWritten(t *testing.T) {
	e, _ := newTestEngine(t, nil)
	if err := WriteStats(t.Context(), e.Call(), brokenWriter{}); err == nil || e.State() == Ended {
		t.Errorf("got %v, the call is %s", err, e.State())
	}
}

func TestRunFor(t *testing.T) {
	t.Run("until the time is up", func(t *testing.T) {
		e, _ := newTestEngine(t, nil)
		e.SetConnected(Path{})
		e.Call().RunFor(t.Context(), 100*time.Millisecond)
		if e.Call().EndReason() != HungUp {
			t.Errorf("ended %s", e.Call().EndReason())
		}
	})
	t.Run("until the context ends", func(t *testing.T) {
		e, _ := newTestEngine(t, nil)
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		e.Call().RunFor(ctx, time.Hour)
		if e.Call().EndReason() != Cancelled {
			t.Errorf("ended %s", e.Call().EndReason())
		}
	})
	t.Run("until the other side hangs up", func(t *testing.T) {
		e, _ := newTestEngine(t, nil)
		go e.End(RemoteHungUp, nil)
		e.Call().RunFor(t.Context(), 0)
	})
}

func TestSpeakerThatIsNotThere(t *testing.T) {
	transport := &silentTransport{}
	e, err := NewEngine(EngineOptions{
		Speaker: t.TempDir() + "/no/such/folder/sound.wav", State: Inviting, Transport: transport,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { e.HangUp(); <-e.Call().Done() }()
	e.SetConnected(Path{})
	for event := range e.Call().Events() {
		if event.Kind == SpeakerLost {
			if event.Err == nil || e.State() != Connected {
				t.Errorf("event %+v, the call is %s", event, e.State())
			}
			return
		}
	}
}
