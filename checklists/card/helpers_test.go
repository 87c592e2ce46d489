package card

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// made is the day on every card of the tests.
var made = time.Date(2026, time.November, 23, 9, 30, 0, 0, time.UTC)

func load(t testing.TB, l locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// source is what a card of the built-in texts and these contacts is made from.
func source(t testing.TB, contacts ...organisation.Contact) Source {
	t.Helper()
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	incidents, err := incident.Load()
	if err != nil {
		t.Fatal(err)
	}
	return Source{Company: "Fjordbygg AS", Contacts: contacts, Public: public, Incidents: incidents, Made: made}
}

// staff is n contacts, the first two of the roles that every company fills.
func staff(n int) []organisation.Contact {
	var contacts []organisation.Contact
	for i := range n {
		c := organisation.Contact{
			Role:  organisation.Other,
			Task:  "Nærmeste leder",
			Name:  "Kari Nordmann",
			Phone: fmt.Sprintf("+47 22 00 %02d 00", i),
			Email: "kari.nordmann@fjordbygg.no",
			Hours: "Hverdager 8–16",
			When:  "Når du lurer på hvem som kan hjelpe.",
		}
		if i < len(organisation.Roles()) {
			c.Role, c.Task, c.When = organisation.Roles()[i], "", ""
		}
		contacts = append(contacts, c)
	}
	return contacts
}

// wordy is contacts that say as much as they are likely to.
func wordy(contacts []organisation.Contact) []organisation.Contact {
	for i := range contacts {
		contacts[i].Name = "Anne-Karoline Bjørnstad-Sæther Kværnø, avdeling for personvern"
		contacts[i].Email = "anne-karoline.bjornstad-saether.kvaerno@personvern.fjordbyggogeiendom.no"
		contacts[i].When = strings.Repeat("Når maskinen gjør noe rart. ", 8)[:200]
	}
	return contacts
}

// write gives what one of the package's functions writes.
func write(t testing.TB, from func(io.Writer, Card, *locales.Texts) error, c Card, texts *locales.Texts) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := from(&b, c, texts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
