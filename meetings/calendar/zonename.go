package calendar

import (
	"regexp"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // Windows has no zones that Go can read
)

// locate finds the zone that a name means: IANA's, Windows', the form in which
// Outlook shows it, and IANA's behind the prefix of some program. It is nil
// where nobody knows the name.
func locate(name string) *time.Location {
	name = strings.TrimSpace(name)
	if zone := load(name); zone != nil {
		return zone
	}
	for _, form := range []string{name, offsetInFront.ReplaceAllString(name, ""), exchangePrefix.ReplaceAllString(name, "")} {
		if iana, ok := windowsZones()[strings.ToLower(form)]; ok {
			return load(iana)
		}
	}
	return loadPrefixed(name)
}

var (
	// offsetInFront is what stands in front of "Amsterdam, Berlin, Bern".
	offsetInFront = regexp.MustCompile(`^\((?:UTC|GMT)(?:[+-]\d\d:\d\d)?\) `)
	// exchangePrefix stands in front of Utc and of Windows' names.
	exchangePrefix = regexp.MustCompile(`^tzone://Microsoft/`)
	// ianaName keeps all but zones' names from the disk.
	ianaName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_+-]{0,30}(/[A-Za-z0-9_+-]{1,30}){0,2}$`)
)

// loadPrefixed finds the IANA name at the end of an ID such as
// /freeassociation.sourceforge.net/Tzfile/Europe/Oslo.
func loadPrefixed(id string) *time.Location {
	parts := strings.Split(id, "/")
	if len(id) > maxName || len(parts) < 3 {
		return nil
	}
	for n := min(3, len(parts)-1); n >= 2; n-- {
		if zone := load(strings.Join(parts[len(parts)-n:], "/")); zone != nil {
			return zone
		}
	}
	return nil
}

// loaded keeps the zones that were read from the disk. There are no more than
// the system has.
var loaded sync.Map // of *time.Location, by name

// load returns the zone of an IANA name, nil if there is none.
func load(name string) *time.Location {
	if zone, ok := loaded.Load(name); ok {
		return zone.(*time.Location)
	}
	if name == "Local" || !ianaName.MatchString(name) {
		return nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	loaded.Store(name, zone)
	return zone
}
