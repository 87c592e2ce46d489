package tools

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// longestCell is the room a cell has in the comparison, in characters.
const longestCell = 60

// areas are the files of texts that belong to the guide's data.
var areas = []string{"guide", "choose", "practice", "before"}

// texts reads one language's files the way the app does, so that a key which
// go-i18n takes for something else shows up as missing.
func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, area := range areas {
		bundle := i18n.NewBundle(language.Make(lang))
		bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
		file, err := bundle.LoadMessageFile(filepath.Join("..", "..", "locales", area+"."+lang+".toml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range file.Messages {
			if _, twice := out[m.ID]; twice {
				t.Errorf("%s: %s stands in two files", lang, m.ID)
			}
			out[m.ID] = m.Other
		}
	}
	return out
}

func TestEveryTextIsThereAndNoneIsLeftOver(t *testing.T) {
	wanted := loaded(t).Keys()
	t.Logf("%d texts", len(wanted))
	for _, lang := range []string{"nb", "en"} {
		have := texts(t, lang)
		for _, key := range wanted {
			if strings.TrimSpace(have[key]) == "" {
				t.Errorf("%s: %s has no text", lang, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(have)) {
			// The screen has words of its own under [guide].
			if !slices.Contains(wanted, key) && !strings.HasPrefix(key, "guide.") {
				t.Errorf("%s: nothing calls for %s", lang, key)
			}
		}
	}
}

func TestBothLanguagesHaveTheSameKeys(t *testing.T) {
	nb := slices.Sorted(maps.Keys(texts(t, "nb")))
	en := slices.Sorted(maps.Keys(texts(t, "en")))
	if !slices.Equal(nb, en) {
		t.Errorf("nb has %d keys, en %d, and they differ", len(nb), len(en))
	}
}

// A cell with words of its own says something that no other in its row does, or
// Differences would call it a difference.
func TestNoTwoCellsOfARowHaveTheSameWords(t *testing.T) {
	g := loaded(t)
	for _, lang := range []string{"nb", "en"} {
		have := texts(t, lang)
		for _, topic := range g.Topics() {
			keys := map[string]string{}
			for _, tool := range g.Tools() {
				cell, ok := g.Cell(tool.ID, topic.ID)
				if !ok || cell.Unknown {
					continue
				}
				words := have[cell.Key()]
				if other, ok := keys[words]; ok && other != cell.Key() {
					t.Errorf("%s: %s and %s both say %q and should share a value", lang, other, cell.Key(), words)
				}
				keys[words] = cell.Key()
			}
		}
	}
}

func TestCellsAreShort(t *testing.T) {
	for _, lang := range []string{"nb", "en"} {
		for key, text := range texts(t, lang) {
			if n := utf8.RuneCountInString(text); (strings.HasPrefix(key, "cell.") || strings.HasPrefix(key, "value.")) && n > longestCell {
				t.Errorf("%s: %s has %d characters", lang, key, n)
			}
		}
	}
}

// What is not a name, an answer or a cell is sentences, written in each language
// for itself.
func TestSentences(t *testing.T) {
	nb, en := texts(t, "nb"), texts(t, "en")
	for key, text := range nb {
		family, _, _ := strings.Cut(key, ".")
		if !slices.Contains([]string{"fact", "tool", "advice", "reason", "hint", "step", "before"}, family) {
			continue
		}
		if text == en[key] {
			t.Errorf("%s is the same in both languages", key)
		}
		for _, s := range []string{text, en[key]} {
			if !strings.HasSuffix(key, ".title") && !strings.HasSuffix(s, ".") {
				t.Errorf("%s does not end as a sentence: %q", key, s)
			}
			if strings.ContainsAny(s, "\n\t{}") || strings.Contains(s, "  ") {
				t.Errorf("%s holds odd characters: %q", key, s)
			}
		}
	}
}
