package link

import "strings"

// app reads an address of the form that a service's app understands.
func (f *finder) app(text string, start int) int {
	end := addressEnd(text, start)
	if f.looks++; f.looks > maxLooks {
		return end
	}
	raw := trim(text[start:end])
	for _, s := range f.table.services {
		for _, a := range s.Apps {
			named, ok := groups(a.pattern(), raw)
			if !ok {
				continue
			}
			if a.Retired {
				f.add(Meeting{Service: s.ID, Name: s.Name, Tool: s.Tool, Kind: Retired}, nil, start, end)
				return end
			}
			m, err := f.meeting(a.expand(raw, named))
			f.add(m, err, start, end)
			return end
		}
	}
	return max(end, start+1)
}

// expand makes the https address of an app's.
func (a app) expand(raw string, named map[string]string) string {
	var m match
	m.groups = named
	_, rest, _ := strings.Cut(raw, "?")
	m.address.query, m.address.fragment, _ = strings.Cut(rest, "#")
	return m.expand(a.Address)
}

// own reads an invitation of ours, whose scheme ends before at.
func (f *finder) own(text string, at int) int {
	rest := strings.TrimPrefix(text[at:min(len(text), at+2*MaxLink)], "//")
	if f.owns++; f.owns > maxOwn || len(rest) < len("call/") || !strings.EqualFold(rest[:len("call/")], "call/") {
		return at
	}
	invite, err := parseBroken(rest[len("call/"):])
	f.add(ownMeeting(invite), err, at, at)
	return at
}

func ownMeeting(invite Invite) Meeting {
	return Meeting{Service: OwnService, Name: OwnName, Kind: Own, Invite: &invite}
}
