package agenda

import (
	"context"
	"errors"
	"time"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
)

// keyringTime is how long the keyring may take to answer: the user may have to
// find a password.
const keyringTime = 2 * time.Minute

// opened is what the keyring and the sealed part of the store gave for a
// calendar.
type opened struct {
	secret    secret
	secretErr error // nil also if it was not asked for
	copy      meetings.Copy
	parsed    *calendar.Calendar // nil if there is no copy
}

// open asks the keyring for the store's key and the calendars' secrets, and
// reads the copies of those of which there is nothing yet.
func (b *board) open() {
	b.opening, b.askAt = true, time.Time{}
	var secrets, copies []string
	for _, e := range b.entries {
		if e.Kind != meetings.File && e.secret.missing() {
			secrets = append(secrets, e.ID)
		}
		if e.parsed == nil && !e.temporary {
			copies = append(copies, e.ID)
		}
	}
	b.work(func(ctx context.Context) func() {
		found := make(map[string]*opened)
		locked := b.askKeyring(ctx, secrets, found)
		for _, id := range copies {
			b.readCopy(ctx, id, found)
		}
		return func() { b.takeIn(found, locked) }
	})
}

// askKeyring returns why the store has no key. What would ask the user once more
// is then not tried.
func (a *Agenda) askKeyring(ctx context.Context, ids []string, found map[string]*opened) error {
	ctx, cancel := context.WithTimeout(ctx, keyringTime)
	defer cancel()
	locked := a.store.Unlock(ctx, a.keyring)
	silent := locked // or why the keyring says nothing more
	for _, id := range ids {
		o := &opened{secretErr: silent}
		if silent == nil {
			o.secret, o.secretErr = a.readSecret(ctx, id)
		}
		if errors.Is(o.secretErr, credentials.ErrPending) {
			silent = o.secretErr
		}
		found[id] = o
	}
	return locked
}

func (a *Agenda) readCopy(ctx context.Context, id string, found map[string]*opened) {
	c, err := a.store.Copy(ctx, id)
	if err != nil {
		return
	}
	parsed, err := calendar.Parse(ctx, c.Data)
	if err != nil {
		return
	}
	if found[id] == nil {
		found[id] = &opened{}
	}
	found[id].copy, found[id].parsed = c, parsed
}

// takeIn takes in what came of open.
func (b *board) takeIn(found map[string]*opened, locked error) {
	b.opening, b.loaded, b.dirty = false, true, true
	again := mayPass(locked)
	for _, e := range b.entries {
		if o := found[e.ID]; o != nil {
			e.take(o)
			again = again || mayPass(o.secretErr)
		}
		if e.parsed == nil {
			e.Fetch.Next = time.Time{} // there is nothing to go on with
		}
		b.savePending(e)
	}
	if again {
		b.askAt = b.now().Add(remote.MinInterval)
	}
}

func (e *entry) take(o *opened) {
	switch {
	case o.secretErr != nil:
		e.trouble = o.secretErr
	case !o.secret.missing():
		if isKeyrings(e.trouble) {
			e.trouble = nil
		}
		e.secret = o.secret
	}
	if o.parsed != nil && e.parsed == nil {
		e.hold(o.parsed, o.copy.Me, o.parsed.Skipped.Total())
	}
}

// hold puts what was read in the place of what there was.
func (e *entry) hold(parsed *calendar.Calendar, me []string, skipped int) {
	e.parsed, e.skipped, e.foundOn = parsed, skipped, time.Time{}
	e.me = append(append([]string{}, parsed.Me...), me...)
}

// savePending keeps a copy that could not be sealed before.
func (b *board) savePending(e *entry) {
	if e.pending == nil || e.temporary || !b.store.Unlocked() {
		return
	}
	err := b.store.SaveCopy(b.ctx, e.ID, e.Fetch, *e.pending)
	if b.saved(err); err == nil {
		e.pending = nil
	}
}

// mayPass reports whether an error of the keyring may be gone in a while without
// the user being asked again.
func mayPass(err error) bool {
	return err != nil && !errors.Is(err, credentials.ErrLocked) &&
		!errors.Is(err, credentials.ErrRefused) && !errors.Is(err, credentials.ErrNotFound)
}

// isKeyrings reports whether an error came of asking the keyring.
func isKeyrings(err error) bool {
	for _, reason := range []error{
		credentials.ErrLocked, credentials.ErrRefused, credentials.ErrNotFound, credentials.ErrNoKeyring,
		credentials.ErrGone, credentials.ErrPending,
	} {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}
