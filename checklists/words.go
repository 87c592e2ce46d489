package checklists

import (
	"runtime"

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

// Words gives the wording of the item in the language of texts: from the
// texts for an item of the catalogue, from the item itself for a company's own.
// The steps are those for the system given, where they differ.
func (i Item) Words(texts *locales.Texts, system System) Words {
	if i.Own != nil {
		language := string(texts.Language())
		return Words{Title: i.Own.Title.In(language), Why: i.Own.Why.In(language), How: i.Own.How.In(language)}
	}
	key := "item." + i.ID
	how := key + ".how"
	for _, s := range i.Systems {
		if s == system {
			how = key + ".how-" + string(s)
		}
	}
	return Words{Title: texts.Text(key + ".title"), Why: texts.Text(key + ".why"), How: texts.Text(how)}
}
