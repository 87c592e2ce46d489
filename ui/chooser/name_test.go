package chooser

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	tests := []struct {
		typed, ending, want string
		err                 error
	}{
		{"Rapport", ".json", "Rapport.json", nil},
		{"Rapport.json", ".json", "Rapport.json", nil},
		{"Rapport.JSON", ".json", "Rapport.json", nil},
		{"Rapport.json.json", ".json", "Rapport.json.json", nil},
		{"Rapport..json", ".json", "Rapport.json", nil},
		{"Rapport . ", ".json", "Rapport.json", nil},
		{"  .Rapport", ".json", "Rapport.json", nil},
		{"v1.2", ".json", "v1.2.json", nil},
		{"Årsrapport «ferdig» & klar", ".pdf", "Årsrapport «ferdig» & klar.pdf", nil},
		{"Juni", "", "Juni", nil},
		{"COM", ".json", "COM.json", nil},
		{"CONTO", ".json", "CONTO.json", nil},
		{"å" + strings.Repeat("a", 248), ".json", "å" + strings.Repeat("a", 248) + ".json", nil},
		{"", ".json", "", ErrNoName},
		{" . . ", ".json", "", ErrNoName},
		{".json", ".json", "", ErrNoName},
		{"a/b", ".json", "", ErrCharacter},
		{`a\b`, ".json", "", ErrCharacter},
		{"C:a", ".json", "", ErrCharacter},
		{"a\x00", ".json", "", ErrCharacter},
		{"a\nb", ".json", "", ErrCharacter},
		{"a\u202eb", ".json", "", ErrCharacter},
		{"a\xff", ".json", "", ErrCharacter},
		{"con", ".json", "", ErrReserved},
		{"NUL.tar", ".gz", "", ErrReserved},
		{"aux .x", "", "", ErrReserved},
		{"lpt²", ".json", "", ErrReserved},
		{"Com7", "", "", ErrReserved},
		{"åå" + strings.Repeat("a", 247), ".json", "", ErrLong},
	}
	for _, tt := range tests {
		got, err := FileName(tt.typed, tt.ending)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%q with %q is %q, %v, want %q, %v", tt.typed, tt.ending, got, err, tt.want, tt.err)
		}
	}
}

func FuzzFileName(f *testing.F) {
	for _, typed := range []string{"Rapport.json", " .skjult", "a/b", "CON.json", "å\xff", "..", "K.json"} {
		f.Add(typed, ".json")
	}
	f.Fuzz(func(t *testing.T, typed, ending string) {
		if ending != "" && ending != ".json" {
			ending = ".hjemmekontor-key"
		}
		name, err := FileName(typed, ending)
		if err != nil {
			return
		}
		again, err := FileName(name, ending)
		switch {
		case err != nil || again != name:
			t.Errorf("%q is %q, and that %q, %v", typed, name, again, err)
		case filepath.Base(name) != name || !filepath.IsLocal(name), strings.HasPrefix(name, "."):
			t.Errorf("%q lies elsewhere, or is hidden", name)
		case !strings.HasSuffix(name, ending), !utf8.ValidString(name), len(name) > maxName:
			t.Errorf("%q does not fit", name)
		}
	})
}
