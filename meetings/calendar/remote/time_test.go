package remote

import (
	"bufio"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings/calendar/calendartest"
)

// piped is a client whose every connection ends in a pipe to a server that
// answers in the test's own time.
func piped(t *testing.T, answer func(w io.Writer)) *Client {
	authority := calendartest.NewAuthority(t)
	config := &tls.Config{Certificates: []tls.Certificate{authority.Certificate(t, "kalender.firma.no")}, MinVersion: tls.VersionTLS12}
	var servers sync.WaitGroup
	t.Cleanup(servers.Wait)
	dial := func(context.Context, string, string) (net.Conn, error) {
		client, server := net.Pipe()
		servers.Go(func() {
			conn := tls.Server(server, config)
			defer server.Close()
			if _, err := http.ReadRequest(bufio.NewReader(conn)); err == nil {
				answer(conn)
			}
		})
		return client, nil
	}
	return NewClient(Config{Roots: authority.Pool(), Resolver: resolverOf("93.184.215.14"), Dial: dial})
}

// resolverOf finds one address for every name.
type resolverOf string

func (r resolverOf) LookupNetIP(context.Context, string, string) ([]netip.Addr, error) {
	return []netip.Addr{netip.MustParseAddr(string(r))}, nil
}

// drip writes a line each second for an hour, or until nobody listens.
func drip(w io.Writer, line string) {
	for i := range 3600 {
		time.Sleep(time.Second)
		if _, err := fmt.Fprintf(w, line, i); err != nil {
			return
		}
	}
}

// However a server spends its time, it gets no more than CallTime.
func TestCallTakesBoundedTime(t *testing.T) {
	head := "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n"
	servers := map[string]func(w io.Writer){
		"says nothing": func(io.Writer) { time.Sleep(time.Hour) },
		"drips the header": func(w io.Writer) {
			_, _ = io.WriteString(w, head)
			drip(w, "X-%d: x\r\n")
		},
		"drips the calendar": func(w io.Writer) {
			_, _ = io.WriteString(w, head+"\r\n"+example)
			drip(w, "%c")
		},
		"asks for patience": func(w io.Writer) { drip(w, "HTTP/1.1 102 Processing %d\r\n\r\n") },
		"stops half-way": func(w io.Writer) {
			_, _ = io.WriteString(w, head+"\r\n"+example)
			time.Sleep(time.Hour)
		},
		"sends on slowly": func(w io.Writer) {
			time.Sleep(25 * time.Second)
			_, _ = io.WriteString(w, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
		},
	}
	for name, answer := range servers {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				begun := time.Now()
				_, err := piped(t, answer).Fetch(t.Context(), office, Validators{})
				wantReason(t, err, ErrTooSlow)
				if took := time.Since(begun); took != CallTime {
					t.Errorf("it took %v, want %v", took, CallTime)
				}
			})
		})
	}
}

// A server that does not even greet gets no more.
func TestHandshakeTakesBoundedTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var silent []net.Conn
		dial := func(context.Context, string, string) (net.Conn, error) {
			client, server := net.Pipe()
			silent = append(silent, server)
			return client, nil
		}
		begun := time.Now()
		client := NewClient(Config{Resolver: resolverOf("93.184.215.14"), Dial: dial})
		_, err := client.Fetch(t.Context(), office, Validators{})
		wantReason(t, err, ErrTooSlow)
		if took := time.Since(begun); took != CallTime || len(silent) != 1 {
			t.Errorf("it took %v and %d connections", took, len(silent))
		}
	})
}

// An address that does not answer leaves time for the next.
func TestConnectTriesAddresses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dead := func(ctx context.Context, _, _ string) (net.Conn, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		begun := time.Now()
		client := NewClient(Config{Resolver: resolverOf("93.184.215.14"), Dial: dead})
		_, err := client.Fetch(t.Context(), office, Validators{})
		wantReason(t, err, ErrUnreachable)
		if took := time.Since(begun); took != connectTime {
			t.Errorf("it took %v, want %v", took, connectTime)
		}
	})
}

func TestFetchWaitsForSlowServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client := piped(t, func(w io.Writer) {
			time.Sleep(CallTime - time.Second)
			_, _ = fmt.Fprintf(w, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(example), example)
		})
		if answer, err := client.Fetch(t.Context(), office, Validators{}); err != nil || string(answer.Data) != example {
			t.Errorf("Fetch gives %v, %v", answer, err)
		}
	})
}
