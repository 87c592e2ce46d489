package link

import (
	"errors"
	"testing"
)

// received are links of the forms that people get or find in the address bar,
// and what each leads to: a service and a kind, or what is wrong with it.
var received = []struct {
	link, service string
	kind          Kind
	err           error
}{
	{"https://us02web.zoom.us/j/82345678901?pwd=WkpYd2FhQ0Z1b3NzQWhxSkRqQT09.1#success", "zoom", Join, nil},
	{"https://us05web.zoom.us/j/82345678901?pwd=Ab12&from=addon", "zoom", Join, nil},
	{"https://www.zoom.us/j/82345678901", "zoom", Join, nil},
	{"https://zoom.us/wc/join/82345678901?pwd=Ab.1", "zoom", Join, nil},
	{"https://app.zoom.us/wc/82345678901/join?fromPWA=1&pwd=Ab.1&_x_zm_rtaid=Cd", "zoom", Join, nil},
	{"https://us02web.zoom.us/launch/jc/82345678901", "zoom", Join, nil},
	{"zoomus://zoom.us/join?confno=82345678901&pwd=Ab", "zoom", Join, nil},
	{"https://uit.zoom.us/my/kari.nordmann?pwd=Ab12.1", "zoom", Personal, nil},
	{"https://us02web.zoom.us/s/82345678901?zak=eyJ0eXAi", "zoom", Host, nil},
	{"https://us06web.zoom.us/w/82345678901?tk=AbC.DQMAAAAT&pwd=QWE.1&uuid=WN_Ab12", "zoom", Webinar, nil},
	{"https://us02web.zoom.us/webinar/register/8816123456789/WN_Ab12-_Cd34", "zoom", Webinar, nil},
	{"https://us02web.zoom.us/webinar/register/WN_Ab12-_Cd34#/registration", "zoom", Webinar, nil},
	{"https://us02web.zoom.us/meeting/register/tZ0kf-CqpzwiG9Ab12-_Cd34", "zoom", Webinar, nil},
	{"https://events.zoom.us/ev/AoBc12_DeFgHi", "zoom", Webinar, nil},
	{"https://events.zoom.us/ejl/AoXyz123", "zoom", Webinar, nil},
	{"https://us02web.zoom.us/u/kdYl8nKc2", "", "", ErrNotMeeting},
	{"https://us02web.zoom.us/rec/share/abc.def?startTime=1", "", "", ErrNotMeeting},
	{"https://zoom.us/postattendee?mn=abc", "", "", ErrNotMeeting},
	{"https://zoom.us/join", "", "", ErrNotMeeting},
	{"https://zoom.us/j/823 4567 8901", "", "", ErrIncomplete},
	{"https://teams.microsoft.com/l/meetup-join/19%3a4f6b1e2c3d4e5f6a%40thread.tacv2/1617181920212?context=%7b%22Tid%22%3a%221%22%7d", "teams", Join, nil},
	{"https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22IsBroadcastMeeting%22%3atrue%7d&btype=a&role=a", "teams", Join, nil},
	{"https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_MmE1%40thread.v2%2F0%3Fcontext%3D%257b%257d%26anon%3Dtrue&type=meetup-join&directDl=true&msLaunch=true", "teams", Join, nil},
	{"https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fdl%2Flauncher%2Flauncher.html%3Furl%3D%252F_%2523%252Fl%252Fmeetup-join%252F19%253Ameeting_MmE1%2540thread.v2%252F0%253Fcontext%253D%25257b%25257d%26type%3Dmeetup-join&data=05%7C02&sdata=x&reserved=0", "teams", Join, nil},
	{"https://teams.cloud.microsoft/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F3211234567890%3Fp%3DQw12", "teams", Join, nil},
	{"https://teams.microsoft.com/_#/l/meetup-join/19:meeting_abc@thread.v2/0?context=%7b%7d", "teams", Join, nil},
	{"https://teams.microsoft.com/v2/?meetingjoin=true#/l/meetup-join/19:meeting_abc@thread.v2/0?context=%7b%7d&anon=true", "teams", Join, nil},
	{"https://teams.microsoft.com/v2/?meetingjoin=true#/meet/3211234567890?p=Qw12&anon=true", "teams", Join, nil},
	{"https://teams.live.com/v2/?meetingjoin=true#/meet/9351234567890?p=Qw12", "teams", Join, nil},
	{"https://teams.microsoft.com/light-meetings/launch?agent=web&version=24&coords=eyJjb252In0%3D&deeplinkId=1", "teams", Join, nil},
	{"msteams:/meet/3211234567890?p=Qw12", "teams", Join, nil},
	{"https://events.teams.microsoft.com/event/6c0c2f0a-1234-4abc-8def-0123456789ab@11111111-2222-4333-8444-555555555555", "teams", Webinar, nil},
	{"https://teams.microsoft.com/convene/townhalls?eventId=6c0c2f0a-1234-4abc-8def-0123456789ab&sessionId=1", "teams", Webinar, nil},
	{"https://teams.microsoft.com/v2/", "", "", ErrNotMeeting},
	{"https://teams.microsoft.com/_#/conversations/19:abc@thread.v2", "", "", ErrNotMeeting},
	{"https://teams.microsoft.com/meetingOptions/?organizerId=1&tenantId=2&threadId=19_meeting_x@thread.v2", "", "", ErrNotMeeting},
	{"https://dialin.teams.microsoft.com/8551f4c1?id=123456789", "", "", ErrNotMeeting},
	{"https://events.teams.microsoft.com.eksempel.no/event/6c0c2f0a-1234-4abc-8def-0123456789ab@1", "", "", ErrUnknownService},
	{"https://meet.google.com/abc-defg-hij?authuser=kari@firma.no&hs=122&pli=1", "meet", Join, nil},
	{"https://meet.google.com/_meet/abc-defg-hij?ijlm=1700000000&hs=187&adhoc=1", "meet", Join, nil},
	{"https://meet.google.com/lookup/abc123xyz?authuser=0&hs=179", "meet", Join, nil},
	{"https://www.google.com/url?q=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij&sa=D&source=calendar&usg=AOvVaw0", "meet", Join, nil},
	{"https://accounts.google.com/AccountChooser?continue=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij&Email=k", "meet", Join, nil},
	{"https://meet.google.com/linkredirect?authuser=0&dest=https%3A%2F%2Fzoom.us%2Fj%2F82345678901", "zoom", Join, nil},
	{"http://g.co/meet/styremøte", "meet", Join, nil},
	{"g.co/meet/styret", "meet", Join, nil},
	{"https://tel.meet/abc-defg-hij?pin=1234567890123&hs=7", "", "", ErrNotMeeting},
	{"https://meet.google.com/linkredirect?dest=https%3A%2F%2Fmeet.google.com.eksempel.no%2Fabc-defg-hij", "", "", ErrUnknownService},
	{"https://firma.webex.com/firma/j.php?MTID=m0123456789abcdef", "webex", Join, nil},
	{"https://firma.webex.com/firma/k2/j.php?MTID=t0123456789abcdef", "webex", Join, nil},
	{"https://firma.webex.com/wbxmjs/joinservice/sites/firma/meeting/download/0123456789abcdef?siteurl=firma&MTID=m01", "webex", Join, nil},
	{"https://firma.webex.com/webappng/sites/firma/meeting/info/0123456789abcdef?isPopupRegisterView=true", "webex", Join, nil},
	{"https://meetingsemea10.webex.com/meet/pr27812345678", "webex", Personal, nil},
	{"https://firma.my.webex.com/meet/ola", "webex", Personal, nil},
	{"https://join.webex.com/meet/ola", "webex", Personal, nil},
	{"https://firma.webex.com/firma/onstage/g.php?MTID=e0123456789abcdef", "webex", Webinar, nil},
	{"https://firma.webex.com/webappng/sites/firma/webinar/webinarSeries/register/0123456789abcdef", "webex", Webinar, nil},
	{"https://firma.webex.com/firma/ldr.php?RCID=abc", "", "", ErrNotMeeting},
	{"https://webex.com/", "", "", ErrNotMeeting},
	{"https://join.skype.com/invite/aBcDeF", "skype", Retired, nil},
	{"https://meet.lync.com/firma-no/ola/AB12CD34?sl=1", "skype-business", Retired, nil},
	{"https://meet.firma.no/ola.nordmann/AB12CD34", "", "", ErrUnknownService}, // Skype for Business in the firm's own cellar lives on
	{"https://meet.jit.si/MøteOmBrunost", "jitsi", Join, nil},
	{"Bli med: zoom.us/j/82345678901 (hjelp: https://support.firma.no/)", "zoom", Join, nil},
}

func TestReceived(t *testing.T) {
	for _, test := range received {
		m, err := Recognise(test.link)
		if !errors.Is(err, test.err) || m.Service != test.service || m.Kind != test.kind {
			t.Errorf("%s is taken for %s %s, %v", test.link, m.Service, m.Kind, err)
		}
		if err == nil && m.Address != "" {
			checkMeeting(t, m)
		}
	}
}

// TestAddressesAreASCII: the operating system is given no other characters.
func TestAddressesAreASCII(t *testing.T) {
	m, err := Recognise("https://meet.jit.si/MøteOmBrunost")
	native, _ := m.Native()
	if err != nil || m.Address != "https://meet.jit.si/M%C3%B8teOmBrunost" || native != "jitsi-meet://meet.jit.si/M%C3%B8teOmBrunost" {
		t.Errorf("%q, %q, %v", m.Address, native, err)
	}
}
