package checklists

import (
	"runtime"
	"slices"

	"hjemmekontor/locales"
)

// System is an operating system that an item may have steps of its own for.
type System string

// The operating systems the app runs on.
const (
	Windows System = "windows"
	MacOS   System = "macos"
	Linux   System = "linux"
)

// Systems returns every operating system, the commonest first.
func Systems() []System { return []System{Windows, MacOS, Linux} }

// ThisSystem is the operating system of this machine; what is neither Windows
// nor macOS is nearest to Linux.
func ThisSystem() System {
	switch runtime.GOOS {
	case "windows":
		return Windows
	case "darwin":
		return MacOS
	default:
		return Linux
	}
}

// Words is what an item says in one language.
type Words struct {
	Title string
	Why   string // may be empty for a company's own item
	How   string // one step to a line; may be empty for a company's own item
}

// Words returns the wording of the item in the language of texts, with the
// steps for one system. A company's own item brings its wording along, and what
// it says in one language only is shown in both.
func (i Item) Words(texts *locales.Texts, system System) Words {
	if i.Own != nil {
		language := string(texts.Language())
		return Words{Title: i.Own.Title.In(language), Why: i.Own.Why.In(language), How: i.Own.How.In(language)}
	}
	return Words{
		Title: texts.Text(i.textKey("title")),
		Why:   texts.Text(i.textKey("why")),
		How:   texts.Text(i.howKey(system)),
	}
}

// TextKeys returns the keys of all texts that the item's wording is taken from:
// "item.<ID>.title", "item.<ID>.why", "item.<ID>.how-<system>" for each of its
// Systems, and "item.<ID>.how" if any system is left over for it. A company's
// own item has none.
func (i Item) TextKeys() []string {
	if i.Own != nil {
		return nil
	}
	keys := []string{i.textKey("title"), i.textKey("why")}
	for _, system := range Systems() {
		if key := i.howKey(system); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

func (i Item) howKey(system System) string {
	if slices.Contains(i.Systems, system) {
		return i.textKey("how-" + string(system))
	}
	return i.textKey("how")
}

func (i Item) textKey(part string) string { return "item." + i.ID + "." + part }
