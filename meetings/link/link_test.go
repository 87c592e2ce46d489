package link

import (
	"errors"
	"net/netip"
	"reflect"
	"strings"
	"testing"
)

const example = "hjemmekontor:call/7-fjord-brunost?at=192.168.1.5:41234&at=[fd00::5]:41234"

var exampleInvite = Invite{
	Code: "7-fjord-brunost",
	Addresses: []netip.AddrPort{
		netip.MustParseAddrPort("192.168.1.5:41234"),
		netip.MustParseAddrPort("[fd00::5]:41234"),
	},
}

func TestString(t *testing.T) {
	for _, test := range []struct {
		name   string
		invite Invite
		want   string
	}{
		{"addresses", exampleInvite, example},
		{"code alone", Invite{Code: "7-fjord-brunost"}, "hjemmekontor:call/7-fjord-brunost"},
		{"mailbox", Invite{Code: "7-fjord-brunost", Mailbox: "wss://post.firma.no/v1"},
			"hjemmekontor:call/7-fjord-brunost?mailbox=wss://post.firma.no/v1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := test.invite.String()
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			back, err := Parse(got)
			if err != nil || back.String() != got {
				t.Errorf("parsed back as %+v, %v", back, err)
			}
		})
	}
}

func TestParseAsPasted(t *testing.T) {
	wss := Invite{Code: "7-fjord-brunost", Mailbox: "wss://post.firma.no/v1"}
	alone := Invite{Code: "7-fjord-brunost"}
	for _, test := range []struct {
		name, text string
		want       Invite
	}{
		{"as written", example, exampleInvite},
		{"white space around", "\n\t " + example + " \r\n", exampleInvite},
		{"in a sentence", "Hei! Bli med her: <" + example + ">. Hilsen Kari", exampleInvite},
		{"upper case scheme", "HJEMMEKONTOR:CALL/7-Fjord-Brunost?at=192.168.1.5:41234&at=[fd00::5]:41234", exampleInvite},
		{"with slashes", strings.Replace(example, "call/", "//call/", 1), exampleInvite},
		{"broken in the port", strings.Replace(example, ":41234&", ":41\r\n234&", 1), exampleInvite},
		{"broken in the code", strings.Replace(example, "fjord-", "fjord-\n", 1), exampleInvite},
		{"broken and quoted", strings.Replace(example, "&at", "\n> &at", 1), exampleInvite},
		{"followed by a line", example + "\nHilsen\nKari", exampleInvite},
		{"followed by a number", example + "\n7 stykker", exampleInvite},
		{"mailbox followed by a line", wss.String() + "\nHilsen", wss},
		{"code in a link, followed by a line", alone.String() + "\nHilsen", alone},
		{"unknown parameter of a later version", example + "&video=off", exampleInvite},
		{"bare code", "7-fjord-brunost", alone},
		{"bare code as it is said", "  7 Fjord Brunost\n", alone},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Parse(test.text)
			if err != nil || !reflect.DeepEqual(got, test.want) {
				t.Errorf("got %+v, %v; want %+v", got, err, test.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	const prefix = "hjemmekontor:call/7-fjord-brunost?"
	for _, test := range []struct {
		name, text string
		want       error
	}{
		{"nothing", "", ErrNotOurs},
		{"other text", "Kan du ringe meg?", ErrNotOurs},
		{"a number", "7", ErrNotOurs},
		{"a telephone number", "22 33 44 55", ErrNotOurs},
		{"other link", "https://zoom.us/j/123456789", ErrNotOurs},
		{"other link of ours", "hjemmekontor:organisation/firma", ErrNotOurs},
		{"endless text", strings.Repeat("x", MaxText+1), ErrNotOurs},
		{"cut in the code", "hjemmekontor:call/7-fjo", ErrMalformed},
		{"cut before the code", "hjemmekontor:call/", ErrMalformed},
		{"cut in the address", prefix + "at=192.168.1.5", ErrMalformed},
		{"code without words", "hjemmekontor:call/7", ErrMalformed},
		{"bare code without a second word", "7-fjord", ErrMalformed},
		{"name for an address", prefix + "at=firma.no:80", ErrMalformed},
		{"port 0", prefix + "at=192.168.1.5:0", ErrMalformed},
		{"port too high", prefix + "at=192.168.1.5:65536", ErrMalformed},
		{"unspecified address", prefix + "at=0.0.0.0:80", ErrMalformed},
		{"multicast address", prefix + "at=224.0.0.1:80", ErrMalformed},
		{"zone", prefix + "at=[fe80::1%25eth0]:80", ErrMalformed},
		{"too many addresses", prefix + strings.Repeat("at=10.0.0.1:80&", MaxAddresses) + "at=10.0.0.1:80", ErrMalformed},
		{"endless link", prefix + "x=" + strings.Repeat("y", MaxLink), ErrMalformed},
		{"mailbox by http", prefix + "mailbox=http://firma.no/v1", ErrMalformed},
		{"mailbox with a password", prefix + "mailbox=wss://kari:hemmelig@firma.no/v1", ErrMalformed},
		{"mailbox with a query", prefix + "mailbox=wss://firma.no/v1%3Fx=1", ErrMalformed},
		{"mailbox elsewhere on the host", prefix + "mailbox=wss://firma.no/admin", ErrMalformed},
		{"mailbox without a host", prefix + "mailbox=wss:///v1", ErrMalformed},
		{"two mailboxes", prefix + "mailbox=wss://a.no/v1&mailbox=wss://b.no/v1", ErrMalformed},
		{"bad escape", prefix + "at=%zz", ErrMalformed},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Parse(test.text)
			if !errors.Is(err, test.want) {
				t.Errorf("got %+v, %v; want %v", got, err, test.want)
			}
		})
	}
}

func TestMailboxURLs(t *testing.T) {
	invite := exampleInvite
	invite.Mailbox = "wss://post.firma.no/v1"
	want := []string{"wss://post.firma.no/v1", "ws://192.168.1.5:41234/v1", "ws://[fd00::5]:41234/v1"}
	if got := invite.MailboxURLs(); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (Invite{Code: "7-fjord-brunost"}).MailboxURLs(); len(got) != 0 {
		t.Errorf("a code alone leads to %q", got)
	}
}
