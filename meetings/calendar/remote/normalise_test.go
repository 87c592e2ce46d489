package remote

import (
	"errors"
	"strings"
	"testing"
)

func TestNormalise(t *testing.T) {
	same := func(address string) [2]string { return [2]string{address, address} }
	nextcloud := "https://sky.firma.no/remote.php/dav/public-calendars/Ab12?export"
	for _, test := range [][2]string{
		{"kalender.firma.no", "https://kalender.firma.no"},
		{"kalender.firma.no/kari.ics", "https://kalender.firma.no/kari.ics"},
		{"nas:5232/kari/", "https://nas:5232/kari/"},
		{"192.168.1.5:8443", "https://192.168.1.5:8443"},
		{"[fd12::1]:8443/x", "https://[fd12::1]:8443/x"},
		{"HTTPS://Kalender.Firma.NO.:443/Kari.ics", "https://kalender.firma.no/Kari.ics"},
		{"webcal://p42-caldav.icloud.com/published/2/MTk5", "https://p42-caldav.icloud.com/published/2/MTk5"},
		{"WEBCALS://x.no/a", "https://x.no/a"},
		{" <https://x.no/a> \n", "https://x.no/a"},
		{"«https://x.no/a»", "https://x.no/a"},
		{"https://x.no/a\r\n  bc/d", "https://x.no/abc/d"},
		{"\u200bhttps://x.no/a\ufeff", "https://x.no/a"},
		{"https://bærum.no/å", "https://xn--brum-voa.no/%C3%A5"},
		{"https://x.no/My Calendar.ics", "https://x.no/My%20Calendar.ics"},
		{"https://x.no/a#month", "https://x.no/a"},
		same("https://x.no/a%2Fb%40c?key=%2B+x&y"),
		{"x.no/?next=https://y.no", "https://x.no/?next=https://y.no"},
		same("https://calendar.google.com/calendar/ical/kari%40firma.no/private-a1b2/basic.ics"),
		same("https://outlook.office365.com/owa/calendar/a1@firma.no/b2/calendar.ics"),
		{"https://outlook.office365.com/owa/calendar/a1@firma.no/b2/calendar.html", "https://outlook.office365.com/owa/calendar/a1@firma.no/b2/calendar.ics"},
		{"https://outlook.office365.com/owa/calendar/a1@firma.no/b2/reachcalendar.html", "https://outlook.office365.com/owa/calendar/a1@firma.no/b2/reachcalendar.ics"},
		{"https://outlook.live.com/owa/calendar/0000/b2/cid-C3/index.html", "https://outlook.live.com/owa/calendar/0000/b2/cid-C3/calendar.ics"},
		{"https://sky.firma.no/apps/calendar/p/Ab12", nextcloud},
		{"https://sky.firma.no/index.php/apps/calendar/p/Ab12/dayGridMonth/now", nextcloud},
		{"https://sky.firma.no/apps/calendar/embed/Ab12", nextcloud},
		{"webcal://sky.firma.no/remote.php/dav/public-calendars/Ab12", "https://sky.firma.no/remote.php/dav/public-calendars/Ab12?export"},
		same(nextcloud),
		{"https://firma.no/sky/index.php/apps/calendar/p/Ab12", "https://firma.no/sky/remote.php/dav/public-calendars/Ab12?export"},
	} {
		got, err := Normalise(test[0])
		if err != nil || got != test[1] {
			t.Errorf("%q becomes %q, %v, want %q", test[0], got, err, test[1])
		}
	}
}

func TestNormaliseRefuses(t *testing.T) {
	tests := map[string]error{
		"":                          ErrMalformed,
		"   ":                       ErrMalformed,
		"min kalender":              ErrMalformed,
		"https://":                  ErrMalformed,
		"https:///x":                ErrMalformed,
		"https://x.no:0/":           ErrMalformed,
		"https://x.no:65536/":       ErrMalformed,
		"https://x.no:x/":           ErrMalformed,
		"https://x..no/":            ErrMalformed,
		"https://x.no/%zz":          ErrMalformed,
		"https://x.no/a\x00b":       ErrMalformed,
		"https://0x7f.1/":           ErrMalformed,
		"https://2130706433/":       ErrMalformed,
		"https://127.1/":            ErrMalformed,
		"https://[fe80::1%25eth0]/": ErrMalformed,
		"https://x_\u202e.no/":      ErrMalformed,
		"https://x.no/" + strings.Repeat("x", 5e3): ErrMalformed,
		"http://x.no/a.ics":                        ErrNotHTTPS,
		"HTTP://x.no":                              ErrNotHTTPS,
		"ftp://x.no":                               ErrNotHTTPS,
		"file:///etc/passwd":                       ErrNotHTTPS,
		"mailto:kari":                              ErrNotHTTPS,
		"javascript:alert(1)":                      ErrNotHTTPS,
		"https://kari@x.no/":                       ErrUserInfo,
		"webcal://kari:x@x.no/":                    ErrUserInfo,
		"https://calendar.google.com/calendar/embed?src=kari%40firma.no": ErrPageAddress,
		"https://calendar.google.com/calendar/u/0?cid=a2FyaQ":            ErrPageAddress,
		"https://calendar.google.com/calendar/u/0/r/week":                ErrPageAddress,
		"https://calendar.google.com":                                    ErrPageAddress,
		"https://outlook.office.com/calendar/view/week":                  ErrPageAddress,
		"https://outlook.live.com/mail/":                                 ErrPageAddress,
		"https://www.icloud.com/calendar/":                               ErrPageAddress,
		"https://sky.firma.no/apps/calendar":                             ErrPageAddress,
		"https://sky.firma.no/apps/calendar/p/Ab12-Cd34":                 ErrPageAddress,
	}
	for typed, want := range tests {
		if got, err := Normalise(typed); got != "" || !errors.Is(err, want) {
			t.Errorf("%.60q becomes %q, %v, want %v", typed, got, err, want)
		}
	}
}

// Whatever is typed, what comes out is an https address that stays as it is.
func FuzzNormalise(f *testing.F) {
	f.Fuzz(func(t *testing.T, typed string) {
		once, err := Normalise(typed)
		if err != nil {
			return
		}
		if !strings.HasPrefix(once, "https://") || len(once) > maxAddress {
			t.Errorf("%q becomes %q", typed, once)
		}
		if twice, err := Normalise(once); err != nil || twice != once {
			t.Errorf("%q becomes %q, then %q, %v", typed, once, twice, err)
		}
	})
}
