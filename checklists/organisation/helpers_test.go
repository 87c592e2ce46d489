package organisation

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
)

// noon is when the tests' files are signed.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// example is a company that uses all there is.
func example() Organisation {
	return Organisation{
		ID:      "fjordbygg-as",
		Version: 3,
		Name:    "Fjord & Bygg AS",
		Contacts: []Contact{
			{Role: SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00", Email: "kari@firma.no", When: "Alt som haster"},
			{Role: ITSupport, Phone: "02800", Hours: "Hverdager 8–16"},
			{Role: Other, Task: "Daglig leder", Name: "Ola Nordmann", Email: "ola@firma.no"},
		},
		Routines: map[string]Text{
			RoutineGeneral: {NB: "Ring Kari.", EN: "Ring Kari."},
			"phishing":     {NB: "Bytt passord.\nRing IKT-støtte."},
		},
		Tools:    []Verdict{{Tool: "teams", Name: "Microsoft Teams", Approved: true}, {Name: "Whereby", Note: Text{NB: "Ikke til kundemøter"}}},
		Programs: []Verdict{{Name: "Dropbox", Note: Text{NB: "Bruk OneDrive", EN: "Use OneDrive"}}},
		Items: []Item{
			{ID: "own-vpn", Role: "employee", Priority: "must", Months: 6, Title: Text{NB: "Prøv VPN-et"}, Why: Text{NB: "Først dette.\n\nSå hint."}, How: Text{NB: "Åpne.\nKoble til."}},
			{ID: "own-keys", Role: "employer", Priority: "nice", Title: Text{EN: "Count the keys"}},
		},
		VPN:     Text{NB: "Koble til før du åpner kundelisten."},
		Rooms:   []Room{{Name: "Morgenmøte", Link: "https://meet.firma.no/morgen?lang=nb#config.x=1"}},
		Mailbox: "wss://mailbox.firma.no/v1",
		STUN:    []string{"stun:stun.firma.no:3478", "stun:[2001:db8::1]"},
		TURN:    []string{"turns:turn.firma.no?transport=tcp", "turn:192.0.2.1:3478"},
		Server:  "https://hjemmekontor.firma.no",
		Update:  "https://firma.no/firma.hjemmekontor?download=1",
	}
}

// changed is the example with a change made to it.
func changed(change func(o *Organisation)) Organisation {
	o := example()
	change(&o)
	return o
}

func newKey(t testing.TB) Key {
	t.Helper()
	key, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func sign(t testing.TB, o Organisation, key Key) *File {
	t.Helper()
	file, err := Sign(o, key, noon)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// signJSON signs any content at all as if it were an organisation.
func signJSON(t testing.TB, content string, key Key, comment string) []byte {
	t.Helper()
	data, err := seal([]byte(content), key, comment)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// replaced is data in which one thing, which must be there, stands in place of
// another.
func replaced(t testing.TB, data []byte, from, to string) []byte {
	t.Helper()
	if !bytes.Contains(data, []byte(from)) {
		t.Fatalf("the data does not hold %q", from)
	}
	return bytes.Replace(data, []byte(from), []byte(to), 1)
}

func readTestFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func repeat(s string, n int) string { return strings.Repeat(s, n) }
