package report

import (
	"strings"
	"testing"

	"hjemmekontor/locales"
)

func TestFileName(t *testing.T) {
	long := strings.Repeat("Ж", 100)
	tests := []struct {
		name, ext, want string
		language        locales.Language
	}{
		{"Kari Nordmann", "json", "Huskeliste – Kari Nordmann – 2026-11-23.json", locales.Norwegian},
		{"Kari Nordmann", "pdf", "Checklist – Kari Nordmann – 2026-11-23.pdf", locales.English},
		{`../..\C:<Kari>|"?*`, "csv", "Huskeliste – ..-..-C--Kari----- – 2026-11-23.csv", locales.Norwegian},
		{"CON", "json", "Huskeliste – CON – 2026-11-23.json", locales.Norwegian},
		{"Kari\x00\u202e\nNordmann", "json", "Huskeliste – Kari Nordmann – 2026-11-23.json", locales.Norwegian},
		{"{{.Date}}", "json", "Huskeliste – {{.Date}} – 2026-11-23.json", locales.Norwegian},
		{"Åse 👩‍💻", "json", "Huskeliste – Åse 👩‍💻 – 2026-11-23.json", locales.Norwegian},
		{long, "json", "Huskeliste – " + long[:100] + " – 2026-11-23.json", locales.Norwegian},
	}
	for _, test := range tests {
		r := Report{Name: test.name, Made: now}
		if got := r.FileName(load(t, test.language), test.ext); got != test.want {
			t.Errorf("FileName of %q = %q, want %q", test.name, got, test.want)
		}
	}
}
