package launch

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hjemmekontor/meetings/tools"
)

func TestEveryToolSaysHowToBegin(t *testing.T) {
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]beginning{}
	for tool, begin := range beginnings() {
		left[tool] = begin
	}
	for _, tool := range guide.Tools() {
		if _, ok := left[string(tool.ID)]; !ok {
			t.Errorf("newmeeting.json does not name %s", tool.ID)
		}
		delete(left, string(tool.ID))
	}
	if len(left) > 0 {
		t.Errorf("newmeeting.json names tools that the guide does not have: %v", left)
	}
}

func TestBeginningsMayBeOpened(t *testing.T) {
	for tool, begin := range beginnings() {
		for _, address := range []string{begin.Web, begin.App} {
			if _, _, err := checked(address); address != "" && err != nil {
				t.Errorf("%s: %s: %v", tool, address, err)
			}
		}
		if begin.App != "" && !HasApp(tool) {
			t.Errorf("%s has no app", tool)
		}
		if CanBegin(tool) == begin.Retired {
			t.Errorf("%s can begin: %v", tool, CanBegin(tool))
		}
	}
}

func TestOpenNew(t *testing.T) {
	teams := map[string]bool{"msteams": true, "zoommtg": true}
	for _, test := range []struct {
		name, tool string
		way        Way
		apps       map[string]bool
		opened     string
		want       Outcome
		err        error
	}{
		{"app", "teams", App, teams, "msteams:/l/meeting/new", Outcome{Way: App, Reason: Chosen, Sure: true}, nil},
		{"app not installed", "teams", App, nil, "https://teams.microsoft.com/l/meeting/new",
			Outcome{Way: Browser, Fallback: true, Reason: NotInstalled, Sure: true}, nil},
		{"app that cannot", "zoom", App, teams, "https://zoom.us/start/videomeeting",
			Outcome{Way: Browser, Fallback: true, Reason: NoAppForm, Sure: true}, nil},
		{"no such app", "meet", App, teams, "https://meet.google.com/new",
			Outcome{Way: Browser, Fallback: true, Reason: NoApp, Sure: true}, nil},
		{"browser", "webex", Browser, teams, "https://web.webex.com/meetings", Outcome{Way: Browser, Reason: Chosen, Sure: true}, nil},
		{"closed tool", "skype", App, teams, "", Outcome{}, ErrRetired},
		{"unknown tool", "fax", App, teams, "", Outcome{}, ErrNoNew},
	} {
		t.Run(test.name, func(t *testing.T) {
			system := &double{apps: test.apps}
			got, err := New(system).OpenNew(t.Context(), test.tool, test.way)
			if got != test.want || !errors.Is(err, test.err) {
				t.Errorf("got %+v, %v; want %+v, %v", got, err, test.want, test.err)
			}
			if opened := strings.Join(system.opened, " "); opened != test.opened {
				t.Errorf("opened %q, want %q", opened, test.opened)
			}
		})
	}
}

func TestNewMeetingFollowsSchema(t *testing.T) {
	file, err := os.ReadFile("newmeeting.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("newmeeting.schema.json", unmarshal(t, file)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("newmeeting.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(unmarshal(t, newMeetingJSON)); err != nil {
		t.Error(err)
	}
	for name, change := range map[string][2]string{
		"no https":           {`"https://zoom.us`, `"http://zoom.us`},
		"a secret":           {`videomeeting"`, `videomeeting?pwd=1"`},
		"neither":            {`"retired": true`, ``},
		"both":               {`"retired": true`, `"retired": true, "web": "https://skype.com/"`},
		"app without web":    {`"web": "https://teams.microsoft.com/l/meeting/new",`, ``},
		"a field not read":   {`"retired": true`, `"retired": true, "since": 2025`},
		"a space in the app": {`"msteams:/l/`, `"msteams:/l /`},
	} {
		changed := bytes.Replace(newMeetingJSON, []byte(change[0]), []byte(change[1]), 1)
		if bytes.Equal(changed, newMeetingJSON) || schema.Validate(unmarshal(t, changed)) == nil {
			t.Errorf("%s: accepted by the schema", name)
		}
	}
	if _, err := parseBeginnings([]byte(`{"tools": {"zoom": {"webb": "x"}}}`)); err == nil {
		t.Error("a field that nothing reads is read")
	}
}

func unmarshal(t *testing.T, data []byte) any {
	t.Helper()
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
