package ui

import "errors"

// Page names a page of the window, as the --page flag does.
type Page string

// The pages of the navigation.
const (
	Home     Page = "home"
	Employee Page = "employee"
	Employer Page = "employer"
	Guide    Page = "guide"
	Meetings Page = "meetings"
	Contacts Page = "contacts"
	Company  Page = "company"
	Settings Page = "settings"
)

// The pages that are reached from another page, and lead back to it.
const (
	reportPage  Page = "report"  // what an employee tells the employer
	reportsPage Page = "reports" // what the employees have told
	editorPage  Page = "editor"  // the organisation file

	calendarsPage Page = "calendars" // where the day's meetings come from
	secretsPage   Page = "secrets"   // what the keyring holds
)

// ErrUnknownPage is returned for a page that the window does not have.
var ErrUnknownPage = errors.New("unknown page")

// Pages lists the pages in the order of the navigation.
func Pages() []Page {
	return []Page{Home, Employee, Employer, Guide, Meetings, Contacts, Company, Settings}
}

// ParsePage reads the name of a page.
func ParsePage(s string) (Page, error) {
	for _, p := range Pages() {
		if string(p) == s {
			return p, nil
		}
	}
	return "", ErrUnknownPage
}
