package calendar

import "time"

// zoneID is a zone's place in the table of a document.
type zoneID int32

// The zones that every table has. Floating times are those of wherever one
// is, unless the calendar says which zone it is kept in.
const (
	floating zoneID = iota
	utc
)

// zoneTable collects the zones that a document names and those that it defines.
// A definition may stand behind its first use, so names are looked up last.
type zoneTable struct {
	ids     map[string]zoneID
	names   []string
	defined map[string]string // the text of each VTIMEZONE, by its name
	home    string            // X-WR-TIMEZONE

	lastName string // events of one zone stand together
	lastID   zoneID
}

func newZoneTable() *zoneTable {
	return &zoneTable{
		ids:     make(map[string]zoneID),
		names:   []string{"", "UTC"},
		defined: make(map[string]string),
	}
}

// id returns the zone of a TZID. Beyond maxZones all are one unknown zone.
func (t *zoneTable) id(name string) zoneID {
	if name == "" {
		return floating
	}
	if name == t.lastName {
		return t.lastID
	}
	id, ok := t.ids[name]
	if !ok {
		if len(t.names) >= maxZones {
			name = "" // nobody's name
		}
		if id, ok = t.ids[name]; !ok {
			id = zoneID(len(t.names))
			t.names = append(t.names, name)
			t.ids[name] = id
		}
	}
	t.lastName, t.lastID = name, id
	return id
}

// define keeps a VTIMEZONE, given without its first and last line.
func (t *zoneTable) define(text string) {
	if len(t.defined) >= maxZones {
		return
	}
	if name := definedName(text); name != "" {
		t.defined[name] = text
	}
}

// resolve looks all names up. A nil stands for local time, and unknown tells
// for which that is a guess.
func (t *zoneTable) resolve() (zones []*time.Location, unknown []bool) {
	zones = make([]*time.Location, len(t.names))
	unknown = make([]bool, len(t.names))
	if t.home != "" {
		zones[floating] = t.find(t.home)
	}
	zones[utc] = time.UTC
	for id := utc + 1; int(id) < len(zones); id++ {
		zones[id] = t.find(t.names[id])
		unknown[id] = zones[id] == nil
	}
	return zones, unknown
}

// find prefers what the system knows to what the file defines: files are often
// written by programs whose rules are of long ago.
func (t *zoneTable) find(name string) *time.Location {
	if zone := locate(name); zone != nil {
		return zone
	}
	if text, ok := t.defined[name]; ok {
		return define(name, text)
	}
	return nil
}
