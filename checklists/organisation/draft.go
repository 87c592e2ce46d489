package organisation

// MaxDraft bounds a draft, in bytes.
const MaxDraft = 2 * MaxFileSize

// MarshalDraft returns an organisation that is being written, as it is to be
// kept until it can be signed: nothing in it needs to be valid. The error is
// ErrTooLarge.
func MarshalDraft(o Organisation) ([]byte, error) {
	data, err := encode(o)
	if err != nil {
		return nil, err
	}
	if len(data) > MaxDraft {
		return nil, ErrTooLarge
	}
	return data, nil
}

// ParseDraft reads what MarshalDraft gave. Nothing in it is checked but its
// size and form. The error is ErrTooLarge, ErrNewer or ErrInvalid.
func ParseDraft(data []byte) (Organisation, error) {
	if len(data) > MaxDraft {
		return Organisation{}, ErrTooLarge
	}
	return decode(data)
}
