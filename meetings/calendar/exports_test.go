package calendar

import (
	"os"
	"path/filepath"
	"testing"
)

func export(t testing.TB, name string) *Calendar {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "exports", name))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(data))
}

// TestExports lays out a week of calendars in the shape in which the programs
// give them away. Their content is made up.
func TestExports(t *testing.T) {
	for _, test := range []struct {
		file, name string
		want       []string
		skipped    Skipped
	}{
		{"outlook.ics", "Kalender", []string{
			"Tue 2026-11-24 13:00–13:30 Ukestart (flyttet)",
			"Fri 2026-11-27 Avspasering",
		}, Skipped{}},
		{"google.ics", "kari@firma.example", []string{
			"Tue 2026-11-24 10:00–11:00 Tilbud til Fjellbygg AS",
			"Thu 2026-11-26 14:00–15:00 Strikkeklubb (cancelled)",
		}, Skipped{}},
		{"nextcloud.ics", "Personlig", []string{
			"Mon 2026-11-23–2026-11-26 Hyttetur",
			"Wed 2026-11-25 10:00–11:00 Styremøte",
		}, Skipped{BadTime: 1}},
		{"icloud.ics", "Hjem", []string{
			"Tue 2026-11-24 Kari har bursdag",
			"Thu 2026-11-26 18:00–19:00 Foreldremøte",
			"Fri 2026-11-27 15:00–15:30 Tannlege",
		}, Skipped{}},
		{"exchange-invitation.ics", "", []string{"Thu 2026-11-26 12:00–13:00 Oppstart av prosjektet"}, Skipped{}},
	} {
		t.Run(test.file, func(t *testing.T) {
			c := export(t, test.file)
			expect(t, between(t, c, oslo(t), "2026-11-23", "2026-11-30"), test.want...)
			if c.Name != test.name || c.Skipped != test.skipped {
				t.Errorf("%q, skipped %v; want %q, %v", c.Name, c.Skipped, test.name, test.skipped)
			}
		})
	}
}

// What leads into the meetings, and what was answered.
func TestExportsInFull(t *testing.T) {
	const me = "kari@firma.example"
	for _, test := range []struct {
		file, from, to string
		service        string
		answer         Answer
		organiser      string
	}{
		{"outlook.ics", "2026-11-16", "2026-11-17", "teams", None, ""},
		{"outlook.ics", "2026-11-24", "2026-11-25", "", Tentative, ""},
		{"google.ics", "2026-11-24", "2026-11-25", "meet", Unanswered, "Ola Nordmann"},
		{"google.ics", "2026-10-29", "2026-10-30", "", Declined, ""},
		{"nextcloud.ics", "2026-11-25", "2026-11-26", "zoom", None, "Per Hansen"},
		{"icloud.ics", "2026-11-26", "2026-11-27", "whereby", None, ""},
		{"exchange-invitation.ics", "2026-11-26", "2026-11-27", "zoom", Unanswered, "Nordmann, Ola"},
	} {
		found := between(t, export(t, test.file), oslo(t), test.from, test.to, me)
		o := found[len(found)-1]
		service := ""
		if o.Meeting != nil {
			service = o.Meeting.Service
		}
		if service != test.service || o.Answer != test.answer || o.Organiser != test.organiser {
			t.Errorf("%s, %s: %q, %v, %q; want %+v", test.file, test.from, service, o.Answer, o.Organiser, test)
		}
	}
}
