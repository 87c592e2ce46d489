package agenda

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"unicode"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
)

// maxName bounds the name of a calendar, in characters.
const maxName = 100

// Address is a secret https address to add. It prints without what is secret.
type Address struct {
	URL  string // as it was typed
	Name string // "" for the name that the calendar gives itself
	// Me is the user's own e-mail address in that calendar, "" if not known. By
	// it is seen what the user has answered.
	Me string
}

// Format prints the name.
func (x Address) Format(w fmt.State, _ rune) { _, _ = fmt.Fprintf(w, "calendar %q", x.Name) }

// Account is a CalDAV calendar to add: the URL is that of a
// [remote.Collection]. It prints without what is secret.
type Account struct {
	URL, User, Password string
	Name                string // "" for the name that the calendar gives itself
}

// Format prints the name.
func (x Account) Format(w fmt.State, _ rune) { _, _ = fmt.Fprintf(w, "calendar %q", x.Name) }

// AddFile adds an .ics file, which may be a single invitation, and returns its
// ID. It is tried first. The errors are those of a [State], ErrAlready, and those
// of the store, among them [meetings.ErrTooMany].
func (a *Agenda) AddFile(ctx context.Context, path string) (id string, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("adding calendar: %w", ErrFileUnreadable)
	}
	return a.add(ctx, meetings.Calendar{Kind: meetings.File, Place: path}, secret{})
}

// AddAddress adds what lies at a secret address, as AddFile does. The errors are
// also those of [remote.Normalise] and, if the address cannot be kept, of package
// credentials.
func (a *Agenda) AddAddress(ctx context.Context, x Address) (id string, err error) {
	address, err := remote.Normalise(x.URL)
	if err != nil {
		return "", fmt.Errorf("adding calendar: %w", err)
	}
	s := secret{Address: address}
	if me := strings.ToLower(strings.TrimSpace(x.Me)); me != "" {
		s.Me = []string{me}
	}
	return a.add(ctx, meetings.Calendar{Kind: meetings.Address, Name: x.Name, Place: hostOf(address)}, s)
}

// AddCalDAV adds a collection of a CalDAV server, as AddAddress does.
func (a *Agenda) AddCalDAV(ctx context.Context, x Account) (id string, err error) {
	s := secret{Address: x.URL, User: x.User, Password: x.Password}
	return a.add(ctx, meetings.Calendar{Kind: meetings.CalDAV, Name: x.Name, Place: hostOf(x.URL)}, s)
}

// add tries a calendar, and keeps it if that goes well.
func (a *Agenda) add(ctx context.Context, c meetings.Calendar, s secret) (string, error) {
	if err := a.do(ctx, func(b *board) error { return b.admits(c, s) }); err != nil {
		return "", fmt.Errorf("adding calendar: %w", err)
	}
	got, err := a.fetch(ctx, c, s)
	if err != nil {
		return "", fmt.Errorf("adding calendar: %w", err)
	}
	c.ID = meetings.NewCalendarID()
	c.Name = cmp.Or(cleanName(c.Name), cleanName(got.parsed.Name), cleanName(filepath.Base(c.Place)), "–")
	e := &entry{Calendar: c, secret: s}
	e.reckon(a.now(), a.every, got, nil)
	e.hold(got.parsed, got.copy.Me, got.skipped)
	e.pending = &got.copy
	if err := a.keep(ctx, e); err != nil {
		return "", fmt.Errorf("adding calendar: %w", err)
	}
	return c.ID, nil
}

// keep keeps a calendar's secret, and then the calendar: there is never one
// without its secret.
func (a *Agenda) keep(ctx context.Context, e *entry) error {
	if e.Kind != meetings.File {
		if err := a.keepSecret(ctx, e.ID, e.secret); err != nil {
			return err
		}
		e.temporary = a.keyring.InMemory()
	}
	err := a.do(ctx, func(b *board) error { return b.adopt(e, len(b.entries)) })
	if err != nil && e.Kind != meetings.File {
		// Also when the caller has left.
		return errors.Join(err, a.dropSecret(context.WithoutCancel(ctx), e.ID))
	}
	return err
}

// dropSecret removes a calendar's entry. That there is none is no error.
func (a *Agenda) dropSecret(ctx context.Context, id string) error {
	ctx, cancel := context.WithTimeout(ctx, keyringTime)
	defer cancel()
	err := a.keyring.Delete(ctx, nameOf(id))
	if errors.Is(err, credentials.ErrNotFound) || errors.Is(err, credentials.ErrNoKeyring) {
		return nil
	}
	return err
}

// admits sees that a calendar is not there yet, and that there is room for it.
func (b *board) admits(c meetings.Calendar, s secret) error {
	for _, e := range b.entries {
		if c.Kind == meetings.File && e.Kind == c.Kind && e.Place == c.Place || e.secret.same(s) {
			return ErrAlready
		}
	}
	if len(b.entries) >= meetings.MaxCalendars {
		return meetings.ErrTooMany
	}
	return nil
}

// adopt takes a calendar in at a place in the list.
func (b *board) adopt(e *entry, at int) error {
	if err := b.admits(e.Calendar, e.secret); err != nil {
		return err
	}
	at = min(at, len(b.entries))
	if !e.temporary {
		if err := b.store.AddCalendar(b.ctx, e.Calendar, at); err != nil {
			return err
		}
		if e.pending != nil {
			b.saveCopy(e, *e.pending)
		}
		if !b.store.Unlocked() {
			b.askAt = b.now()
		}
	}
	b.entries = append(b.entries[:at], append([]*entry{e}, b.entries[at:]...)...)
	b.dirty = true
	return nil
}

// hostOf is the part of an address that is not secret.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "–"
	}
	return u.Host
}

// cleanName makes a name of what somebody else has written: one line, without
// what cannot be seen.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsGraphic(r) || unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.Join(strings.Fields(name), " ")
	if letters := []rune(name); len(letters) > maxName {
		name = strings.TrimSpace(string(letters[:maxName]))
	}
	return name
}

// Removed is a calendar that was removed, to be put back. It prints nothing of
// it.
type Removed struct {
	entry *entry
	at    int
}

// Format prints nothing of the calendar.
func (Removed) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, "removed calendar") }
