package agenda

import (
	"strings"
	"testing"
	"time"

	"hjemmekontor/locales"
)

func TestHours(t *testing.T) {
	w := wording{loadTexts(t, locales.Norwegian)}
	tests := []struct {
		meeting Meeting
		want    string
	}{
		{meeting("a", at(0, 9, 5)), "09:05–10:05"},
		{meeting("a", at(0, 9, 0), until(at(0, 9, 0))), "09:00"},
		{meeting("a", at(0, 23, 0), until(at(1, 0, 0))), "23:00–00:00"},
		{meeting("a", at(0, 0, 0), until(at(1, 0, 0)), wholeDay), "Hele dagen"},
		{meeting("a", at(-1, 12, 0), until(at(2, 12, 0))), "Hele dagen"},
		{meeting("a", at(-1, 12, 0), until(at(0, 10, 0))), "Til 10:00"},
		{meeting("a", at(0, 22, 0), until(at(1, 2, 0))), "Fra 22:00"},
	}
	for _, tt := range tests {
		if got := w.hours(tt.meeting, morning); got != tt.want {
			t.Errorf("from %v to %v it says %q, want %q", tt.meeting.Start, tt.meeting.End, got, tt.want)
		}
	}
}

func TestRemaining(t *testing.T) {
	tests := []struct {
		language locales.Language
		start    time.Time
		want     string
	}{
		{locales.Norwegian, morning.Add(5 * time.Minute), "Begynner om 5 minutter"},
		{locales.Norwegian, morning.Add(4*time.Minute + time.Second), "Begynner om 5 minutter"},
		{locales.Norwegian, morning.Add(time.Second), "Begynner om 1 minutt"},
		{locales.Norwegian, morning.Add(time.Hour), "Begynner om 60 minutter"},
		{locales.Norwegian, morning.Add(61 * time.Minute), ""},
		{locales.Norwegian, morning, "Slutter om 60 minutter"},
		{locales.English, morning.Add(-59 * time.Minute), "Ends in 1 minute"},
		{locales.English, morning.Add(-time.Hour), ""},
	}
	for _, tt := range tests {
		w := wording{loadTexts(t, tt.language)}
		if got := w.remaining(meeting("a", tt.start), morning); got != tt.want {
			t.Errorf("at %v it says %q, want %q", tt.start, got, tt.want)
		}
	}
}

func TestWhen(t *testing.T) {
	texts := loadTexts(t, locales.Norwegian)
	tests := map[time.Time]string{
		at(0, 8, 10):    "i dag kl. 08:10",
		at(0, 0, 0):     "i dag kl. 00:00",
		at(-1, 16, 10):  "i går kl. 16:10",
		at(-1, 0, 0):    "i går kl. 00:00",
		at(-2, 23, 59):  "lørdag kl. 23:59",
		at(-6, 9, 0):    "tirsdag kl. 09:00",
		at(-7, 9, 0):    "16. november 2026 kl. 09:00",
		at(-300, 12, 0): "27. januar 2026 kl. 12:00",
	}
	for when, want := range tests {
		if got := When(texts, when, morning); got != want {
			t.Errorf("of %v it says %q, want %q", when, got, want)
		}
	}
}

func TestTidy(t *testing.T) {
	tests := map[string]string{
		"Byggemøte":                    "Byggemøte",
		"  Bygge \n\t møte ":           "Bygge møte",
		"\u202eetøm\u200b\x00\x1b[31m": "etøm[31m",
		"Møte 🎉":                       "Møte 🎉",
		strings.Repeat("å", 12):        strings.Repeat("å", 9) + "…",
		strings.Repeat("å", 10):        strings.Repeat("å", 10),
		"\xff\xfe":                     "\ufffd\ufffd",
		" \n ":                         "",
	}
	for s, want := range tests {
		if got := tidy(s, 10); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
	}
}

// A calendar that writes the service as the place says it once.
func TestDetail(t *testing.T) {
	w := wording{loadTexts(t, locales.Norwegian)}
	tests := []struct {
		meeting Meeting
		want    string
	}{
		{Meeting{Service: "Microsoft Teams", Place: "Microsoft Teams-møte", Organiser: "Kari"}, "Microsoft Teams-møte · Kari"},
		{Meeting{Service: "Zoom", Place: "zoom"}, "zoom"},
		{Meeting{Service: "Zoom", Place: "Møterom 3"}, "Zoom · Møterom 3"},
		{Meeting{Service: "Zoom"}, "Zoom"},
		{Meeting{Place: "Storgata 3"}, "Storgata 3"},
		{Meeting{}, ""},
	}
	for _, tt := range tests {
		if got := w.detail(tt.meeting); got != tt.want {
			t.Errorf("of %q in %q it says %q, want %q", tt.meeting.Service, tt.meeting.Place, got, tt.want)
		}
	}
}
