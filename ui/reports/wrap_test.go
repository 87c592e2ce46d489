package reports

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		most  int
		want  []string
	}{
		{"", 10, 3, nil},
		{"  ", 10, 3, nil},
		{"kort", 10, 3, []string{"kort"}},
		{"lås skjermen når du går", 10, 3, []string{"lås", "skjermen", "når du går"}},
		{"lås skjermen når du går fra", 10, 3, []string{"lås", "skjermen", "når du gå…"}},
		{"lås skjermen", 8, 1, []string{"lås skj…"}},
		{"lås skjermen", 5, 1, []string{"lås…"}},
		{"sikkerhetskopi tas", 6, 3, []string{"sikker", "hetsko", "pi tas"}},
		{"æøåæøå", 3, 2, []string{"æøå", "æøå"}},
		{"abc", 0, 2, []string{"a", "b…"}}, // no room at all
	}
	for _, tt := range tests {
		fits := func(s string) bool { return utf8.RuneCountInString(s) <= tt.width }
		if got := wrap(tt.text, tt.most, fits); !slices.Equal(got, tt.want) {
			t.Errorf("%q in %d lines of %d is %q, want %q", tt.text, tt.most, tt.width, got, tt.want)
		}
	}
}
