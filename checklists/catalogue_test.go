package checklists

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hjemmekontor/checklists/organisation"
)

func TestLoad(t *testing.T) {
	catalogue := mustLoad(t)
	for _, role := range Roles() {
		items := catalogue.Items(role)
		if len(items) != 20 {
			t.Errorf("%s has %d items, want 20", role, len(items))
		}
		if n := len(catalogue.Sections(role)); n < 4 || n > 6 {
			t.Errorf("%s has %d sections, want 4 to 6", role, n)
		}
		for _, item := range items {
			if item.Role != role || !strings.HasPrefix(item.ID, string(role)+"-") {
				t.Errorf("item %q is on the list of %s", item.ID, role)
			}
			if got, ok := catalogue.Item(item.ID); !ok || got.ID != item.ID {
				t.Errorf("Item(%q) = %q, %v", item.ID, got.ID, ok)
			}
		}
	}
	if _, ok := catalogue.Item("employer-no-such-thing"); ok {
		t.Error("an item that does not exist was found")
	}
}

// What comes due again is said sparingly: a list that always has something due
// is soon left alone.
func TestRecurrenceIsSparing(t *testing.T) {
	catalogue := mustLoad(t)
	for _, role := range Roles() {
		quarterly, never := 0, 0
		for _, item := range catalogue.Items(role) {
			switch item.Months {
			case 0:
				never++
			case 3:
				quarterly++
			case 6, 12:
			default:
				t.Errorf("%s is due after %d months, want 3, 6, 12 or never", item.ID, item.Months)
			}
		}
		if quarterly > 3 || never < 5 {
			t.Errorf("%s: %d items every three months, want at most 3; %d never, want at least 5", role, quarterly, never)
		}
	}
}

// What must be reported, and how, is never optional.
func TestReportingItemsAreMust(t *testing.T) {
	catalogue := mustLoad(t)
	for _, id := range []string{
		"employer-incident-briefing", "employer-contact-card", "employer-lost-device",
		"employer-breach-routine", "employee-report-fast",
	} {
		item, ok := catalogue.Item(id)
		if !ok || item.Priority != Must {
			t.Errorf("%s has priority %q, want %q", id, item.Priority, Must)
		}
	}
}

// A reader who follows the first source of an item should land on a page, and
// on nettvett.no's where it is among the sources.
func TestFirstCitationCanBeFollowed(t *testing.T) {
	catalogue := mustLoad(t)
	for _, role := range Roles() {
		for _, item := range catalogue.Items(role) {
			first := item.Citations[0].Source
			if first.URL == "" {
				t.Errorf("%s: first source %q has no address", item.ID, first.ID)
			}
			for _, c := range item.Citations[1:] {
				if c.Source.Publisher == "nettvett.no" && first.Publisher != "nettvett.no" {
					t.Errorf("%s: %q comes before nettvett.no", item.ID, first.ID)
				}
			}
		}
	}
}

// Whoever gets a slice from the catalogue may change it.
func TestCatalogueIsNotChangedFromOutside(t *testing.T) {
	catalogue := mustLoad(t)
	catalogue.Items(Employee)[0].ID = "changed"
	catalogue.Sections(Employee)[0] = "changed"
	catalogue.Sources()[0].ID = "changed"
	if catalogue.Items(Employee)[0].ID == "changed" || catalogue.Sections(Employee)[0] == "changed" ||
		catalogue.Sources()[0].ID == "changed" {
		t.Error("the catalogue was changed through a returned slice")
	}
}

func TestDataFollowsSchema(t *testing.T) {
	for file, data := range map[string][]byte{"catalogue": catalogueJSON, "sources": sourcesJSON} {
		if err := validate(t, file+".schema.json", data); err != nil {
			t.Errorf("%s.json: %v", file, err)
		}
	}
}

// allSystems is how an item names every system, in catalogueJSON.
const allSystems = `"systems": ["windows", "macos", "linux"]`

