package mailbox

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// testTimeout is how long a test waits for what should take milliseconds.
const testTimeout = time.Minute

// serve starts a server of ours and returns its ws:// URL.
func serve(t *testing.T, limits Limits) string {
	t.Helper()
	server := NewServer(limits)
	web := httptest.NewServer(server)
	t.Cleanup(func() {
		server.Close()
		web.Close()
	})
	return wsURL(web)
}

func wsURL(web *httptest.Server) string {
	return "ws" + strings.TrimPrefix(web.URL, "http") + Path
}

func testContext(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), testTimeout)
	t.Cleanup(cancel)
	return ctx
}

// create makes an exchange that is closed with the test.
func create(t *testing.T, config Config) *Exchange {
	t.Helper()
	x, err := Create(testContext(t), config)
	if err != nil {
		t.Fatalf("creating: %v", err)
	}
	closeWith(t, x)
	return x
}

// join joins an exchange that is closed with the test.
func join(t *testing.T, config Config, code Code) *Exchange {
	t.Helper()
	x, err := Join(testContext(t), config, code)
	if err != nil {
		t.Fatalf("joining: %v", err)
	}
	closeWith(t, x)
	return x
}

func closeWith(t *testing.T, x *Exchange) {
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = x.Close(ctx, Happy)
	})
}

func mustParse(t *testing.T, s string) Code {
	t.Helper()
	code, err := ParseCode(s)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// established waits for both sides.
func established(t *testing.T, sides ...*Exchange) {
	t.Helper()
	for _, x := range sides {
		if err := x.Established(testContext(t)); err != nil {
			t.Fatalf("establishing: %v", err)
		}
	}
}

func send(t *testing.T, x *Exchange, message string) {
	t.Helper()
	if err := x.Send(testContext(t), []byte(message)); err != nil {
		t.Fatalf("sending %.40q: %v", message, err)
	}
}

func receive(t *testing.T, x *Exchange, want string) {
	t.Helper()
	got, err := x.Receive(testContext(t))
	if err != nil || string(got) != want {
		t.Fatalf("received %.40q, %v, want %.40q", got, err, want)
	}
}
