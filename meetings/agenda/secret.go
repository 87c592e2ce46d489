package agenda

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"hjemmekontor/meetings/credentials"
)

// secret is what a calendar's entry in the keyring holds, as JSON.
type secret struct {
	Address  string   `json:"address"` // or the URL of the collection
	User     string   `json:"user,omitempty"`
	Password string   `json:"password,omitempty"`
	Me       []string `json:"me,omitempty"` // what the user has said are their own addresses
}

// Format prints nothing of it.
func (secret) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, "secret of a calendar") }

// missing reports whether it has not been read.
func (s secret) missing() bool { return s.Address == "" }

// same reports whether two secrets open the same calendar.
func (s secret) same(other secret) bool {
	return !s.missing() && s.Address == other.Address && s.User == other.User
}

// nameOf is the name of a calendar's entry in the keyring.
func nameOf(calendar string) credentials.Name {
	return credentials.Name(string(credentials.Calendar) + "/" + calendar)
}

func (a *Agenda) keepSecret(ctx context.Context, calendar string, s secret) error {
	text, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return a.keyring.Set(ctx, nameOf(calendar), string(text))
}

// readSecret reads a calendar's entry. One that cannot be read is as good as
// none.
func (a *Agenda) readSecret(ctx context.Context, calendar string) (secret, error) {
	text, err := a.keyring.Get(ctx, nameOf(calendar))
	if err != nil {
		return secret{}, err
	}
	var s secret
	if err := json.Unmarshal([]byte(text), &s); err != nil || s.missing() {
		return secret{}, fmt.Errorf("reading secret of calendar: %w", credentials.ErrNotFound)
	}
	return s, nil
}
