package link

import (
	"errors"
	"net/url"
	"strings"
	"testing"
)

// safe wraps an address as Outlook does.
func safe(inner string) string {
	return "https://eur05.safelinks.protection.outlook.com/?url=" + url.QueryEscape(inner) + "&data=05%7C02%7C&reserved=0"
}

// google wraps an address as Google Calendar does.
func google(inner string) string {
	return "https://www.google.com/url?q=" + url.QueryEscape(inner) + "&sa=D&source=calendar&usg=AOvVaw0"
}

func TestUnwrap(t *testing.T) {
	launcher := "https://teams.microsoft.com/dl/launcher/launcher.html?url=" +
		url.QueryEscape("/_#"+strings.TrimPrefix(teamsLink, "https://teams.microsoft.com")) +
		"&type=meetup-join&deeplinkId=1&directDl=true&msLaunch=true"
	for _, test := range []struct{ name, text, want string }{
		{"Safe Links", safe(teamsLink), teamsLink},
		{"Safe Links in America", strings.Replace(safe(zoomLink), "eur05", "nam02", 1), zoomLink},
		{"Safe Links of the authorities", strings.Replace(safe(zoomLink), "eur05.safelinks.protection.outlook.com",
			"gcc02.safelinks.protection.office365.us", 1), zoomLink},
		{"Safe Links in Teams", "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=" +
			url.QueryEscape(zoomLink) + "&locale=nb-no", zoomLink},
		{"Google", google(teamsLink), teamsLink},
		{"Google, the other parameter", "https://www.google.com/url?sa=t&url=" + url.QueryEscape(zoomLink), zoomLink},
		{"Google in HTML", `<a href="` + strings.ReplaceAll(google(zoomLink), "&", "&amp;") + `">Zoom</a>`, zoomLink},
		{"Google in Safe Links", safe(google(zoomLink)), zoomLink},
		{"three deep", safe(google(safe(zoomLink))), zoomLink},
		{"Teams' launcher", launcher, teamsLink},
		{"Teams' launcher in Safe Links", safe(launcher), teamsLink},
		{"Teams in the browser", strings.Replace(teamsLink, "/l/", "/_#/l/", 1), teamsLink},
		{"launcher, encoded once", "https://teams.microsoft.com/dl/launcher/launcher.html?url=" +
			url.QueryEscape(`/_#/l/meetup-join/19:meeting_a@thread.v2/0?context={"Tid":"1"}`),
			"https://teams.microsoft.com/l/meetup-join/19:meeting_a@thread.v2/0?context=%7B%22Tid%22:%221%22%7D"},
		{"Proofpoint 2", "https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_92345678901-3Fpwd-3DAbC123&d=DwMFaQ&c=x", zoomLink},
		{"Proofpoint 3", "https://urldefense.com/v3/__https://zoom.us/j/92345678901?pwd=AbC123__;!!ABC123!xyz$", zoomLink},
		{"Proofpoint 3 with what it replaces", "https://urldefense.com/v3/__https://zoom.us/j/92345678901*pwd=AbC123__;Pw!!ABC!xyz$", zoomLink},
		{"Proofpoint 3 with a run", "https://urldefense.com/v3/__https://meet.jit.si/a**Ab__;w6bDuA!!ABC!xyz$", "https://meet.jit.si/a%C3%A6%C3%B8b"},
		{"Proofpoint 3 with a slash lost", "https://urldefense.com/v3/__https:/zoom.us/j/92345678901?pwd=AbC123__;!!ABC!xyz$", zoomLink},
		{"Slack", "https://slack-redir.net/link?url=" + url.QueryEscape(zoomLink), zoomLink},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Recognise(test.text)
			if err != nil || got.Address != test.want {
				t.Errorf("got %q, %v; want %q", got.Address, err, test.want)
			}
		})
	}
}

// TestUnwrapEnds: wrappers in wrappers, and what they hold instead of a link.
func TestUnwrapEnds(t *testing.T) {
	deep := zoomLink
	for range maxWraps {
		deep = google(deep)
	}
	if got, err := Recognise(deep); err != nil || got.Address != zoomLink {
		t.Errorf("%d wrappers: %v, %v", maxWraps, got, err)
	}
	if got, err := Recognise(google(deep)); !errors.Is(err, ErrNotMeeting) {
		t.Errorf("one too many: %v, %v", got, err)
	}
	for _, inner := range []string{"", "%zz", "%", "javascript:alert(1)", "file:///etc/passwd", "//zoom.us/j/92345678901",
		"/j/92345678901", "zoommtg://zoom.us/join?confno=92345678901", "https://zoom.us@evil.com/j/92345678901"} {
		if got, err := Recognise("https://www.google.com/url?q=" + inner); err == nil {
			t.Errorf("%q is taken for %v", inner, got)
		}
	}
	for _, v3 := range []string{"", "__;", "__https://zoom.us/j/92345678901", "__*__;!!", "__https://zoom.us/j/9**", "__**Z__;Pw!", "__**é__;Pw!"} {
		if got, err := Recognise("https://urldefense.com/v3/" + v3); err == nil {
			t.Errorf("%q is taken for %v", v3, got)
		}
	}
}
