package report

import (
	"strings"
	"unicode/utf8"

	"hjemmekontor/locales"
)

// maxNameInFile bounds the person's name in a file's name, in bytes, so that
// the whole stays well below the 255 that most file systems take.
const maxNameInFile = 100

// FileName suggests a name for the report's file, such as
// "Huskeliste – Kari Nordmann – 2026-11-23.json" for the extension "json". It
// holds nothing that a file system takes for a folder or refuses; on Windows
// that is more than elsewhere (learn.microsoft.com/windows/win32/fileio/naming-a-file).
func (r Report) FileName(texts *locales.Texts, ext string) string {
	return texts.Text("report-file.file-name", locales.Data{
		"Name": nameInFile(r.Name),
		"Date": isoDate(dayOf(r.Made)),
	}) + "." + ext
}

func nameInFile(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, CleanName(name))
	for len(name) > maxNameInFile {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return strings.TrimSpace(name)
}
