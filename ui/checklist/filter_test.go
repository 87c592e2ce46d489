package checklist

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
)

func TestSearch(t *testing.T) {
	tests := []struct {
		query string
		some  bool
	}{
		{"", true}, {"passord", true}, {"PASSORD", true}, {"vpn", true}, {"hvalross", false}, {"passord hvalross", false},
	}
	for _, tt := range tests {
		t.Run(tt.query, func(t *testing.T) {
			d := newDesk(t)
			test.Type(d.filter.search, tt.query)
			for _, g := range d.sections {
				inSection := 0
				for _, r := range g.rows {
					if !r.shown {
						continue
					}
					inSection++
					if !strings.Contains(strings.ToLower(d.list.searchable(r.item)), strings.ToLower(tt.query)) {
						t.Errorf("%s is found, and does not hold the word", r.item.ID)
					}
				}
				if g.card.Visible() != (inSection > 0) {
					t.Errorf("section %q with %d found items is visible: %v", g.heading(), inSection, g.card.Visible())
				}
			}
			shown := len(d.inOrder())
			if (shown > 0) != tt.some || d.filter.nothing.Visible() == tt.some {
				t.Errorf("%d items are shown, and that there are none: %v", shown, d.filter.nothing.Visible())
			}
			if tt.query == "" && shown != len(d.list.items) {
				t.Errorf("no search shows %d items of %d", shown, len(d.list.items))
			}
		})
	}
}

// ranked is the company's items of every priority and status: own-must-open
// and so on.
func ranked(t *testing.T) *desk {
	var items []organisation.Item
	for _, priority := range []string{"must", "should", "nice"} {
		for _, status := range []string{"open", "due", "done", "aside"} {
			item := own("own-"+priority+"-"+status, "Punkt "+status, 3)
			item.Priority = priority
			items = append(items, item)
		}
	}
	d := newDesk(t, items...)
	for _, item := range items {
		switch {
		case strings.HasSuffix(item.ID, "due"):
			d.mark(item.ID, checklists.Done, 4)
		case strings.HasSuffix(item.ID, "done"):
			d.mark(item.ID, checklists.Done, 2)
		case strings.HasSuffix(item.ID, "aside"):
			d.mark(item.ID, checklists.NotForMe, 2)
		}
	}
	return d
}

// shownOwn is the company's items that the filter lets through.
func (d *desk) shownOwn() string {
	var ids []string
	for _, r := range d.inOrder() {
		if name, isOwn := strings.CutPrefix(r.item.ID, "own-"); isOwn {
			ids = append(ids, name)
		}
	}
	return strings.Join(ids, " ")
}

func TestFiltersCombine(t *testing.T) {
	tests := []struct {
		status   checklists.Status
		priority checklists.Priority
		query    string
		want     string
	}{
		{"", "", "punkt", "must-open must-due must-done must-aside should-open should-due should-done should-aside nice-open nice-due nice-done nice-aside"},
		{checklists.StatusOpen, "", "", "must-open must-due should-open should-due nice-open nice-due"},
		{checklists.StatusDue, "", "", "must-due should-due nice-due"},
		{checklists.StatusDone, "", "", "must-done should-done nice-done"},
		{checklists.StatusNotForMe, "", "", "must-aside should-aside nice-aside"},
		{"", checklists.Must, "", "must-open must-due must-done must-aside"},
		{checklists.StatusOpen, checklists.Nice, "", "nice-open nice-due"},
		{checklists.StatusOpen, checklists.Nice, "due", "nice-due"},
		{checklists.StatusDone, checklists.Nice, "due", ""},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprintf("%s %s %s", tt.status, tt.priority, tt.query), func(t *testing.T) {
			d := ranked(t)
			test.Tap(d.filter.priorities[tt.priority])
			test.Type(d.filter.search, tt.query)
			test.Tap(d.filter.statuses[tt.status])
			if got := d.shownOwn(); got != tt.want {
				t.Errorf("shown are %s", got)
			}
		})
	}
}

// A choice says how many items it would show, given the other choices.
func TestChoicesCount(t *testing.T) {
	d := ranked(t)
	test.Type(d.filter.search, "punkt")
	test.Tap(d.filter.priorities[checklists.Must])
	counts := func() string {
		var said []string
		for _, status := range []checklists.Status{"", checklists.StatusOpen, checklists.StatusDue, checklists.StatusDone, checklists.StatusNotForMe} {
			said = append(said, fmt.Sprint(d.filter.tally(d.model).of(status, d.filter.chosen.Priority)))
			if !strings.Contains(test.RenderObjectToMarkup(d.filter.statuses[status]), ">"+said[len(said)-1]+"<") {
				t.Errorf("the choice of %q does not say %s", status, said[len(said)-1])
			}
		}
		return strings.Join(said, " ")
	}
	if got := counts(); got != "4 2 1 1 1" {
		t.Errorf("of those that must be done they count %s", got)
	}
	d.mark("own-must-due", checklists.Done, 0)
	if got := counts(); got != "4 1 0 2 1" {
		t.Errorf("with another tick they count %s", got)
	}
	test.Tap(d.filter.priorities[""])
	if got := counts(); got != "12 5 2 4 3" {
		t.Errorf("of all they count %s", got)
	}
}

// An item that is ticked does not vanish under the user's hand, but when the
// filter is touched again.
func TestTickedItemStaysInSight(t *testing.T) {
	d := ranked(t)
	test.Tap(d.filter.statuses[checklists.StatusDue])
	d.mark("own-must-due", checklists.Done, 0)
	if got := d.shownOwn(); got != "must-due should-due nice-due" {
		t.Errorf("after a tick there are %s", got)
	}
	d.mark("own-nice-done", checklists.Done, 7)
	if got := d.shownOwn(); got != "must-due should-due nice-due nice-done" {
		t.Errorf("one that has come due meanwhile is missing: %s", got)
	}
	test.Tap(d.filter.statuses[checklists.StatusDue])
	if got := d.shownOwn(); got != "should-due nice-due nice-done" {
		t.Errorf("chosen again there are %s", got)
	}
}

func TestWayBackToTheWholeList(t *testing.T) {
	d := ranked(t)
	test.Tap(d.filter.statuses[checklists.StatusDone])
	test.Tap(d.filter.priorities[checklists.Nice])
	test.Type(d.filter.search, "hvalross")
	if d.filter.nothing.Hidden || d.shownOwn() != "" {
		t.Fatalf("shown are %s, the way back: %v", d.shownOwn(), d.filter.nothing.Visible())
	}
	d.filter.showAll()
	if len(d.inOrder()) != len(d.list.items) || d.filter.nothing.Visible() || d.filter.search.Text != "" || !d.filter.chosen.Empty() {
		t.Errorf("%d items are shown, searching for %q", len(d.inOrder()), d.filter.search.Text)
	}
	if d.window.Canvas().Focused() != fyne.Focusable(d.filter.search) {
		t.Error("the keys go nowhere")
	}
}
