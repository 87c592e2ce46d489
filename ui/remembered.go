package ui

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"hjemmekontor/meetings"
)

// remembered is what the app remembers of meetings and the screens show.
type remembered struct {
	favourites []meetings.Favourite
	recent     []meetings.Recent
	ways       map[string]meetings.Way // by service
	dismissed  map[string]bool         // what is not to be pointed out again
}

// keyringTime bounds what waits for the keyring, which may be showing a dialog.
const keyringTime = 2 * time.Minute

func readRemembered(ctx context.Context, store *meetings.Store) (remembered, error) {
	var r remembered
	var err error
	if r.favourites, err = store.Favourites(ctx); err != nil {
		return remembered{}, err
	}
	if r.recent, err = store.Recents(ctx); err != nil {
		return remembered{}, err
	}
	if r.ways, err = store.Ways(ctx); err != nil {
		return remembered{}, err
	}
	r.dismissed, err = store.Dismissed(ctx)
	return r, err
}

// recall reads again what is remembered, and shows it.
func (s *shell) recall() { s.remember("reading what is remembered of meetings", nil) }

// unseal has the keyring give the key to what was opened before, if there is
// anything that wants it, and shows it.
func (s *shell) unseal() {
	store := s.options.Meetings
	s.withKeyring(func(ctx context.Context) error {
		sealed, err := store.HasSealed(ctx)
		if err != nil || !sealed {
			return err
		}
		return store.Unlock(ctx, s.keyring)
	}, func(err error) {
		if err != nil {
			slog.Info("no key to what was opened before", "error", err)
		}
		s.recall()
	})
}

// remember changes what is remembered, on the worker, and shows what is then.
// change is nil to only read it.
func (s *shell) remember(doing string, change func(context.Context, *meetings.Store) error) {
	store := s.options.Meetings
	s.worker.do(func() {
		var err error
		if change != nil {
			err = change(saving(), store)
		}
		fresh, failed := readRemembered(saving(), store)
		s.do(func() {
			if failed == nil {
				s.remembered = fresh
				s.show()
			}
			switch {
			case err != nil:
				s.problem(doing, err)
			case failed != nil:
				s.problem("reading what is remembered of meetings", failed)
			}
		})
	})
}

// withKeyring does something that waits for the keyring away from the UI
// goroutine; then is called on it.
func (s *shell) withKeyring(do func(ctx context.Context) error, then func(err error)) {
	s.background.Go(func() {
		ctx, cancel := context.WithTimeout(s.ctx, keyringTime)
		defer cancel()
		err := do(ctx)
		s.do(func() { then(err) })
	})
}

// noteRecent remembers that a meeting was opened. Where its title or passcode is
// secret, the key that seals them is asked for first; without it they are left
// out.
func (s *shell) noteRecent(o opening) {
	store := s.options.Meetings
	s.withKeyring(func(ctx context.Context) error {
		if o.title != "" || o.meeting.Secret() {
			if err := store.Unlock(ctx, s.keyring); err != nil {
				slog.Info("no key to seal what was opened", "error", err)
			}
		}
		if err := store.AddRecent(ctx, time.Now(), o.title, o.meeting); err != nil {
			return fmt.Errorf("remembering what was opened: %w", err)
		}
		return nil
	}, func(err error) {
		if err != nil {
			slog.Warn("remembering what was opened", "error", err)
		}
		s.recall()
	})
}
