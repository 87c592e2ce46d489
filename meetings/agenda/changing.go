package agenda

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"hjemmekontor/meetings"
)

// Remove removes a calendar, its copy, and its secret from the keyring, and
// returns what PutBack takes. If the keyring does not let go of the secret the
// calendar stays, with the error of package credentials; where there is no
// keyring, there is no secret either.
func (a *Agenda) Remove(ctx context.Context, id string) (Removed, error) {
	r, err := a.remove(ctx, id)
	if err != nil {
		return Removed{}, fmt.Errorf("removing calendar: %w", err)
	}
	return r, nil
}

func (a *Agenda) remove(ctx context.Context, id string) (Removed, error) {
	var r Removed
	err := a.change(ctx, id, func(_ *board, e *entry) error {
		r.entry = e
		return nil
	})
	if err != nil {
		return r, err
	}
	if r.entry.Kind != meetings.File {
		if err := a.dropSecret(ctx, id); err != nil {
			return r, err
		}
	}
	err = a.change(ctx, id, func(b *board, e *entry) (err error) {
		r.at, err = b.drop(e)
		return err
	})
	return r, err
}

// drop removes an entry and returns the place it had.
func (b *board) drop(e *entry) (at int, err error) {
	if !e.temporary {
		if c, err := b.store.Copy(b.ctx, e.ID); err == nil {
			e.pending = &c // to be put back
		}
		if err := b.store.RemoveCalendar(b.ctx, e.ID); err != nil && !errors.Is(err, meetings.ErrNotFound) {
			return 0, err
		}
	}
	at = slices.Index(b.entries, e)
	b.entries = slices.Delete(b.entries, at, at+1)
	b.dirty = true
	return at, nil
}

// PutBack undoes a Remove.
func (a *Agenda) PutBack(ctx context.Context, r Removed) error {
	if r.entry == nil {
		return fmt.Errorf("putting calendar back: %w", meetings.ErrInvalid)
	}
	e := *r.entry // the other may still be waiting for an answer
	if !e.secret.missing() {
		if err := a.keepSecret(ctx, e.ID, e.secret); err != nil {
			return fmt.Errorf("putting calendar back: %w", err)
		}
		e.temporary = a.keyring.InMemory()
	}
	if err := a.do(ctx, func(b *board) error { return b.adopt(&e, r.at) }); err != nil {
		return fmt.Errorf("putting calendar back: %w", err)
	}
	return nil
}

// Rename gives a calendar a name of one line. The error is
// [meetings.ErrInvalid] if it is none, and [meetings.ErrNotFound] if the calendar
// is gone.
func (a *Agenda) Rename(ctx context.Context, id, name string) error {
	return a.change(ctx, id, func(b *board, e *entry) error {
		if e.temporary && (name == "" || cleanName(name) != name) {
			return fmt.Errorf("renaming calendar: %w: name", meetings.ErrInvalid)
		}
		if !e.temporary {
			if err := b.store.RenameCalendar(b.ctx, id, name); err != nil {
				return err
			}
		}
		e.Name = name
		return nil
	})
}

// Hide hides a calendar, or shows it again. One that is hidden is not fetched.
func (a *Agenda) Hide(ctx context.Context, id string, hidden bool) error {
	return a.change(ctx, id, func(b *board, e *entry) error {
		if !e.temporary {
			if err := b.store.HideCalendar(b.ctx, id, hidden); err != nil {
				return err
			}
		}
		e.Hidden = hidden
		return nil
	})
}

// change has Run's goroutine change a calendar.
func (a *Agenda) change(ctx context.Context, id string, act func(*board, *entry) error) error {
	return a.do(ctx, func(b *board) error {
		e := b.entry(id)
		if e == nil {
			return meetings.ErrNotFound
		}
		b.dirty = true
		return act(b, e)
	})
}

// Refresh fetches all calendars that may be fetched again by now, as when the
// user asks for it, and asks the keyring once more for what it did not give. It
// returns when that has begun.
func (a *Agenda) Refresh(ctx context.Context) error {
	return a.do(ctx, func(b *board) error {
		for _, e := range b.entries {
			e.Fetch.Next = time.Time{}
			if e.Kind != meetings.File && e.secret.missing() || !b.store.Unlocked() {
				b.askAt = b.now()
			}
		}
		return nil
	})
}

// Wake looks at the files, as when the window comes to the front, and at the
// clock. It returns when that has begun.
func (a *Agenda) Wake(ctx context.Context) error {
	return a.do(ctx, func(b *board) error {
		for _, e := range b.entries {
			if e.Kind == meetings.File {
				e.Fetch.Next = time.Time{}
			}
		}
		return nil
	})
}

// SecretsChanged forgets what the keyring gave, and asks it anew, as when the
// user has deleted entries. It returns when that has begun.
func (a *Agenda) SecretsChanged(ctx context.Context) error {
	return a.do(ctx, func(b *board) error {
		for _, e := range b.entries {
			e.secret = secret{}
		}
		b.askAt = b.now()
		return nil
	})
}

// SetLead keeps how many minutes before a meeting the user is reminded, 0 for
// never and at most MaxLead.
func (a *Agenda) SetLead(ctx context.Context, minutes int) error {
	if minutes < 0 || minutes > MaxLead {
		return fmt.Errorf("setting reminder: %w", meetings.ErrInvalid)
	}
	return a.do(ctx, func(b *board) error {
		if err := b.store.SetSetting(b.ctx, leadKey, strconv.Itoa(minutes)); err != nil {
			return err
		}
		b.lead, b.dirty = minutes, true
		return nil
	})
}
