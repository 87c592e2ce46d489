package checklists_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// texts is the shape of a text file: table, key, name, text.
type texts map[string]map[string]map[string]string

func readTexts(t *testing.T, name string) texts {
	t.Helper()
	var into texts
	if _, err := toml.DecodeFile("../locales/"+name, &into); err != nil {
		t.Fatal(err)
	}
	return into
}

func TestEveryItemHasItsTexts(t *testing.T) {
	catalogue, err := checklists.Load()
	if err != nil {
		t.Fatal(err)
	}
	items := make(map[string][]string)
	sections := make(map[string][]string)
	for _, role := range checklists.Roles() {
		for _, item := range catalogue.Items(role) {
			items[item.ID] = []string{"title", "why", "how"}
		}
		for _, section := range catalogue.Sections(role) {
			sections[string(section)] = []string{"title"}
		}
	}
	for _, language := range []string{"nb", "en"} {
		file := readTexts(t, "checklist."+language+".toml")
		checkTexts(t, language, file, map[string]map[string][]string{"item": items, "section": sections})
		for id, item := range file["item"] {
			if n := len(strings.Split(item["how"], "\n")); n < 2 || n > 5 {
				t.Errorf("%s: item %s has %d steps, want 2 to 5", language, id, n)
			}
		}
	}
}

// A step explained in one language is explained in the other.
func TestStepsAreTheSameInBothLanguages(t *testing.T) {
	nb, en := readTexts(t, "checklist.nb.toml"), readTexts(t, "checklist.en.toml")
	for id := range nb["item"] {
		n, e := strings.Count(nb["item"][id]["how"], "\n"), strings.Count(en["item"][id]["how"], "\n")
		if n != e {
			t.Errorf("item %s has %d steps in nb, %d in en", id, n+1, e+1)
		}
	}
}

func TestEveryPublicContactHasItsTexts(t *testing.T) {
	contacts, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	want := make(map[string][]string)
	for _, c := range contacts {
		want[c.ID] = []string{"name", "when"}
	}
	for _, language := range []string{"nb", "en"} {
		checkTexts(t, language, readTexts(t, "contacts."+language+".toml"), map[string]map[string][]string{"contact": want})
	}
}

// checkTexts compares a file with the names of the texts wanted in it, by
// table and key: none missing, none empty, none left over.
func checkTexts(t *testing.T, language string, file texts, want map[string]map[string][]string) {
	t.Helper()
	for table, keys := range want {
		for key, names := range keys {
			for _, name := range names {
				checkText(t, language+" "+table+"."+key+"."+name, file[table][key][name])
			}
		}
	}
	for table, keys := range file {
		for key, names := range keys {
			for name := range names {
				if !slices.Contains(want[table][key], name) {
					t.Errorf("%s %s.%s.%s belongs to nothing", language, table, key, name)
				}
			}
		}
	}
}

// checkText refuses a text that is missing, has an empty line, or holds the
// beginning of a template field, for which nobody would give a value.
func checkText(t *testing.T, name, text string) {
	t.Helper()
	if strings.Contains(text, "{{") {
		t.Errorf("%s holds a template field", name)
	}
	for _, line := range strings.Split(text, "\n") {
		if line == "" || strings.TrimSpace(line) != line {
			t.Errorf("%s has an empty or padded line: %q", name, line)
		}
	}
}
