package mailbox

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/coder/websocket"
)

// rawClient speaks to a server frame by frame, as an attacker may.
type rawClient struct {
	t    *testing.T
	conn *websocket.Conn
}

func dialRaw(t *testing.T, url string) *rawClient {
	t.Helper()
	conn, _, err := websocket.Dial(testContext(t), url, nil)
	if err != nil {
		t.Fatalf("dialling: %v", err)
	}
	conn.SetReadLimit(1 << 20)
	t.Cleanup(func() { conn.CloseNow() })
	r := &rawClient{t: t, conn: conn}
	r.expect("welcome")
	return r
}

func (r *rawClient) bind(side string) {
	r.t.Helper()
	r.send(`{"type":"bind","appid":"` + AppID + `","side":"` + side + `"}`)
}

func (r *rawClient) send(frame string) {
	r.t.Helper()
	if err := r.conn.Write(testContext(r.t), websocket.MessageText, []byte(frame)); err != nil {
		r.t.Fatalf("writing %.60q: %v", frame, err)
	}
}

// next reads the next frame that is not an acknowledgement.
func (r *rawClient) next() (response, error) {
	for {
		_, data, err := r.conn.Read(testContext(r.t))
		if err != nil {
			return response{}, err
		}
		var got response
		if err := json.Unmarshal(data, &got); err != nil {
			return response{}, err
		}
		if got.Type != "ack" {
			return got, nil
		}
	}
}

// expect reads the next frame, which must be of a kind.
func (r *rawClient) expect(kind string) response {
	r.t.Helper()
	got, err := r.next()
	if err != nil || got.Type != kind {
		r.t.Fatalf("got %+v, %v, want %q", got, err, kind)
	}
	return got
}

// refused sends a request that must be answered with an error.
func (r *rawClient) refused(frame, want string) {
	r.t.Helper()
	r.send(frame)
	if got := r.expect("error"); got.Error != want {
		r.t.Errorf("%.80s: error %q, want %q", frame, got.Error, want)
	}
}

// hungUp waits until the server ends the connection.
func (r *rawClient) hungUp() {
	r.t.Helper()
	for {
		_, err := r.next()
		if errors.Is(err, context.DeadlineExceeded) {
			r.t.Fatal("the server did not hang up")
		}
		if err != nil {
			return
		}
	}
}
