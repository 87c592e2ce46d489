package link

import (
	"cmp"
	"slices"
	"strings"
)

// MaxMeetings is the largest number of meetings that Find lists.
const MaxMeetings = 32

// Find lists the meetings that the parts invite to, the best first, each once
// and no more than MaxMeetings of them. Place decides first, then the kind,
// then whether the link carries its passcode, then the order in the text; a
// retired service comes last. Of the parts the first MaxPasted bytes are read.
func Find(parts ...Part) []Meeting {
	f := newFinder()
	for _, p := range parts {
		f.read(p)
	}
	return f.best()
}

// Best returns the first that Find lists; false if there is none.
func Best(parts ...Part) (Meeting, bool) {
	if found := Find(parts...); len(found) > 0 {
		return found[0], true
	}
	return Meeting{}, false
}

// kindOrder is the order of the kinds in one place.
var kindOrder = []Kind{Own, Join, Personal, Host, Webinar, Retired}

// best sorts the meetings and leaves each once.
func (f *finder) best() []Meeting {
	merged := merge(f.seen)
	slices.SortStableFunc(merged, compare)
	var list []Meeting
	for _, s := range merged[:min(len(merged), MaxMeetings)] {
		list = append(list, s.meeting)
	}
	return list
}

// compare puts the better meeting first.
func compare(a, b sighting) int {
	return cmp.Or(
		cmp.Compare(truth(a.meeting.Kind == Retired), truth(b.meeting.Kind == Retired)),
		cmp.Compare(a.place, b.place),
		cmp.Compare(slices.Index(kindOrder, a.meeting.Kind), slices.Index(kindOrder, b.meeting.Kind)),
		cmp.Compare(truth(!a.meeting.Secret()), truth(!b.meeting.Secret())),
	)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// merge puts the sightings of one meeting together: at the best of the places,
// with the passcode wherever it stood.
func merge(seen []sighting) []sighting {
	var merged []sighting
	index := map[string]int{}
	for _, s := range seen {
		key := s.meeting.key()
		i, ok := index[key]
		if !ok {
			index[key] = len(merged)
			merged = append(merged, s)
			continue
		}
		into := &merged[i]
		into.place = min(into.place, s.place)
		if s.meeting.Secret() && !into.meeting.Secret() {
			into.meeting.Address = s.meeting.Address
		}
		into.meeting.number = cmp.Or(into.meeting.number, s.meeting.number)
		into.meeting.passcode = cmp.Or(into.meeting.passcode, s.meeting.passcode)
	}
	return merged
}

// key is the same for the same meeting: by its number where the link has one,
// otherwise by the address.
func (m Meeting) key() string {
	if m.Invite != nil {
		return m.Invite.String()
	}
	if found, ok := m.match(); ok && found.groups["number"] != "" {
		return m.Service + " " + string(m.Kind) + " " + strings.ToLower(found.groups["number"])
	}
	return m.Service + " " + m.Address
}
