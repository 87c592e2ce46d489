package link

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

const (
	zoomLink  = "https://zoom.us/j/92345678901?pwd=AbC123"
	teamsLink = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MmE1ZjYxYjctMDAwMC00MDAwLTgwMDAtYWJj%40thread.v2/0" +
		"?context=%7b%22Tid%22%3a%2211111111-2222-4333-8444-555555555555%22%7d"
)

func TestRecogniseAsPasted(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"as it is", zoomLink, zoomLink},
		{"white space around", "\n\t " + zoomLink + " \r\n", zoomLink},
		{"at the end of a sentence", "Bli med på " + zoomLink + ".", zoomLink},
		{"in parentheses", "(se " + zoomLink + ")", zoomLink},
		{"in Norwegian quotation marks", "«" + zoomLink + "»", zoomLink},
		{"in Markdown", "[Bli med](" + zoomLink + "), **" + zoomLink + "**", zoomLink},
		{"in angle brackets", "<" + zoomLink + ">", zoomLink},
		{"an escaped bracket sticks to it", zoomLink + "%3E", zoomLink},
		{"two brackets and a full stop", zoomLink + "%3E>.", zoomLink},
		{"http", "http://zoom.us/j/92345678901", "https://zoom.us/j/92345678901"},
		{"upper case", "HTTPS://Zoom.US/j/92345678901?pwd=AbC123", zoomLink},
		{"without a scheme", "meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"},
		{"without a scheme in a room's name", "Møterom 3 / meet.google.com/abc-defg-hij (video)", "https://meet.google.com/abc-defg-hij"},
		{"glued to a word", "Lenke:" + zoomLink, zoomLink},
		{"two with a comma", zoomLink + ",https://meet.google.com/abc-defg-hij", zoomLink},
		{"escaped ampersand", "https://zoom.us/w/92345678901?tk=Ab&amp;pwd=Cd", "https://zoom.us/w/92345678901?tk=Ab&pwd=Cd"},
		{"HTML escaped once too often", `&lt;a href=&quot;` + zoomLink + `&quot;&gt;Bli med&lt;/a&gt;`, zoomLink},
		{"line breaks of a calendar file", `Bli med\n` + zoomLink + `\nMøte-ID: 923`, zoomLink},
		{"encoding as it came", teamsLink, teamsLink},
		{"broken in brackets", "<" + teamsLink[:76] + "\r\n" + teamsLink[76:] + ">\r\n", teamsLink},
		{"broken, quoted and in brackets", "> <" + teamsLink[:70] + "\n> " + teamsLink[70:] + ">\n> Hilsen", teamsLink},
		{"broken at the width of a line", teamsLink[:76] + "\n" + teamsLink[76:140] + "\n" + teamsLink[140:] + "\nMøte-ID: 321", teamsLink},
		{"folded in a calendar file", "LOCATION:" + teamsLink[:66] + "\r\n " + teamsLink[66:139] + "\r\n " + teamsLink[139:] + "\r\nUID:1", teamsLink},
		{"broken before the number", "https://zoom.us/j/\n92345678901?pwd=AbC123\n", zoomLink},
		{"a word on the next line", zoomLink + "\nHilsen\nKari", zoomLink},
		{"a label on the next line", zoomLink + "\nPassord:482913", zoomLink},
		{"a number on the next line", zoomLink + "\n92345678901", zoomLink},
		{"quoted-printable", "Bli med:=20\r\nhttps://zoom.us/j/92345=\r\n678901?pwd=3DAbC123\r\n", zoomLink},
		{"no quoted-printable, though like it", "https://zoom.us/j/92345678901?pwd=3DAbC123", "https://zoom.us/j/92345678901?pwd=3DAbC123"},
		{"in an attribute only", `<a href="` + zoomLink + `">Bli med</a>`, zoomLink},
		{"in an attribute over two lines", "<a href=\"" + teamsLink[:76] + "\n" + teamsLink[76:] + "\">Bli med</a>", teamsLink},
		{"with entities", `<a href="https://zoom.us/j/92345678901?a=1&amp;pwd=AbC123">x</a>`, "https://zoom.us/j/92345678901?a=1&pwd=AbC123"},
		{"of Zoom's app", "zoommtg://zoom.us/join?action=join&confno=92345678901&pwd=AbC123&zc=0", zoomLink},
		{"of Teams' app", "msteams:/l/meetup-join/" + strings.TrimPrefix(teamsLink, "https://teams.microsoft.com/l/meetup-join/"), teamsLink},
		{"of Teams' app with a host", strings.Replace(teamsLink, "https", "msteams", 1), teamsLink},
		{"of Webex's app", "webexteams://meet?sip=ola.nordmann@firma.webex.com", "https://firma.webex.com/meet/ola.nordmann"},
		{"of Jitsi's app", "jitsi-meet://meet.jit.si/FjordBrunost", "https://meet.jit.si/FjordBrunost"},
		{"of Slack's app", "slack://join-huddle?team=T01ABC&id=C02ABC", "https://app.slack.com/huddle/T01ABC/C02ABC"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Recognise(test.text)
			if err != nil || got.Address != test.want {
				t.Errorf("got %q, %v; want %q", got.Address, err, test.want)
			}
		})
	}
}

