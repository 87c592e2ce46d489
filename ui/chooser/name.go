package chooser

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Why something cannot be the name of a file.
var (
	ErrNoName    = errors.New("no name")
	ErrCharacter = errors.New("a character that no name may have")
	ErrReserved  = errors.New("a name that Windows keeps for itself")
	ErrLong      = errors.New("too long a name")
)

// maxName is how long a name may be on the disks of all systems, in bytes.
const maxName = 255

// FileName is the name of a new file for what somebody has typed: with the
// ending that it is to have, "" for none, and fit for any system, since files
// are handed on. The error says what is wrong with it.
func FileName(typed, ending string) (string, error) {
	bare := strings.TrimSpace(typed)
	if at := len(bare) - len(ending); at >= 0 && strings.EqualFold(bare[at:], ending) {
		bare = bare[:at]
	}
	// A dot at the beginning would hide the file, and Windows takes away one at
	// the end.
	bare = strings.TrimFunc(bare, func(r rune) bool { return r == '.' || unicode.IsSpace(r) })
	switch name := bare + ending; {
	case bare == "":
		return "", ErrNoName
	case !utf8.ValidString(bare) || strings.ContainsFunc(bare, Unfit):
		return "", ErrCharacter
	case Reserved(name):
		return "", ErrReserved
	case len(name) > maxName:
		return "", ErrLong
	default:
		return name, nil
	}
}

// forbidden is what Windows allows in no name, and among it what parts folders
// on the others.
const forbidden = `<>:"/\|?*`

// Unfit reports whether a character has no place in the name of a new file.
func Unfit(r rune) bool { return hidden(r) || strings.ContainsRune(forbidden, r) }

// hidden reports whether a character breaks a line, or changes how the text
// around it is shown without being seen itself.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp) || r == '\uFEFF'
}

// Reserved reports whether Windows keeps a name for itself, whatever its ending
// (learn.microsoft.com/windows/win32/fileio/naming-a-file).
func Reserved(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToUpper(strings.TrimRight(base, " "))
	switch base {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	number, port := strings.CutPrefix(base, "COM")
	if !port {
		number, port = strings.CutPrefix(base, "LPT")
	}
	return port && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// shown is a name or path as it can be looked at without harm.
func shown(name string) string {
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return utf8.RuneError
		}
		return r
	}, name)
}
