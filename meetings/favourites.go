package meetings

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"

	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/link"
)

// Favourites keeps the links that the user has named: in the store, and with a
// passcode in the keyring, one entry of the kind [credentials.MeetingLink] for
// each. The list, new names and the order are the store's own
// ([Store.Favourites], [Store.RenameFavourite], [Store.MoveFavourite]).
type Favourites struct {
	store   *Store
	keyring Keyring
}

// NewFavourites returns the favourites of a store and a keyring.
func NewFavourites(store *Store, keyring Keyring) *Favourites {
	return &Favourites{store, keyring}
}

// Add keeps a meeting under a name of one line, last in the list. A link to a
// service that is not known is kept whole in the keyring, since any part of it
// may be secret. While the keyring keeps secrets for this run only, so does it
// with the passcode: the next run opens the link without.
//
// The error is ErrInvalid for a call of our own, whose code is good for one time
// only, ErrTooMany, another of the store's, or one of package credentials if the
// link is secret and cannot be kept.
func (f *Favourites) Add(ctx context.Context, name string, m link.Meeting) (Favourite, error) {
	if m.Kind == link.Own || m.Address == "" || !isName(name) {
		return Favourite{}, fmt.Errorf("saving favourite: %w", ErrInvalid)
	}
	added := Favourite{ID: newID(), Name: name, Service: m.Service, Kind: m.Kind, Address: public(m), Secret: isSecret(m)}
	secret := ""
	if added.Secret {
		secret = textOf(m)
	}
	return added, f.keep(ctx, added, secret, MaxFavourites)
}

// Open returns a favourite's meeting, with its passcode. If that cannot be had,
// the error says why by one of package credentials, and the meeting is the one
// without it: it may do for all who know the passcode by heart.
func (f *Favourites) Open(ctx context.Context, id string) (link.Meeting, error) {
	favourite, _, err := f.store.favourite(ctx, id)
	if err != nil {
		return link.Meeting{}, err
	}
	if !favourite.Secret {
		return favourite.Meeting(), nil
	}
	text, err := f.secret(ctx, id)
	if err != nil {
		return favourite.Meeting(), fmt.Errorf("opening favourite: %w", err)
	}
	return meetingAt(text), nil
}

// Deleted is a favourite that was deleted, to be put back. It prints without
// what is secret in it.
type Deleted struct {
	favourite Favourite
	at        int
	secret    string
}

// Format prints the favourite without its secret.
func (d Deleted) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, "favourite "+d.favourite.ID) }

// Delete removes a favourite and its entry in the keyring. An entry that is not
// there, or a keyring that is not, hinders nothing; with a keyring that is
// locked the favourite stays.
func (f *Favourites) Delete(ctx context.Context, id string) (Deleted, error) {
	favourite, at, err := f.store.favourite(ctx, id)
	if err != nil {
		return Deleted{}, err
	}
	deleted := Deleted{favourite: favourite, at: at}
	if favourite.Secret {
		if deleted.secret, err = f.take(ctx, id); err != nil {
			return Deleted{}, fmt.Errorf("deleting favourite: %w", err)
		}
	}
	if err := f.store.deleteFavourite(ctx, id); err != nil {
		return Deleted{}, errors.Join(err, f.putSecret(ctx, id, deleted.secret))
	}
	return deleted, nil
}

// PutBack undoes a Delete.
func (f *Favourites) PutBack(ctx context.Context, d Deleted) error {
	return f.keep(ctx, d.favourite, d.secret, d.at)
}

// keep keeps the secret before the favourite, so that there is never one
// without its secret.
func (f *Favourites) keep(ctx context.Context, favourite Favourite, secret string, at int) error {
	if err := f.putSecret(ctx, favourite.ID, secret); err != nil {
		return fmt.Errorf("saving favourite: %w", err)
	}
	err := f.store.addFavourite(ctx, favourite, at)
	if err != nil && secret != "" {
		_, undone := f.take(ctx, favourite.ID)
		return errors.Join(err, undone)
	}
	return err
}

// take removes a secret from the keyring and returns it, "" if it is not there.
func (f *Favourites) take(ctx context.Context, id string) (string, error) {
	secret, err := f.secret(ctx, id)
	if err == nil {
		err = f.keyring.Delete(ctx, entryOf(id))
	}
	if errors.Is(err, credentials.ErrNotFound) || errors.Is(err, credentials.ErrNoKeyring) {
		return "", nil
	}
	return secret, err
}

func (f *Favourites) secret(ctx context.Context, id string) (string, error) {
	return f.keyring.Get(ctx, entryOf(id))
}

func (f *Favourites) putSecret(ctx context.Context, id, secret string) error {
	if secret == "" {
		return nil
	}
	return f.keyring.Set(ctx, entryOf(id), secret)
}

func entryOf(id string) credentials.Name {
	return credentials.Name(string(credentials.MeetingLink) + "/" + id)
}

// isSecret tells whether a meeting must not lie in the clear as it is.
func isSecret(m link.Meeting) bool {
	return m.Secret() || m.Service == "" || m.Passcode() != ""
}

// public is a meeting's address without anything secret.
func public(m link.Meeting) string {
	if m.Service != "" {
		return m.Public()
	}
	address, err := url.Parse(m.Address)
	if err != nil {
		return ""
	}
	return (&url.URL{Scheme: address.Scheme, Host: address.Host, Path: "/"}).String()
}

// textOf is a meeting as a text that meetingAt makes the same meeting of: the
// address, and the passcode that stood beside it.
func textOf(m link.Meeting) string {
	if code := m.Passcode(); code != "" && meetingAt(m.Address).Passcode() != code {
		return m.Address + "\nPasscode: " + code
	}
	return m.Address
}

// meetingAt is the meeting that a text of ours stands for: the one that package
// link recognises, or else any address.
func meetingAt(text string) link.Meeting {
	if m, err := link.Recognise(text); err == nil {
		return m
	}
	m := link.Meeting{Kind: link.Join, Address: text}
	if address, err := url.Parse(text); err == nil {
		m.Name = address.Host
	}
	return m
}
