package credentials

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// Service is what the app's entries are filed under in the system's keyring.
const Service = "hjemmekontor"

// MaxSecret bounds a secret, in bytes. It is what Windows takes
// (CRED_MAX_CREDENTIAL_BLOB_SIZE), kept to everywhere so that a secret can move
// from one machine to any other.
const MaxSecret = 5 * 512

// closeWait bounds how long Close waits for a call that is under way.
const closeWait = 2 * time.Second

// Keyring keeps secrets in the system's keyring, or in memory after
// [Keyring.UseMemory]. It is safe for concurrent use; calls to the system are
// made one at a time, in the order they begin.
//
// A call whose context ends returns [ErrPending] with the context's error. Before
// its turn it has done nothing, nor will it. If it was under way, what comes of a
// change is told as [Late]; while a dialog stands, nothing has been changed yet,
// and no longer will be. Give contexts a deadline: a dialog may stand until the
// user comes back.
type Keyring struct {
	system locked
	late   func(Late)

	calls   chan *call
	closing context.Context
	close   context.CancelFunc
	ended   chan struct{} // closed when the goroutine has ended

	mu     sync.Mutex
	memory map[Name]string // nil while secrets go to the system's keyring
}

// vault is where secrets lie. Its methods block, and are called one at a time.
type vault interface {
	get(ctx context.Context, name Name) (string, error)
	set(ctx context.Context, name Name, secret string) error
	delete(ctx context.Context, name Name) error
	deleteAll(ctx context.Context) error
	names(ctx context.Context) ([]Name, error)
}

// locked is a vault that is to be opened for each call.
type locked interface {
	vault
	open(ctx context.Context) (end func(error) error, err error)
}

// New returns a Keyring on the system's keyring, which it does not touch before
// it is asked to. late, if not nil, is told what came of a change whose caller
// had left; it runs on the Keyring's goroutine and must neither block nor call
// the Keyring.
func New(late func(Late)) *Keyring { return start(newSystem(), late) }

func start(system locked, late func(Late)) *Keyring {
	closing, cancel := context.WithCancel(context.Background())
	k := &Keyring{
		system: system, late: late,
		calls: make(chan *call), closing: closing, close: cancel, ended: make(chan struct{}),
	}
	go k.run()
	return k
}

// Close forgets what was kept in memory, and waits a short while for a call
// that is under way. If that does not end, Close returns [ErrPending], and the
// goroutine lives until the system lets it go.
func (k *Keyring) Close() error {
	k.close()
	k.mu.Lock()
	clear(k.memory)
	k.mu.Unlock()
	select {
	case <-k.ended:
		return nil
	case <-time.After(closeWait):
		return fmt.Errorf("closing keyring: %w", ErrPending)
	}
}

// Get returns the secret that is kept under a name.
func (k *Keyring) Get(ctx context.Context, name Name) (string, error) {
	var secret string
	err := k.doNamed(ctx, taskGet, name, func(ctx context.Context, v vault) (err error) {
		secret, err = v.get(ctx, name)
		return err
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

// Set keeps a secret of 1 to [MaxSecret] bytes under a name, in place of what
// was there. When it returns nil, the secret has been read back.
func (k *Keyring) Set(ctx context.Context, name Name, secret string) error {
	switch {
	case secret == "":
		return explain(TaskSet, name, ErrEmpty)
	case len(secret) > MaxSecret:
		return explain(TaskSet, name, fmt.Errorf("%w: %d bytes, at most %d fit", ErrTooLarge, len(secret), MaxSecret))
	}
	return k.doNamed(ctx, TaskSet, name, func(ctx context.Context, v vault) error {
		return v.set(ctx, name, secret)
	})
}

// Delete removes what is kept under a name.
func (k *Keyring) Delete(ctx context.Context, name Name) error {
	return k.doNamed(ctx, TaskDelete, name, func(ctx context.Context, v vault) error {
		return v.delete(ctx, name)
	})
}

// DeleteAll removes everything that the app has kept. That nothing was there is
// no error.
func (k *Keyring) DeleteAll(ctx context.Context) error {
	return k.do(ctx, TaskDeleteAll, "", func(ctx context.Context, v vault) error {
		return v.deleteAll(ctx)
	})
}

// Names returns the names of all that is kept, in alphabetical order.
func (k *Keyring) Names(ctx context.Context) ([]Name, error) {
	var names []Name
	err := k.do(ctx, taskNames, "", func(ctx context.Context, v vault) (err error) {
		names, err = v.names(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	return names, nil
}

// Format prints the Keyring without anything that it holds.
func (k *Keyring) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "keyring "+Service) }
