package tools

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
)

//go:embed data/topics.json data/choose.json data/tools/*.json
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
		Part     Part    `json:"part"`
		Compared bool    `json:"compared"`
	} `json:"topics"`
	Sources map[string]sourceFile `json:"sources"`
	Advice  []struct {
		ID    string  `json:"id"`
		Topic TopicID `json:"topic"`
		evidenceFile
	} `json:"advice"`
}

// chooseFile is data/choose.json.
type chooseFile struct {
	Questions []struct {
		ID      QuestionID `json:"id"`
		Answers []AnswerID `json:"answers"`
	} `json:"questions"`
	Hints []struct {
		ID   string    `json:"id"`
		When condition `json:"when"`
	} `json:"hints"`
}

// toolFile is one file of data/tools.
type toolFile struct {
	ID        ID                    `json:"id"`
	Name      string                `json:"name"`
	Order     int                   `json:"order"`
	HomeURL   string                `json:"homeURL"`
	RetiredOn string                `json:"retiredOn"`
	Sources   map[string]sourceFile `json:"sources"`
	Cells     map[TopicID]cellFile  `json:"cells"`
	Facts     []struct {
		ID    string  `json:"id"`
		Topic TopicID `json:"topic"`
		evidenceFile
	} `json:"facts"`
	Reasons  []reasonFile        `json:"reasons"`
	Practice map[Role][]stepFile `json:"practice"`
	Before   []pointFile         `json:"before"`
}

// cellFile is one cell of the comparison.
type cellFile struct {
	Unknown bool   `json:"unknown"`
	Value   string `json:"value"`
	evidenceFile
}

// reasonFile is a reason for or against a tool. It rests on a fact or on a cell
// of the same tool.
type reasonFile struct {
	ID     string    `json:"id"`
	When   condition `json:"when"`
	Points int       `json:"points"`
	Fact   string    `json:"fact"`
	Cell   TopicID   `json:"cell"`
}

// stepFile is one step to a safe meeting.
type stepFile struct {
	ID      string `json:"id"`
	Kind    Kind   `json:"kind"`
	Located bool   `json:"located"`
	evidenceFile
}

// pointFile is one point to check before the first launch.
type pointFile struct {
	ID string `json:"id"`
	evidenceFile
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
