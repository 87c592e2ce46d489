package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxPasscode is the longest passcode in bytes.
const MaxPasscode = 32

// Limits on how far from a link its number and passcode are looked for, in
// bytes, and how many digits a number has.
const (
	labelsAfter  = 3 << 10
	labelsBefore = 512
	longestLabel = 100 // with its value
	minDigits    = 9
	maxDigits    = 20
)

// labels are the words in invitations before a number and a passcode.
type labels struct {
	Number   []string `json:"number"`
	Passcode []string `json:"passcode"`
}

// lower returns the labels in lower case.
func (l labels) lower() labels {
	return labels{Number: lowerAll(l.Number), Passcode: lowerAll(l.Passcode)}
}

func lowerAll(words []string) []string {
	lower := make([]string, len(words))
	for i, word := range words {
		lower[i] = strings.ToLower(word)
	}
	return lower
}

// find returns the digits of the first number in the text, and the first
// passcode. Each stands on one line behind its word and a colon, possibly with
// something in parentheses between: "Møtenummer (tilgangskode): 2345 678 9012".
func (l labels) find(text string) (number, code string) {
	for i := 0; number == "" || code == ""; i++ {
		next := strings.IndexByte(text[i:], ':')
		if next < 0 {
			break
		}
		i += next
		word := labelBefore(text, i)
		if number == "" && endsInWord(word, l.Number) {
			number = numberAt(text[i+1:])
		} else if code == "" && endsInWord(word, l.Passcode) {
			code = passcodeAt(text[i+1:])
		}
	}
	return number, code
}

// padding is what may stand around a label and its value: spaces, and the
// signs that make text bold in plain text.
const padding = " \t\u00a0*_"

// labelBefore returns what stands before a colon on its line, in lower case,
// without parentheses at the end.
func labelBefore(text string, colon int) string {
	line := text[max(0, colon-longestLabel):colon]
	line = strings.TrimRight(line[strings.LastIndexByte(line, '\n')+1:], padding)
	if open := strings.LastIndexByte(line, '('); open >= 0 && strings.HasSuffix(line, ")") {
		line = strings.TrimRight(line[:open], padding)
	}
	return strings.ToLower(line)
}

// endsInWord tells whether a line ends in one of the words and the word stands
// by itself: "telefonkonferanse-id" is not "konferanse-id", "landkode" no "kode",
// and the "phone passcode" another than the passcode.
func endsInWord(line string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		before, ok := strings.CutSuffix(line, word)
		if !ok || before == "" {
			return ok
		}
		trimmed := strings.TrimRight(before, padding)
		last, _ := utf8.DecodeLastRuneInString(trimmed)
		if len(trimmed) == len(before) {
			return !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != '-'
		}
		// Another value may stand before it: "321 234 567 890 1 Passord: Qw12Er".
		return !unicode.IsLetter(last)
	})
}

// numberAt returns the digits of the number that the text begins with.
func numberAt(text string) string {
	text = strings.TrimLeft(text[:min(len(text), longestLabel)], padding)
	end := strings.IndexFunc(text, func(r rune) bool {
		return (r < '0' || '9' < r) && r != ' ' && r != '-' && r != '\u00a0'
	})
	if end >= 0 {
		text = text[:end]
	}
	if n := digits(text); minDigits <= len(n) && len(n) <= maxDigits {
		return n
	}
	return ""
}

// passcodeAt returns the passcode that the text begins with.
func passcodeAt(text string) string {
	text = strings.TrimLeft(text[:min(len(text), longestLabel)], padding)
	end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"", r) })
	if end >= 0 {
		text = text[:end]
	}
	code := strings.TrimRight(text, ",;)")
	if len(code) > MaxPasscode || strings.Contains(code, "://") || strings.HasPrefix(code, "(") || !utf8.ValidString(code) {
		return ""
	}
	return code
}
