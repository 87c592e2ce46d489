package link

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
)

// maxWraps is how many wrappers are taken off an address: mail gateways and
// chat programs wrap what is wrapped already.
const maxWraps = 5

// wrapper is a page that only leads on to the address it carries.
type wrapper struct {
	Name       string   `json:"name"`
	Hosts      []string `json:"hosts"`
	Path       string   `json:"path"`
	From       string   `json:"from"` // parameter, fragment, proofpoint2, proofpoint3
	Parameters []string `json:"parameters"`

	path func() *regexp.Regexp
}

// errWrapping says that a wrapper holds no address, or a damaged one.
var errWrapping = errors.New("nothing in the wrapper")

// wrapper finds the wrapper that an address is of; nil if it is of none. A web
// app that carries nothing is its own start page.
func (t *table) wrapper(a address) *wrapper {
	for _, w := range t.wrappersAt.at(a.host) {
		if w.path().MatchString(a.path) && (w.From != "fragment" || a.fragment != "") {
			return w
		}
	}
	return nil
}

// unwrap returns the address that a carries, with its percent-encoding as it
// was before it was wrapped.
func (w *wrapper) unwrap(a address) (string, error) {
	var inner string
	var err error
	switch w.From {
	case "fragment":
		inner = a.fragment
	case "proofpoint2":
		inner, err = proofpoint2(a)
	case "proofpoint3":
		inner, err = proofpoint3(a)
	default:
		inner, err = w.carried(a)
	}
	if err != nil || inner == "" {
		return "", errWrapping
	}
	if strings.HasPrefix(inner, "/") && !strings.HasPrefix(inner, "//") {
		inner = "https://" + a.host + inner
	}
	return escapeUnsafe(inner), nil
}

// carried returns what the first of the wrapper's parameters holds that is there.
func (w *wrapper) carried(a address) (string, error) {
	for _, name := range w.Parameters {
		if value, ok := a.parameter(name); ok {
			return url.PathUnescape(value)
		}
	}
	return "", errWrapping
}

// resolve takes off the wrappers and finds the meeting.
func (t *table) resolve(raw string) (match, error) {
	for range maxWraps + 1 {
		a, ok := split(raw)
		if !ok {
			return match{}, refuse(raw)
		}
		w := t.wrapper(a)
		if w == nil {
			return t.lead(a)
		}
		inner, err := w.unwrap(a)
		if err != nil {
			return match{}, ErrIncomplete
		}
		raw = inner
	}
	return match{}, ErrNotMeeting
}

// lead finds the meeting at an address that is no wrapper.
func (t *table) lead(a address) (match, error) {
	m, err := t.match(a)
	if errors.Is(err, ErrUnknownService) {
		return match{}, unknown(a.String())
	}
	if err == nil {
		// An escape that is cut, or too much for others to read.
		if _, bad := url.Parse(a.String()); bad != nil {
			return match{}, ErrIncomplete
		}
	}
	return m, err
}

// refuse tells what is wrong with an address that cannot be taken apart.
func refuse(raw string) error {
	if tooLong(raw) {
		return ErrTooLong
	}
	return unknown(raw)
}
