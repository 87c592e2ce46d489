package screen

import (
	"strings"
	"unicode"
)

const (
	// lettersPerError is how many letters of a phrase allow one misreading.
	lettersPerError = 5

	costAlike  = 1   // a letter for one that looks like it, or a thin one lost
	costOther  = 2   // any other letter
	costNumber = 100 // a digit: numbers are read right or not at all
)

// letter is a letter or digit in the form in which texts are compared.
type letter struct {
	shape rune // what it looks like
	digit bool
}

// fold keeps the letters and digits of a text, without case, and gives one
// shape to those that look the same in most fonts.
func fold(text string) []letter {
	var letters []letter
	for _, r := range strings.ToLower(text) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '|' {
			continue
		}
		letters = append(letters, letter{shape: shape(r), digit: unicode.IsDigit(r)})
	}
	return letters
}

func shape(r rune) rune {
	switch r {
	case 'i', '1', '|':
		return 'l'
	case '0', 'ø':
		return 'o'
	case 'å':
		return 'a'
	}
	return r
}

// lookalikes are letters that are taken for each other, and thin those that
// are overlooked or seen where there are none.
var lookalikes = []string{"ceo", "lftj", "nhrmu", "bh", "gqy", "vyw", "aeæ"}

const thin = "lftjr"

// distance is what it costs to have read one text for the other: the least
// sum of misreadings (Levenshtein's distance with weights).
func distance(phrase, read []letter) int {
	row := make([]int, len(read)+1)
	for j := range read {
		row[j+1] = row[j] + costMissing(read[j])
	}
	for _, p := range phrase {
		diagonal := row[0]
		row[0] += costMissing(p)
		for j, r := range read {
			cost := min(
				diagonal+costInstead(p, r),
				row[j]+costMissing(r),
				row[j+1]+costMissing(p),
			)
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(read)]
}

// costInstead is what it costs to read b for a.
func costInstead(a, b letter) int {
	switch {
	case a.shape == b.shape:
		return 0
	case a.digit || b.digit:
		return costNumber
	}
	for _, group := range lookalikes {
		if strings.ContainsRune(group, a.shape) && strings.ContainsRune(group, b.shape) {
			return costAlike
		}
	}
	return costOther
}

// costMissing is what it costs to overlook a letter, or to see one where
// there is none.
func costMissing(l letter) int {
	switch {
	case l.digit:
		return costNumber
	case strings.ContainsRune(thin, l.shape):
		return costAlike
	}
	return costOther
}
