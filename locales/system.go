package locales

import (
	"strings"

	"github.com/jeandeaual/go-locale"
	"golang.org/x/text/language"
)

// System gives the language to begin with: the first of the system's
// languages that the app speaks. All written Norwegian is met with bokmål; a
// system that names no language at all is taken to be Norwegian, since the app
// is made for Norwegian workplaces; any other language is met with English.
func System() Language {
	tags, err := locale.GetLocales()
	if err != nil {
		tags = nil
	}
	return Choose(tags)
}

// Choose gives the language of the app for a user's languages, most wanted
// first, written as BCP 47 tags or as POSIX writes them.
func Choose(tags []string) Language {
	named := false
	for _, tag := range tags {
		tag, _, _ = strings.Cut(tag, "@") // a POSIX modifier, as in de_DE@euro
		parsed, err := language.Parse(tag)
		if err != nil {
			continue
		}
		base, _, _ := parsed.Raw() // Base would take a guess at "und"
		switch base.String() {
		case "nb", "nn", "no":
			return Norwegian
		case "en":
			return English
		case "und":
			continue
		}
		named = true
	}
	if named {
		return English
	}
	return Norwegian
}
