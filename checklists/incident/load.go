package incident

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
)

//go:embed incidents.json
var incidentsJSON []byte

// Load returns the incidents that are compiled into the program, the commonest
// first.
func Load() ([]Incident, error) {
	incidents, err := parse(incidentsJSON)
	if err != nil {
		return nil, fmt.Errorf("loading incidents: %w", err)
	}
	return incidents, nil
}

// dataVersion is the version of incidents.json that this code reads.
const dataVersion = 1

// The shape of incidents.json, which incidents.schema.json describes for
// editors.
type (
	incidentsFile struct {
		Schema    string         `json:"$schema"`
		Version   int            `json:"version"`
		Incidents []incidentData `json:"incidents"`
	}
	incidentData struct {
		ID             string   `json:"id"`
		Breach         bool     `json:"breach"`
		PublicContacts []string `json:"publicContacts"`
		Sources        []string `json:"sources"`
	}
)

func parse(data []byte) ([]Incident, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	var file incidentsFile
	if err := d.Decode(&file); err != nil {
		return nil, err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("data after the end")
	}
	if file.Version != dataVersion {
		return nil, fmt.Errorf("version %d, want %d", file.Version, dataVersion)
	}
	var incidents []Incident
	seen := make(map[string]bool)
	for _, i := range file.Incidents {
		if seen[i.ID] {
			return nil, fmt.Errorf("incident %q: ID used twice", i.ID)
		}
		seen[i.ID] = true
		if err := i.check(); err != nil {
			return nil, fmt.Errorf("incident %q: %w", i.ID, err)
		}
		incidents = append(incidents, Incident(i))
	}
	return incidents, nil
}

var validID = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

func (i incidentData) check() error {
	if !validID.MatchString(i.ID) {
		return errors.New("not a valid ID")
	}
	for _, id := range i.PublicContacts {
		if !validID.MatchString(id) {
			return fmt.Errorf("public contact %q is not a valid ID", id)
		}
	}
	if len(i.Sources) == 0 {
		return errors.New("no source")
	}
	for _, source := range i.Sources {
		if !isHTTPS(source) {
			return fmt.Errorf("source %q is not plain https", source)
		}
	}
	return nil
}

func isHTTPS(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil
}
