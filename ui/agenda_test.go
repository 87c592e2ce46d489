package ui

import (
	"context"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui/instance"
)

// Whoever closes the window does not wait for what runs as long as the app does.
func TestLeavingDoesNotWaitForWhatLasts(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	ctx, cancel := context.WithCancel(t.Context())
	s.ctx, s.options.Arrivals = ctx, make(chan instance.Message)
	s.listen()
	s.keepAgenda()
	s.settled() // or the test would not end
	cancel()
	s.lasting.Wait()
}
