package link

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	raw, err := os.ReadFile("services.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	const id = "https://hjemmekontor.invalid/services.schema.json"
	c := jsonschema.NewCompiler()
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestDataFollowsTheSchema(t *testing.T) {
	schema := compileSchema(t)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(servicesJSON))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compileSchema(t)
	for _, test := range []struct{ name, old, changed string }{
		{"a scheme of one's own", `"zoommtg://{host}`, `"file://{host}`},
		{"a web client on another host", `"https://{host}/wc`, `"https://evil.example/wc`},
		{"a whole top-level domain", `"*.zoom.us"`, `"*.us"`},
		{"a pattern of a part of the path", `"^/my/[A-Za-z0-9._-]+/?$"`, `"/my/"`},
		{"an example by http", `"https://zoom.us/j/`, `"http://zoom.us/j/`},
		{"an unknown kind", `"personal"`, `"private"`},
		{"an unknown field", `"hosts"`, `"Hosts"`},
		{"no examples", `"examples"`, `"samples"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			changed := strings.Replace(string(servicesJSON), test.old, test.changed, 1)
			if changed == string(servicesJSON) {
				t.Fatalf("%s is not in the data", test.old)
			}
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
			if err != nil {
				t.Fatal(err)
			}
			if schema.Validate(doc) == nil {
				t.Error("the schema has nothing against it")
			}
		})
	}
}

// TestSchemesAreTheSame: the schema and the program allow the same schemes.
func TestSchemesAreTheSame(t *testing.T) {
	raw, err := os.ReadFile("services.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`"\^\(([a-z|-]+)\)://"`).FindSubmatch(raw)
	if found == nil || string(found[1]) != strings.Join(AppSchemes(), "|") {
		t.Errorf("the schema allows %q, the program %q", found, AppSchemes())
	}
}
