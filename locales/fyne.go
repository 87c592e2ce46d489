package locales

import (
	_ "embed"
)

//go:embed fyne.nb.json
var fyneNorwegian []byte

//go:embed fyne.en.json
var fyneEnglish []byte

// Toolkit gives the texts that the window toolkit writes itself (file dialogs,
// the menu of a text field, weekday names), as JSON in its own format.
func Toolkit(l Language) []byte {
	if l == English {
		return fyneEnglish
	}
	return fyneNorwegian
}
