package instance

import (
	"io"
	"net"
	"strings"
	"testing"
)

// connect opens a connection to the server of a data folder.
func connect(t *testing.T, data string) net.Conn {
	t.Helper()
	p, err := placeOf(data)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("unix", p.socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

func TestServerRefusesGarbage(t *testing.T) {
	data := home(t)
	server := take(t, data)
	for name, sent := range map[string]string{
		"no JSON":          "GET / HTTP/1.1\n",
		"an empty line":    "\n",
		"another value":    "[]\n",
		"nothing":          "null\n",
		"a wrong type":     `{"files":"x"}` + "\n",
		"two values":       "{}{}\n",
		"a relative path":  `{"files":["x"]}` + "\n",
		"a zero":           `{"link":"\u0000"}` + "\n",
		"not UTF-8":        "{\"link\":\"\xe6\"}\n",
		"a long page":      `{"page":"` + strings.Repeat("x", MaxName+1) + "\"}\n",
		"as long as it is": `{"page":"` + strings.Repeat("x", MaxMessage-len(`{"page":"`)),
		"much nesting":     strings.Repeat("{\"page\":", 8000) + "\n",
	} {
		conn := connect(t, data)
		if _, err := io.WriteString(conn, sent); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if answer, err := io.ReadAll(conn); err != nil || string(answer) != refused {
			t.Errorf("%s: answered %q, %v", name, answer, err)
		}
	}
	start(t, data, "after")
	if m := receive(t, server); m.Page != "after" {
		t.Errorf("received %+v", m)
	}
}

// TestServerHangsUpOnTheSlow has one client that never ends its message, while
// another gets through.
func TestServerHangsUpOnTheSlow(t *testing.T) {
	data := home(t)
	server := take(t, data)
	slow := connect(t, data)
	if _, err := io.WriteString(slow, `{"page":`); err != nil {
		t.Fatal(err)
	}
	start(t, data, "quick")
	if m := receive(t, server); m.Page != "quick" {
		t.Errorf("received %+v", m)
	}
	if answer, err := io.ReadAll(slow); string(answer) == taken {
		t.Errorf("the slow one was answered %q, %v", answer, err)
	}
}

// TestCloseWithOpenConnections must not wait for those that say nothing, of
// which there are more than the server listens to.
func TestCloseWithOpenConnections(t *testing.T) {
	data := home(t)
	server := take(t, data)
	for range 2 * maxConnections {
		connect(t, data)
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
}

func FuzzReadMessage(f *testing.F) {
	f.Add([]byte(`{"files":["/home/kari/møte.json"],"page":"meetings"}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := readMessage(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		line, err := m.encode()
		if err != nil {
			// JSON may need more bytes when it is written than when it was read.
			if len(data) < MaxMessage/6 {
				t.Fatalf("a message that was read cannot be sent: %v", err)
			}
			return
		}
		if _, err := readMessage(strings.NewReader(string(line))); err != nil {
			t.Fatalf("what was sent cannot be read: %v", err)
		}
	})
}
