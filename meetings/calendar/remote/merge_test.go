package remote

import (
	"strings"
	"testing"
)

const (
	zone = "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
	// event has a folded line and an alarm in it.
	event = "BEGIN:VEVENT\r\nUID:UID-OF-IT\r\nDESCRIPTION:lang\r\n  END:VEVENT\r\nBEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\n"
)

// document is one as it lies in a collection.
func document(parts ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\n" + strings.Join(parts, "") + "END:VCALENDAR\r\n"
}

// eventOf is event under another UID.
func eventOf(uid string) string { return strings.Replace(event, "UID-OF-IT", uid, 1) }

func merge(t *testing.T, documents ...string) (string, int) {
	t.Helper()
	var m merger
	for _, text := range documents {
		if err := m.add(resource{props: properties{Data: []byte(text)}}); err != nil {
			t.Fatal(err)
		}
	}
	return string(m.document()), m.skipped
}

func TestMerge(t *testing.T) {
	task := "BEGIN:VTODO\r\nUID:x\r\nEND:VTODO\r\n"
	got, skipped := merge(t,
		document(zone, eventOf("a")),
		"", // the collection itself
		strings.ReplaceAll(document(zone, eventOf("b"), eventOf("b")), "\r\n", "\n"),
		strings.ToLower(document(strings.Replace(zone, "Oslo", "Kiev", 1))),
		"\ufeff\r\n"+document(task),
	)
	want := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hjemmekontor//NONSGML CalDAV//EN\r\n" +
		zone + eventOf("a") + eventOf("b") + eventOf("b") +
		strings.ToLower(strings.Replace(zone, "Oslo", "Kiev", 1)) + "END:VCALENDAR\r\n"
	if got != want || skipped != 0 {
		t.Errorf("%d skipped, merged into\n%s\nwant\n%s", skipped, got, want)
	}
	if empty, _ := merge(t); !isCalendar([]byte(empty)) {
		t.Errorf("nothing merged into %q", empty)
	}
}

// An event in pieces spoils no other.
func TestMergeLeavesOutPieces(t *testing.T) {
	pieces := []string{
		"<html>", event, "BEGIN:VCALENDAR\r\n", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n",
		document(event)[:100], document("END:VEVENT\r\n"), document("BEGIN:VEVENT\r\n"), document(event) + event,
		document(event) + "X:y\r\n", "X:y\r\n" + document(event), document("END:VCALENDAR\r\n" + event),
		"BEGIN:VCARD\r\nEND:VCARD\r\n", document(repeat("BEGIN:X\r\n", 100_000)),
		document(repeat("BEGIN:X\r\n", maxDepth), repeat("END:X\r\n", maxDepth)),
	}
	got, skipped := merge(t, append(pieces, document(eventOf("whole")))...)
	if skipped != len(pieces) || strings.Count(got, "UID:") != 1 || !strings.Contains(got, eventOf("whole")) {
		t.Errorf("%d of %d skipped, merged into\n%s", skipped, len(pieces), got)
	}
}

func BenchmarkMerge10000(b *testing.B) {
	body := multistatus(repeat(responseOf("/a.ics", "<cal:calendar-data>"+document(zone, event)+"</cal:calendar-data>"), 10_000))
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		var m merger
		if err := readMultistatus([]byte(body), m.add); err != nil {
			b.Fatal(err)
		}
		_ = m.document()
	}
}
