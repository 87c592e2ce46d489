package ui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/ui/theme"
)

// preferences is what the user has chosen and the app remembers.
type preferences struct {
	language   locales.Language // "" until chosen
	look       theme.Choice
	role       checklists.Role // whose list the home page shows
	name       string          // that others see in a call
	camera     string
	microphone string
	speaker    string
	reminders  bool      // whether to be told of items that have come due
	breach     time.Time // when a breach was discovered that is to be reported; zero without
	backedUp   string    // the company whose signing key has been backed up
	etag       string    // of the organisation file that was fetched last
	stays      bool      // whether closing the window leaves the program in the tray
	person     string    // tells this user's reports from another's; "" until the first
}

// The keys under which preferences are kept.
const (
	keyLanguage   = "language"
	keyAppearance = "appearance"
	keyTextScale  = "text-scale"
	keyRole       = "role"
	keyName       = "name"
	keyCamera     = "camera"
	keyMicrophone = "microphone"
	keySpeaker    = "speaker"
	keyReminders  = "reminders"
	keyReminded   = "reminded" // the day of the last reminder
	keyBreach     = "breach-discovered"
	keyPerson     = "report-person"
	keyBackedUp   = "key-backed-up"
	keyETag       = "organisation-etag"
	keyStays      = "stays"
)

// off is the value of a preference that is switched off.
const off = "off"

// loadPreferences reads what has been kept; what is missing or senseless gets
// the value that a new user begins with.
func loadPreferences(ctx context.Context, store *checklists.Store) (preferences, error) {
	p := preferences{look: theme.Choice{Appearance: theme.System, TextScale: 1}, role: checklists.Employee, reminders: true}
	var err error
	read := func(key string, use func(value string)) {
		value, found, failed := store.Preference(ctx, key)
		if failed != nil {
			err = fmt.Errorf("reading preference %q: %w", key, failed)
		} else if found {
			use(value)
		}
	}
	read(keyLanguage, func(v string) {
		if l, failed := locales.Parse(v); failed == nil {
			p.language = l
		}
	})
	read(keyAppearance, func(v string) {
		if slices.Contains(theme.Appearances(), theme.Appearance(v)) {
			p.look.Appearance = theme.Appearance(v)
		}
	})
	read(keyTextScale, func(v string) {
		if scale, failed := strconv.ParseFloat(v, 32); failed == nil && slices.Contains(theme.TextScales(), float32(scale)) {
			p.look.TextScale = float32(scale)
		}
	})
	read(keyRole, func(v string) {
		if checklists.Role(v) == checklists.Employer {
			p.role = checklists.Employer
		}
	})
	read(keyName, func(v string) { p.name = v })
	read(keyCamera, func(v string) { p.camera = v })
	read(keyMicrophone, func(v string) { p.microphone = v })
	read(keySpeaker, func(v string) { p.speaker = v })
	read(keyReminders, func(v string) { p.reminders = v != off })
	read(keyBreach, func(v string) { p.breach = parseTime(v) })
	read(keyPerson, func(v string) { p.person = v })
	read(keyBackedUp, func(v string) { p.backedUp = v })
	read(keyStays, func(v string) { p.stays = v == "on" })
	read(keyETag, func(v string) { p.etag = v })
	return p, err
}

// formatTime writes a time as a preference keeps it; "" for none.
func formatTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// parseTime reads it again; what cannot be read is none.
func parseTime(v string) time.Time {
	t, err := time.Parse(time.RFC3339, v)
	if err != nil {
		return time.Time{}
	}
	return t
}

// SavedLanguage gives the language that the user of a data folder has chosen,
// "" if none has been. It changes nothing there.
func SavedLanguage(ctx context.Context, data string) locales.Language {
	value, found := checklists.PeekPreference(ctx, data, keyLanguage)
	if !found {
		return ""
	}
	l, err := locales.Parse(value)
	if err != nil {
		return ""
	}
	return l
}

// devices gives the devices of a call: what the command line says, else what
// the user has chosen.
func (p preferences) devices(given call.Devices) call.Devices {
	chosen := call.Devices{Camera: p.camera, Microphone: p.microphone, Speaker: p.speaker}
	if given.Camera != "" {
		chosen.Camera = given.Camera
	}
	if given.Microphone != "" {
		chosen.Microphone = given.Microphone
	}
	if given.Speaker != "" {
		chosen.Speaker = given.Speaker
	}
	return chosen
}
