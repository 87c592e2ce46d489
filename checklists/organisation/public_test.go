package organisation

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestPublicContacts(t *testing.T) {
	contacts, err := PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	numbers := make(map[string]string)
	var ids []string
	for _, c := range contacts {
		ids = append(ids, c.ID)
		if c.Phone != "" {
			numbers[c.ID] = c.TelURL()
		}
		if c.AsOf.IsZero() || c.Certainty != High {
			t.Errorf("%s: as of %v, certainty %q", c.ID, c.AsOf, c.Certainty)
		}
	}
	// A number in here is one somebody rings in need: each is listed by hand.
	want := map[string]string{"police-emergency": "tel:112", "police": "tel:02800", "nsm-ncsc": "tel:02497"}
	if len(numbers) != len(want) {
		t.Errorf("numbers are %v, want %v", numbers, want)
	}
	for id, number := range want {
		if numbers[id] != number {
			t.Errorf("%s is dialled by %q, want %q", id, numbers[id], number)
		}
	}
	for _, id := range []string{"datatilsynet-breach", "datatilsynet-guidance", "police-cybercrime", "police-tips"} {
		if !slices.Contains(ids, id) {
			t.Errorf("%s is missing", id)
		}
	}
}

func TestPublicFollowsSchema(t *testing.T) {
	schema := compile(t)
	if err := schema.Validate(unmarshal(t, publicJSON)); err != nil {
		t.Error(err)
	}
	for name, change := range map[string][2]string{
		"http":          {`"url": "https://politiet.no`, `"url": "http://politiet.no`},
		"low certainty": {`"certainty": "H"`, `"certainty": "L"`},
		"letters":       {`"phone": "112"`, `"phone": "one"`},
	} {
		changed := bytes.Replace(publicJSON, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, publicJSON) || schema.Validate(unmarshal(t, changed)) == nil {
			t.Errorf("%s: accepted by the schema", name)
		}
	}
}

func TestParsePublicRefuses(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown field", `"phone": "112"`, `"phone": "112", "fax": "1"`, "fax"},
		{"duplicate", `"id": "police"`, `"id": "police-emergency"`, "used twice"},
		{"bad ID", `"id": "police"`, `"id": "The Police"`, "not a valid ID"},
		{"low certainty", `"certainty": "H"`, `"certainty": "M"`, "too low"},
		{"nothing to turn to", `"phone": "112",`, ``, "neither phone nor page"},
		{"bad phone", `"phone": "112"`, `"phone": "112;x"`, "phone"},
		{"file link", `"url": "https://politiet.no/rad/datakriminalitet"`, `"url": "file:///etc/passwd"`, "not plain https"},
		{"no source", `"sourceUrl": "https://politiet.no/rad/datakriminalitet"`, `"sourceUrl": ""`, "source"},
		{"impossible date", `"asOf": "2026-11-23"`, `"asOf": "2026-13-01"`, "month"},
		{"later version", `"version": 1`, `"version": 2`, "version"},
		{"second document", `"version": 1`, `"version": 1}{"version": 1`, "data after the end"},
		{"not JSON", `{`, ``, "json"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changed := bytes.Replace(publicJSON, []byte(test.old), []byte(test.new), 1)
			if bytes.Equal(changed, publicJSON) {
				t.Fatalf("the data does not hold %s", test.old)
			}
			_, err := parsePublic(changed)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
		})
	}
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	file, err := os.ReadFile("public.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("public.schema.json", unmarshal(t, file)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("public.schema.json")
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
