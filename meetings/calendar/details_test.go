package calendar

import (
	"strings"
	"sync"
	"testing"
	"time"
)

// first returns the one occurrence of an event on 5 January, given its lines.
func first(t *testing.T, lines ...string) Occurrence {
	t.Helper()
	c := parse(t, document(vevent(append([]string{"UID:1", "DTSTART:20260105T090000Z"}, lines...)...)))
	found := between(t, c, oslo(t), "2026-01-05", "2026-01-06", "kari@firma.example", "MAILTO:Kari.Nordmann@firma.example")
	if len(found) != 1 {
		t.Fatalf("%d occurrences", len(found))
	}
	return found[0]
}

func TestAnswers(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  Answer
	}{
		{"one's own", nil, None},
		{"others' answers", []string{"ATTENDEE;PARTSTAT=DECLINED:mailto:ola@firma.example"}, None},
		{"yes", []string{"ATTENDEE;PARTSTAT=ACCEPTED;CN=Kari:mailto:kari@firma.example"}, Accepted},
		{"perhaps", []string{"ATTENDEE;PARTSTAT=TENTATIVE:mailto:kari@firma.example"}, Tentative},
		{"no", []string{"ATTENDEE;PARTSTAT=DECLINED:mailto:kari@firma.example"}, Declined},
		{"handed on", []string{"ATTENDEE;PARTSTAT=DELEGATED:mailto:kari@firma.example"}, Declined},
		{"nothing yet", []string{"ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:kari@firma.example"}, Unanswered},
		{"nothing said", []string{"ATTENDEE:mailto:kari@firma.example"}, Unanswered},
		{"in other letters", []string{"attendee;partstat=declined:MAILTO:KARI@FIRMA.EXAMPLE"}, Declined},
		{"by the other address", []string{"ATTENDEE;PARTSTAT=DECLINED:mailto:kari.nordmann@firma.example"}, Declined},
		{"among others, over lines", []string{"ATTENDEE;PARTSTAT=ACCEPTED:mailto:ola@firma.example",
			"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECL\r\n INED;CN=\"Nordmann; Kari: sjef\":mailto:kari@fir\r\n ma.example"}, Declined},
		{"by the address beside", []string{"ATTENDEE;PARTSTAT=ACCEPTED;EMAIL=kari@firma.example:/o=Firma/cn=kari"}, Accepted},
		{"a tentative meeting", []string{"STATUS:TENTATIVE"}, Tentative},
		{"a meeting Outlook calls tentative", []string{"X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"}, Tentative},
		{"a tentative meeting that was accepted", []string{"STATUS:TENTATIVE", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:kari@firma.example"}, Accepted},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := first(t, test.lines...).Answer; got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestDetails(t *testing.T) {
	o := first(t, `SUMMARY;LANGUAGE=nb:Møte om budsjett\, del 2\; og\nmer`, `LOCATION:Rom \"Fjord\"`, `ORGANIZER;CN="Nordmann, Ola":mailto:ola@firma.example`, "TRANSP:TRANSPARENT")
	if o.Title != "Møte om budsjett, del 2; og mer" || o.Location != `Rom "Fjord"` || o.Organiser != "Nordmann, Ola" || !o.Free || o.Cancelled {
		t.Errorf("got %+v", o)
	}
	o = first(t, "ORGANIZER:MAILTO:Ola@Firma.example", "X-MICROSOFT-CDO-BUSYSTATUS:FREE", "STATUS:CANCELLED")
	if o.Organiser != "ola@firma.example" || !o.Free || !o.Cancelled {
		t.Errorf("got %+v", o)
	}
	c := parse(t, document("METHOD:CANCEL", vevent("UID:1", "DTSTART:20260105T090000Z"))+document(vevent("UID:2", "DTSTART:20260105T100000Z")))
	expect(t, between(t, c, oslo(t), "2026-01-05", "2026-01-06"), "Mon 2026-01-05 10:00–10:00 (cancelled)", "Mon 2026-01-05 11:00–11:00")
}

// What a screen shows in a line is one, and cannot turn the writing around.
func TestPlainTitles(t *testing.T) {
	for text, want := range map[string]string{
		"a\u202eb\u2066c\u200fd":  "abcd",
		"  a \\n\\n\t b  ":        "a b",
		"\x1b[31mrødt\x07":        "[31mrødt",
		"👩\u200d💻 fagkveld":       "👩\u200d💻 fagkveld",
		`C:\temp\`:                `C:temp\`,
		strings.Repeat("å", 1000): strings.Repeat("å", maxTitle) + "…",
		"a\xf8b":                  "aøb",
	} {
		if got := first(t, "SUMMARY:"+text).Title; got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

const (
	zoom  = "https://us02web.zoom.us/j/81234567890"
	teams = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_N2QzY2I5%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d"
	meet  = "https://meet.google.com/abc-defg-hij"
)

// TestLinks looks for the way into a meeting in all fields it may stand in.
func TestLinks(t *testing.T) {
	for _, test := range []struct {
		name  string
		lines []string
		want  string // a service
	}{
		{"none", []string{"SUMMARY:Tannlege", "URL:https://firma.example/"}, ""},
		{"Google's field", []string{"X-GOOGLE-CONFERENCE:" + meet}, "meet"},
		{"Outlook's field", []string{"X-MICROSOFT-SKYPETEAMSMEETINGURL:" + teams}, "teams"},
		{"Outlook's other field", []string{"X-MICROSOFT-ONLINEMEETINGCONFLINK:" + teams}, "teams"},
		{"the standard's field", []string{`CONFERENCE;VALUE=URI;FEATURE="AUDIO,VIDEO":` + zoom}, "zoom"},
		{"a telephone and a link", []string{"CONFERENCE;VALUE=URI;FEATURE=PHONE:tel:+4722334455", "CONFERENCE;VALUE=URI:" + zoom}, "zoom"},
		{"the address", []string{"URL;VALUE=URI:" + zoom}, "zoom"},
		{"the place", []string{"LOCATION:Zoom: " + zoom}, "zoom"},
		{"the description", []string{fold(`DESCRIPTION:Vi sees.\n\nBli med: ` + zoom + `\nHilsen Kari`)}, "zoom"},
		{"a description in HTML", []string{fold(`DESCRIPTION:<p>Vi sees <a href="` + meet + `">her</a></p>`)}, "meet"},
		{"the HTML beside it", []string{fold(`X-ALT-DESC;FMTTYPE=text/html:<html><body><a href="` + zoom + `">Bli med</a></body></html>`)}, "zoom"},
		{"the field before the description", []string{"DESCRIPTION:" + zoom, "X-GOOGLE-CONFERENCE:" + meet}, "meet"},
		{"the place before the description", []string{"DESCRIPTION:" + zoom, "LOCATION:" + meet}, "meet"},
		{"an alarm is not looked at", []string{"BEGIN:VALARM", "DESCRIPTION:" + zoom, "END:VALARM"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if m := first(t, test.lines...).Meeting; m != nil {
				got = m.Service
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A link is looked for once for all occurrences.
func TestLinkIsShared(t *testing.T) {
	c := parse(t, document(vevent("UID:1", "DTSTART:20260105T090000Z", "RRULE:FREQ=DAILY", "LOCATION:"+zoom)))
	a, b := between(t, c, oslo(t), "2026-01-05", "2026-01-07"), between(t, c, oslo(t), "2026-01-06", "2026-01-07")
	if len(a) != 2 || len(b) != 1 || a[0].Meeting == nil || a[0].Meeting != a[1].Meeting || a[0].Meeting != b[0].Meeting {
		t.Errorf("got %v, %v", a, b)
	}
}

// Two screens may ask at the same time.
func TestConcurrentUse(t *testing.T) {
	c := parse(t, document(vevent("UID:1", "DTSTART:20260105T090000Z", "RRULE:FREQ=DAILY", "LOCATION:"+zoom, "SUMMARY:Møte")))
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			expect(t, between(t, c, time.UTC, "2026-01-05", "2026-01-06"), "Mon 2026-01-05 09:00–09:00 Møte")
		})
	}
	group.Wait()
}

func TestNames(t *testing.T) {
	for name, want := range map[string]struct {
		name string
		me   string
	}{
		"X-WR-CALNAME:Kari@Firma.example":                    {"Kari@Firma.example", "kari@firma.example"},
		`X-WR-CALNAME:Jobb\, Kari`:                           {"Jobb, Kari", ""},
		"NAME:Jobb":                                          {"Jobb", ""},
		"X-WR-CALNAME:Kari <kari@firma.example>":             {"Kari <kari@firma.example>", ""},
		"X-WR-CALNAME:kari@firma.example, ola@firma.example": {"kari@firma.example, ola@firma.example", ""},
		"X-WR-CALDESC:kari@firma.example":                    {"", ""},
	} {
		c := parse(t, document(name, vevent("UID:1", "DTSTART:20260105T090000Z")))
		if c.Name != want.name || strings.Join(c.Me, " ") != want.me {
			t.Errorf("%s: %q of %q, want %+v", name, c.Name, c.Me, want)
		}
	}
}

func TestMerge(t *testing.T) {
	mine := between(t, parse(t, document(
		vevent("UID:felles", "DTSTART:20260105T090000Z", "SUMMARY:Felles"),
		vevent("UID:min", "DTSTART:20260105T080000Z", "SUMMARY:Min"),
		vevent("DTSTART:20260105T110000Z", "SUMMARY:Uten navn"))), oslo(t), "2026-01-05", "2026-01-06")
	teamwork := between(t, parse(t, document(
		vevent("UID:felles", "DTSTART;TZID=America/New_York:20260105T040000", "SUMMARY:Felles", "LOCATION:"+zoom),
		vevent("UID:felles-2", "DTSTART:20260105T090000Z", "SUMMARY:Annet"),
		vevent("DTSTART:20260105T110000Z", "SUMMARY:Uten navn"))), oslo(t), "2026-01-05", "2026-01-06")
	merged := Merge(mine, teamwork)
	expect(t, merged, "Mon 2026-01-05 09:00–09:00 Min", "Mon 2026-01-05 10:00–10:00 Annet", "Mon 2026-01-05 10:00–10:00 Felles",
		"Mon 2026-01-05 12:00–12:00 Uten navn", "Mon 2026-01-05 12:00–12:00 Uten navn")
	if merged[2].Meeting == nil {
		t.Error("of two, the one without a link is shown")
	}
	expect(t, mine, "Mon 2026-01-05 09:00–09:00 Min", "Mon 2026-01-05 10:00–10:00 Felles", "Mon 2026-01-05 12:00–12:00 Uten navn")
	if len(Merge()) != 0 {
		t.Error("nothing makes something")
	}
}
