// Package card makes what is taken along when the screen may be gone: a page
// for the wall, a card for the wallet, an address book file for the phone, and
// the QR codes that dial. It takes data and writes bytes, and needs no network.
//
//	c := card.New(texts, card.Source{
//		Company:   company.Name,
//		Contacts:  company.Contacts,
//		Public:    public,    // organisation.PublicContacts
//		Incidents: incidents, // incident.Load
//		Routines:  company.Routines,
//		Made:      time.Now(),
//	})
//	err := card.WriteA4(file, c, texts)
//	err = card.WriteWallet(file, c, texts)
//	err = card.WriteVCard(file, c.Company, c.Contacts)
//	picture, err := card.QR(c.Contacts[0].TelURL)
package card
