package tools

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	for _, file := range []string{"tool.schema.json", "topics.schema.json", "choose.schema.json"} {
		raw, err := os.ReadFile(filepath.Join("data", file))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if err := c.AddResource("https://hjemmekontor.invalid/"+file, doc); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile("https://hjemmekontor.invalid/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, raw string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(doc)
}

func TestDataFollowsTheSchemas(t *testing.T) {
	files, err := filepath.Glob("data/tools/*.json")
	if err != nil || len(files) < 5 {
		t.Fatalf("found %d tools, %v", len(files), err)
	}
	schemas := map[string]*jsonschema.Schema{
		"data/topics.json": schema(t, "topics.schema.json"),
		"data/choose.json": schema(t, "choose.schema.json"),
	}
	for _, f := range files {
		schemas[f] = schema(t, "tool.schema.json")
	}
	for file, s := range schemas {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, s, string(raw)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if filepath.Dir(file) == filepath.Join("data", "tools") && !bytes.Contains(raw, []byte(`"id": "`+name+`",`)) {
			t.Errorf("%s does not bear its tool's name", file)
		}
	}
}

const goodSteps = `{"id":"x-1","kind":"switch-on","located":true,"certainty":"M","sources":["s"]},
	{"id":"x-2","kind":"check","certainty":"L","sources":[]},{"id":"x-3","kind":"do","certainty":"H","sources":["s"]}`

func TestToolSchemaRefuses(t *testing.T) {
	const good = `{"id":"x","name":"X","order":1,"homeURL":"https://x.example/",
		"sources":{"s":{"title":"S","url":"https://x.example/s"}},
		"cells":{"e2ee":{"asOf":"2026-01","certainty":"H","sources":["s"]},"lock":{"unknown":true}},
		"facts":[{"id":"x-a","topic":"e2ee","asOf":"2026","certainty":"L","sources":["s"]}],
		"reasons":[{"id":"x-r","when":{"talk":["secret"]},"points":2,"cell":"e2ee"}],
		"practice":{"host":[` + goodSteps + `],"participant":[` + goodSteps + `],"administrator":[` + goodSteps + `]},
		"before":[{"id":"x-b","certainty":"H","sources":["s"]},{"id":"x-c","certainty":"L","sources":[]}]}`
	s := schema(t, "tool.schema.json")
	if err := validate(t, s, good); err != nil {
		t.Fatalf("a good tool is refused: %v", err)
	}
	for what, change := range map[string][2]string{
		"an unverified fact":               {`"certainty":"L"`, `"certainty":"U"`},
		"a fact without certainty":         {`"certainty":"L",`, ``},
		"a fact without sources":           {`"L","sources":["s"]}],`, `"L","sources":[]}],`},
		"a date in words":                  {`"asOf":"2026"`, `"asOf":"late 2026"`},
		"a value in an unknown cell":       {`{"unknown":true}`, `{"unknown":true,"certainty":"H","sources":["s"]}`},
		"a field that nothing reads":       {`"order":1`, `"order":1,"colour":"red"`},
		"a source that is no web address":  {`https://x.example/s`, `file:///etc/passwd`},
		"a topic with a dot, which splits": {`"topic":"e2ee"`, `"topic":"e2ee.x"`},
		"a reason that counts nothing":     {`"points":2`, `"points":0`},
		"a reason that counts too much":    {`"points":2`, `"points":40`},
		"a reason for every case":          {`{"talk":["secret"]}`, `{}`},
		"a reason that rests on nothing":   {`,"cell":"e2ee"`, ``},
		"a reason that rests on two":       {`"cell":"e2ee"}`, `"cell":"e2ee","fact":"x-a"}`},
		"a step of another kind":           {`"kind":"do"`, `"kind":"wait"`},
		"a role without steps":             {`,"administrator":`, `,"guest":`},
		"certain advice without sources":   {`"x-c","certainty":"L"`, `"x-c","certainty":"H"`},
		"a single point before a launch":   {`,{"id":"x-c","certainty":"L","sources":[]}`, ``},
	} {
		if !strings.Contains(good, change[0]) {
			t.Fatalf("%s: %q is not in the good tool", what, change[0])
		}
		if validate(t, s, strings.Replace(good, change[0], change[1], 1)) == nil {
			t.Errorf("the schema takes %s", what)
		}
	}
}

func TestChooseSchemaRefuses(t *testing.T) {
	const good = `{"questions":[{"id":"talk","answers":["open","secret"]}],
		"hints":[{"id":"call","when":{"talk":["secret"]}}]}`
	s := schema(t, "choose.schema.json")
	if err := validate(t, s, good); err != nil {
		t.Fatalf("good questions are refused: %v", err)
	}
	for what, change := range map[string][2]string{
		"a question with one answer":            {`,"secret"]}]`, `]}]`},
		"an answer twice":                       {`"open","secret"`, `"open","open"`},
		"an answer that hides the question":     {`"open"`, `"question"`},
		"an answer with a dot, which splits":    {`"open"`, `"o.pen"`},
		"a hint for every case":                 {`{"talk":["secret"]}`, `{}`},
		"a field that nothing reads":            {`"id":"talk"`, `"id":"talk","weight":2`},
		"words, which belong among the locales": {`"id":"call"`, `"id":"Call us"`},
	} {
		if !strings.Contains(good, change[0]) {
			t.Fatalf("%s: %q is not in the good questions", what, change[0])
		}
		if validate(t, s, strings.Replace(good, change[0], change[1], 1)) == nil {
			t.Errorf("the schema takes %s", what)
		}
	}
}
