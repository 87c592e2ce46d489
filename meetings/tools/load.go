package tools

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"time"
)

//go:embed data/topics.json data/tools/*.json
var files embed.FS

// evidenceFile is Evidence as the files have it: sources by name.
type evidenceFile struct {
	AsOf      string    `json:"asOf"`
	Certainty Certainty `json:"certainty"`
	Sources   []string  `json:"sources"`
}

// sourceFile is a source in a file's list of sources.
type sourceFile struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// topicsFile is data/topics.json.
type topicsFile struct {
	Topics []struct {
		ID       TopicID `json:"id"`
		Group    Group   `json:"group"`
		Compared bool    `json:"compared"`
	} `json:"topics"`
	Sources map[string]sourceFile `json:"sources"`
	Advice  []struct {
		ID    string  `json:"id"`
		Topic TopicID `json:"topic"`
		evidenceFile
	} `json:"advice"`
}

// toolFile is one file of data/tools.
type toolFile struct {
	ID        ID                    `json:"id"`
	Name      string                `json:"name"`
	Order     int                   `json:"order"`
	HomeURL   string                `json:"homeURL"`
	RetiredOn string                `json:"retiredOn"`
	Sources   map[string]sourceFile `json:"sources"`
	Cells     map[TopicID]struct {
		Unknown bool `json:"unknown"`
		evidenceFile
	} `json:"cells"`
	Facts []struct {
		ID    string  `json:"id"`
		Topic TopicID `json:"topic"`
		evidenceFile
	} `json:"facts"`
}

// Load reads the guide that is built into the program. It fails only if the
// data is broken, which the tests rule out.
func Load() (*Guide, error) {
	data, err := fs.Sub(files, "data")
	if err != nil {
		return nil, fmt.Errorf("opening the guide: %w", err)
	}
	return load(data)
}

// load reads a guide laid out as data/ is.
func load(data fs.FS) (*Guide, error) {
	g := &Guide{cells: map[cellKey]Cell{}}
	if err := g.loadTopics(data); err != nil {
		return nil, fmt.Errorf("reading topics.json: %w", err)
	}
	names, err := fs.Glob(data, "tools/*.json")
	if err != nil {
		return nil, fmt.Errorf("listing the tools: %w", err)
	}
	order := map[ID]int{}
	for _, name := range names {
		var f toolFile
		if err := decode(data, name, &f); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		if _, ok := order[f.ID]; ok {
			return nil, fmt.Errorf("reading %s: tool %q is there already", name, f.ID)
		}
		order[f.ID] = f.Order
		if err := g.add(&f); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
	}
	slices.SortFunc(g.tools, func(a, b Tool) int {
		return cmp.Or(cmp.Compare(order[a.ID], order[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	return g, nil
}

func (g *Guide) loadTopics(data fs.FS) error {
	var f topicsFile
	if err := decode(data, "topics.json", &f); err != nil {
		return err
	}
	for _, t := range f.Topics {
		if _, ok := g.Topic(t.ID); ok {
			return fmt.Errorf("topic %q is there twice", t.ID)
		}
		g.topics = append(g.topics, Topic(t))
	}
	for _, a := range f.Advice {
		if _, ok := g.Topic(a.Topic); !ok {
			return fmt.Errorf("advice %q names no topic: %q", a.ID, a.Topic)
		}
		evidence, err := a.resolve(f.Sources)
		if err != nil {
			return fmt.Errorf("advice %q: %w", a.ID, err)
		}
		g.advice = append(g.advice, Advice{ID: a.ID, Topic: a.Topic, Evidence: evidence})
	}
	return nil
}

// add takes a tool's file into the guide.
func (g *Guide) add(f *toolFile) error {
	tool := Tool{ID: f.ID, Name: f.Name, HomeURL: f.HomeURL}
	if f.RetiredOn != "" {
		day, err := time.Parse(time.DateOnly, f.RetiredOn)
		if err != nil {
			return fmt.Errorf("day of retirement: %w", err)
		}
		tool.Retired, tool.RetiredOn = true, day
	}
	for _, in := range f.Facts {
		topic, ok := g.Topic(in.Topic)
		if !ok {
			return fmt.Errorf("fact %q names no topic: %q", in.ID, in.Topic)
		}
		evidence, err := in.resolve(f.Sources)
		if err != nil {
			return fmt.Errorf("fact %q: %w", in.ID, err)
		}
		tool.Facts = append(tool.Facts, Fact{
			ID: in.ID, Tool: f.ID, Group: topic.Group, Topic: topic.ID, Evidence: evidence,
		})
	}
	g.sortFacts(tool.Facts)
	g.tools = append(g.tools, tool)
	return g.addCells(f)
}

func (g *Guide) addCells(f *toolFile) error {
	for topicID, in := range f.Cells {
		topic, ok := g.Topic(topicID)
		if !ok || !topic.Compared {
			return fmt.Errorf("cell %q is in no row of the comparison", topicID)
		}
		cell := Cell{Tool: f.ID, Topic: topicID, Unknown: in.Unknown}
		if !in.Unknown {
			evidence, err := in.resolve(f.Sources)
			if err != nil {
				return fmt.Errorf("cell %q: %w", topicID, err)
			}
			cell.Evidence = evidence
		}
		g.cells[cellKey{f.ID, topicID}] = cell
	}
	return nil
}

// resolve looks up the sources and checks the date.
func (e evidenceFile) resolve(sources map[string]sourceFile) (Evidence, error) {
	out := Evidence{AsOf: e.AsOf, Certainty: e.Certainty}
	if e.AsOf != "" {
		if _, err := parseAsOf(e.AsOf); err != nil {
			return Evidence{}, err
		}
	}
	for _, name := range e.Sources {
		s, ok := sources[name]
		if !ok {
			return Evidence{}, fmt.Errorf("no source is named %q", name)
		}
		out.Sources = append(out.Sources, Source(s))
	}
	return out, nil
}

func decode(data fs.FS, name string, into any) error {
	raw, err := fs.ReadFile(data, name)
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	return d.Decode(into)
}
