package organisation

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestExampleIsValid(t *testing.T) {
	if err := example().Validate(); err != nil {
		t.Error(err)
	}
	if normal := example().Normalise(); !reflect.DeepEqual(normal, example()) {
		t.Errorf("normalised to\n%+v", normal)
	}
	// The least that an employer can give out.
	if err := (Organisation{Name: "Fjord"}).Validate(); err != nil {
		t.Error(err)
	}
}

func TestValidateOrganisation(t *testing.T) {
	person := Contact{Role: Other, Task: "Vakt", Phone: "02800"}
	tests := []struct {
		path   string
		want   error
		change func(o *Organisation)
	}{
		{"name", ErrEmpty, func(o *Organisation) { o.Name = "" }},
		{"name", ErrEmpty, func(o *Organisation) { o.Name = " \u200d " }},
		{"name", ErrTooLong, func(o *Organisation) { o.Name = repeat("å", 101) }},
		{"name", ErrBadCharacter, func(o *Organisation) { o.Name = "Fjord\u202etxt.exe" }},
		{"name", ErrBadCharacter, func(o *Organisation) { o.Name = "Fjord\nAS" }},
		{"name", ErrBadCharacter, func(o *Organisation) { o.Name = "Fj\u043erd AS" }}, // a Cyrillic о
		{"name", ErrBadCharacter, func(o *Organisation) { o.Name = "Fjord" + repeat("\u0301", 40) }},
		{"items[0].title.nb", ErrBadCharacter, func(o *Organisation) { o.Items[0].Title.NB, o.Items[0].Title.EN = "\u200d", "x" }},
		{"name", ErrBadCharacter, func(o *Organisation) { o.Name = "Fjord \x1b[31m" }},
		{"name", ErrBadCharacter, func(o *Organisation) { o.Name = "A\u030als AS" }},
		{"contacts", ErrTooMany, func(o *Organisation) { o.Contacts = make([]Contact, MaxContacts+1) }},
		{"contacts[1].role", ErrUnknownRole, func(o *Organisation) { o.Contacts[1].Role = "boss" }},
		{"contacts[1].phone", ErrBadCharacter, func(o *Organisation) { o.Contacts[1].Phone = "02800;x" }},
		{"contacts[1].phone", ErrUnreached, func(o *Organisation) { o.Contacts[1].Phone = "" }},
		{"contacts[2].email", ErrMalformedEmail, func(o *Organisation) { o.Contacts[2].Email = "ola" }},
		{"contacts[2].task", ErrEmpty, func(o *Organisation) { o.Contacts[2].Task = "" }},
		{"contacts[2].when", ErrTooLong, func(o *Organisation) { o.Contacts[2].When = repeat("x", 201) }},
		{"contacts[4].name", ErrDuplicate, func(o *Organisation) { o.Contacts = append(o.Contacts, person, person) }},
		{"routines", ErrTooMany, func(o *Organisation) {
			for i := range MaxRoutines {
				o.Routines[fmt.Sprint("incident-", i)] = Text{NB: "x"}
			}
		}},
		{"routines", ErrMalformedID, func(o *Organisation) { o.Routines["<b>"] = Text{NB: "x"} }},
		{"routines.phishing", ErrEmpty, func(o *Organisation) { o.Routines["phishing"] = Text{} }},
		{"routines.phishing.nb", ErrTooLong, func(o *Organisation) { o.Routines["phishing"] = Text{NB: repeat("å\n", 2001)} }},
		{"routines.phishing.en", ErrBadCharacter, func(o *Organisation) { o.Routines["phishing"] = Text{EN: "a\tb"} }},
		{"tools[0].tool", ErrMalformedID, func(o *Organisation) { o.Tools[0].Tool = "../teams" }},
		{"tools[1].tool", ErrDuplicate, func(o *Organisation) { o.Tools[1].Tool = "teams" }},
		{"tools[1].name", ErrDuplicate, func(o *Organisation) { o.Tools[1].Name = "MICROSOFT Teams" }},
		{"tools[1].name", ErrDuplicate, func(o *Organisation) { o.Tools[1].Name = "Microsoft  Teams" }},
		{"tools[0].name", ErrEmpty, func(o *Organisation) { o.Tools[0].Name = "" }},
		{"programs[0].tool", ErrNotAllowed, func(o *Organisation) { o.Programs[0].Tool = "zoom" }},
		{"programs[0].note.nb", ErrBadCharacter, func(o *Organisation) { o.Programs[0].Note.NB = "a\nb" }},
		{"programs[0].note.en", ErrTooLong, func(o *Organisation) { o.Programs[0].Note.EN = repeat("x", 121) }},
		{"programs", ErrTooMany, func(o *Organisation) { o.Programs = make([]Verdict, MaxVerdicts+1) }},
		{"items", ErrTooMany, func(o *Organisation) { o.Items = make([]Item, MaxItems+1) }},
		{"items[0].id", ErrMalformedID, func(o *Organisation) { o.Items[0].ID = "employee-vpn-on" }},
		{"items[0].id", ErrMalformedID, func(o *Organisation) { o.Items[0].ID = "own-VPN" }},
		{"items[0].id", ErrEmpty, func(o *Organisation) { o.Items[0].ID = "" }},
		{"items[0].id", ErrTooLong, func(o *Organisation) { o.Items[0].ID = "own-" + repeat("x", 61) }},
		{"items[1].id", ErrDuplicate, func(o *Organisation) { o.Items[1].ID = o.Items[0].ID }},
		{"items[0].role", ErrUnknownRole, func(o *Organisation) { o.Items[0].Role = "support" }},
		{"items[0].priority", ErrUnknownPriority, func(o *Organisation) { o.Items[0].Priority = "" }},
		{"items[0].months", ErrOutOfRange, func(o *Organisation) { o.Items[0].Months = -1 }},
		{"items[0].months", ErrOutOfRange, func(o *Organisation) { o.Items[0].Months = MaxMonths + 1 }},
		{"items[0].title", ErrEmpty, func(o *Organisation) { o.Items[0].Title = Text{} }},
		{"items[1].title", ErrEmpty, func(o *Organisation) { o.Items[1].Title.EN = " " }},
		{"items[0].title.nb", ErrTooLong, func(o *Organisation) { o.Items[0].Title.NB = repeat("å", 121) }},
		{"items[0].why.nb", ErrBadCharacter, func(o *Organisation) { o.Items[0].Why.NB = "\u2066x" }},
		{"items[0].how.en", ErrTooLong, func(o *Organisation) { o.Items[0].How.EN = repeat("x", 4001) }},
		{"vpn.nb", ErrBadCharacter, func(o *Organisation) { o.VPN.NB = "a\x00" }},
		{"rooms", ErrTooMany, func(o *Organisation) { o.Rooms = make([]Room, MaxRooms+1) }},
		{"rooms[0].name", ErrEmpty, func(o *Organisation) { o.Rooms[0].Name = "" }},
		{"rooms[0].link", ErrEmpty, func(o *Organisation) { o.Rooms[0].Link = "" }},
		{"rooms[0].link", ErrWrongScheme, func(o *Organisation) { o.Rooms[0].Link = "javascript:alert(1)" }},
		{"rooms[1].name", ErrDuplicate, func(o *Organisation) { o.Rooms = append(o.Rooms, o.Rooms[0]) }},
		{"mailbox", ErrWrongScheme, func(o *Organisation) { o.Mailbox = "ws://mailbox.firma.no/v1" }},
		{"stun", ErrTooMany, func(o *Organisation) { o.STUN = make([]string, MaxServers+1) }},
		{"stun[0]", ErrWrongScheme, func(o *Organisation) { o.STUN[0] = "turn:turn.firma.no" }},
		{"stun[1]", ErrDuplicate, func(o *Organisation) { o.STUN[1] = o.STUN[0] }},
		{"turn[1]", ErrEmpty, func(o *Organisation) { o.TURN[1] = "" }},
		{"turn[1]", ErrCredentials, func(o *Organisation) { o.TURN[1] = "turn:user:password@turn.firma.no" }},
		{"server", ErrWrongScheme, func(o *Organisation) { o.Server = "http://hjemmekontor.firma.no" }},
		{"update", ErrWrongScheme, func(o *Organisation) { o.Update = "data:text/plain,x" }},
	}
	for _, test := range tests {
		t.Run(test.path+" "+test.want.Error(), func(t *testing.T) {
			err := changed(test.change).Validate()
			var problems Problems
			if !errors.As(err, &problems) || !errors.Is(problems.For(test.path), test.want) || !errors.Is(err, test.want) {
				t.Errorf("Validate = %v, want %s: %v", err, test.path, test.want)
			}
		})
	}
}

