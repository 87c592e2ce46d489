package checklists

import (
	"slices"
	"strings"
	"testing"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

func mustLoadTexts(t *testing.T, language locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// Every item says something in every language and on every system.
func TestWordsOfTheCatalogue(t *testing.T) {
	catalogue := mustLoad(t)
	for _, language := range locales.Languages() {
		texts := mustLoadTexts(t, language)
		for _, role := range Roles() {
			for _, item := range catalogue.Items(role) {
				for _, system := range Systems() {
					words := item.Words(texts, system)
					for _, text := range []string{words.Title, words.Why, words.How} {
						if text == "" || strings.HasPrefix(text, "item.") {
							t.Errorf("%s on %s in %s says %q", item.ID, system, language, text)
						}
					}
				}
			}
		}
	}
}

func TestWordsPerSystem(t *testing.T) {
	item, ok := mustLoad(t).Item("employee-updates")
	if !ok {
		t.Fatal("no such item")
	}
	for language, steps := range map[locales.Language]map[System]string{
		locales.Norwegian: {Windows: "Windows Update", MacOS: "Systeminnstillinger", Linux: "Super-tasten"},
		locales.English:   {Windows: "Windows Update", MacOS: "System Settings", Linux: "Super key"},
	} {
		texts := mustLoadTexts(t, language)
		for system, step := range steps {
			if how := item.Words(texts, system).How; !strings.Contains(how, step) {
				t.Errorf("%s on %s: %q, want something about %q", language, system, how, step)
			}
		}
	}
}

func TestTextKeys(t *testing.T) {
	tests := []struct {
		name string
		item Item
		want []string
	}{
		{"no system of its own", Item{ID: "x"}, []string{"item.x.title", "item.x.why", "item.x.how"}},
		{"one of its own, the general for the others", Item{ID: "x", Systems: []System{MacOS}},
			[]string{"item.x.title", "item.x.why", "item.x.how", "item.x.how-macos"}},
		{"all of their own, and no general", Item{ID: "x", Systems: Systems()},
			[]string{"item.x.title", "item.x.why", "item.x.how-windows", "item.x.how-macos", "item.x.how-linux"}},
		{"a company's own", Item{ID: "own-x", Own: &organisation.Item{}}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.item.TextKeys(); !slices.Equal(got, test.want) {
				t.Errorf("TextKeys = %q, want %q", got, test.want)
			}
		})
	}
}

func TestWordsOfACompanysOwnItem(t *testing.T) {
	tests := []struct {
		name   string
		own    organisation.Item
		nb, en Words
	}{
		{
			"in both languages",
			organisation.Item{
				Title: organisation.Text{NB: "Lås arkivet", EN: "Lock the archive"},
				Why:   organisation.Text{NB: "Fordi.", EN: "Because."},
				How:   organisation.Text{NB: "Vri om.", EN: "Turn the key."},
			},
			Words{"Lås arkivet", "Fordi.", "Vri om."},
			Words{"Lock the archive", "Because.", "Turn the key."},
		},
		{
			"in Norwegian only",
			organisation.Item{Title: organisation.Text{NB: "Lås arkivet"}, How: organisation.Text{NB: "Vri om."}},
			Words{"Lås arkivet", "", "Vri om."},
			Words{"Lås arkivet", "", "Vri om."},
		},
		{
			"in English only",
			organisation.Item{Title: organisation.Text{EN: "Lock the archive"}, Why: organisation.Text{EN: "Because."}},
			Words{"Lock the archive", "Because.", ""},
			Words{"Lock the archive", "Because.", ""},
		},
		{
			"half and half",
			organisation.Item{Title: organisation.Text{NB: "Lås arkivet", EN: "Lock the archive"}, Why: organisation.Text{NB: "Fordi."}},
			Words{"Lås arkivet", "Fordi.", ""},
			Words{"Lock the archive", "Fordi.", ""},
		},
		{
			"with what looks like a key and a field",
			organisation.Item{Title: organisation.Text{NB: "home.title {{.Name}}"}},
			Words{Title: "home.title {{.Name}}"},
			Words{Title: "home.title {{.Name}}"},
		},
	}
	norwegian, english := mustLoadTexts(t, locales.Norwegian), mustLoadTexts(t, locales.English)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			item := Item{ID: "own-archive", Own: &test.own}
			for _, system := range Systems() {
				if got := item.Words(norwegian, system); got != test.nb {
					t.Errorf("in Norwegian on %s: %+v, want %+v", system, got, test.nb)
				}
				if got := item.Words(english, system); got != test.en {
					t.Errorf("in English on %s: %+v, want %+v", system, got, test.en)
				}
			}
		})
	}
}

func TestThisSystem(t *testing.T) {
	if s := ThisSystem(); !slices.Contains(Systems(), s) {
		t.Errorf("this system is %q, which is none of %q", s, Systems())
	}
}
