package remote

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const xmlHead = `<?xml version="1.0" encoding="utf-8"?>
`

// What is asked for (RFC 4918, section 9.1).
const (
	askPrincipal = xmlHead + `<propfind xmlns="DAV:" xmlns:A="http://apple.com/ns/ical/" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop>
<current-user-principal/><resourcetype/><displayname/><A:calendar-color/><C:supported-calendar-component-set/>
</prop></propfind>`
	askHome = xmlHead + `<propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop>
<C:calendar-home-set/><C:calendar-user-address-set/>
</prop></propfind>`
	askCalendars = xmlHead + `<propfind xmlns="DAV:" xmlns:A="http://apple.com/ns/ical/" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop>
<resourcetype/><displayname/><A:calendar-color/><C:supported-calendar-component-set/>
</prop></propfind>`
	askState = xmlHead + `<propfind xmlns="DAV:" xmlns:S="http://calendarserver.org/ns/"><prop>
<resourcetype/><S:getctag/><sync-token/><current-user-principal/>
</prop></propfind>`
)

// propfind asks for properties of what lies at an address, and with a depth of
// "1" of what lies in it.
func (e *errand) propfind(at *url.URL, depth, body string) ([]resource, *url.URL, error) {
	var found []resource
	from, err := e.list("PROPFIND", at, depth, body, maxPropfind, func(r resource) error {
		found = append(found, r)
		return nil
	})
	return found, from, err
}

// list puts a question that is answered with resources, and returns who has
// answered it.
func (e *errand) list(method string, at *url.URL, depth, body string, limit int64, each func(resource) error) (*url.URL, error) {
	q := question{method: method, body: []byte(body), header: http.Header{
		"Depth":        {depth},
		"Content-Type": {"application/xml; charset=utf-8"},
	}}
	r, err := e.ask(q, at, limit, http.StatusMultiStatus)
	if err != nil {
		return nil, err
	}
	if err := readMultistatus(r.body, each); err != nil {
		return nil, e.fail(err, "")
	}
	return r.from, nil
}

// one is propfind for what lies at the address itself.
func (e *errand) one(at *url.URL, body string) (resource, *url.URL, error) {
	found, from, err := e.propfind(at, "0", body)
	switch {
	case err != nil:
		return resource{}, nil, err
	case len(found) == 0:
		return resource{}, nil, e.fail(ErrNotCalendar, "")
	}
	return found[0], from, nil
}

// resolve returns the address that a server has named, relative to its own.
func (e *errand) resolve(from *url.URL, href string) (*url.URL, error) {
	u, err := from.Parse(href)
	if err != nil || tidy(u) != nil {
		return nil, e.fail(ErrRedirected, "")
	}
	return u, nil
}

// takesEvents reports whether a resource is a calendar in which there may be
// events: one that does not tell what it takes takes everything.
func (p properties) takesEvents() bool {
	kinds := p.Components.List
	isEvent := func(k kind) bool { return strings.EqualFold(k.Name, "VEVENT") }
	return p.Type.Calendar != nil && (len(kinds) == 0 || slices.ContainsFunc(kinds, isEvent))
}
