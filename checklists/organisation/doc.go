// Package organisation describes the company an employee works for, as far as
// someone at home needs it: whom to ring and write to when something is wrong,
// what to do then, what is approved, and where the company's servers are.
//
// A [Contact] is one that the user has entered; it is checked by
// [Contact.Validate] after [Contact.Normalise], and gives links that open a
// phone or mail program. [PublicContacts] are the authorities' numbers and
// pages that every business in Norway can turn to.
//
// An [Organisation] is what an employer hands out as a signed file. The
// employer's side makes it:
//
//	problems := draft.Normalise().Validate()
//	file, err := organisation.Sign(organisation.Next(draft, last), key, time.Now())
//	os.WriteFile("Fjordbygg.hjemmekontor", file.Raw, 0o644)
//
// and the employee's side takes it, from a disk or an https address:
//
//	data, err := organisation.ReadFile(path)
//	file, err := organisation.Parse(data)
//	err = organisation.Accept(held, file) // with nothing held: show file.Fingerprint() and ask
//
// The format is minisign's signature in front of JSON; docs/organisation-file.md
// describes it. The package keeps nothing: storing is the work of package
// checklists, and of the keyring.
package organisation
