package mailbox

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var wordForm = regexp.MustCompile(`^[a-z]{3,8}$`)

func TestWordLists(t *testing.T) {
	for _, language := range []string{Bokmal, English} {
		t.Run(language, func(t *testing.T) {
			words := WordList(language).All()
			if len(words) != wordsPerList {
				t.Fatalf("%d words, want %d", len(words), wordsPerList)
			}
			if !slices.IsSorted(words) {
				t.Error("not sorted")
			}
			var sounds []string
			for _, word := range words {
				if !wordForm.MatchString(word) {
					t.Errorf("%q is not a short word of a to z", word)
				}
				if code, err := ParseCode("1-" + word + "-" + word); err != nil {
					t.Errorf("%q: %v", code, err)
				}
				sound := byEar(word)
				for i, other := range sounds {
					if distance(sound, other) < 2 {
						t.Errorf("%q and %q sound alike", words[i], word)
					}
				}
				sounds = append(sounds, sound)
			}
		})
	}
	if !slices.Equal(WordList("nn").All(), WordList(Bokmal).All()) {
		t.Error("an unknown language does not get the words in bokmål")
	}
}

// byEar writes a word roughly as it sounds through a poor telephone, where
// voiced and unvoiced are one, in Norwegian and English alike.
func byEar(word string) string {
	word = strings.NewReplacer("skj", "S", "sj", "S", "sh", "S", "kj", "C", "tch", "C", "ch", "C",
		"hv", "v", "hj", "j", "gj", "j", "ph", "f", "ck", "k", "qu", "kv", "wh", "w", "kn", "n",
		"ce", "se", "ci", "si", "c", "k", "x", "ks", "w", "v").Replace(word)
	word = strings.NewReplacer("b", "p", "d", "t", "g", "k", "v", "f", "z", "s").Replace(word)
	return string(slices.Compact([]rune(word)))
}

// distance is Levenshtein's: how many letters to change, add or drop.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}

func TestComplete(t *testing.T) {
	nb := WordList(Bokmal)
	tests := map[string][]string{
		"brun":  {"brunost"},
		" BRUN": {"brunost"},
		"qqq":   nil,
	}
	for prefix, want := range tests {
		if got := Complete(prefix, nb); !slices.Equal(got, want) {
			t.Errorf("Complete(%q) = %q, want %q", prefix, got, want)
		}
	}
	if got := Complete("", nb); len(got) != wordsPerList {
		t.Errorf("completing nothing gives %d words, want all %d", len(got), wordsPerList)
	}
	for _, word := range Complete("fj", nb) {
		if !strings.HasPrefix(word, "fj") || !nb.Contains(word) {
			t.Errorf("Complete gave %q", word)
		}
	}
}

func TestNewCodeUsesManyWords(t *testing.T) {
	seen := map[string]bool{}
	for range 2000 {
		code := newCode("7", WordList(Bokmal))
		if parsed, err := ParseCode(code.String()); err != nil || parsed != code {
			t.Fatalf("%q parses as %q, %v", code, parsed, err)
		}
		for _, word := range strings.Split(code.String(), "-")[1:] {
			seen[word] = true
		}
	}
	if len(seen) < wordsPerList*9/10 {
		t.Errorf("2000 codes used only %d words", len(seen))
	}
}
