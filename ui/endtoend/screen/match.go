package screen

import (
	"cmp"
	"image"
	"slices"
	"strings"
)

// line is words that stand beside each other, left to right.
type line []word

func (l line) text() string {
	texts := make([]string, len(l))
	for i, w := range l {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}

func (l line) box() image.Rectangle {
	box := l[0].box
	for _, w := range l[1:] {
		box = box.Union(w.box)
	}
	return box
}

// layOut puts words into lines, in reading order. Words at one height but far
// apart, such as a menu and a page, are lines of their own.
func layOut(words []word) []line {
	words = slices.SortedFunc(slices.Values(words), func(a, b word) int {
		return cmp.Compare(a.box.Min.X, b.box.Min.X)
	})
	var lines []line
	for _, w := range words {
		i := slices.IndexFunc(lines, func(l line) bool { return continues(l[len(l)-1].box, w.box) })
		if i < 0 {
			lines = append(lines, line{w})
			continue
		}
		lines[i] = append(lines[i], w)
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(a[0].box.Min.Y, b[0].box.Min.Y), cmp.Compare(a[0].box.Min.X, b[0].box.Min.X))
	})
	return lines
}

// continues reports whether the word at next may follow the one at last:
// half the lower one's height is shared, and the gap is that of a space.
func continues(last, next image.Rectangle) bool {
	shared := min(last.Max.Y, next.Max.Y) - max(last.Min.Y, next.Min.Y)
	lower, higher := min(last.Dy(), next.Dy()), max(last.Dy(), next.Dy())
	gap := next.Min.X - last.Max.X
	return 2*shared > lower && gap > -lower && 2*gap <= 3*higher
}

// match is a place where a phrase stands, how badly it was read, and among how
// many other words of its line.
type match struct {
	box    image.Rectangle
	errors int
	others int
}

// better reports whether m is the likelier place: a button and a heading hold
// the phrase alone, where a sentence only mentions it.
func (m match) better(than match) bool {
	return cmp.Or(cmp.Compare(m.errors, than.errors), cmp.Compare(m.others, than.others)) < 0
}

// search returns the places where phrase stands as whole words of one line.
func search(lines []line, phrase []letter) []match {
	var matches []match
	for _, l := range lines {
		for start := 0; start < len(l); {
			m, n := matchAt(l[start:], phrase)
			if n == 0 || beginsBetterLater(l[start+1:], phrase, m) {
				start++
				continue
			}
			m.others = len(l) - n
			matches = append(matches, m)
			start += n
		}
	}
	return matches
}

// beginsBetterLater reports whether the phrase is read better without the
// word before rest, which then is an icon taken for a letter.
func beginsBetterLater(rest line, phrase []letter, m match) bool {
	later, n := matchAt(rest, phrase)
	return n > 0 && later.errors < m.errors
}

// matchAt finds how many of the line's first words are the phrase, none being
// 0. Spaces do not count, so words read as one, or one read as two, do no
// harm.
func matchAt(l line, phrase []letter) (best match, words int) {
	allowed := len(phrase) / lettersPerError
	best.errors = allowed + 1
	if len(l) == 0 || len(fold(l[0].text)) == 0 {
		return best, 0
	}
	var read []letter
	for n := 1; n <= len(l) && len(read) <= len(phrase)+allowed; n++ {
		read = append(read, fold(l[n-1].text)...)
		if errors := distance(phrase, read); errors < best.errors {
			best, words = match{box: l[:n].box(), errors: errors}, n
		}
	}
	return best, words
}
