package organisation

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func discard() *log.Logger { return log.New(io.Discard, "", 0) }

// clientOf is a client whose every connection ends in a pipe to a server that
// answers in the test's own time.
func clientOf(t *testing.T, answer func(w io.Writer)) *http.Client {
	var servers sync.WaitGroup
	transport := &http.Transport{
		DialTLSContext: func(context.Context, string, string) (net.Conn, error) {
			client, server := net.Pipe()
			servers.Go(func() {
				defer server.Close()
				if _, err := http.ReadRequest(bufio.NewReader(server)); err == nil {
					answer(server)
				}
			})
			return client, nil
		},
	}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		servers.Wait()
	})
	return &http.Client{Transport: transport}
}

// However a server spends its time, it gets no more than FetchTime.
func TestFetchTakesBoundedTime(t *testing.T) {
	head := "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n"
	servers := map[string]func(w io.Writer){
		"says nothing": func(io.Writer) { time.Sleep(time.Hour) },
		"drips the header": func(w io.Writer) {
			_, _ = io.WriteString(w, head)
			for i := range 3600 {
				time.Sleep(time.Second)
				if _, err := fmt.Fprintf(w, "X-%d: x\r\n", i); err != nil {
					return
				}
			}
		},
		"drips the file": func(w io.Writer) {
			_, _ = io.WriteString(w, head+"\r\n"+firstLine)
			for range 3600 {
				time.Sleep(time.Second)
				if _, err := io.WriteString(w, "x"); err != nil {
					return
				}
			}
		},
		"stops half-way": func(w io.Writer) {
			_, _ = io.WriteString(w, head+"\r\n"+firstLine)
			time.Sleep(time.Hour)
		},
	}
	for name, answer := range servers {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				begun := time.Now()
				_, err := Fetch(t.Context(), clientOf(t, answer), "https://firma.no/f")
				if !errors.Is(err, ErrUnreachable) || !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("Fetch: %v, want ErrUnreachable", err)
				}
				if took := time.Since(begun); took != FetchTime {
					t.Errorf("it took %v, want %v", took, FetchTime)
				}
			})
		})
	}
}

func TestFetchWaitsForSlowServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		body := firstLine + "1\n"
		client := clientOf(t, func(w io.Writer) {
			time.Sleep(FetchTime - time.Second)
			_, _ = fmt.Fprintf(w, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		})
		if data, err := Fetch(t.Context(), client, "https://firma.no/f"); err != nil || string(data) != body {
			t.Errorf("Fetch gives %q, %v", data, err)
		}
	})
}
