package ui

import "errors"

// Page names a page of the window, as the --page flag does.
type Page string

// The pages.
const (
	Home     Page = "home"
	Employee Page = "employee"
	Employer Page = "employer"
	Guide    Page = "guide"
	Meetings Page = "meetings"
	Contacts Page = "contacts"
	Settings Page = "settings"
)

// ErrUnknownPage is returned for a page that the window does not have.
var ErrUnknownPage = errors.New("unknown page")

// Pages lists the pages in the order of the navigation.
func Pages() []Page {
	return []Page{Home, Employee, Employer, Guide, Meetings, Contacts, Settings}
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