// The schema has to refuse what parse refuses for the shape alone.
func TestSchemaRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"unknown field":    replace(t, catalogueJSON, `"priority": "must"`, `"priority": "must", "extra": 1`),
		"unknown priority": replace(t, catalogueJSON, `"priority": "must"`, `"priority": "perhaps"`),
		"bad ID":           replace(t, catalogueJSON, `"id": "employer-vpn"`, `"id": "Employer VPN"`),
		"never, by number": replace(t, catalogueJSON, `"months": 12`, `"months": 0`),
		"too many months":  replace(t, catalogueJSON, `"months": 12`, `"months": 61`),
		"half a month":     replace(t, catalogueJSON, `"months": 12`, `"months": 0.5`),
		"no system":        replace(t, catalogueJSON, allSystems, `"systems": []`),
		"unknown system":   replace(t, catalogueJSON, allSystems, `"systems": ["plan9"]`),
		"system twice":     replace(t, catalogueJSON, allSystems, `"systems": ["linux", "linux"]`),
	} {
		if validate(t, "catalogue.schema.json", data) == nil {
			t.Errorf("%s: accepted by the schema", name)
		}
	}
	if validate(t, "sources.schema.json", replace(t, sourcesJSON, "https://nettvett.no/", "http://nettvett.no/")) == nil {
		t.Error("http address: accepted by the schema")
	}
}