func TestRecogniseRefuses(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       error
	}{
		{"nothing", "", ErrNothing},
		{"other text", "Kan du ringe meg klokken 10:30?", ErrNothing},
		{"a script", "javascript:alert(1)", ErrNothing},
		{"a file", "file:///etc/passwd", ErrNothing},
		{"a telephone number", "tel:+4721402070", ErrNothing},
		{"a page", "https://www.nrk.no/", ErrUnknownService},
		{"a start page", "https://zoom.us/", ErrNotMeeting},
		{"a start page and a greeting", "https://whereby.com/\nHilsen\nKari", ErrNotMeeting},
		{"a cut link and a greeting", "https://zoom.us/my/\nHilsen\nKari", ErrIncomplete},
		{"without its passcode", "https://teams.microsoft.com/meet/3211234567890", ErrIncomplete},
		{"cut in the number", "https://zoom.us/j/9234", ErrIncomplete},
		{"cut in the thread", "https://teams.microsoft.com/l/meetup-join/19%3ameet", ErrIncomplete},
		{"cut Safe Link", "https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F9%", ErrIncomplete},
		{"cut before Webex's key", "https://firma.webex.com/firma/j.php?MTID=", ErrIncomplete},
		{"too long a text", strings.Repeat("x", MaxPasted+1), ErrTooLong},
		{"too long a link", "https://zoom.us/j/92345678901?pwd=" + strings.Repeat("x", MaxAddress), ErrTooLong},
		{"ours, cut", "hjemmekontor:call/7-fjo", ErrMalformed},
		{"a code of ours, cut", "7-fjord", ErrMalformed},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, err := Recognise(test.text); !errors.Is(err, test.want) {
				t.Errorf("got %v, %v; want %v", got, err, test.want)
			}
		})
	}
}

func TestRecogniseOurOwn(t *testing.T) {
	for _, text := range []string{example, "Hei! Bli med: <" + example + ">. Hilsen Kari", "7-fjord-brunost"} {
		got, err := Recognise(text)
		if err != nil || got.Kind != Own || got.Service != OwnService || got.Invite == nil {
			t.Fatalf("%q is taken for %v, %v", text, got, err)
		}
		want, err := Parse(text)
		if err != nil || !reflect.DeepEqual(*got.Invite, want) {
			t.Errorf("got %v, want %v, %v", *got.Invite, want, err)
		}
	}
}

func TestRetiredForms(t *testing.T) {
	for _, text := range []string{"skype:echo123?call", "skype:kari;ola?chat", "ms-sfb://start"} {
		m, err := Recognise(text)
		if native, ok := m.Native(); err != nil || m.Kind != Retired || ok || native != "" || m.Web() != "" {
			t.Errorf("%s: %v, %v, native %q, web %q", text, m, err, native, m.Web())
		}
	}
}
