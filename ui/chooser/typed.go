package chooser

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// quotes are what paths come in that were copied from elsewhere.
var quotes = []struct{ opening, closing string }{{`"`, `"`}, {"'", "'"}, {"«", "»"}, {"“", "”"}}

// pathOf is the path that somebody means who types or pastes this while a
// folder is shown: as it stands, in quotes, as an address (RFC 8089), from the
// home folder (~) or from the one shown.
func pathOf(typed, folder, home string) string {
	path := strings.TrimSpace(typed)
	for _, q := range quotes {
		if rest, ok := strings.CutPrefix(path, q.opening); ok {
			if inner, ok := strings.CutSuffix(rest, q.closing); ok {
				path = inner
			}
		}
	}
	path = fromAddress(path)
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || isSeparator(rest[0])) {
		path = filepath.Join(home, rest)
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	return filepath.Clean(path)
}

func isSeparator(c byte) bool { return c == '/' || c == filepath.Separator }

// fromAddress is the path of a file's address; all else comes back as it is.
func fromAddress(text string) string {
	address, err := url.Parse(text)
	if err != nil || address.Scheme != "file" || address.Path == "" {
		return text
	}
	windows := runtime.GOOS == "windows"
	switch here := address.Host == "" || address.Host == "localhost"; {
	case here && windows:
		return filepath.FromSlash(strings.TrimPrefix(address.Path, "/")) // before the drive's letter
	case here:
		return address.Path
	case windows: // a shared folder
		return filepath.FromSlash("//" + address.Host + address.Path)
	default:
		return text
	}
}
