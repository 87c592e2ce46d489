package remote

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// toCalendar turns the address of a page on which a service shows a calendar
// into that of the calendar, where the one tells the other. The error is
// ErrPageAddress where it does not.
func toCalendar(u *url.URL) error {
	switch host := hostOf(u); {
	case slices.Contains(googleHosts, host):
		return checkGoogle(u)
	case slices.Contains(outlookHosts, host):
		return toOutlookCalendar(u)
	case host == "icloud.com" || host == "www.icloud.com":
		return ErrPageAddress
	}
	return toNextcloudCalendar(u)
}

var googleHosts = []string{"calendar.google.com", "www.google.com", "google.com"}

// checkGoogle refuses Google's pages (calendar/embed?src=, calendar/u/0?cid=):
// the secret address in iCal format is another, found in the calendar's settings.
func checkGoogle(u *url.URL) error {
	for _, part := range []string{"/calendar/ical/", "/calendar/feeds/", "/calendar/dav/", "/.well-known/"} {
		if strings.HasPrefix(u.Path, part) {
			return nil
		}
	}
	return ErrPageAddress
}

var outlookHosts = []string{
	"outlook.office365.com", "outlook.office.com", "outlook.live.com", "outlook.cloud.microsoft",
	"calendar.online.office.com",
}

// toOutlookCalendar takes the ICS of the two links that Outlook gives out for a
// published calendar. They differ in the last part alone.
func toOutlookCalendar(u *url.URL) error {
	base, found := strings.CutSuffix(u.Path, ".html")
	switch {
	case strings.HasSuffix(u.Path, ".ics"):
		return nil
	case !found || !strings.Contains(u.Path, "/calendar/"):
		return ErrPageAddress
	case strings.HasSuffix(base, "/index"):
		base = strings.TrimSuffix(base, "index") + "calendar"
	}
	u.Path, u.RawPath, u.RawQuery = base+".ics", "", ""
	return nil
}

var (
	// nextcloudPage is that of a calendar which somebody shares by a link.
	nextcloudPage = regexp.MustCompile(`^(.*?)(?:/index\.php)?/apps/calendar/(?:p|embed)/([A-Za-z0-9]+)(?:/.*)?$`)
	// nextcloudShare is the calendar itself.
	nextcloudShare = regexp.MustCompile(`^.*/remote\.php/dav/public-calendars/[A-Za-z0-9]+/?$`)
	// nextcloudOwn is the page of the user's own calendars, or of several that
	// are shared together.
	nextcloudOwn = regexp.MustCompile(`^.*/apps/calendar(?:/.*)?$`)
)

func toNextcloudCalendar(u *url.URL) error {
	if page := nextcloudPage.FindStringSubmatch(u.Path); page != nil {
		u.Path, u.RawPath, u.RawQuery = page[1]+"/remote.php/dav/public-calendars/"+page[2], "", "export"
		return nil
	}
	if nextcloudShare.MatchString(u.Path) {
		u.RawQuery = "export"
		return nil
	}
	if nextcloudOwn.MatchString(u.Path) {
		return ErrPageAddress
	}
	return nil
}
