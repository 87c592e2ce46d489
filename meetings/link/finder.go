package link

import (
	"errors"
	"slices"
	"strings"
)

// Limits on how much of a text is looked at closely.
const (
	maxLooks = 1000 // addresses at hosts that are known
	maxOwn   = 16   // invitations of ours
	maxWord  = 512  // bytes in a text of which every word is tried as an address
)

// sighting is a meeting and where its link was seen.
type sighting struct {
	meeting    Meeting
	place      Place
	start, end int // in the text as it was read
}

// result is what an address was recognised as.
type result struct {
	meeting Meeting
	err     error
}

// finder collects the meetings of several texts, and what went wrong with the
// links that were none.
type finder struct {
	table *table
	seen  []sighting
	left  int // bytes that may still be read
	looks int
	owns  int

	// Threads of mails repeat themselves.
	results  map[string]result // by address as it came
	stranger string            // the last host that is not known

	unknown                         *UnknownError // the first
	malformed                       error
	incomplete, notMeeting, tooLong bool
}

func newFinder() *finder {
	return &finder{table: known(), left: MaxPasted, results: map[string]result{}}
}

// read finds the meetings in one text.
func (f *finder) read(p Part) {
	text := p.Text[:min(len(p.Text), f.left)]
	f.left -= len(text)
	text = plain(text, p.Place == InHTML)
	first := len(f.seen)
	f.scan(text)
	if len(text) <= maxWord && len(f.seen) == first {
		f.words(text)
	}
	for i := first; i < len(f.seen); i++ {
		f.seen[i].place = p.Place
	}
	f.table.readLabels(text, f.seen[first:])
}

// scan goes from colon to colon: no scheme is without one.
func (f *finder) scan(text string) {
	for i := 0; i < len(text); {
		next := strings.IndexByte(text[i:], ':')
		if next < 0 {
			return
		}
		i += next
		switch scheme := schemeBefore(text, i); {
		case strings.HasSuffix(scheme, "https") && strings.HasPrefix(text[i:], "://"):
			i = f.web(text, i-len("https"))
		case strings.HasSuffix(scheme, "http") && strings.HasPrefix(text[i:], "://"):
			i = f.web(text, i-len("http"))
		case strings.HasSuffix(scheme, Scheme):
			i = f.own(text, i+1)
		case slices.Contains(f.table.schemes, scheme):
			i = f.app(text, i-len(scheme))
		default:
			i++
		}
	}
}

// longestScheme is the longest scheme that is looked for, in bytes.
const longestScheme = 16

// schemeBefore returns the letters and hyphens before a colon, in lower case.
func schemeBefore(text string, colon int) string {
	i := colon
	for i > 0 && colon-i < longestScheme && (isLetter(text[i-1]) || text[i-1] == '-') {
		i--
	}
	return strings.ToLower(text[i:colon])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// add keeps a meeting, or what is wrong with a link that leads to none.
func (f *finder) add(m Meeting, err error, start, end int) {
	var unknown *UnknownError
	switch {
	case err == nil:
		f.seen = append(f.seen, sighting{meeting: m, start: start, end: end})
	case errors.As(err, &unknown):
		if f.unknown == nil {
			f.unknown = unknown
		}
	case errors.Is(err, ErrIncomplete):
		f.incomplete = true
	case errors.Is(err, ErrNotMeeting):
		f.notMeeting = true
	case errors.Is(err, ErrTooLong):
		f.tooLong = true
	case errors.Is(err, ErrMalformed):
		f.malformed = err
	}
}
