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

// texts reads one language's file the way the app does, so that a key which
// go-i18n takes for something else shows up as missing.
func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	bundle := i18n.NewBundle(language.Make(lang))
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	file, err := bundle.LoadMessageFile(filepath.Join("..", "..", "locales", "guide."+lang+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, m := range file.Messages {
		out[m.ID] = m.Other
	}
	return out
}

// wantedKeys lists every text that the guide's data calls for.
func wantedKeys(g *Guide) map[string]bool {
	keys := map[string]bool{KeyUnknown: true, KeyUndated: true, KeyCheckPrice: true}
	for _, group := range Groups() {
		keys[group.Key()] = true
	}
	for _, c := range []Certainty{High, Medium, Low} {
		keys[c.Key()] = true
	}
	for _, topic := range g.topics {
		keys[topic.Key()] = true
	}
	for _, a := range g.Advice() {
		keys[a.TitleKey()], keys[a.TextKey()] = true, true
	}
	for _, tool := range g.Tools() {
		addToolKeys(keys, g, tool)
	}
	return keys
}

func addToolKeys(keys map[string]bool, g *Guide, tool Tool) {
	for _, f := range tool.Facts {
		keys[f.Key()] = true
	}
	for _, group := range tool.SummaryGroups() {
		keys[tool.SummaryKey(group)] = true
	}
	if tool.Retired {
		keys[tool.RetiredKey()] = true
	}
	for _, topic := range g.Topics() {
		if cell, ok := g.Cell(tool.ID, topic.ID); ok {
			keys[cell.Key()] = true
		}
	}
	for _, a := range g.Advice() {
		if cell, ok := g.Cell(tool.ID, a.Topic); ok && !cell.Unknown {
			keys[a.LineKey(tool.ID)] = true
		}
	}
}

func TestEveryTextIsThereAndNoneIsLeftOver(t *testing.T) {
	wanted := wantedKeys(loaded(t))
	t.Logf("%d texts", len(wanted))
	for _, lang := range []string{"nb", "en"} {
		have := texts(t, lang)
		for _, key := range slices.Sorted(maps.Keys(wanted)) {
			if strings.TrimSpace(have[key]) == "" {
				t.Errorf("%s: %s has no text", lang, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(have)) {
			// The screen has words of its own under [guide].
			if !wanted[key] && !strings.HasPrefix(key, "guide.") {
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

func TestCellsAreShort(t *testing.T) {
	for _, lang := range []string{"nb", "en"} {
		for key, text := range texts(t, lang) {
			if n := utf8.RuneCountInString(text); strings.HasPrefix(key, "cell.") && n > longestCell {
				t.Errorf("%s: %s has %d characters", lang, key, n)
			}
		}
	}
}

// Facts, advice and summaries are sentences, written in each language for
// itself.
func TestSentences(t *testing.T) {
	nb, en := texts(t, "nb"), texts(t, "en")
	for key, text := range nb {
		family, _, _ := strings.Cut(key, ".")
		if !slices.Contains([]string{"fact", "tool", "advice"}, family) {
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
