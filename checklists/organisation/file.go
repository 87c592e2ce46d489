package organisation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// MaxFileSize bounds an organisation file, in bytes.
const MaxFileSize = 1 << 20

// File is an organisation file whose signature is right and whose content
// keeps all rules. Whether its key is that of the right company is for
// [Accept], or for the person who compares the fingerprint, to say.
type File struct {
	Organisation Organisation
	// Key is by whom it is signed.
	Key PublicKey
	// Raw is the file byte for byte, to be kept and handed on.
	Raw []byte

	content []byte // the part of Raw that is signed
}

// Fingerprint returns that of the key: see [PublicKey.Fingerprint].
func (f *File) Fingerprint() string { return f.Key.Fingerprint() }

// Parse reads an organisation file, which may come from anywhere. The error is
// one of ErrNotOrganisation, ErrCutShort, ErrBadSignature, ErrTooLarge,
// ErrNewer and ErrInvalid.
func Parse(data []byte) (*File, error) {
	if len(data) > MaxFileSize {
		return nil, ErrTooLarge
	}
	raw := bytes.Clone(data)
	e, err := open(raw)
	if err != nil {
		return nil, err
	}
	comment, err := e.verify()
	if err != nil {
		return nil, cutShort(e.content, err)
	}
	o, err := decode(e.content)
	if err != nil {
		return nil, err
	}
	if comment != trustedComment(o) {
		return nil, fmt.Errorf("%w: the trusted comment is not that of the content", ErrInvalid)
	}
	if err := o.validateSigned(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return &File{Organisation: o, Key: e.key, Raw: raw, content: e.content}, nil
}

// cutShort returns ErrCutShort in place of err if the end of the content is
// missing.
func cutShort(content []byte, err error) error {
	var value json.RawMessage
	decodeErr := json.NewDecoder(bytes.NewReader(content)).Decode(&value)
	if errors.Is(decodeErr, io.EOF) || errors.Is(decodeErr, io.ErrUnexpectedEOF) || !bytes.HasSuffix(content, []byte("\n")) {
		return ErrCutShort
	}
	return err
}

// trustedComment is what is signed along with the content, so that minisign
// shows which file it is.
func trustedComment(o Organisation) string {
	return fmt.Sprintf("hjemmekontor organisation %s version %d", o.ID, o.Version)
}

// Sign makes the file that an employer hands out: it normalises the
// organisation, dates it and signs it. ID and Version are those that [Next]
// has set. The error is ErrNotKey for the zero Key, ErrTooLarge, or ErrInvalid
// wrapping [Problems].
func Sign(o Organisation, key Key, now time.Time) (*File, error) {
	if key.private == nil {
		return nil, ErrNotKey
	}
	o = o.Normalise()
	o.Made = now.UTC().Truncate(time.Second)
	if err := o.validateSigned(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	content, err := encode(o)
	if err != nil {
		return nil, fmt.Errorf("writing organisation file: %w", err)
	}
	raw, err := seal(content, key, trustedComment(o))
	if err != nil {
		return nil, fmt.Errorf("signing organisation file: %w", err)
	}
	// What is handed out is what everybody's program will take.
	return Parse(raw)
}
