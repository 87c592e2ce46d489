package link

import (
	"strings"
	"testing"
)

// filled repeats a text up to the limit.
func filled(s string) string { return strings.Repeat(s, MaxPasted/len(s)) }

// hostileTexts are texts of a megabyte on which a careless search takes
// forever, or goes down.
func hostileTexts() map[string]string {
	return map[string]string{
		"schemes":           filled("https://"),
		"schemes-spaced":    filled("https:// "),
		"known-hosts":       filled("https://zoom.us/"),
		"known-spaced":      filled("https://zoom.us/ "),
		"cut-links":         filled("https://zoom.us/j/\n"),
		"cut-and-broken":    filled("https://zoom.us/j/1234\n5\n"),
		"meetings":          filled("https://zoom.us/j/92345678901 "),
		"with-labels":       filled("https://teams.live.com/meet/9351234567890 Passord: x\n"),
		"labels":            "https://zoom.us/j/92345678901 " + filled("Passord Møte-ID "),
		"one-long-link":     "https://zoom.us/j/" + filled("9"),
		"long-broken-link":  "https://teams.microsoft.com/l/meetup-join/" + filled(strings.Repeat("9", 70)+"\n"),
		"long-broken-links": filled("https://teams.microsoft.com/l/meetup-join/" + strings.Repeat(strings.Repeat("9", 95)+"\n", maxLines)),
		"bracketed-links":   filled("<https://teams.microsoft.com/l/meetup-join/" + strings.Repeat(strings.Repeat("9", 95)+"\n", maxLines)),
		"bracketed":         filled("<https://zoom.us/j/1\n"),
		"wrappers":          filled("https://www.google.com/url?q="),
		"wrappers-spaced":   filled(safe(safe(safe(safe(zoomLink)))) + " "),
		"nested":            filled("?=https:"),
		"colons":            filled(":"),
		"own":               filled("hjemmekontor:call/"),
		"own-spaced":        filled("hjemmekontor:call/7-fjord-brunost?at=\n"),
		"apps":              filled("zoommtg://x "),
		"skype":             filled("skype:"),
		"equals":            filled("=3D"),
		"soft-breaks":       filled("=\n"),
		"deep-html":         filled("<div>"),
		"html-attributes":   "<a " + filled("a ") + "href=https://zoom.us/j/92345678901>",
		"html-open-tag":     "</p><a href=\"" + filled("https://zoom.us/j/1 "),
		"html-references":   filled("<a href='https://zoom.us/j/92345678901'>"),
		"html-comment":      "</p><!--" + filled("-"),
		"html-entities":     "</p>" + filled("&amp;"),
		"angles":            filled("<"),
		"nothing":           filled("x"),
		"not-utf-8":         filled("https://zoom.us/\xff\xfe "),
		"zero-bytes":        filled("\x00https://zoom.us/j/92345678901"),
		"lines-of-nothing":  "https://zoom.us/j/" + filled("\n> "),
		"backslashes":       filled(`https:\\zoom.us\`),
		"percent-signs":     "https://www.google.com/url?q=" + filled("%25"),
		"trailing-brackets": "https://zoom.us/j/92345678901" + filled(")%3E.,"),
	}
}

// TestHostile only asks for an end and for the bounds; BenchmarkHostile prints
// how long it takes.
func TestHostile(t *testing.T) {
	for name, text := range hostileTexts() {
		t.Run(name, func(t *testing.T) {
			for _, place := range []Place{Pasted, InHTML} {
				meetings := Find(Part{place, text})
				if len(meetings) > MaxMeetings {
					t.Errorf("%d meetings", len(meetings))
				}
				for _, m := range meetings {
					checkMeeting(t, m)
				}
			}
		})
	}
}

// TestFindReadsTheFirstMegabyte, over all parts.
func TestFindReadsTheFirstMegabyte(t *testing.T) {
	filling := strings.Repeat("x", MaxPasted)
	if got := Find(Part{Pasted, filling}, Part{Pasted, zoomLink}); got != nil {
		t.Errorf("%v was found behind the first megabyte", got)
	}
	if got := Find(Part{Pasted, zoomLink + " " + filling}); len(got) != 1 {
		t.Errorf("%d meetings in the first megabyte", len(got))
	}
}
