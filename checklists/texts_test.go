package checklists_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

// texts is what stands in a text file about data: table, key, name, text.
type texts map[string]map[string]map[string]string

// readTexts reads some tables of a text file; the others are the screens'.
func readTexts(t *testing.T, name string, tables ...string) texts {
	t.Helper()
	var file map[string]toml.Primitive
	meta, err := toml.DecodeFile("../locales/"+name, &file)
	if err != nil {
		t.Fatal(err)
	}
	into := make(texts)
	for _, table := range tables {
		var keys map[string]map[string]string
		if err := meta.PrimitiveDecode(file[table], &keys); err != nil {
			t.Fatalf("%s, table %s: %v", name, table, err)
		}
		into[table] = keys
	}
	return into
}

func readChecklist(t *testing.T, language string) texts {
	t.Helper()
	return readTexts(t, "checklist."+language+".toml", "item", "section")
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
			for _, key := range item.TextKeys() {
				items[item.ID] = append(items[item.ID], strings.TrimPrefix(key, "item."+item.ID+"."))
			}
		}
		for _, section := range catalogue.Sections(role) {
			sections[string(section)] = []string{"title"}
		}
	}
	for _, language := range []string{"nb", "en"} {
		file := readChecklist(t, language)
		checkTexts(t, language, file, map[string]map[string][]string{"item": items, "section": sections})
		for key, steps := range howTexts(file) {
			if n := len(steps); n < 2 || n > 5 {
				t.Errorf("%s: %s has %d steps, want 2 to 5", language, key, n)
			}
		}
	}
}

// howTexts is the steps of every item, and of every system an item has steps
// for, by the rest of the key.
func howTexts(file texts) map[string][]string {
	steps := make(map[string][]string)
	for id, item := range file["item"] {
		for name, text := range item {
			if strings.HasPrefix(name, "how") {
				steps[id+"."+name] = strings.Split(text, "\n")
			}
		}
	}
	return steps
}

// A step explained in one language is explained in the other.
func TestStepsAreTheSameInBothLanguages(t *testing.T) {
	english := howTexts(readChecklist(t, "en"))
	for key, steps := range howTexts(readChecklist(t, "nb")) {
		if len(steps) != len(english[key]) {
			t.Errorf("%s has %d steps in nb, %d in en", key, len(steps), len(english[key]))
		}
	}
}

// An employee is shown the steps for the machine at hand; only an employer,
// who has others' machines to see to, is shown those for several.
func TestEmployeesAreShownOneSystem(t *testing.T) {
	for _, language := range []string{"nb", "en"} {
		for key, steps := range howTexts(readChecklist(t, language)) {
			for _, step := range steps {
				system, _, named := strings.Cut(step, ":")
				if named && strings.HasPrefix(key, "employee-") && slices.Contains([]string{"Windows", "macOS", "Linux"}, system) {
					t.Errorf("%s: %s has a step for %s only: %q", language, key, system, step)
				}
			}
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
		checkTexts(t, language, readTexts(t, "contacts."+language+".toml", "contact"), map[string]map[string][]string{"contact": want})
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
