package direct

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"sync"
	"time"

	"hjemmekontor/meetings/mailbox"
)

const (
	// probeStagger is how much of a start an address has on the next one.
	probeStagger = 100 * time.Millisecond
	// probeTimeout is how long an address may take to answer.
	probeTimeout = 5 * time.Second
)

// joinAny joins the code's mailbox at the first of several places where it can
// be reached. An address of the inviting machine may well lead nowhere from
// here, or to another machine.
func joinAny(ctx context.Context, urls []string, code mailbox.Code) (*mailbox.Exchange, error) {
	if len(urls) == 1 {
		return mailbox.Join(ctx, mailbox.Config{URL: urls[0]}, code)
	}
	probing, cancel := context.WithCancel(ctx)
	defer cancel()
	err := fmt.Errorf("joining: none of %d addresses answers: %w", len(urls), mailbox.ErrUnreachable)
	for u := range probe(probing, urls) {
		exchange, joinErr := mailbox.Join(ctx, mailbox.Config{URL: u}, code)
		if joinErr == nil {
			return exchange, nil
		}
		err = joinErr
		if errors.Is(joinErr, mailbox.ErrCrowded) || ctx.Err() != nil {
			break
		}
	}
	return nil, err
}

// probe returns those URLs whose server accepts a connection, in the order in
// which they do. It stops when the context ends, and leaves nothing running
// once the channel is closed.
func probe(ctx context.Context, urls []string) <-chan string {
	found := make(chan string, len(urls))
	var wg sync.WaitGroup
	for i, u := range urls {
		wg.Go(func() {
			select {
			case <-time.After(time.Duration(i) * probeStagger):
			case <-ctx.Done():
				return
			}
			if accepts(ctx, u) {
				found <- u
			}
		})
	}
	go func() {
		wg.Wait()
		close(found)
	}()
	return found
}

// accepts tells whether something listens where a URL leads.
func accepts(ctx context.Context, mailboxURL string) bool {
	u, err := url.Parse(mailboxURL)
	if err != nil {
		return false
	}
	port := u.Port()
	if port == "" {
		port = map[string]string{"ws": "80", "wss": "443"}[u.Scheme]
	}
	dialer := net.Dialer{Timeout: probeTimeout}
	conn, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort(u.Hostname(), port))
	if err != nil {
		return false
	}
	_ = conn.Close()
	return true
}