func TestParseRefuses(t *testing.T) {
	tests := []struct {
		name     string
		in       []byte // catalogueJSON or sourcesJSON
		old, new string
		want     string
	}{
		{"unknown field", catalogueJSON, `"priority": "must"`, `"priority": "must", "extra": 1`, "extra"},
		{"duplicate item", catalogueJSON, `"id": "employer-mfa"`, `"id": "employer-vpn"`, "used twice"},
		{"duplicate section", catalogueJSON, `{ "id": "employee-files", "role": "employee" }`, `{ "id": "employer-people", "role": "employee" }`, "used twice"},
		{"unknown role", catalogueJSON, `{ "id": "employee-files", "role": "employee" }`, `{ "id": "employee-files", "role": "boss" }`, "unknown role"},
		{"unknown section", catalogueJSON, `"section": "employee-files"`, `"section": "elsewhere"`, "no section"},
		{"section of the other role", catalogueJSON, `"section": "employee-files"`, `"section": "employer-people"`, "no section"},
		{"sections in another order", catalogueJSON, `"section": "employer-access"`, `"section": "employer-meetings"`, "come in sections"},
		{"unknown priority", catalogueJSON, `"priority": "nice"`, `"priority": "perhaps"`, "unknown priority"},
		{"bad probe", catalogueJSON, `"probe": "firewall"`, `"probe": "rm -rf"`, "invalid probe"},
		{"months below none", catalogueJSON, `"months": 12`, `"months": -1`, "-1 months"},
		{"months beyond five years", catalogueJSON, `"months": 12`, `"months": 61`, "61 months"},
		{"half a month", catalogueJSON, `"months": 12`, `"months": 0.5`, "months"},
		{"unknown system", catalogueJSON, allSystems, `"systems": ["windows", "plan9"]`, "unknown system"},
		{"system without a name", catalogueJSON, allSystems, `"systems": [""]`, "unknown system"},
		{"system twice", catalogueJSON, allSystems, `"systems": ["windows", "windows"]`, "named twice"},
		{"systems in another order", catalogueJSON, allSystems, `"systems": ["linux", "windows"]`, "out of order"},
		{"bad item ID", catalogueJSON, `"id": "employer-vpn"`, `"id": "employer_vpn"`, "not a valid ID"},
		{"unknown source", catalogueJSON, `"source": "gyldendal-confidentiality"`, `"source": "hearsay"`, "unknown source"},
		{"source cited twice", catalogueJSON, `"source": "enisa-home"`, `"source": "nettvett-home"`, "cited twice"},
		{"source cited by none", catalogueJSON, `"source": "gyldendal-confidentiality"`, `"source": "nettvett-home"`, "cited by no item"},
		{"later version", catalogueJSON, `"version": 1`, `"version": 2`, "versions"},
		{"impossible date", catalogueJSON, `"asOf": "2026-11-23"`, `"asOf": "2026-11-32"`, "asOf"},
		{"second document", catalogueJSON, `"version": 1`, `"version": 1}{"version": 1`, "data after the end"},
		{"duplicate source", sourcesJSON, `"id": "altinn-home-office"`, `"id": "article"`, "used twice"},
		{"http", sourcesJSON, `"url": "https://nettvett.no/nettvettreglene/"`, `"url": "http://nettvett.no/nettvettreglene/"`, "not plain https"},
		{"javascript", sourcesJSON, `"url": "https://nettvett.no/nettvettreglene/"`, `"url": "javascript:alert(1)"`, "not plain https"},
		{"address with a user", sourcesJSON, `"url": "https://nettvett.no/nettvettreglene/"`, `"url": "https://nettvett.no@evil.example/"`, "not plain https"},
		{"unknown certainty", sourcesJSON, `"certainty": "M"`, `"certainty": "U"`, "unknown certainty"},
		{"unreadable date", sourcesJSON, `"date": "2021-05"`, `"date": "May 2021"`, "unreadable date"},
		{"no title", sourcesJSON, `"title": "Nettvettreglene"`, `"title": ""`, "missing"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			catalogue, sources := catalogueJSON, sourcesJSON
			changed := replace(t, test.in, test.old, test.new)
			if bytes.Equal(test.in, catalogueJSON) {
				catalogue = changed
			} else {
				sources = changed
			}
			_, err := parse(catalogue, sources)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

// The first item that is due every three months is employer-patching, the first
// with steps for each system employee-own-user-account.
func TestParseTakesRecurrenceAndSystems(t *testing.T) {
	for months, want := range map[string]int{"0": 0, "1": 1, "60": 60} {
		data := replace(t, catalogueJSON, `"months": 3`, `"months": `+months)
		data = replace(t, data, allSystems, `"systems": ["windows", "linux"]`)
		catalogue, err := parse(data, sourcesJSON)
		if err != nil {
			t.Fatal(err)
		}
		if item, _ := catalogue.Item("employer-patching"); item.Months != want || item.Systems != nil {
			t.Errorf("employer-patching is due after %d months on %q, want %d, no systems", item.Months, item.Systems, want)
		}
		item, _ := catalogue.Item("employee-own-user-account")
		if item.Months != 0 || !slices.Equal(item.Systems, []System{Windows, Linux}) {
			t.Errorf("employee-own-user-account is due after %d months on %q, want never, Windows and Linux", item.Months, item.Systems)
		}
	}
}

// Whatever the bytes are, parse refuses them or gives a catalogue that keeps
// its promises.
func FuzzParse(f *testing.F) {
	f.Add(catalogueJSON, sourcesJSON)
	f.Add([]byte(`{"version":1,"asOf":"2026-11-23"}`), []byte(`{"version":1}`))
	f.Add(catalogueJSON[:len(catalogueJSON)/2], sourcesJSON)
	f.Fuzz(func(t *testing.T, catalogueData, sourcesData []byte) {
		catalogue, err := parse(catalogueData, sourcesData)
		if err != nil {
			return
		}
		for _, role := range Roles() {
			for _, item := range catalogue.Items(role) {
				if got, ok := catalogue.Item(item.ID); !ok || got.Role != role || len(got.Citations) == 0 {
					t.Errorf("item %q: %+v, %v", item.ID, got, ok)
				}
				if item.Months < 0 || item.Months > organisation.MaxMonths || len(item.Systems) > len(Systems()) {
					t.Errorf("item %q: due after %d months, steps for %q", item.ID, item.Months, item.Systems)
				}
			}
		}
	})
}

func mustLoad(t testing.TB) *Catalogue {
	t.Helper()
	catalogue, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

// replace changes the first occurrence of from in data, which must have one.
func replace(t *testing.T, data []byte, from, to string) []byte {
	t.Helper()
	if !bytes.Contains(data, []byte(from)) {
		t.Fatalf("the data does not hold %s", from)
	}
	return bytes.Replace(data, []byte(from), []byte(to), 1)
}

// validate checks data against one of the package's schema files.
func validate(t *testing.T, schemaFile string, data []byte) error {
	t.Helper()
	file, err := os.Open(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, err := jsonschema.UnmarshalJSON(file)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(schemaFile, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}
