package organisation

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// Extension ends the name of every organisation file.
const Extension = ".hjemmekontor"

// FileName returns a name for the company's file that every system takes:
// "Fjord & Sønn AS.hjemmekontor".
func (o Organisation) FileName() string {
	const longest = 60 // characters
	name := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.N) || strings.ContainsRune(" -&()", r) {
			return r
		}
		return -1
	}, o.Name)
	runes := []rune(normaliseText(name))
	name = strings.TrimSpace(string(runes[:min(longest, len(runes))]))
	if name == "" || reserved.MatchString(name) {
		name = strings.TrimSpace("hjemmekontor " + name)
	}
	return name + Extension
}

// reserved are the names that Windows keeps for devices, whatever follows the
// dot.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// nordic are the letters outside ASCII that names under .no may hold (Norid),
// and the neighbours' own.
const nordic = "áàäčçđéèêŋńñóòôöšŧüžæøåðíúýþ"

// Legible returns an address of an organisation as people write it: with a
// Norwegian host such as møte.firma.no in its own letters, which the file has
// as xn--mte-0na.firma.no. A host in other letters, which may look like one
// that it is not, is left as it is.
func Legible(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	host, err := hosts.ToUnicode(u.Hostname())
	if err != nil || strings.ContainsFunc(host, func(r rune) bool { return r > unicode.MaxASCII && !strings.ContainsRune(nordic, r) }) {
		return address
	}
	return strings.Replace(address, u.Hostname(), host, 1)
}
