package organisation

import (
	"errors"
	"testing"
)

func TestAddresses(t *testing.T) {
	tests := []struct {
		address string
		check   func(string) error
		want    error
	}{
		{"https://meet.firma.no/rom?a=b#c", roomLink.check, nil},
		{"https://192.168.1.5:8443/", roomLink.check, nil},
		{"https://[2001:db8::1]:8443/", roomLink.check, nil},
		{"https://intranett/rom", roomLink.check, nil},
		{"https://r3---sn-x.firma.no/", roomLink.check, nil},
		{"https://xn--mte-0na.firma.no/", roomLink.check, nil},
		{"https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22a%22%7d", roomLink.check, nil},
		{"http://meet.firma.no/", roomLink.check, ErrWrongScheme},
		{"HTTPS://meet.firma.no/", roomLink.check, ErrWrongScheme},
		{"javascript:alert(1)", roomLink.check, ErrWrongScheme},
		{"javascript://firma.no/%0aalert(1)", roomLink.check, ErrWrongScheme},
		{"file:///etc/passwd", roomLink.check, ErrWrongScheme},
		{"data:text/html,<script>", roomLink.check, ErrWrongScheme},
		{"ms-settings:x", roomLink.check, ErrWrongScheme},
		{"zoommtg://zoom.us/join", roomLink.check, ErrWrongScheme},
		{" https://firma.no/", roomLink.check, ErrWrongScheme},
		{"//firma.no/", roomLink.check, ErrMalformedAddress},
		{"firma.no", roomLink.check, ErrMalformedAddress},
		{"https:firma.no", roomLink.check, ErrMalformedAddress},
		{"https://", roomLink.check, ErrMalformedAddress},
		{"https:///rom", roomLink.check, ErrMalformedAddress},
		{"https://:443/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no:/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no:0/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no:65536/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no:0443/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no:https/", roomLink.check, ErrMalformedAddress},
		{"https://zoom.us@evil.example/", roomLink.check, ErrCredentials},
		{"https://zoom.us:x@evil.example/", roomLink.check, ErrCredentials},
		{`https://zoom.us\@evil.example/`, roomLink.check, ErrBadCharacter},
		{"https://firma.no/a b", roomLink.check, ErrBadCharacter},
		{"https://firma.no/\n", roomLink.check, ErrBadCharacter},
		{"https://møte.firma.no/", roomLink.check, ErrBadCharacter},
		{"https://firma.no/møte", roomLink.check, ErrBadCharacter},
		{"https://FIRMA.no/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no./", roomLink.check, ErrMalformedAddress},
		{"https://-firma-.no_/", roomLink.check, ErrMalformedAddress},
		{"https://a..no/", roomLink.check, ErrMalformedAddress},
		{"https://xn--zzzzzzz9.no/", roomLink.check, ErrMalformedAddress},
		{"https://" + repeat("a", 64) + ".no/", roomLink.check, ErrMalformedAddress},
		{"https://0x7f.1/", roomLink.check, ErrMalformedAddress},
		{"https://2130706433/", roomLink.check, ErrMalformedAddress},
		{"https://127.0.0.01/", roomLink.check, ErrMalformedAddress},
		{"https://0.0.0.0/", roomLink.check, ErrMalformedAddress},
		{"https://224.0.0.1/", roomLink.check, ErrMalformedAddress},
		{"https://[fe80::1%25eth0]/", roomLink.check, ErrMalformedAddress},
		{"https://[firma.no]/", roomLink.check, ErrMalformedAddress},
		{"https://[2001:DB8::1]/", roomLink.check, ErrMalformedAddress},
		{"https://firma.no/%zz", roomLink.check, ErrMalformedAddress},
		{"https://firma.no/?a=100%", roomLink.check, ErrMalformedAddress},
		{"https://firma.no/" + repeat("a", MaxAddress), roomLink.check, ErrTooLong},
		{"https://firma.no/f?x=1", download.check, nil},
		{"https://firma.no/f#x", download.check, ErrMalformedAddress},
		{"https://firma.no/", serverAddress.check, nil},
		{"https://firma.no/?x", serverAddress.check, ErrMalformedAddress},
		{"https://firma.no/#", serverAddress.check, ErrMalformedAddress},
		{"wss://mailbox.firma.no:4000/v1", checkMailbox, nil},
		{"wss://mailbox.firma.no/", checkMailbox, ErrMalformedAddress},
		{"wss://mailbox.firma.no/v1?x=y", checkMailbox, ErrMalformedAddress},
		{"https://mailbox.firma.no/v1", checkMailbox, ErrWrongScheme},
		{"stun:stun.firma.no", checkSTUN, nil},
		{"stuns:192.0.2.1:5349", checkSTUN, nil},
		{"stun:[2001:db8::1]:3478", checkSTUN, nil},
		{"stun:stun.firma.no?transport=udp", checkSTUN, ErrMalformedAddress},
		{"stun:", checkSTUN, ErrMalformedAddress},
		{"stun://stun.firma.no", checkSTUN, ErrMalformedAddress},
		{"stun:2001:db8::1", checkSTUN, ErrMalformedAddress},
		{"stun:a.no/x", checkSTUN, ErrMalformedAddress},
		{"stun:a.no#x", checkSTUN, ErrMalformedAddress},
		{"stun:a.no:99999", checkSTUN, ErrMalformedAddress},
		{"stun:a no", checkSTUN, ErrBadCharacter},
		{"turn:a.no", checkSTUN, ErrWrongScheme},
		{"turn:turn.firma.no:3478?transport=udp", checkTURN, nil},
		{"turns:turn.firma.no?transport=tcp", checkTURN, nil},
		{"turn:turn.firma.no?transport=sctp", checkTURN, ErrMalformedAddress},
		{"turn:turn.firma.no?transport=udp&x=y", checkTURN, ErrMalformedAddress},
		{"turn:user@turn.firma.no", checkTURN, ErrCredentials},
		{"turn:%61.no", checkTURN, ErrMalformedAddress},
	}
	for _, test := range tests {
		if err := test.check(test.address); !errors.Is(err, test.want) {
			t.Errorf("%q: %v, want %v", test.address, err, test.want)
		}
	}
}

