package ui

import (
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/ui/theme"
)

func TestLoadPreferences(t *testing.T) {
	begin := preferences{look: theme.Choice{Appearance: theme.System, TextScale: 1}, role: checklists.Employee, reminders: true}
	discovered := time.Date(2026, time.November, 23, 13, 5, 0, 0, time.UTC)
	tests := []struct {
		name string
		kept map[string]string
		want preferences
	}{
		{"a new user", nil, begin},
		{"everything chosen", map[string]string{
			keyLanguage: "en", keyAppearance: "dark", keyTextScale: formatScale(1.25), keyRole: "employer",
			keyName: "Kari Nordmann", keyCamera: "none", keyMicrophone: "tone", keySpeaker: "Hodetelefoner",
			keyReminders: off, keyBreach: formatTime(discovered), keyPerson: "P7", keyETag: `"v2"`, keyBackedUp: "fjord",
		}, preferences{
			language: locales.English, look: theme.Choice{Appearance: theme.Dark, TextScale: 1.25}, role: checklists.Employer,
			name: "Kari Nordmann", camera: "none", microphone: "tone", speaker: "Hodetelefoner",
			breach: discovered, person: "P7", etag: `"v2"`, backedUp: "fjord",
		}},
		{"senseless", map[string]string{
			keyLanguage: "se", keyAppearance: "pink", keyTextScale: "NaN", keyRole: "boss", keyBreach: "yesterday",
		}, begin},
		{"a text size that is not offered", map[string]string{keyTextScale: "40"}, begin},
		{"empty", map[string]string{keyLanguage: "", keyAppearance: "", keyTextScale: "", keyRole: ""}, begin},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			store := newStore(t)
			for key, value := range tt.kept {
				if err := store.SetPreference(t.Context(), key, value); err != nil {
					t.Fatal(err)
				}
			}
			got, err := loadPreferences(t.Context(), store)
			if err != nil || got != tt.want {
				t.Errorf("loadPreferences = %+v, %v, want %+v", got, err, tt.want)
			}
		})
	}
}

func TestEveryTextScaleIsRemembered(t *testing.T) {
	store := newStore(t)
	for _, scale := range theme.TextScales() {
		if err := store.SetPreference(t.Context(), keyTextScale, formatScale(scale)); err != nil {
			t.Fatal(err)
		}
		if got, err := loadPreferences(t.Context(), store); err != nil || got.look.TextScale != scale {
			t.Errorf("%v is remembered as %v, %v", scale, got.look.TextScale, err)
		}
	}
}

func TestLoadPreferencesFailsWithTheStore(t *testing.T) {
	store, err := checklists.OpenStore(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := loadPreferences(t.Context(), store); err == nil {
		t.Errorf("loadPreferences = %+v of a store that is closed", got)
	}
}

func TestSavedLanguage(t *testing.T) {
	folder := t.TempDir()
	if got := SavedLanguage(t.Context(), folder); got != "" {
		t.Errorf("of a new user it is %q", got)
	}
	store, err := checklists.OpenStore(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, tt := range []struct {
		kept string
		want locales.Language
	}{{"en", locales.English}, {"nb", locales.Norwegian}, {"tlh", ""}} {
		if err := store.SetPreference(t.Context(), keyLanguage, tt.kept); err != nil {
			t.Fatal(err)
		}
		if got := SavedLanguage(t.Context(), folder); got != tt.want {
			t.Errorf("%q is read as %q, want %q", tt.kept, got, tt.want)
		}
	}
}

func TestCommandLineGoesBeforeTheChosenDevices(t *testing.T) {
	chosen := preferences{camera: "Innebygd", microphone: "Hodetelefoner", speaker: "Skjermen"}
	tests := []struct {
		name        string
		given, want call.Devices
	}{
		{"nothing given", call.Devices{}, call.Devices{Camera: "Innebygd", Microphone: "Hodetelefoner", Speaker: "Skjermen"}},
		{"one given", call.Devices{Camera: "pattern"}, call.Devices{Camera: "pattern", Microphone: "Hodetelefoner", Speaker: "Skjermen"}},
		{"all given", call.Devices{Camera: "none", Microphone: "tone", Speaker: "none"}, call.Devices{Camera: "none", Microphone: "tone", Speaker: "none"}},
	}
	for _, tt := range tests {
		if got := chosen.devices(tt.given); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}
