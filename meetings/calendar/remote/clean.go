package remote

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

const (
	maxName   = 100 // letters
	maxEmails = 20
)

// cleanName makes one line of a name, without what cannot be seen.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsGraphic(r):
			return r
		}
		return -1
	}, strings.ToValidUTF8(name, ""))
	name = strings.Join(strings.Fields(name), " ")
	if letters := []rune(name); len(letters) > maxName {
		return strings.TrimSpace(string(letters[:maxName]))
	}
	return name
}

// cleanColour returns "#rrggbb" of a colour as Apple writes it, some with
// opacity behind, or empty.
func cleanColour(colour string) string {
	return strings.ToLower(colourStart.FindString(strings.TrimSpace(colour)))
}

var colourStart = regexp.MustCompile(`^#[0-9A-Fa-f]{6}`)

// emails returns the addresses among those by which a server knows its user
// (mailto:kari@firma.no), and the name of the user if that is one.
func emails(hrefs []string, user string) []string {
	var list []string
	add := func(text string) {
		text = strings.ToLower(strings.TrimSpace(text))
		address, err := mail.ParseAddress(text)
		if err == nil && address.Address == text && !slices.Contains(list, text) && len(list) < maxEmails {
			list = append(list, text)
		}
	}
	for _, href := range hrefs {
		scheme, rest, _ := strings.Cut(strings.TrimSpace(href), ":")
		if address, err := url.PathUnescape(rest); err == nil && strings.EqualFold(scheme, "mailto") {
			add(address)
		}
	}
	add(user)
	return list
}
