package calendar

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestWindowsZonesFollowTheSchema(t *testing.T) {
	raw, err := os.ReadFile("windowszones.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	const address = "https://hjemmekontor.invalid/windowszones.schema.json"
	if err := compiler.AddResource(address, schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(address)
	if err != nil {
		t.Fatal(err)
	}
	data, err := jsonschema.UnmarshalJSON(bytes.NewReader(windowsZonesJSON))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(data); err != nil {
		t.Error(err)
	}
}

func TestWindowsZonesExist(t *testing.T) {
	zones, err := parseWindowsZones(windowsZonesJSON)
	if err != nil {
		t.Fatal(err)
	}
	for name, iana := range zones {
		if load(iana) == nil {
			t.Errorf("%q means %q, which is no zone", name, iana)
		}
		if locate(name) == nil {
			t.Errorf("%q is not found", name)
		}
	}
}

// Neighbours in one zone of Windows', and zones that look alike.
func TestWindowsZones(t *testing.T) {
	winter, summer := time.Date(2026, 1, 15, 12, 0, 0, 0, time.UTC), time.Date(2026, 7, 15, 12, 0, 0, 0, time.UTC)
	for name, want := range map[string]string{
		"W. Europe Standard Time":        "+0100 +0200",
		"GMT Standard Time":              "+0000 +0100",
		"Greenwich Standard Time":        "+0000 +0000",
		"FLE Standard Time":              "+0200 +0300",
		"Russian Standard Time":          "+0300 +0300",
		"Turkey Standard Time":           "+0300 +0300",
		"Eastern Standard Time":          "-0500 -0400",
		"US Eastern Standard Time":       "-0500 -0400",
		"SA Pacific Standard Time":       "-0500 -0500",
		"Central Standard Time (Mexico)": "-0600 -0600",
		"India Standard Time":            "+0530 +0530",
		"AUS Eastern Standard Time":      "+1100 +1000",
		"UTC-11":                         "-1100 -1100",
		"UTC+13":                         "+1300 +1300",
		"UTC":                            "+0000 +0000",
	} {
		z := locate(name)
		if z == nil {
			t.Errorf("%s is not found", name)
			continue
		}
		if got := winter.In(z).Format("-0700") + " " + summer.In(z).Format("-0700"); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestWindowsZonesRefused(t *testing.T) {
	for name, change := range map[string]string{
		"a zone twice":     `{"zones":[{"name":"A","zone":"Etc/UTC","places":["B"]},{"name":"b","zone":"Etc/UTC","places":[]}]}`,
		"an unknown field": `{"zones":[{"name":"A","country":"NO"}]}`,
		"cut":              `{"zones":[`,
	} {
		if _, err := parseWindowsZones([]byte(change)); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if !json.Valid(windowsZonesJSON) {
		t.Error("the data is no JSON")
	}
}
