package desktop

import (
	"net/url"
	"path/filepath"
)

// Path turns the address of a file (RFC 8089), as some desktops hand it over,
// into its path; anything else stays as it is.
func Path(argument string) string {
	u, err := url.Parse(argument)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || u.Path == "" {
		return argument
	}
	name := u.Path
	if len(name) > 2 && name[0] == '/' && name[2] == ':' {
		name = name[1:] // a drive's letter
	}
	return filepath.FromSlash(name)
}
