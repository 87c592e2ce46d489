package launch

import (
	"errors"
	"strings"
	"testing"

	"hjemmekontor/meetings/link"
)

func TestChecked(t *testing.T) {
	for _, test := range []struct{ name, raw, want, scheme string }{
		{"web page", "https://zoom.us/j/1?pwd=a.b~c%20d&x=$!*(),;@#s", "https://zoom.us/j/1?pwd=a.b~c%20d&x=$!*(),;@#s", "https"},
		{"app", "zoommtg://zoom.us/join?confno=1", "zoommtg://zoom.us/join?confno=1", "zoommtg"},
		{"app without slashes", "msteams:/l/meetup-join/19%3ameeting", "msteams:/l/meetup-join/19%3ameeting", "msteams"},
		{"upper case", "HTTPS://zoom.us/", "HTTPS://zoom.us/", "https"},
		{"context as it is", `https://teams.microsoft.com/x?context={"Tid":"1"}`,
			"https://teams.microsoft.com/x?context=%7B%22Tid%22:%221%22%7D", "https"},
	} {
		t.Run(test.name, func(t *testing.T) {
			address, scheme, err := checked(test.raw)
			if err != nil || address != test.want || scheme != test.scheme {
				t.Errorf("got %s, %s, %v; want %s, %s", address, scheme, err, test.want, test.scheme)
			}
		})
	}
}

// hostile are addresses that must never reach the operating system.
var hostile = map[string]string{
	"nothing":               "",
	"a file":                "file:///etc/" + secret,
	"a program":             "/usr/bin/" + secret,
	"an option":             "--" + secret,
	"script":                "javascript:alert(" + secret + ")",
	"data":                  "data:text/html," + secret,
	"unencrypted":           "http://zoom.us/j/1?pwd=" + secret,
	"another app":           "ms-msdt:/id?" + secret,
	"ours":                  "hjemmekontor:call/7-" + secret,
	"no host":               "https:///j/" + secret,
	"no host but a port":    "https://:80/" + secret,
	"opaque":                "https:zoom.us/" + secret,
	"a user":                "https://zoom.us:" + secret + "@example.com/",
	"a user for an app":     "zoommtg://zoom.us:" + secret + "@example.com/",
	"a space":               "https://zoom.us/j/1 " + secret,
	"a line":                "https://zoom.us/j/1\n" + secret,
	"a line before":         "\nhttps://zoom.us/j/1" + secret,
	"a zero":                "https://zoom.us/j/1\x00" + secret,
	"a backslash":           `https://zoom.us\@example.com/` + secret,
	"a letter of no URI":    "https://zoom.us/j/1?pwd=æ" + secret,
	"a character unseen":    "https://zoom.us/\u202ej/1" + secret,
	"not UTF-8":             "https://zoom.us/\xff" + secret,
	"a broken escape":       "https://zoom.us/%zz" + secret,
	"a broken port":         "https://zoom.us:x" + secret,
	"too long":              "https://zoom.us/" + secret + strings.Repeat("x", maxAddress),
	"too long once escaped": "https://zoom.us/" + secret + strings.Repeat("{", maxAddress/2),
}

func TestHostileAddressesAreRefused(t *testing.T) {
	for name, raw := range hostile {
		t.Run(name, func(t *testing.T) {
			system := &double{}
			_, opening := New(system).Open(t.Context(), link.Meeting{Service: "zoom", Address: raw}, Browser)
			for _, err := range []error{opening, OfSystem().Open(t.Context(), raw)} {
				if !errors.Is(err, ErrNotAllowed) || strings.Contains(err.Error(), secret) {
					t.Errorf("error %v, want ErrNotAllowed without the address", err)
				}
			}
			if len(system.opened) > 0 {
				t.Errorf("opened %q", system.opened)
			}
		})
	}
}

func TestSystemAsksForNoOtherScheme(t *testing.T) {
	for _, scheme := range []string{"file", "", "http", "../x", "zoommtg;x"} {
		if _, err := OfSystem().Handles(t.Context(), scheme); !errors.Is(err, ErrNotAllowed) {
			t.Errorf("%q: error %v, want ErrNotAllowed", scheme, err)
		}
	}
}

func FuzzChecked(f *testing.F) {
	for _, raw := range hostile {
		f.Add(raw)
	}
	f.Add(`msteams:/l/meetup-join/x?context={"Tid":"1"}`)
	f.Fuzz(func(t *testing.T, raw string) {
		address, scheme, err := checked(raw)
		if err != nil {
			return
		}
		if len(address) > maxAddress || strings.ContainsAny(address, "\"'\\` \r\n\t\x00<>|^{}") {
			t.Errorf("let through %q", address)
		}
		if !strings.EqualFold(address[:len(scheme)+1], scheme+":") {
			t.Errorf("%q is not of the scheme %q", address, scheme)
		}
		if again, _, err := checked(address); err != nil || again != address {
			t.Errorf("checked again, %q is %q, %v", address, again, err)
		}
	})
}
