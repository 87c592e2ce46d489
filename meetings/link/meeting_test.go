package link

import "testing"

func TestNativeAndWeb(t *testing.T) {
	for _, test := range []struct{ address, native, web string }{
		{zoomLink, "zoommtg://zoom.us/join?action=join&confno=92345678901&pwd=AbC123", "https://zoom.us/wc/92345678901/join?pwd=AbC123"},
		{"https://firma.zoom.us/j/9234567890", "zoommtg://firma.zoom.us/join?action=join&confno=9234567890", "https://firma.zoom.us/wc/9234567890/join"},
		{"https://firma.zoom.us/my/kari", "", "https://firma.zoom.us/my/kari"},
		{"https://zoom.us/s/92345678901", "", "https://zoom.us/s/92345678901"},
		{teamsLink, "msteams" + teamsLink[len("https"):], teamsLink},
		{"https://meet.google.com/abc-defg-hij", "", "https://meet.google.com/abc-defg-hij"},
		{"https://firma.webex.com/meet/ola.nordmann", "webexteams://meet?sip=ola.nordmann@firma.webex.com", "https://firma.webex.com/meet/ola.nordmann"},
		{"https://firma.webex.com/firma/j.php?MTID=m01", "", "https://firma.webex.com/firma/j.php?MTID=m01"},
		{"https://meet.jit.si/Fjord#config.startWithAudioMuted=true", "jitsi-meet://meet.jit.si/Fjord#config.startWithAudioMuted=true",
			"https://meet.jit.si/Fjord#config.startWithAudioMuted=true"},
		{"https://app.slack.com/huddle/T01ABC/C02ABC", "slack://join-huddle?team=T01ABC&id=C02ABC", "https://app.slack.com/huddle/T01ABC/C02ABC"},
		{"https://join.skype.com/aBcDeFgH", "", "https://join.skype.com/aBcDeFgH"},
	} {
		m, err := Recognise(test.address)
		native, ok := m.Native()
		if err != nil || native != test.native || ok != (test.native != "") || m.Web() != test.web {
			t.Errorf("%s: native %q, web %q, %v", test.address, native, m.Web(), err)
		}
	}
}

// TestNativeOfAMadeUpMeeting: the address of a meeting that was put together
// by hand is checked before anything is made of it.
func TestNativeOfAMadeUpMeeting(t *testing.T) {
	for _, m := range []Meeting{
		{}, {Service: "zoom", Kind: Join, Address: "https://evil.com/j/92345678901"},
		{Service: "zoom", Kind: Join, Address: "javascript:alert(1)"}, {Service: "teams", Kind: Join, Address: zoomLink},
		{Service: "zoom", Kind: Join, Address: "https://zoom.us/j/92345678901\" --run"},
	} {
		if native, ok := m.Native(); ok || native != "" || m.Number() != "" || m.Passcode() != "" {
			t.Errorf("%v becomes %q, number %q", m, native, m.Number())
		}
	}
}

func TestNumberAndPasscode(t *testing.T) {
	for _, test := range []struct{ name, text, number, passcode string }{
		{"Zoom, eleven digits", "https://zoom.us/j/92345678901", "923 4567 8901", ""},
		{"Zoom, ten digits", "https://zoom.us/j/9234567890", "923 456 7890", ""},
		{"Zoom, nine digits", "https://zoom.us/j/923456789", "923 456 789", ""},
		{"a passcode in the link", "https://zoom.us/j/92345678901?pwd=482913", "923 4567 8901", "482913"},
		{"a token in the link", "https://zoom.us/j/92345678901?pwd=QWJjRGVmR2hp.1", "923 4567 8901", ""},
		{"a passcode beside a token", "https://zoom.us/j/92345678901?pwd=QWJjRGVmR2hp.1\nPasscode: 482913", "923 4567 8901", "482913"},
		{"Teams", "https://teams.live.com/meet/9351234567890", "935 123 456 789 0", ""},
		{"Meet", "https://meet.google.com/abc-defg-hij", "abc-defg-hij", ""},
		{"on one line", teamsLink + "\nMøte-ID: 321 234 567 890 1 Passord: Qw12Er", "321 234 567 890 1", "Qw12Er"},
		{"no-break spaces", teamsLink + "\nMeeting\u00a0ID: 321", "", ""},
		{"no-break spaces in the number", teamsLink + "\nMeeting ID:\u00a0321\u00a0234\u00a0567\u00a0890", "321 234 567 890", ""},
		{"in bold", teamsLink + "\n*Passord:* Qw12Er\n", "", "Qw12Er"},
		{"a code", teamsLink + "\nKode: Qw12Er", "", "Qw12Er"},
		{"another word that ends so", teamsLink + "\nLandkode: 47\nTelefonkonferanse-ID: 123 456 789#", "", ""},
		{"before the link", "Møte-ID: 321 234 567 890\nPassord: Qw12Er\n" + teamsLink, "321 234 567 890", "Qw12Er"},
		{"the next meeting's", teamsLink + "\n" + zoomLink + "\nMøte-ID: 923 4567 8901\nPassord: 482913", "", ""},
		{"not of a service that has none", "https://meet.google.com/abc-defg-hij\nPassord: Qw12Er", "abc-defg-hij", ""},
		{"too long", teamsLink + "\nPassord: 0123456789012345678901234567890123456789", "", ""},
		{"a number too short", teamsLink + "\nMøte-ID: 321 234", "", ""},
		{"a link behind the word", teamsLink + "\nPassord: https://firma.no/passord", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, m := range Find(Part{Pasted, test.text}) {
				if m.Address != zoomLink && (m.Number() != test.number || m.Passcode() != test.passcode) {
					t.Errorf("number %q, passcode %q; want %q, %q", m.Number(), m.Passcode(), test.number, test.passcode)
				}
			}
		})
	}
}
