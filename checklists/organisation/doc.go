// Package organisation describes the company an employee works for, as far as
// someone at home needs it in a hurry: whom to ring and write to when
// something is wrong.
//
// A [Contact] is one the company has entered itself; it is checked by
// [Contact.Validate] after [Contact.Normalise], and gives links that open a
// phone or mail program. [PublicContacts] are the authorities' numbers and
// pages that every business in Norway can turn to. The package keeps nothing:
// storing is the work of package checklists.
package organisation