func TestNormaliseAddress(t *testing.T) {
	https := func(s string) string { return normaliseAddress(s, "https") }
	stun := func(s string) string { return normaliseICE(s, "stun") }
	turn := func(s string) string { return normaliseICE(s, "turn") }
	tests := []struct {
		in, want  string
		normalise func(string) string
	}{
		{" https://meet.firma.no/rom ", "https://meet.firma.no/rom", https},
		{"meet.firma.no/rom", "https://meet.firma.no/rom", https},
		{"firma.no:8443/rom", "https://firma.no:8443/rom", https},
		{"HTTPS://Meet.Firma.NO/Rom", "https://meet.firma.no/Rom", https},
		{"https://Møte.firma.no/blåbær?q=å#ø", "https://xn--mte-0na.firma.no/bl%C3%A5b%C3%A6r?q=%C3%A5#%C3%B8", https},
		{"https://m\u006f\u0308te.no/", "https://xn--mte-sna.no/", https},
		{"https://[2001:DB8:0::1]/", "https://[2001:db8::1]/", https},
		{"https://firma.no/a b|c", "https://firma.no/a%20b%7Cc", https},
		{"https://firma.no/a%2Fb", "https://firma.no/a%2Fb", https},
		{"http://firma.no/", "http://firma.no/", https},
		{"javascript:alert(1)", "javascript:alert(1)", https},
		{"rommet ved siden av", "rommet ved siden av", https},
		{"", "", https},
		{"mailbox.firma.no", "wss://mailbox.firma.no/v1", normaliseMailbox},
		{"wss://mailbox.firma.no/", "wss://mailbox.firma.no/v1", normaliseMailbox},
		{"wss://mailbox.firma.no/b/v1", "wss://mailbox.firma.no/b/v1", normaliseMailbox},
		{"", "", normaliseMailbox},
		{"stun.firma.no", "stun:stun.firma.no", stun},
		{"Stun.Firma.no:3478", "stun:stun.firma.no:3478", stun},
		{"STUNS://stun.firma.no", "stuns:stun.firma.no", stun},
		{"turn.firma.no?transport=tcp", "turn:turn.firma.no?transport=tcp", turn},
		{"turn:[2001:DB8::1]:3478", "turn:[2001:db8::1]:3478", turn},
		{"turn:user@firma.no", "turn:user@firma.no", turn},
		{"", "", turn},
	}
	for _, test := range tests {
		got := test.normalise(test.in)
		if got != test.want {
			t.Errorf("%q becomes %q, want %q", test.in, got, test.want)
		}
		if again := test.normalise(got); again != got {
			t.Errorf("%q becomes %q, and that %q", test.in, got, again)
		}
	}
}

func TestLegible(t *testing.T) {
	for address, want := range map[string]string{
		"https://xn--mte-0na.firma.no/xn--mte-0na": "https://møte.firma.no/xn--mte-0na",
		"https://firma.no/":                        "https://firma.no/",
		"https://xn--pple-43d.com/":                "https://xn--pple-43d.com/", // a Cyrillic а
		"javascript:x":                             "javascript:x",
		"":                                         "",
	} {
		if got := Legible(address); got != want {
			t.Errorf("%q is shown as %q, want %q", address, got, want)
		}
	}
}
