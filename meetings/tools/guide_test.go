package tools

import (
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

// collected is the day the facts were gathered: nothing can be newer.
var collected = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

// plainHTTP lists the hosts that do not answer with https.
var plainHTTP = []string{"iopdriver.blogg.se"}

func loaded(t *testing.T) *Guide {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// eachEvidence calls f with the evidence of everything that has some.
func eachEvidence(g *Guide, f func(what string, e Evidence)) {
	for _, a := range g.Advice() {
		f("advice "+a.ID, a.Evidence)
	}
	for _, tool := range g.Tools() {
		for _, fact := range tool.Facts {
			f("fact "+fact.ID, fact.Evidence)
		}
		for _, reason := range tool.reasons {
			f("reason "+reason.ID, reason.Evidence)
		}
		for _, role := range Roles() {
			for _, step := range tool.Practice(role) {
				f("step "+step.ID, step.Evidence)
			}
		}
		for _, point := range tool.Before() {
			f("point "+point.ID, point.Evidence)
		}
		for _, topic := range g.Topics() {
			if cell, ok := g.Cell(tool.ID, topic.ID); ok && !cell.Unknown {
				f("cell "+string(tool.ID)+"/"+string(topic.ID), cell.Evidence)
			}
		}
	}
}

func TestToolsInOrder(t *testing.T) {
	var got []ID
	for _, tool := range loaded(t).Tools() {
		got = append(got, tool.ID)
	}
	want := []ID{Zoom, Teams, Meet, Webex, Skype}
	if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
		t.Errorf("tools = %v, want %v first", got, want)
	}
}

func TestUnknownToolAndTopic(t *testing.T) {
	g := loaded(t)
	if _, ok := g.Tool("hangouts"); ok {
		t.Error("a tool that is not there was found")
	}
	if _, ok := g.Topic("weather"); ok {
		t.Error("a topic that is not there was found")
	}
	if _, ok := g.Cell(Zoom, "weather"); ok {
		t.Error("a cell that is not there was found")
	}
	if facts := g.Facts("hangouts", Price); facts != nil {
		t.Errorf("facts of a tool that is not there: %v", facts)
	}
}

func TestEveryGroupOfEveryTool(t *testing.T) {
	g := loaded(t)
	seen := map[string]bool{}
	total, undated := 0, 0
	for _, tool := range g.Tools() {
		sum := 0
		for _, group := range Groups() {
			facts := g.Facts(tool.ID, group)
			t.Logf("%-5s %-9s %2d facts", tool.ID, group, len(facts))
			if len(facts) == 0 {
				t.Errorf("%s has no facts on %s", tool.ID, group)
			}
			sum += len(facts)
		}
		if sum != len(tool.Facts) {
			t.Errorf("%s: %d facts in groups, %d in all", tool.ID, sum, len(tool.Facts))
		}
		for _, f := range tool.Facts {
			if seen[f.ID] || !strings.HasPrefix(f.ID, string(tool.ID)+"-") || f.Tool != tool.ID {
				t.Errorf("fact %q of %s: not unique, or not named after its tool", f.ID, tool.ID)
			}
			seen[f.ID] = true
			if f.AsOf == "" {
				undated++
			}
		}
		total += sum
	}
	t.Logf("%d facts, %d from sources without a date", total, undated)
}

func TestEvidence(t *testing.T) {
	eachEvidence(loaded(t), func(what string, e Evidence) {
		if !slices.Contains([]Certainty{High, Medium, Low}, e.Certainty) {
			t.Errorf("%s: certainty %q", what, e.Certainty)
		}
		own := e.Certainty == Low && e.AsOf == "" && (strings.HasPrefix(what, "step ") || strings.HasPrefix(what, "point "))
		if len(e.Sources) == 0 && !own {
			t.Errorf("%s has no source", what)
		}
		since, ok := e.Since()
		if ok != (e.AsOf != "") {
			t.Errorf("%s: date %q", what, e.AsOf)
		}
		if ok && (since.After(collected) || since.Year() < 2020) {
			t.Errorf("%s: date %s is not between 2020 and the day of collection", what, e.AsOf)
		}
		for _, s := range e.Sources {
			checkURL(t, what, s.URL)
		}
	})
}

func checkURL(t *testing.T, what, raw string) {
	t.Helper()
	u, err := url.Parse(raw)
	switch {
	case err != nil:
		t.Errorf("%s: %v", what, err)
	case u.Host == "" || u.User != nil:
		t.Errorf("%s: %q is no address of a page", what, raw)
	case u.Scheme == "http" && !slices.Contains(plainHTTP, u.Host), u.Scheme != "http" && u.Scheme != "https":
		t.Errorf("%s: %q is not https", what, raw)
	}
}

func TestHomePages(t *testing.T) {
	for _, tool := range loaded(t).Tools() {
		checkURL(t, string(tool.ID), tool.HomeURL)
		if strings.HasPrefix(tool.HomeURL, "http:") {
			t.Errorf("%s: %s is not https", tool.ID, tool.HomeURL)
		}
	}
}

func TestComparisonIsComplete(t *testing.T) {
	g := loaded(t)
	for _, tool := range g.Tools() {
		var confirmed, unknown int
		for _, topic := range g.Topics() {
			cell, ok := g.Cell(tool.ID, topic.ID)
			switch {
			case !ok && !tool.Retired:
				t.Errorf("%s has no cell on %s", tool.ID, topic.ID)
			case cell.Unknown:
				unknown++
				if cell.Key() != KeyUnknown || cell.AsOf != "" || cell.Certainty != "" || cell.Sources != nil {
					t.Errorf("%s: the unknown cell on %s claims something: %+v", tool.ID, topic.ID, cell)
				}
			case ok:
				confirmed++
			}
		}
		t.Logf("%-5s %2d cells confirmed, %d unknown", tool.ID, confirmed, unknown)
	}
}

func TestTopicsStandByGroup(t *testing.T) {
	var got []Group
	for _, topic := range loaded(t).topics {
		got = append(got, topic.Group)
	}
	if got = slices.Compact(got); !slices.Equal(got, Groups()) {
		t.Errorf("the topics' groups come as %v, want %v", got, Groups())
	}
}

// The parts of a group stand together as the groups do, and a group is divided
// wholly or not at all.
func TestPartsOfTheGroups(t *testing.T) {
	g := loaded(t)
	if got := g.Parts(Security); !slices.Equal(got, []Part{"access", "privacy"}) {
		t.Errorf("security has the parts %q", got)
	}
	if got := slices.Concat(g.Parts(Price), g.Parts(Other)); got != nil {
		t.Errorf("price and other information have the parts %q", got)
	}
	var got []Part
	for _, topic := range g.topics {
		if topic.Group == Security {
			got = append(got, topic.Part)
		}
	}
	if got = slices.Compact(got); !slices.Equal(got, g.Parts(Security)) {
		t.Errorf("the topics of security come as %q", got)
	}
}

// A source that nothing rests on is a leftover.
func TestEverySourceIsCited(t *testing.T) {
	cited := map[string]bool{}
	eachEvidence(loaded(t), func(_ string, e Evidence) {
		for _, s := range e.Sources {
			cited[s.URL] = true
		}
	})
	names, err := fs.Glob(files, "data/tools/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var f toolFile
		if err := decode(files, name, &f); err != nil {
			t.Fatal(err)
		}
		for id, source := range f.Sources {
			if !cited[source.URL] {
				t.Errorf("%s: nothing cites %s", name, id)
			}
		}
	}
}

func TestEveryTopicIsUsed(t *testing.T) {
	g := loaded(t)
	used := map[TopicID]bool{}
	for _, tool := range g.Tools() {
		for _, f := range tool.Facts {
			used[f.Topic] = true
		}
	}
	for _, topic := range g.topics {
		if !used[topic.ID] && !topic.Compared {
			t.Errorf("topic %s has neither facts nor a row", topic.ID)
		}
	}
}

func TestSkypeIsRetired(t *testing.T) {
	g := loaded(t)
	for _, id := range []ID{Zoom, Teams, Meet, Webex} {
		if tool, ok := g.Tool(id); !ok || tool.Retired {
			t.Errorf("%s is missing or retired", id)
		}
	}
	skype, ok := g.Tool(Skype)
	if !ok || !skype.Retired || !skype.RetiredOn.Equal(time.Date(2025, 5, 5, 0, 0, 0, 0, time.UTC)) {
		t.Fatalf("Skype = %+v", skype)
	}
	if _, ok := g.Cell(Skype, "paid-price"); ok {
		t.Error("Skype has a price")
	}
	if cell, ok := g.Cell(Skype, "status"); !ok || cell.Unknown {
		t.Error("the comparison does not say what became of Skype")
	}
}

func TestAdvice(t *testing.T) {
	advice := loaded(t).Advice()
	if len(advice) != 2 || advice[0].ID != "chat" || advice[1].ID != "vendor" {
		t.Fatalf("advice = %+v", advice)
	}
	for _, a := range advice {
		if !strings.HasPrefix(a.Sources[0].URL, "https://nettvett.no/") {
			t.Errorf("%s comes from %s", a.ID, a.Sources[0].URL)
		}
	}
}
