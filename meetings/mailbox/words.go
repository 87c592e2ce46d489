package mailbox

import (
	"crypto/rand"
	"embed"
	"slices"
	"strings"
	"sync"
)

// The languages that have a word list.
const (
	Bokmal  = "nb"
	English = "en"
)

// wordsPerList makes each word worth eight bits, so that a code gives whoever
// guesses one chance in 65 536.
const wordsPerList = 256

//go:embed words/nb.txt words/en.txt
var wordFiles embed.FS

// Words is a list to pick or complete words from: 256 short words of a to z,
// sorted, no two of which are close by ear.
type Words struct{ sorted []string }

var (
	bokmalWords  = sync.OnceValue(func() Words { return readWords("words/nb.txt") })
	englishWords = sync.OnceValue(func() Words { return readWords("words/en.txt") })
)

// WordList is the list for a language, "nb" or "en"; bokmål for any other.
func WordList(language string) Words {
	if language == English {
		return englishWords()
	}
	return bokmalWords()
}

// readWords reads an embedded list; the build guarantees that it is there.
func readWords(name string) Words {
	text, err := wordFiles.ReadFile(name)
	if err != nil {
		panic("mailbox: " + err.Error())
	}
	return Words{sorted: strings.Fields(string(text))}
}

// All returns the words in alphabetical order.
func (w Words) All() []string { return slices.Clone(w.sorted) }

// Contains tells whether the list has the word, whatever its case.
func (w Words) Contains(word string) bool {
	_, found := slices.BinarySearch(w.sorted, strings.ToLower(word))
	return found
}

// Complete returns the words of the list that begin with prefix, sorted.
// Case and surrounding space do not matter; an empty prefix gives them all.
func Complete(prefix string, list Words) []string {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	start, _ := slices.BinarySearch(list.sorted, prefix)
	end := start
	for end < len(list.sorted) && strings.HasPrefix(list.sorted[end], prefix) {
		end++
	}
	return slices.Clone(list.sorted[start:end])
}

// newCode makes a code for a nameplate with two words picked at random.
func newCode(nameplate string, list Words) Code {
	var pick [codeParts - 1]byte
	rand.Read(pick[:]) // never fails: crypto/rand ends the program instead
	return Code{
		nameplate: nameplate,
		words:     list.sorted[pick[0]] + "-" + list.sorted[pick[1]],
	}
}
