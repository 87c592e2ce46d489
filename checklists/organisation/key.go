package organisation

import (
	"fmt"
	"io"
	"log/slog"

	"aead.dev/minisign"
)

// Key signs organisation files. It is a secret: it is kept in the operating
// system's keyring, as [Key.Text], and leaves the machine only under a
// passphrase, as [Key.BackUp]. However it is printed, it shows nothing of
// itself. The zero Key signs nothing.
type Key struct {
	// A function, since package fmt prints whatever else an unexported field
	// of some struct holds or points to, without asking it.
	private func() minisign.PrivateKey
}

func keyOf(private minisign.PrivateKey) Key {
	return Key{private: func() minisign.PrivateKey { return private }}
}

// NewKey makes a key that nobody else has.
func NewKey() (Key, error) {
	_, private, err := minisign.GenerateKey(nil)
	if err != nil {
		return Key{}, fmt.Errorf("making signing key: %w", err)
	}
	return keyOf(private), nil
}

// Public returns the key by which everybody recognises what this one signed.
func (k Key) Public() PublicKey {
	if k.private == nil {
		return PublicKey{}
	}
	// The library's keys are well formed.
	public, _ := ParsePublicKey(k.private().Public().(minisign.PublicKey).String())
	return public
}

// Text returns the key as it is kept in the keyring: minisign's secret key
// without a passphrase, about 260 bytes of ASCII.
func (k Key) Text() string {
	if k.private == nil {
		return ""
	}
	// No private key fails to be written.
	text, _ := k.private().MarshalText()
	return string(text)
}

// ParseKey reads what [Key.Text] gave. The error is ErrNotKey.
func ParseKey(text string) (Key, error) {
	form, err := parseKeyFile([]byte(text))
	if err != nil {
		return Key{}, err
	}
	if form.encrypted {
		return Key{}, fmt.Errorf("%w: it is encrypted", ErrNotKey)
	}
	var private minisign.PrivateKey
	if err := private.UnmarshalText([]byte(text)); err != nil {
		return Key{}, ErrNotKey
	}
	return checkedKey(private)
}

// checkedKey returns the key if its secret and its public half belong
// together. Signing with others would give the secret away.
func checkedKey(private minisign.PrivateKey) (Key, error) {
	probe := []byte("hjemmekontor")
	public := private.Public().(minisign.PublicKey)
	if !minisign.Verify(public, probe, minisign.Sign(private, probe)) {
		return Key{}, fmt.Errorf("%w: its halves do not belong together", ErrNotKey)
	}
	return keyOf(private), nil
}

// hidden is what is printed in place of a key.
const hidden = "(signing key)"

// String hides the key.
func (k Key) String() string { return hidden }

// GoString hides the key.
func (k Key) GoString() string { return hidden }

// Format hides the key from every verb.
func (k Key) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, hidden) }

// LogValue hides the key.
func (k Key) LogValue() slog.Value { return slog.StringValue(hidden) }
