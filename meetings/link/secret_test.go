package link

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// secret is in every one of the addresses, where a service has its secrets.
const secret = "hemmelig"

var withSecret = []string{
	"https://zoom.us/j/92345678901?pwd=" + secret,
	"https://zoom.us/w/92345678901?tk=" + secret,
	"https://zoom.us/j/92345678901?omn=1&unheard-of=" + secret,
	"https://teams.microsoft.com/meet/3211234567890?p=" + secret,
	"https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=" + secret,
	"https://firma.webex.com/firma/j.php?MTID=" + secret,
	"https://firma.webex.com/wbxmjs/joinservice/sites/firma/meeting/download/0123456789abcdef?siteurl=firma&MTID=" + secret,
	"https://meet.proton.me/join/id-ABC#pwd-" + secret,
	"https://facetime.apple.com/join#v=1&p=ab&k=" + secret,
	"https://signal.link/call/#key=" + secret,
	"https://v.ringcentral.com/join/469909326?pw=" + secret,
	"https://whereby.com/kari-nordmann?roomKey=" + secret,
	"https://meeting.zoho.eu/join?key=1234567890&k=" + secret,
	"hjemmekontor:call/7-fjord-" + secret,
	"https://zoom.us/j/92345678901\nPassord: " + secret,
}

// TestPrintsNoSecret prints meetings in every way that there is.
func TestPrintsNoSecret(t *testing.T) {
	for _, text := range withSecret {
		m, err := Recognise(text)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		holder := struct{ Meeting Meeting }{m}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%t", "%T", "%20.500s", "%!"} {
			fmt.Fprintf(&out, verb+"\n", m)
			fmt.Fprintf(&out, verb+"\n", &m)
			fmt.Fprintf(&out, verb+"\n", holder)
			fmt.Fprintf(&out, verb+"\n", []Meeting{m})
			fmt.Fprintf(&out, verb+"\n", map[string]Meeting{"m": m})
		}
		fmt.Fprintln(&out, m, &m, m.String(), m.GoString(), m.Public(), fmt.Errorf("opening %v", m))
		for _, handler := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
			slog.New(handler).Info("opening", "meeting", m, "pointer", &m, "holder", holder)
		}
		if err := json.NewEncoder(&out).Encode(holder); err != nil {
			t.Error(err)
		}
		if strings.Contains(out.String(), secret) || strings.Contains(out.String(), fmt.Sprintf("%x", secret)) {
			t.Errorf("the secret of %s is printed:\n%s", text, out.String())
		}
		if !strings.Contains(out.String(), m.Service) {
			t.Errorf("not even the service is printed:\n%s", out.String())
		}
	}
}

func TestSecret(t *testing.T) {
	for _, text := range withSecret[:len(withSecret)-1] {
		if m, err := Recognise(text); err != nil || !m.Secret() {
			t.Errorf("%s: %v, %v holds no secret", text, m, err)
		}
	}
	for text, public := range map[string]string{
		"https://meet.google.com/abc-defg-hij?authuser=1&hs=122": "https://meet.google.com/abc-defg-hij?authuser=1&hs=122",
		"https://zoom.us/j/92345678901":                          "https://zoom.us/j/92345678901",
		"https://zoom.us/j/92345678901#success":                  "https://zoom.us/j/92345678901#success",
		"https://firma.webex.com/meet/ola":                       "https://firma.webex.com/meet/ola",
	} {
		if m, err := Recognise(text); err != nil || m.Secret() || m.Public() != public {
			t.Errorf("%s: %v, secret %v", text, err, m.Secret())
		}
	}
}

// TestErrorsKeepSecrets: a link that is no meeting may have a key as well.
func TestErrorsKeepSecrets(t *testing.T) {
	for _, text := range []string{
		"https://zoom.us/profile?pwd=" + secret, "https://evil.com/j/1?pwd=" + secret, "https://kari:" + secret + "@evil.com/",
		"https://teams.microsoft.com/meet/1?p=" + secret, "https://firma.no/#" + secret, "https://firma.no?" + secret,
	} {
		if _, err := Recognise(text); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestDistinct: of what is kept in the clear, not all tells one meeting from
// another.
func TestDistinct(t *testing.T) {
	for text, want := range map[string]bool{
		zoomLink: true,
		"https://teams.microsoft.com/meet/3211234567890?p=Qw12": true, // by its number
		teamsLink:                                          true,
		"https://meet.google.com/abc-defg-hij":             true,
		"https://firma.webex.com/meet/ola":                 true,
		"https://firma.webex.com/firma/j.php?MTID=m0123":   false,
		"https://signal.link/call/#key=abcd":               false,
		"https://call.element.io/room/#/Fjord?roomId=!abc": false,
		"https://firma.pexip.me/webapp/?conference=kari":   false,
		"hjemmekontor:call/7-fjord-brunost":                false,
	} {
		if m, err := Recognise(text); err != nil || m.Distinct() != want {
			t.Errorf("%v is distinct: %v, %v", m, m.Distinct(), err)
		}
	}
	if (Meeting{Kind: Join, Address: "https://firma.no/rom"}).Distinct() {
		t.Error("a room at an unknown host is told from the others there")
	}
}

// TestNumberOfWhatIsKeptInTheClear is asked of an address that is no link
// without its passcode.
func TestNumberOfWhatIsKeptInTheClear(t *testing.T) {
	m, err := Recognise("https://teams.microsoft.com/meet/3211234567890?p=" + secret)
	kept := Meeting{Service: m.Service, Address: m.Public()}
	if err != nil || kept.Number() != m.Number() || m.Number() == "" {
		t.Errorf("%q of %q, %v", kept.Number(), m.Number(), err)
	}
}
