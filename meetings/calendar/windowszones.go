package calendar

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

//go:embed windowszones.json
var windowsZonesJSON []byte

// windowsFile is the shape of windowszones.json, which
// windowszones.schema.json describes for editors.
type windowsFile struct {
	Schema  string `json:"$schema"`
	Version int    `json:"version"`
	Source  string `json:"source"`
	Zones   []struct {
		Name   string   `json:"name"`
		Zone   string   `json:"zone"`
		Places []string `json:"places"`
	} `json:"zones"`
}

// windowsZones maps Windows' names of time zones, and the places by which
// Windows and Outlook show them, to IANA names. The keys are in small letters.
// It panics only where the data compiled in is broken, which a test sees.
var windowsZones = sync.OnceValue(func() map[string]string {
	zones, err := parseWindowsZones(windowsZonesJSON)
	if err != nil {
		panic("calendar: windowszones.json: " + err.Error())
	}
	return zones
})

func parseWindowsZones(data []byte) (map[string]string, error) {
	var file windowsFile
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, err
	}
	zones := make(map[string]string, 2*len(file.Zones))
	for _, z := range file.Zones {
		for _, name := range append(z.Places, z.Name) {
			key := strings.ToLower(name)
			if _, twice := zones[key]; twice {
				return nil, fmt.Errorf("zone %q: %q twice", z.Name, name)
			}
			zones[key] = z.Zone
		}
	}
	return zones, nil
}
