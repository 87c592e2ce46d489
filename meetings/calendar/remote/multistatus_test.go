package remote

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// multistatus is an answer with the given content, in the prefixes that servers
// use.
func multistatus(content string) string {
	return xmlHead + `<d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/"` +
		` xmlns:x1="http://apple.com/ns/ical/">` + content + `</d:multistatus>`
}

// responseOf is an entry with the given properties.
func responseOf(href, props string) string {
	return `<d:response><d:href>` + href + `</d:href><d:propstat><d:prop>` + props +
		`</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`
}

func read(body string) ([]resource, error) {
	var found []resource
	err := readMultistatus([]byte(body), func(r resource) error {
		found = append(found, r)
		return nil
	})
	return found, err
}

// The answer of a Nextcloud, with what it does not have in a part of its own.
func TestReadMultistatus(t *testing.T) {
	found, err := read(multistatus(`
<d:response><d:href>/remote.php/dav/calendars/kari/personal/</d:href>
 <d:propstat><d:prop><d:getetag/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>
 <d:propstat><d:prop>
  <d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>
  <d:displayname>Jobb &amp; privat</d:displayname>
  <x1:calendar-color symbolic-color="custom">#0082C9FF</x1:calendar-color>
  <cal:supported-calendar-component-set><cal:comp name="VEVENT"/><cal:comp name="VTODO"/></cal:supported-calendar-component-set>
  <cs:getctag>http://sabre.io/ns/sync/12</cs:getctag><d:sync-token>http://sabre.io/ns/sync/12</d:sync-token>
 </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>
</d:response>
<d:response><d:href>/gone</d:href><d:status>HTTP/1.1 404 Not Found</d:status></d:response>
<d:response><d:href>/none</d:href><d:propstat><d:prop><d:displayname/></d:prop><d:status>HTTP/1.1 403 Forbidden</d:status></d:propstat></d:response>
<d:sync-token>x</d:sync-token>`))
	if err != nil || len(found) != 1 {
		t.Fatalf("%d resources, %v", len(found), err)
	}
	props := found[0].props
	if !props.takesEvents() || props.Name != "Jobb & privat" || cleanColour(props.Colour) != "#0082c9" ||
		props.CTag != "http://sabre.io/ns/sync/12" || found[0].href != "/remote.php/dav/calendars/kari/personal/" {
		t.Errorf("read as %+v", found[0])
	}
}

func TestTakesEvents(t *testing.T) {
	const calendar = `<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype>`
	kinds := func(names ...string) string {
		text := ""
		for _, name := range names {
			text += `<cal:comp name="` + name + `"/>`
		}
		return `<cal:supported-calendar-component-set>` + text + `</cal:supported-calendar-component-set>`
	}
	for props, want := range map[string]bool{
		calendar:                            true,
		calendar + kinds():                  true,
		calendar + kinds("vevent"):          true,
		calendar + kinds("VTODO", "VEVENT"): true,
		calendar + kinds("VTODO"):           false,
		kinds("VEVENT"):                     false,
		`<d:resourcetype><d:collection/></d:resourcetype>`: false,
		`<d:resourcetype><d:calendar/></d:resourcetype>`:   false,
	} {
		found, err := read(multistatus(responseOf("/", props)))
		if err != nil || len(found) != 1 || found[0].props.takesEvents() != want {
			t.Errorf("%s: %v, %v", props, found, err)
		}
	}
}

func repeat(text string, times int) string { return strings.Repeat(text, times) }

func TestReadMultistatusIsBounded(t *testing.T) {
	laughs := `<!DOCTYPE x [<!ENTITY a "ha">`
	for i := 'b'; i < 'k'; i++ {
		laughs += fmt.Sprintf(`<!ENTITY %c "%s">`, i, repeat(fmt.Sprintf("&%c;", i-1), 10))
	}
	one := responseOf("/a.ics", "<d:displayname>x</d:displayname>")
	tests := []struct {
		name, body string
		count      int
		want       error
	}{
		{"many", multistatus(repeat(one, 10_000)), 10_000, nil},
		{"none", multistatus(""), 0, nil},
		{"too many", multistatus(repeat("<d:response/>", maxResponses+1)), 0, ErrTooLarge},
		{"too many others", multistatus(repeat("<x/>", maxResponses+1)), 0, ErrTooLarge},
		{"too much in one", multistatus(responseOf("/", repeat("<d:href/>", maxElements+1))), 0, ErrTooLarge},
		{"too many parts", multistatus("<d:response>" + repeat("<d:propstat/>", maxElements+1) + "</d:response>"), 0, ErrTooLarge},
		{"a long tag", multistatus("<x" + repeat(` a=">"`, maxTag)), 0, ErrTooLarge},
		{"a long tag behind text", multistatus("x<x" + repeat(` a=""`, maxTag)), 0, ErrTooLarge},
		{"a long start", "<x" + repeat(` a=""`, maxTag), 0, ErrTooLarge},
		{"long text", multistatus(responseOf(repeat("x", 1<<20), "")), 1, nil},
		{"long text in CDATA", multistatus(responseOf("<![CDATA["+repeat("x<", 1<<20)+"]]>", "")), 1, nil},
		{"a long comment", multistatus("<!--" + repeat("<x ", 1<<20) + "-->" + one), 1, nil},
		{"deep", multistatus(repeat("<d:response>", maxDepth)), 0, ErrTooLarge},
		{"deep elsewhere", multistatus(repeat("<x>", 1_000_000)), 0, ErrTooLarge},
		{"deep from the start", repeat("<x>", 1_000_000), 0, ErrNotCalendar},
		{"billion laughs", laughs + "]>" + multistatus(responseOf("&j;", "")), 0, ErrNotCalendar},
		{"a file of ours", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>` + multistatus(responseOf("&a;", "")), 0, ErrNotCalendar},
		{"an unknown entity", multistatus(responseOf("&a;", "")), 0, ErrNotCalendar},
		{"cut short", multistatus(one)[:300], 0, ErrNotCalendar},
		{"not closed", strings.TrimSuffix(multistatus(one), "</d:multistatus>"), 1, ErrNotCalendar},
		{"another root", "<multistatus/>", 0, ErrNotCalendar},
		{"a page", "<!DOCTYPE html><html><p>Logg inn<br></html>", 0, ErrNotCalendar},
		{"a calendar", example, 0, ErrNotCalendar},
		{"nothing", "", 0, ErrNotCalendar},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, err := read(test.body)
			if len(found) != test.count || test.want == nil && err != nil || !errors.Is(err, test.want) {
				t.Errorf("%d resources, %v, want %d, %v", len(found), err, test.count, test.want)
			}
		})
	}
}

// Whatever a server answers, it takes bounded room, and what comes of it is one
// document.
func FuzzReadMultistatus(f *testing.F) {
	f.Add([]byte(multistatus(repeat(responseOf("/a.ics", ""), 10_000))))
	f.Fuzz(func(t *testing.T, body []byte) {
		var merged merger
		count := 0
		err := readMultistatus(body, func(r resource) error {
			count++
			_ = cleanName(r.props.Name)
			_ = emails(r.props.Addresses.List, "")
			return merged.add(r)
		})
		if err != nil && !errors.Is(err, ErrNotCalendar) && !errors.Is(err, ErrTooLarge) {
			t.Errorf("the error is %v", err)
		}
		if count > maxResponses {
			t.Errorf("%d resources", count)
		}
		if _, ok := components(merged.document()); !ok {
			t.Errorf("merged into\n%s", merged.document())
		}
	})
}
