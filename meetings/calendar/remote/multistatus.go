package remote

import (
	"encoding/xml"
	"errors"
	"strings"
)

// Limits on a list of resources (RFC 4918, section 13).
const (
	maxResponses = 50_000
	// maxElements bounds the elements of one response.
	maxElements = 1000
	maxDepth    = 32
	// maxTag bounds a tag with its attributes, in bytes.
	maxTag = 16 << 10
)

// resource is what a server tells of one thing, of the properties that it has.
type resource struct {
	href  string
	props properties
}

// properties are those of RFC 4791, unless another source is named.
type properties struct {
	Type struct {
		Calendar *struct{} `xml:"urn:ietf:params:xml:ns:caldav calendar"`
	} `xml:"DAV: resourcetype"`
	Name       string `xml:"DAV: displayname"`
	Colour     string `xml:"http://apple.com/ns/ical/ calendar-color"` // Apple's own
	Components struct {
		List []kind `xml:"urn:ietf:params:xml:ns:caldav comp"`
	} `xml:"urn:ietf:params:xml:ns:caldav supported-calendar-component-set"`
	Principal hrefs  `xml:"DAV: current-user-principal"` // RFC 5397
	Homes     hrefs  `xml:"urn:ietf:params:xml:ns:caldav calendar-home-set"`
	Addresses hrefs  `xml:"urn:ietf:params:xml:ns:caldav calendar-user-address-set"` // RFC 6638
	CTag      string `xml:"http://calendarserver.org/ns/ getctag"`                   // Apple's own, which all have
	SyncToken string `xml:"DAV: sync-token"`                                         // RFC 6578
	Data      []byte `xml:"urn:ietf:params:xml:ns:caldav calendar-data"`
}

// kind is what a calendar may hold: VEVENT, VTODO …
type kind struct {
	Name string `xml:"name,attr"`
}

type hrefs struct {
	List []string `xml:"DAV: href"`
}

// first is the first address, or empty.
func (h hrefs) first() string {
	if len(h.List) == 0 {
		return ""
	}
	return strings.TrimSpace(h.List[0])
}

// response is one entry of a multistatus answer.
type response struct {
	Href      string `xml:"DAV: href"`
	Status    string `xml:"DAV: status"`
	Propstats []struct {
		Status string     `xml:"DAV: status"`
		Prop   properties `xml:"DAV: prop"`
	} `xml:"DAV: propstat"`
}

// resource returns the properties that were found, and ok=false for a response
// that tells only that there is nothing.
func (r response) resource() (found resource, ok bool) {
	for _, part := range r.Propstats {
		if isOK(part.Status) {
			return resource{strings.TrimSpace(r.Href), part.Prop}, true
		}
	}
	return resource{}, false
}

// isOK reads a line such as "HTTP/1.1 200 OK".
func isOK(status string) bool {
	fields := strings.Fields(status)
	return len(fields) > 1 && fields[1] == "200"
}

// readMultistatus hands over the resources of an answer one by one. The error is
// ErrNotCalendar for what is no such answer, ErrTooLarge, or that of each.
func readMultistatus(body []byte, each func(resource) error) error {
	tokens := newTokens(body)
	decoder := xml.NewTokenDecoder(tokens)
	if err := enter(decoder, xml.Name{Space: "DAV:", Local: "multistatus"}); err != nil {
		return err
	}
	for count := 0; ; count++ {
		start, err := nextElement(decoder)
		if err != nil || start == nil {
			return err
		}
		if count == maxResponses {
			return ErrTooLarge
		}
		tokens.elements = 0
		if start.Name != (xml.Name{Space: "DAV:", Local: "response"}) {
			if err := decoder.Skip(); err != nil {
				return xmlError(err)
			}
			continue
		}
		var r response
		if err := decoder.DecodeElement(&r, start); err != nil {
			return xmlError(err)
		}
		if found, ok := r.resource(); ok {
			if err := each(found); err != nil {
				return err
			}
		}
	}
}

// enter reads up to the root of the document, which is to have this name.
func enter(decoder *xml.Decoder, name xml.Name) error {
	start, err := nextElement(decoder)
	if err != nil {
		return err
	}
	if start == nil || start.Name != name {
		return ErrNotCalendar
	}
	return nil
}

// nextElement reads up to the next element within the present one, nil where
// that ends.
func nextElement(decoder *xml.Decoder) (*xml.StartElement, error) {
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil, xmlError(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			return &token, nil
		case xml.EndElement:
			return nil, nil
		}
	}
}

// xmlError leaves out what the decoder says, which may quote the server.
func xmlError(err error) error {
	if errors.Is(err, ErrTooLarge) {
		return ErrTooLarge
	}
	return ErrNotCalendar
}
