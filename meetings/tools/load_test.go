package tools

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const (
	smallTopics = `{"topics":[{"id":"e2ee","group":"security","compared":true},
			{"id":"links","group":"security","compared":false}],
		"sources":{"s":{"title":"S","url":"https://x.example/s"}},
		"advice":[{"id":"a","topic":"e2ee","asOf":"2020","certainty":"H","sources":["s"]}]}`
	smallTool = `{"id":"x","name":"X","order":1,"homeURL":"https://x.example/",
		"sources":{"s":{"title":"S","url":"https://x.example/s"}},
		"cells":{"e2ee":{"asOf":"2026","certainty":"H","sources":["s"]}},
		"facts":[{"id":"x-l","topic":"links","certainty":"M","sources":["s"]},
			{"id":"x-a","topic":"e2ee","asOf":"2026","certainty":"L","sources":["s"]}],
		"reasons":[{"id":"x-secret","when":{"talk":["secret"]},"points":2,"cell":"e2ee"},
			{"id":"x-links","when":{"talk":["secret","open"]},"points":-1,"fact":"x-l"}],
		"practice":{"host":[{"id":"x-host-lock","kind":"do","asOf":"2025","certainty":"H","sources":["s"]}]},
		"before":[{"id":"x-name","certainty":"L","sources":[]}]}`
	smallChoose = `{"questions":[{"id":"talk","answers":["open","secret"]}],
		"hints":[{"id":"call","when":{"talk":["secret"]}}]}`
)

func guideFiles(topics, choose string, tools ...string) fstest.MapFS {
	files := fstest.MapFS{"topics.json": {Data: []byte(topics)}, "choose.json": {Data: []byte(choose)}}
	for i, tool := range tools {
		files["tools/"+string(rune('a'+i))+".json"] = &fstest.MapFile{Data: []byte(tool)}
	}
	return files
}

func TestLoadSmall(t *testing.T) {
	g, err := load(guideFiles(smallTopics, smallChoose, smallTool))
	if err != nil {
		t.Fatal(err)
	}
	facts := g.Facts("x", Security)
	if len(facts) != 2 || facts[0].ID != "x-a" || facts[1].ID != "x-l" {
		t.Errorf("facts are not in the order of the topics: %+v", facts)
	}
	if facts[0].Sources[0] != (Source{"S", "https://x.example/s"}) {
		t.Errorf("source = %+v", facts[0].Sources)
	}
	if topics := g.Topics(); len(topics) != 1 || topics[0].ID != "e2ee" {
		t.Errorf("the comparison has the rows %+v", topics)
	}
}

func TestLoadRefusesBrokenData(t *testing.T) {
	for _, c := range []struct {
		name, file, from, to, want string
	}{
		{"fact on no topic", "tool", `"topic":"links"`, `"topic":"nowhere"`, `fact "x-l" names no topic`},
		{"cell on no topic", "tool", `"cells":{"e2ee"`, `"cells":{"nowhere"`, `in no row`},
		{"cell outside the comparison", "tool", `"cells":{"e2ee"`, `"cells":{"links"`, `in no row`},
		{"unnamed source", "tool", `"L","sources":["s"]`, `"L","sources":["t"]`, `no source is named "t"`},
		{"bad date", "tool", `"asOf":"2026","certainty":"L"`, `"asOf":"2026-13","certainty":"L"`, `fact "x-a"`},
		{"bad day of retirement", "tool", `"order":1`, `"order":1,"retiredOn":"2025"`, `day of retirement`},
		{"unread field", "tool", `"order":1`, `"odrer":1`, `odrer`},
		{"topic twice", "topics", `"id":"links"`, `"id":"e2ee"`, `twice`},
		{"advice on no topic", "topics", `"id":"a","topic":"e2ee"`, `"id":"a","topic":"nowhere"`, `advice "a"`},
		{"question twice", "choose", `"questions":[`, `"questions":[{"id":"talk","answers":["open"]},`, `twice`},
		{"hint that never comes", "choose", `"when":{"talk":["secret"]}`, `"when":{"talk":["loud"]}`, `hint "call"`},
		{"reason without a condition", "tool", `"when":{"talk":["secret"]}`, `"when":{}`, `reason "x-secret"`},
		{"reason on no question", "tool", `"when":{"talk":["secret"]}`, `"when":{"size":["secret"]}`, `reason "x-secret"`},
		{"reason without an answer", "tool", `"when":{"talk":["secret"]}`, `"when":{"talk":[]}`, `reason "x-secret"`},
		{"reason on an unknown cell", "tool", `{"asOf":"2026","certainty":"H","sources":["s"]}}`, `{"unknown":true}}`, `reason "x-secret"`},
		{"reason on no fact", "tool", `"fact":"x-l"`, `"fact":"x-z"`, `reason "x-links"`},
		{"step for nobody", "tool", `"host":[`, `"guest":[`, `role "guest"`},
		{"step with a bad date", "tool", `"asOf":"2025"`, `"asOf":"25"`, `step "x-host-lock"`},
		{"point with an unnamed source", "tool", `"certainty":"L","sources":[]`, `"certainty":"L","sources":["t"]`, `point "x-name"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			topics, choose, tool := smallTopics, smallChoose, smallTool
			broken := map[string]*string{"topics": &topics, "choose": &choose, "tool": &tool}[c.file]
			if !strings.Contains(*broken, c.from) {
				t.Fatalf("%q is not in the data", c.from)
			}
			*broken = strings.Replace(*broken, c.from, c.to, 1)
			_, err := load(guideFiles(topics, choose, tool))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v does not say %q", err, c.want)
			}
		})
	}
	if _, err := load(guideFiles(smallTopics, smallChoose, smallTool, smallTool)); err == nil {
		t.Error("the same tool twice is taken")
	}
}

// A sixth tool is one more file: it takes its place in the comparison, in the
// ranking and among the texts that are called for.
func TestSixthToolIsDataOnly(t *testing.T) {
	data := fstest.MapFS{}
	err := fs.WalkDir(files, "data", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(files, path)
		data[strings.TrimPrefix(path, "data/")] = &fstest.MapFile{Data: raw}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	before, err := load(maps.Clone(data))
	if err != nil {
		t.Fatal(err)
	}
	sixth := strings.NewReplacer(`"order":1`, `"order":6`, `"secret"`, `"confidential"`, `,"open"`, ``).Replace(smallTool)
	data["tools/x.json"] = &fstest.MapFile{Data: []byte(sixth)}
	after, err := load(data)
	if err != nil {
		t.Fatal(err)
	}
	all := after.Tools()
	if len(all) != len(before.Tools())+1 || all[len(all)-1].ID != "x" {
		t.Errorf("the sixth tool is not last: %d tools", len(all))
	}
	if c, ok := after.Cell("x", "e2ee"); !ok || c.Key() != "cell.x.e2ee" {
		t.Errorf("cell of the sixth tool = %+v, %v", c, ok)
	}
	places := after.Rank(map[QuestionID]AnswerID{"talk": "confidential"})
	if i := slices.IndexFunc(places, func(p Place) bool { return p.Tool.ID == "x" }); i < 0 || places[i].Score != 1 {
		t.Errorf("the sixth tool is ranked %d: %+v", i, places)
	}
	keys := after.Keys()
	for _, want := range []string{"cell.x.e2ee", "fact.x-l", "reason.x-links", "step.x-host-lock.text", "before.x-name"} {
		if !slices.Contains(keys, want) {
			t.Errorf("no text is called for at %s", want)
		}
	}
}
