package link

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// TestHostsAreComparedExactly tries what looks like Zoom and is not.
func TestHostsAreComparedExactly(t *testing.T) {
	for text, host := range map[string]string{
		"https://zoom.us.example.com/j/92345678901":                           "zoom.us.example.com",
		"https://zoom.us@evil.com/j/92345678901":                              "evil.com",
		"https://zoom.us:secret@evil.com/j/92345678901":                       "evil.com",
		"https://kari@zoom.us/j/92345678901":                                  "zoom.us",
		"https://evil.com/?u=https://zoom.us/j/92345678901":                   "evil.com",
		"https://evil.com/https://zoom.us/j/92345678901":                      "evil.com",
		"https://evil.com#https://zoom.us/j/92345678901":                      "evil.com",
		"https://evil.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F9":                 "evil.com",
		"https://notzoom.us/j/92345678901":                                    "notzoom.us",
		"https://zoom.us:8443/j/92345678901":                                  "zoom.us:8443",
		"https://zoom.us./j/92345678901":                                      "zoom.us.",
		"https://.zoom.us/j/92345678901":                                      ".zoom.us",
		"https://-.zoom.us/j/92345678901":                                     "-.zoom.us",
		"https://zoom%2eus/j/92345678901":                                     "zoom%2eus",
		"https://zооm.us/j/92345678901":                                       "xn--zm-fmca.us", // Cyrillic letters
		"https://zoom。us/j/92345678901":                                       "zoom",
		"https://xn--zm-jbba.us/j/92345678901":                                "xn--zm-jbba.us",
		"https://webex.com.evil.com/meet/ola":                                 "webex.com.evil.com",
		"https://evilwebex.com/meet/ola":                                      "evilwebex.com",
		"https://safelinks.protection.outlook.com.evil.com/?url=x":            "safelinks.protection.outlook.com.evil.com",
		"https://www.google.com.evil.com/url?q=https://zoom.us/j/92345678901": "www.google.com.evil.com",
		"https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us.evil.com%2Fj%2F92345678901": "zoom.us.evil.com",
		"zoommtg://zoom.us.evil.com/join?confno=92345678901":                                                   "zoom.us.evil.com",
		"msteams://evil.com/l/meetup-join/19%3ax%40thread.v2/0?context=x":                                      "evil.com",
	} {
		m, err := Recognise(text)
		var unknown *UnknownError
		if !errors.As(err, &unknown) || !errors.Is(err, ErrUnknownService) || unknown.Host != host {
			t.Errorf("%s: %v, %v; want the unknown host %s", text, m, err, host)
		}
	}
}

// TestBrokenHosts: what a text cuts out of the middle of a host is not put
// together again.
func TestBrokenHosts(t *testing.T) {
	for _, text := range []string{
		`https://zoom.us\@evil.com/j/92345678901`,
		`https:\\zoom.us\j\92345678901`,
		"https://zo\tom.us/j/92345678901",
		"https://zo\nom.us/j/92345678901",
		"<https://zo\nom.us/j/92345678901>",
		"https://zoom.us\t/j/92345678901",
		"https://zoom.us\n/j/92345678901",
		"<https://zoom.us\n.evil.com/j/92345678901>",
		"<https://zoom.us\n/j/92345678901>",
		"evil.com/?u=https://zoom.us/j/92345678901",
		`<a href="https://zo&#9;om.us/j/92345678901">x</a>`,
		"https:///zoom.us/j/92345678901",
		"https://" + strings.Repeat("a.", 200) + "zoom.us/j/92345678901",
	} {
		if m, err := Recognise(text); err == nil {
			t.Errorf("%q is taken for %v", text, m)
		}
	}
}

func TestLongHostIsBounded(t *testing.T) {
	_, err := Recognise("https://" + strings.Repeat("a", 3000) + ".com/")
	var unknown *UnknownError
	if !errors.As(err, &unknown) || len(unknown.Host) > maxHost {
		t.Error(err)
	}
}

// TestUnknownMeeting: a link to who knows where can be opened all the same,
// unless it hides where it leads.
func TestUnknownMeeting(t *testing.T) {
	for text, want := range map[string]string{
		"https://møte.firma.no:8443/rom/" + secret: "https://xn--mte-0na.firma.no:8443/rom/" + secret,
		"https://møte.firma.no/møte/" + secret:     "https://xn--mte-0na.firma.no/m%C3%B8te/" + secret,
		"https://ｚoom.us/j/92345678901?" + secret:  "", // which browsers make zoom.us of
		"http://firma.no/rom?k=" + secret:          "https://firma.no/rom?k=" + secret,
		google("https://firma.no/rom#" + secret):   "https://firma.no/rom#" + secret,
		"https://zoom.us@evil.com/" + secret:       "",
		"https://evil.com%5c@zoom.us/" + secret:    "",
		"https://firma.no/" + secret + "%zz":       "",
	} {
		_, err := Recognise(text)
		var unknown *UnknownError
		if !errors.As(err, &unknown) {
			t.Fatalf("%s: %v", text, err)
		}
		m := unknown.Meeting()
		if m.Address != want || m.Kind != Join || m.Service != "" || m.Secret() != (want != "") {
			t.Errorf("%s becomes %q, kind %s, service %q", text, m.Address, m.Kind, m.Service)
		}
		if native, ok := m.Native(); ok {
			t.Errorf("%s becomes %q", text, native)
		}
		if printed := fmt.Sprintf("%v %+v %#v %s %d %x %v %#v", err, err, err, err, err, err, m, m); strings.Contains(printed, secret) {
			t.Errorf("the secret is printed: %s", printed)
		}
	}
}
