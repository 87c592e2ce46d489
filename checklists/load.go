package checklists

import (
	_ "embed"
	"fmt"
	"time"

	"hjemmekontor/checklists/internal/datafile"
)

//go:embed catalogue.json
var catalogueJSON []byte

//go:embed sources.json
var sourcesJSON []byte

// dataVersion is the version of the two data files that this code reads.
const dataVersion = 1

// Load reads the catalogue that is compiled into the program.
func Load() (*Catalogue, error) {
	c, err := parse(catalogueJSON, sourcesJSON)
	if err != nil {
		return nil, fmt.Errorf("loading checklists: %w", err)
	}
	return c, nil
}

// The shape of the data files. catalogue.schema.json and sources.schema.json
// describe them for editors.
type (
	catalogueFile struct {
		Schema   string        `json:"$schema"`
		Version  int           `json:"version"`
		AsOf     string        `json:"asOf"`
		Sections []sectionData `json:"sections"`
		Items    []itemData    `json:"items"`
	}
	sectionData struct {
		ID   Section `json:"id"`
		Role Role    `json:"role"`
	}
	itemData struct {
		ID        string         `json:"id"`
		Role      Role           `json:"role"`
		Section   Section        `json:"section"`
		Priority  Priority       `json:"priority"`
		Months    int            `json:"months"`
		Systems   []System       `json:"systems"`
		Probe     string         `json:"probe"`
		Citations []citationData `json:"citations"`
	}
	citationData struct {
		Source  string `json:"source"`
		Checked bool   `json:"checked"`
	}
	sourcesFile struct {
		Schema  string       `json:"$schema"`
		Version int          `json:"version"`
		Sources []sourceData `json:"sources"`
	}
	sourceData struct {
		ID        string    `json:"id"`
		Title     string    `json:"title"`
		Publisher string    `json:"publisher"`
		URL       string    `json:"url"`
		Date      string    `json:"date"`
		Certainty Certainty `json:"certainty"`
		Original  string    `json:"original"`
	}
)

// parse builds a catalogue from the content of the two data files. It refuses
// what would let an item go unnoticed or untraced: unknown fields, IDs used
// twice, items of no section and sources that do not exist.
func parse(catalogue, sources []byte) (*Catalogue, error) {
	var cf catalogueFile
	if err := datafile.Decode(catalogue, &cf); err != nil {
		return nil, fmt.Errorf("catalogue: %w", err)
	}
	var sf sourcesFile
	if err := datafile.Decode(sources, &sf); err != nil {
		return nil, fmt.Errorf("sources: %w", err)
	}
	if cf.Version != dataVersion || sf.Version != dataVersion {
		return nil, fmt.Errorf("versions %d and %d, want %d", cf.Version, sf.Version, dataVersion)
	}
	if _, err := time.Parse(time.DateOnly, cf.AsOf); err != nil {
		return nil, fmt.Errorf("asOf: %w", err)
	}
	b := builder{
		catalogue: &Catalogue{
			asOf:     cf.AsOf,
			sections: make(map[Role][]Section),
			items:    make(map[Role][]Item),
			byID:     make(map[string]Item),
		},
		sources: make(map[string]Source),
		cited:   make(map[string]bool),
	}
	return b.build(cf, sf)
}
