package incident

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Companies keep routines under the IDs: none may go or change.
func TestLoad(t *testing.T) {
	incidents, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, i := range incidents {
		ids = append(ids, i.ID)
		if !i.Breach {
			t.Errorf("%s: personal data may be astray in it, but it does not say so", i.ID)
		}
	}
	if want := []string{"phishing-clicked", "machine-lost", "ransom-note", "wrong-recipient"}; !slices.Equal(ids, want) {
		t.Errorf("incidents are %q, want %q", ids, want)
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct{ name, old, changed, want string }{
		{"unknown field", `"breach"`, `"brech"`, "unknown field"},
		{"ID used twice", `"id": "machine-lost"`, `"id": "phishing-clicked"`, "used twice"},
		{"bad ID", `"id": "machine-lost"`, `"id": "Machine lost"`, "not a valid ID"},
		{"bad contact", `["police", `, `["the police", `, "public contact"},
		{"plain http", `"https://politiet.no`, `"http://politiet.no`, "plain https"},
		{"user in address", `"https://politiet.no`, `"https://x@politiet.no`, "plain https"},
		{"newer version", `"version": 1`, `"version": 2`, "version 2"},
		{"two documents", `"version": 1`, `"version": 1}{"version": 1`, "data after the end"},
		{"not JSON", `{`, ``, "json"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := bytes.Replace(incidentsJSON, []byte(tt.old), []byte(tt.changed), 1)
			if bytes.Equal(data, incidentsJSON) {
				t.Fatalf("the data does not hold %s", tt.old)
			}
			if _, err := parse(data); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
	if _, err := parse([]byte(`{"version": 1, "incidents": [{"id": "fire"}]}`)); err == nil {
		t.Error("an incident without a source is taken")
	}
}

func TestDataFollowsSchema(t *testing.T) {
	schema := compile(t)
	if err := schema.Validate(unmarshal(t, incidentsJSON)); err != nil {
		t.Error(err)
	}
	for name, change := range map[string][2]string{
		"plain http":  {`"https://politiet.no`, `"http://politiet.no`},
		"bad ID":      {`"id": "machine-lost"`, `"id": "Machine"`},
		"no version":  {`"version": 1,`, ``},
		"wrong field": {`"breach": true,`, `"breach": true, "title": "x",`},
	} {
		changed := bytes.Replace(incidentsJSON, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, incidentsJSON) || schema.Validate(unmarshal(t, changed)) == nil {
			t.Errorf("%s: taken by the schema", name)
		}
	}
}

func TestSplitSteps(t *testing.T) {
	tests := []struct {
		routine string
		want    []string
	}{
		{"", nil},
		{" \n\t\n", nil},
		{"Ring Ola.", []string{"Ring Ola."}},
		{"Ring Ola.\r\n\r\n  Vent. \n", []string{"Ring Ola.", "Vent."}},
	}
	for _, tt := range tests {
		if got := SplitSteps(tt.routine); !slices.Equal(got, tt.want) {
			t.Errorf("%q gives %q, want %q", tt.routine, got, tt.want)
		}
	}
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.ReadFile("incidents.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("incidents.schema.json", unmarshal(t, file)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("incidents.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func unmarshal(t *testing.T, data []byte) any {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
