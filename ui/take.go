package ui

import (
	"io"
	"log/slog"
	"time"

	"hjemmekontor/checklists/card"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"

	contactsui "hjemmekontor/ui/contacts"
)

// takeContacts makes a file to take the contacts along.
func (s *shell) takeContacts(form contactsui.Form) {
	made, err := s.contactCard()
	if err != nil {
		s.problem("putting the contacts together", err)
		return
	}
	texts := s.texts
	switch form {
	case contactsui.Wallet:
		s.save(texts.Text("save.wallet"), texts.Text("save.wallet-name")+".pdf",
			func(w io.Writer) error { return card.WriteWallet(w, made, texts) })
	case contactsui.Sheet:
		s.save(texts.Text("save.sheet"), texts.Text("save.sheet-name")+".pdf",
			func(w io.Writer) error { return card.WriteA4(w, made, texts) })
	case contactsui.Phone:
		s.save(texts.Text("save.phone"), texts.Text("save.phone-name")+".vcf",
			func(w io.Writer) error { return card.WriteVCard(w, made.Company, made.Contacts) })
	default:
		slog.Error("taking the contacts along", "form", form)
	}
}

// contactCard is everything that is on the page with contacts.
func (s *shell) contactCard() (card.Card, error) {
	public, err := organisation.PublicContacts()
	if err != nil {
		return card.Card{}, err
	}
	known, err := incident.Load()
	if err != nil {
		return card.Card{}, err
	}
	source := card.Source{Contacts: s.whomToRing(), Public: public, Incidents: known, Made: time.Now()}
	if s.company != nil {
		source.Company, source.Routines = s.company.Organisation.Name, s.company.Organisation.Routines
	}
	return card.New(s.texts, source), nil
}

// whomToRing is the contacts that hold for the user: the company's, and the
// user's own where the company has named nobody.
func (s *shell) whomToRing() []organisation.Contact {
	if s.company == nil {
		return s.contacts
	}
	contacts := s.company.Organisation.Contacts
	named := map[organisation.Role]bool{}
	for _, c := range contacts {
		named[c.Role] = true
	}
	all := append([]organisation.Contact{}, contacts...)
	for _, own := range s.contacts {
		if !named[own.Role] {
			all = append(all, own)
		}
	}
	return all
}
