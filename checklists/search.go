package checklists

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Search returns the items whose text holds every word of the query, in the
// order given. An empty query finds everything, unasked. Else text is asked
// once per item for what to search in, typically its title, why and how.
//
// Case does not matter, nor do accents (idé is found by ide), hyphens and
// apostrophes (e-post is found by epost). The Norwegian letters æ, ø and å are
// letters of their own, never a form of a or o, while Swedish ä and ö count as
// æ and ø.
func Search(items []Item, query string, text func(Item) string) []Item {
	words := queryWords(query)
	if len(words) == 0 {
		return slices.Clone(items)
	}
	var found []Item
	for _, item := range items {
		if containsAll(text(item), words) {
			found = append(found, item)
		}
	}
	return found
}

// queryWords returns the folded words of a query.
func queryWords(query string) []string { return strings.Fields(fold(query)) }

// containsAll reports whether the folded text holds every one of the folded
// words.
func containsAll(text string, words []string) bool {
	text = fold(text)
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// keepLetters turns the letters that decompose into a base letter and a mark,
// but are letters of their own in Norwegian, into ones that do not, so that
// stripping marks leaves them alone. U+00E5 (å) is mapped to a private-use
// character since no other undecomposable letter stands for it.
var keepLetters = strings.NewReplacer("å", "\uE0E5", "ä", "æ", "ö", "ø")

// fold brings text to the form in which words are compared.
func fold(s string) string {
	s = strings.ToLower(s)
	if isASCII(s) {
		return strings.Map(dropJoiners, s)
	}
	s = norm.NFD.String(keepLetters.Replace(norm.NFC.String(s)))
	return strings.Map(dropMarks, s)
}

// dropMarks removes accents and everything that dropJoiners removes.
func dropMarks(r rune) rune {
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return dropJoiners(r)
}

// dropJoiners removes hyphens, apostrophes and invisible characters, all of
// which people leave out or type differently.
func dropJoiners(r rune) rune {
	switch {
	case r == '-' || r == '\'':
		return -1
	case r < unicode.MaxASCII:
		return r
	case r == '’' || r == '‘' || unicode.In(r, unicode.Pd, unicode.Cf):
		return -1
	}
	return r
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
