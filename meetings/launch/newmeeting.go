package launch

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed newmeeting.json
var newMeetingJSON []byte

// beginning is how a new meeting is begun with a tool; newmeeting.schema.json
// describes it.
type beginning struct {
	Web     string `json:"web"`
	App     string `json:"app"`
	Retired bool   `json:"retired"`
}

// beginnings returns the tools by their ids. They are part of the program, and
// the tests load them: that they cannot be read is a mistake in the program.
var beginnings = sync.OnceValue(func() map[string]beginning {
	tools, err := parseBeginnings(newMeetingJSON)
	if err != nil {
		panic(err)
	}
	return tools
})

func parseBeginnings(data []byte) (map[string]beginning, error) {
	var f struct {
		Schema string               `json:"$schema"`
		Tools  map[string]beginning `json:"tools"`
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("reading newmeeting.json: %w", err)
	}
	return f.Tools, nil
}

// CanBegin tells whether OpenNew has an address for a tool of the guide, by
// its id.
func CanBegin(tool string) bool { return NewAddress(tool) != "" }

// NewAddress is the web page that begins a new meeting with a tool of the
// guide, by its id; "" if there is none.
func NewAddress(tool string) string { return beginnings()[tool].Web }

// OpenNew begins a new meeting with a tool of the guide, by its id. The service
// asks its user to log in if need be. Errors are those of Open, ErrRetired for
// a tool that is closed, and ErrNoNew.
func (l *Launcher) OpenNew(ctx context.Context, tool string, way Way) (Outcome, error) {
	begin := beginnings()[tool]
	switch {
	case begin.Retired:
		return Outcome{}, fmt.Errorf("beginning meeting: %w", ErrRetired)
	case begin.Web == "":
		return Outcome{}, fmt.Errorf("beginning meeting: %w", ErrNoNew)
	}
	return l.open(ctx, target{app: begin.App, web: begin.Web, hasApp: HasApp(tool)}, way)
}
