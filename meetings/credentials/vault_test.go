package credentials

import (
	"context"
	"sync/atomic"
	"testing"
)

// fakeVault keeps secrets in memory, and answers each call only when it is let.
type fakeVault struct {
	memory
	opened  chan struct{} // takes one for each call that has begun
	answers chan struct{} // gives one for each call that is to end
	inside  atomic.Int32  // how many are at it
}

func newFakeVault() *fakeVault {
	return &fakeVault{memory: memory{}, opened: make(chan struct{}, 100), answers: make(chan struct{}, 100)}
}

// answer lets n calls end.
func (v *fakeVault) answer(n int) {
	for range n {
		v.answers <- struct{}{}
	}
}

func (v *fakeVault) open(context.Context) (func(error) error, error) {
	return func(err error) error { return err }, nil
}

// wait is inside every call that changes or reads.
func (v *fakeVault) wait() {
	if v.inside.Add(1) > 1 {
		panic("two calls at once")
	}
	defer v.inside.Add(-1)
	v.opened <- struct{}{}
	<-v.answers
}

func (v *fakeVault) get(ctx context.Context, name Name) (string, error) {
	v.wait()
	return v.memory.get(ctx, name)
}

func (v *fakeVault) set(ctx context.Context, name Name, secret string) error {
	v.wait()
	return v.memory.set(ctx, name, secret)
}

// begin starts a Keyring on the vault that is closed with the test. What comes
// late goes into the channel.
func (v *fakeVault) begin(t *testing.T) (*Keyring, <-chan Late) {
	late := make(chan Late, 10)
	k := start(v, func(l Late) { late <- l })
	t.Cleanup(func() {
		if err := k.Close(); err != nil {
			t.Error(err)
		}
	})
	return k, late
}
