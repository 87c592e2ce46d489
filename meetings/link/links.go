package link

import (
	"errors"
	"strings"
)

// web reads the http or https address at start and returns where to go on.
func (f *finder) web(text string, start int) int {
	end := addressEnd(text, start)
	raw := text[start:end]
	if nested(text, start) {
		return end
	}
	if !f.worthALook(raw) {
		if f.unknown == nil {
			f.add(Meeting{}, refuse(trim(raw)), start, end)
		}
		return end
	}
	if rest, _ := cutScheme(raw); authorityEnd(rest) == len(rest) {
		// A line break in the host is not put right: it would make another host.
		m, err := f.meeting(raw)
		f.add(m, err, start, end)
		return end
	}
	if whole, wholeEnd, ok := bracketed(text, start, end); ok {
		m, err := f.meeting(whole)
		f.add(m, err, start, wholeEnd)
		return wholeEnd
	}
	return f.broken(text, start, end)
}

// worthALook tells whether an address leads to a known host, or through a
// wrapper, and enough has not been seen already.
func (f *finder) worthALook(raw string) bool {
	rest, _ := cutScheme(raw)
	host := strings.ToLower(rest[:authorityEnd(rest)])
	if host == f.stranger || f.table.servicesAt.at(host) == nil && f.table.wrappersAt.at(host) == nil {
		f.stranger = host
		return false
	}
	f.looks++
	return f.looks <= maxLooks
}

// broken reads an address that may go on on the following lines. That a line
// belongs to it shows in that it cannot be anything else, or in that it makes
// a meeting of what is none without it.
func (f *finder) broken(text string, start, end int) int {
	joined, reach, depth := text[start:end], end, quoteDepth(text, start)
	m, err := f.meeting(joined)
	for range maxLines {
		next, ok := nextLine(text, reach, depth)
		if !ok || next.text == "" || len(joined) > MaxAddress || strings.Contains(next.text, "://") {
			break
		}
		width := brokenAt(text, reach)
		sure := next.goesOn(width)
		if !sure && (err == nil || !width && !next.completes(err)) {
			break
		}
		joined, reach = joined+next.text, next.end
		if longer, worse := f.meeting(joined); worse == nil {
			m, err, end = longer, nil, reach
		}
		if next.last {
			break
		}
	}
	f.add(m, err, start, end)
	return end
}

// meeting recognises one address.
func (f *finder) meeting(raw string) (Meeting, error) {
	if r, ok := f.results[raw]; ok {
		return r.meeting, r.err
	}
	var m Meeting
	found, err := f.table.resolve(trim(raw))
	if s := found.service; err == nil {
		m = Meeting{Service: s.ID, Name: s.Name, Tool: s.Tool, Kind: found.route.Kind, Address: found.address.String()}
	}
	f.results[raw] = result{m, err}
	return m, err
}

// words tries each word of a short text with no meeting in it as an address
// without its scheme, as people write them: meet.google.com/abc-defg-hij.
func (f *finder) words(text string) {
	for word := range strings.FieldsSeq(text) {
		raw := "https://" + strings.TrimLeft(word, `<("'[`)
		raw = raw[:addressEnd(raw, 0)]
		if rest, _ := cutScheme(raw); authorityEnd(rest) == len(rest) || !f.worthALook(raw) {
			continue
		}
		m, err := f.meeting(raw)
		if err == nil || !errors.Is(err, ErrUnknownService) {
			f.add(m, err, 0, 0)
		}
	}
}
