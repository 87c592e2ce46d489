package organisation

import (
	"fmt"
	"net/url"
	"strings"
)

// MaxSource bounds the text in which [ParseSource] looks, in bytes.
const MaxSource = 2048

// Source says where an organisation file lies, and who is to have signed it.
// As a link it is
//
//	hjemmekontor:organisation?from=https://firma.no/firma.hjemmekontor&key=RWQ…
type Source struct {
	// URL is an https address.
	URL string
	// Key is that of the company, or nil if the link does not tell.
	Key *PublicKey
}

// Check returns nil if the source does not tell whose the file must be, or if
// it is theirs, else ErrOtherKey.
func (s Source) Check(f *File) error {
	if s.Key != nil && *s.Key != f.Key {
		return ErrOtherKey
	}
	return nil
}

// String returns the source as a link.
func (s Source) String() string {
	var b strings.Builder
	b.WriteString(sourceScheme + "organisation?from=")
	b.WriteString(escapeParameter.Replace(s.URL))
	if s.Key != nil {
		b.WriteString("&key=")
		b.WriteString(escapeParameter.Replace(s.Key.String()))
	}
	return b.String()
}

const sourceScheme = "hjemmekontor:"

// escapeParameter hides what would end a parameter; the rest is left legible.
var escapeParameter = strings.NewReplacer("%", "%25", "&", "%26", "#", "%23", "+", "%2B", ";", "%3B")

// ParseSource reads what a user has pasted or clicked: a link as
// [Source.String] gives it, or an https address. The error is ErrNotSource for
// any other text, else what is wrong with the address or the link:
// ErrWrongScheme, ErrMalformedAddress, ErrCredentials, ErrBadCharacter or
// ErrTooLong.
func ParseSource(text string) (Source, error) {
	if len(text) > MaxSource {
		return Source{}, ErrNotSource
	}
	text = strings.Trim(strings.TrimSpace(text), `<>"'«»`)
	if parameters, ok := cutLink(text); ok {
		return parseLink(parameters)
	}
	scheme, _, found := strings.Cut(text, "://")
	if !found || strings.ContainsAny(scheme, " \t\n") || strings.EqualFold(scheme+":", sourceScheme) {
		return Source{}, ErrNotSource
	}
	return sourceAt(text)
}

// cutLink returns the parameters of an organisation link. Mail programs may
// have broken it over several lines.
func cutLink(text string) (parameters string, ok bool) {
	text = strings.Join(strings.Fields(text), "")
	for _, prefix := range []string{sourceScheme + "organisation?", sourceScheme + "//organisation?"} {
		if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
			return text[len(prefix):], true
		}
	}
	return "", false
}

// parseLink reads the parameters of a link; those of a later version are passed
// over.
func parseLink(parameters string) (Source, error) {
	values, err := url.ParseQuery(parameters)
	if err != nil || len(values["from"]) != 1 || len(values["key"]) > 1 {
		return Source{}, fmt.Errorf("organisation link: %w", ErrMalformedAddress)
	}
	source, err := sourceAt(values.Get("from"))
	if err != nil || !values.Has("key") {
		return source, err
	}
	// A plus that somebody has not encoded arrives as a blank.
	key, err := ParsePublicKey(strings.ReplaceAll(values.Get("key"), " ", "+"))
	if err != nil {
		return Source{}, fmt.Errorf("organisation link: %w: %w", ErrMalformedAddress, err)
	}
	source.Key = &key
	return source, nil
}

func sourceAt(address string) (Source, error) {
	address = normaliseAddress(address, download.scheme)
	if err := download.check(address); err != nil {
		return Source{}, fmt.Errorf("organisation address: %w", err)
	}
	return Source{URL: address}, nil
}
