package organisation

import (
	_ "embed"
	"errors"
	"fmt"
	"time"

	"hjemmekontor/checklists/internal/datafile"
)

//go:embed public.json
var publicJSON []byte

// Certainty says how well a fact is supported by its source.
type Certainty string

// High is the authority's own page or two independent sources that agree. No
// public contact of lesser certainty is shown.
const High Certainty = "H"

// PublicContact is an authority's number or page. Its wording is the texts
// "contact.<ID>.name" and "contact.<ID>.when". Phone or URL is set, or both.
type PublicContact struct {
	ID string
	// Phone is the number as people know it.
	Phone string
	// URL is the https address of the page to open.
	URL string
	// SourceURL is the page that the number or address was taken from.
	SourceURL string
	// AsOf is the day the source was last read.
	AsOf      time.Time
	Certainty Certainty
}

// TelURL returns the link that dials the contact, or "" if it has no number.
func (p PublicContact) TelURL() string { return telURL(p.Phone) }

// PublicContacts returns the authorities' contacts that are compiled into the
// program, the most urgent first.
func PublicContacts() ([]PublicContact, error) {
	contacts, err := parsePublic(publicJSON)
	if err != nil {
		return nil, fmt.Errorf("loading public contacts: %w", err)
	}
	return contacts, nil
}

// publicFile is the shape of public.json, which public.schema.json describes
// for editors.
type publicFile struct {
	Schema   string       `json:"$schema"`
	Version  int          `json:"version"`
	Contacts []publicData `json:"contacts"`
}

type publicData struct {
	ID        string    `json:"id"`
	Phone     string    `json:"phone"`
	URL       string    `json:"url"`
	SourceURL string    `json:"sourceUrl"`
	AsOf      string    `json:"asOf"`
	Certainty Certainty `json:"certainty"`
}

// publicVersion is the version of public.json that this code reads.
const publicVersion = 1

func parsePublic(data []byte) ([]PublicContact, error) {
	var file publicFile
	if err := datafile.Decode(data, &file); err != nil {
		return nil, err
	}
	if file.Version != publicVersion {
		return nil, fmt.Errorf("version %d, want %d", file.Version, publicVersion)
	}
	var contacts []PublicContact
	seen := make(map[string]bool)
	for _, p := range file.Contacts {
		if seen[p.ID] {
			return nil, fmt.Errorf("contact %q: ID used twice", p.ID)
		}
		seen[p.ID] = true
		contact, err := p.contact()
		if err != nil {
			return nil, fmt.Errorf("contact %q: %w", p.ID, err)
		}
		contacts = append(contacts, contact)
	}
	return contacts, nil
}

func (p publicData) contact() (PublicContact, error) {
	asOf, err := time.Parse(time.DateOnly, p.AsOf)
	if err != nil {
		return PublicContact{}, err
	}
	switch {
	case !datafile.IsID(p.ID):
		return PublicContact{}, errors.New("not a valid ID")
	case p.Certainty != High:
		return PublicContact{}, fmt.Errorf("certainty %q is too low to show", p.Certainty)
	case p.Phone == "" && p.URL == "":
		return PublicContact{}, errors.New("neither phone nor page")
	case p.Phone != "" && checkPhone(p.Phone) != nil:
		return PublicContact{}, fmt.Errorf("phone: %w", checkPhone(p.Phone))
	case p.URL != "" && !datafile.IsHTTPS(p.URL):
		return PublicContact{}, fmt.Errorf("address %q is not plain https", p.URL)
	case !datafile.IsHTTPS(p.SourceURL):
		return PublicContact{}, fmt.Errorf("source %q is not plain https", p.SourceURL)
	}
	return PublicContact{
		ID: p.ID, Phone: p.Phone, URL: p.URL,
		SourceURL: p.SourceURL, AsOf: asOf, Certainty: p.Certainty,
	}, nil
}
