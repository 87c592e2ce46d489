package reports

import (
	"sort"
	"strings"
)

// wrap breaks a text into at most a number of lines that fit; what there is no
// room for is left out, with an ellipsis in its place.
func wrap(text string, most int, fits func(string) bool) []string {
	var lines []string
	words := strings.Fields(text)
	for len(words) > 0 {
		if len(lines) == most-1 {
			return append(lines, wrapOne(strings.Join(words, " "), fits))
		}
		var line string
		line, words = fill(words, fits)
		lines = append(lines, line)
	}
	return lines
}

// wrapOne cuts a text to the one line that fits.
func wrapOne(text string, fits func(string) bool) string {
	const ellipsis = "…"
	if fits(text) {
		return text
	}
	return strings.TrimSpace(prefix(text, func(s string) bool { return fits(s + ellipsis) })) + ellipsis
}

// fill takes as many words as fit on a line, at least one; a word that is too
// long by itself is broken.
func fill(words []string, fits func(string) bool) (line string, rest []string) {
	if !fits(words[0]) {
		line = prefix(words[0], fits)
		return line, append([]string{words[0][len(line):]}, words[1:]...)
	}
	line = words[0]
	for i, word := range words[1:] {
		if !fits(line + " " + word) {
			return line, words[i+1:]
		}
		line += " " + word
	}
	return line, nil
}

// prefix is the longest beginning of a text that fits, at least one character.
func prefix(text string, fits func(string) bool) string {
	characters := []rune(text)
	n := sort.Search(len(characters), func(n int) bool { return !fits(string(characters[:n+1])) })
	return string(characters[:max(n, 1)])
}
