// Package locales holds every text that a user reads, in Norwegian (bokmål)
// and English, and hands them out.
//
// The texts lie beside this file as AREA.LANGUAGE.toml in go-i18n's format and
// are embedded. A screen asks for them by key:
//
//	texts, err := locales.Load(locales.Norwegian)
//	texts.Text("home.title")
//	texts.Text("home.greeting", locales.Data{"Name": name})
//	texts.Count("home.left", 3)
//
// Switching language is loading the other one and building the screens again.
package locales

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

//go:embed *.toml
var files embed.FS

// Language names one of the languages the app speaks, as in its --lang flag.
type Language string

// The languages of the app.
const (
	Norwegian Language = "nb"
	English   Language = "en"
)

// ErrUnknownLanguage is returned for a language that the app does not speak.
var ErrUnknownLanguage = errors.New("unknown language")

// Languages lists the languages of the app, its first language first.
func Languages() []Language { return []Language{Norwegian, English} }

// Parse reads a language as the --lang flag and the settings write it.
func Parse(s string) (Language, error) {
	for _, l := range Languages() {
		if strings.EqualFold(s, string(l)) {
			return l, nil
		}
	}
	return "", fmt.Errorf("%w: %q", ErrUnknownLanguage, s)
}

// Data fills the named places of a text, such as {{.Name}}.
type Data map[string]any

// Texts gives the texts of one language. It is safe for concurrent use.
type Texts struct {
	language  Language
	localizer *i18n.Localizer
	months    []string
}

// Load reads the texts of one language. It fails only if an embedded file is
// broken, which the tests rule out.
func Load(l Language) (*Texts, error) {
	if _, err := Parse(string(l)); err != nil {
		return nil, err
	}
	bundle := i18n.NewBundle(language.Make(string(l)))
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	names, err := fs.Glob(files, "*."+string(l)+".toml")
	if err != nil {
		return nil, fmt.Errorf("listing the texts of %q: %w", l, err)
	}
	for _, name := range names {
		if _, err := bundle.LoadMessageFileFS(files, name); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
	}
	t := &Texts{language: l, localizer: i18n.NewLocalizer(bundle, string(l))}
	t.months = strings.Fields(t.Text("date.months"))
	return t, nil
}

// Language is the language these texts are in.
func (t *Texts) Language() Language { return t.language }

// Text gives the text of a key with its places filled. A key that does not
// exist comes back as it is, so that the hole is seen.
func (t *Texts) Text(key string, data ...Data) string {
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: merged(data)})
}

// Count gives the text of a key in the plural form that n asks for; the text
// writes the number as {{.PluralCount}}.
func (t *Texts) Count(key string, n int, data ...Data) string {
	all := merged(data)
	all["PluralCount"] = n
	return t.localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: all})
}

// Has tells whether a key exists.
func (t *Texts) Has(key string) bool {
	_, err := t.localizer.Localize(&i18n.LocalizeConfig{MessageID: key})
	var missing *i18n.MessageNotFoundErr
	return !errors.As(err, &missing)
}

func (t *Texts) localize(config *i18n.LocalizeConfig) string {
	text, err := t.localizer.Localize(config)
	if err != nil && text == "" {
		return config.MessageID
	}
	return text
}

func merged(data []Data) Data {
	all := Data{}
	for _, d := range data {
		for k, v := range d {
			all[k] = v
		}
	}
	return all
}
