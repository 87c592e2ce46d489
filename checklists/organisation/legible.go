package organisation

import (
	"net/url"
	"strings"
	"unicode"
)

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
	return strings.Replace(address, u.Hostname(), LegibleHost(u.Hostname()), 1)
}

// LegibleHost does the same with a host alone.
func LegibleHost(host string) string {
	legible, err := hosts.ToUnicode(host)
	if err != nil || strings.ContainsFunc(legible, func(r rune) bool { return r > unicode.MaxASCII && !strings.ContainsRune(nordic, r) }) {
		return host
	}
	return legible
}