// An editor marks every field that is wrong, and a log is not flooded.
func TestValidateTellsOfEveryField(t *testing.T) {
	o := Organisation{Items: make([]Item, 100)}
	var problems Problems
	if !errors.As(o.Validate(), &problems) || len(problems) < 400 {
		t.Fatalf("%d problems", len(problems))
	}
	if text := problems.Error(); len(text) > 300 || !strings.Contains(text, "more") {
		t.Errorf("told as %q", text)
	}
	if problems.For("vpn.nb") != nil {
		t.Error("a field without fault has a problem")
	}
}

// What is wrong with entry three is still wrong with entry three when the
// entries before it are empty.
func TestNormaliseKeepsPlaces(t *testing.T) {
	o := Organisation{
		Contacts: make([]Contact, 3), Items: make([]Item, 3), Rooms: make([]Room, 3), STUN: make([]string, 3),
		Routines: map[string]Text{"phishing": {NB: " \n "}, "lost": {NB: "\n\na\n\n\nb\n"}},
		VPN:      Text{NB: "\r\na \r\n\r\n\r\n b\r\n"},
	}
	got := o.Normalise()
	if len(got.Contacts) != 3 || len(got.Items) != 3 || len(got.Rooms) != 3 || len(got.STUN) != 3 {
		t.Errorf("entries went missing: %+v", got)
	}
	if want := map[string]Text{"lost": {NB: "a\nb"}}; !reflect.DeepEqual(got.Routines, want) {
		t.Errorf("routines %+v, want %+v", got.Routines, want)
	}
	if want := "a\n\nb"; got.VPN.NB != want {
		t.Errorf("VPN note %q, want %q", got.VPN.NB, want)
	}
	if len(o.Routines) != 2 || o.VPN.NB == got.VPN.NB {
		t.Error("the original was changed")
	}
}

func TestContactByRole(t *testing.T) {
	if c, ok := example().Contact(ITSupport); !ok || c.Phone != "02800" {
		t.Errorf("Contact = %+v, %v", c, ok)
	}
	if c, ok := (Organisation{}).Contact(ITSupport); ok {
		t.Errorf("Contact = %+v of no company", c)
	}
}

func TestTextIn(t *testing.T) {
	both, nb, en := Text{NB: "hei", EN: "hi"}, Text{NB: "hei"}, Text{EN: "hi"}
	for _, test := range []struct {
		text           Text
		language, want string
	}{{both, "nb", "hei"}, {both, "en", "hi"}, {nb, "en", "hei"}, {en, "nb", "hi"}, {Text{}, "nb", ""}} {
		if got := test.text.In(test.language); got != test.want {
			t.Errorf("%+v in %s is %q, want %q", test.text, test.language, got, test.want)
		}
	}
}
