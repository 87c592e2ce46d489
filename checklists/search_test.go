package checklists

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

var searchTexts = map[string]string{
	"vpn":     "Koble til med virksomhetens VPN",
	"mail":    "Sjekk e-posten, og slå på totrinnsbekreftelse",
	"router":  "Bytt passord på ruteren; Change the router’s password",
	"idea":    "En idé fra ÉN kafé i São Paulo",
	"lock":    "Lås skjermen når du går",
	"las":     "Les las og bås",
	"swedish": "Fråga Björn i Västerås",
	"danish":  "Spør Bjørn om været",
}

func TestSearch(t *testing.T) {
	ids := []string{"vpn", "mail", "router", "idea", "lock", "las", "swedish", "danish"}
	var items []Item
	for _, id := range ids {
		items = append(items, Item{ID: id})
	}
	tests := []struct {
		query string
		want  []string
	}{
		{"", ids},
		{"  \t", ids},
		{"vpn", []string{"vpn"}},
		{"VpN virksomhet", []string{"vpn"}},
		{"virksomhetens koble", []string{"vpn"}},
		{"vpn passord", nil},
		{"passord", []string{"router"}},
		{"epost", []string{"mail"}},
		{"e-post", []string{"mail"}},
		{"e‑post", []string{"mail"}}, // non-breaking hyphen
		{"router's", []string{"router"}},
		{"ide", []string{"idea"}},
		{"idé", []string{"idea"}},
		{"én kafe", []string{"idea"}},
		{"sao", []string{"idea"}},
		{"LÅS", []string{"lock"}},
		{"la\u030as", []string{"lock"}}, // å in two characters
		{"las", []string{"las"}},        // å is not a
		{"slå", []string{"mail"}},
		{"bjørn", []string{"swedish", "danish"}},
		{"björn", []string{"swedish", "danish"}},
		{"bjorn", nil}, // ø is not o
		{"västerås", []string{"swedish"}},
		{"været", []string{"danish"}},
		{"vaeret", nil},
		{"\xff", nil},
	}
	for _, test := range tests {
		t.Run(test.query, func(t *testing.T) {
			var got []string
			for _, item := range Search(items, test.query, func(i Item) string { return searchTexts[i.ID] }) {
				got = append(got, item.ID)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("Search(%q) = %q, want %q", test.query, got, test.want)
			}
		})
	}
}

// Folding twice changes nothing, and every text is found by its own words.
func FuzzFold(f *testing.F) {
	for _, text := range searchTexts {
		f.Add(text)
	}
	f.Add("\u00c5\u212b a\u030a \ufb01 ẞ İ")
	f.Fuzz(func(t *testing.T, text string) {
		if folded := fold(text); fold(folded) != folded {
			t.Errorf("fold(%q) = %q, which folds to %q", text, folded, fold(folded))
		}
		if !containsAll(text, strings.Fields(fold(text))) {
			t.Errorf("%q is not found by its own words", text)
		}
	})
}

func BenchmarkSearch500Items(b *testing.B) {
	var items []Item
	texts := make(map[string]string)
	for i := range 500 {
		id := fmt.Sprintf("item-%d", i)
		items = append(items, Item{ID: id})
		texts[id] = strings.Repeat("Sørg for at oppdateringer kommer ut til hjemmekontoret, også når ingen er på kontornettet. ", 6)
	}
	for b.Loop() {
		Search(items, "oppdateringer kontornettet brannmur", func(i Item) string { return texts[i.ID] })
	}
}
