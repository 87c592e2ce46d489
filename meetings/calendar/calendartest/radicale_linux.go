package calendartest

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/bcrypt"
)

const radicaleConfig = `[server]
hosts = 127.0.0.1:PORT
ssl = True
certificate = CERTIFICATE
key = KEY
[auth]
type = htpasswd
htpasswd_filename = DIR/users
htpasswd_encryption = bcrypt
delay = 0
[rights]
type = owner_only
[storage]
filesystem_folder = DIR/collections
[web]
type = none
`

// Radicale is a CalDAV server with one user, who has no calendars yet.
func Radicale(t testing.TB) *Server {
	t.Helper()
	authority := NewAuthority(t)
	certificate, key := authority.Files(t)
	home := t.TempDir()
	hash, err := bcrypt.GenerateFromPassword([]byte(phrase), bcrypt.MinCost)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(home, "users"), user+":"+string(hash)+"\n")
	server := serve(t, authority, func(port string) []string {
		config := filepath.Join(home, "config")
		write(t, config, strings.NewReplacer("DIR", home, "PORT", port,
			"CERTIFICATE", certificate, "KEY", key).Replace(radicaleConfig))
		return []string{"radicale", "--config", config}
	})
	server.User, server.Password = user, phrase
	return server
}

// calendarBody makes a calendar (RFC 5689).
const calendarBody = `<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="http://apple.com/ns/ical/"><set><prop>
<resourcetype><collection/><C:calendar/></resourcetype><displayname>%s</displayname><A:calendar-color>%s</A:calendar-color>
<C:supported-calendar-component-set><C:comp name="%s"/></C:supported-calendar-component-set>
</prop></set></mkcol>`

// MakeCalendar makes a calendar of the user on a Radicale, for components such as
// VEVENT, and returns its path.
func (s *Server) MakeCalendar(t testing.TB, id, name, colour, components string) string {
	t.Helper()
	path := "/" + url.PathEscape(s.User) + "/"
	s.Do(t, "PROPFIND", path, "application/xml", "") // makes the user's home
	path += id + "/"
	s.Do(t, "MKCOL", path, "application/xml", fmt.Sprintf(calendarBody, name, colour, components))
	return path
}

// PutEvent puts an iCalendar document with one event, UID id, into a calendar.
func (s *Server) PutEvent(t testing.TB, calendar, id, document string) {
	t.Helper()
	s.Do(t, "PUT", calendar+id+".ics", "text/calendar; charset=utf-8", document)
}
