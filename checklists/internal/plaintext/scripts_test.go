package plaintext

import "testing"

func TestMixed(t *testing.T) {
	for s, want := range map[string]bool{
		"Fjord & Bygg AS":    false,
		"Åse Bjørnstad":      false,
		"kari@blåbær.no":     false,
		"Іван Петренко":      false,
		"Іван Hansen":        false, // each word by itself
		"Санкт-Peterburg":    false,
		"東京ABC":              false,
		"5 µm":               false,
		"":                   false,
		"Fj\u043erd":         true, // a Cyrillic о
		"Fjord B\u0443gg":    true,
		"\u0391ker":          true, // a Greek Α
		"kari@f\u0456rma.no": true,
	} {
		if Mixed(s) != want {
			t.Errorf("Mixed(%q) = %t", s, !want)
		}
	}
}
