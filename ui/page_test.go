package ui

import (
	"errors"
	"testing"
)

func TestParsePage(t *testing.T) {
	for _, page := range Pages() {
		if got, err := ParsePage(string(page)); err != nil || got != page {
			t.Errorf("ParsePage(%q) = %q, %v", page, got, err)
		}
	}
	for _, s := range []string{"", "Home", "home ", "kontakter"} {
		if got, err := ParsePage(s); !errors.Is(err, ErrUnknownPage) || got != "" {
			t.Errorf("ParsePage(%q) = %q, %v", s, got, err)
		}
	}
}
