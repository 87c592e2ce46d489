package report

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// setZone makes a time zone the machine's until the test ends.
func setZone(t *testing.T, zone *time.Location) {
	t.Helper()
	before := time.Local
	t.Cleanup(func() { time.Local = before })
	time.Local = zone
}

func TestNew(t *testing.T) {
	setZone(t, time.UTC)
	item := checklists.Item{ID: "own-vault", Priority: checklists.Must, Months: 6, Own: &organisation.Item{
		Title: organisation.Text{NB: "Lås  arkivskapet\u200b", EN: "Lock the cabinet"},
	}}
	at := time.Date(2026, time.March, 31, 20, 0, 0, 0, time.UTC)
	tests := []struct {
		name string
		mark checklists.Mark
		note checklists.Note
		want Answer
	}{
		{"untouched", checklists.Mark{}, checklists.Note{}, Answer{Status: checklists.StatusOpen}},
		{"taken back", checklists.Mark{State: checklists.Open, At: at}, checklists.Note{}, Answer{Status: checklists.StatusOpen}},
		{
			"done, and due since", checklists.Mark{State: checklists.Done, At: at}, checklists.Note{},
			Answer{Status: checklists.StatusDue, On: on(t, "2026-03-31"), Due: on(t, "2026-09-30")},
		},
		{
			"note to oneself", checklists.Mark{}, checklists.Note{Text: "hemmelig"},
			Answer{Status: checklists.StatusOpen},
		},
		{
			"reason for oneself", checklists.Mark{State: checklists.NotForMe, At: at, Reason: "hemmelig"}, checklists.Note{},
			Answer{Status: checklists.StatusNotForMe, On: on(t, "2026-03-31")},
		},
		{
			"shared",
			checklists.Mark{State: checklists.NotForMe, At: at, Reason: " Ikke\nmitt "},
			checklists.Note{Text: "To\r\nlinjer\u202e", Shared: true},
			Answer{Status: checklists.StatusNotForMe, On: on(t, "2026-03-31"), Reason: "Ikke mitt", Note: "To\nlinjer"},
		},
		{
			"reason from before", checklists.Mark{State: checklists.Done, At: now, Reason: "Ikke mitt"}, checklists.Note{Shared: true},
			Answer{Status: checklists.StatusDone, On: on(t, "2026-11-23"), Due: on(t, "2027-05-23")},
		},
		{
			"clock was ahead", checklists.Mark{State: checklists.NotForMe, At: now.AddDate(3, 0, 0)}, checklists.Note{},
			Answer{Status: checklists.StatusNotForMe, On: on(t, "2026-11-23")},
		},
		{
			"clock was reset", checklists.Mark{State: checklists.Done, At: time.Unix(0, 0)}, checklists.Note{},
			Answer{Status: checklists.StatusDue, On: on(t, "2020-01-02"), Due: on(t, "2020-07-02")},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			marks := map[string]checklists.Mark{item.ID: test.mark}
			notes := map[string]checklists.Note{item.ID: test.note}
			r := New(Author{Person: NewPerson(), Name: " Kari\tNordmann ", Role: checklists.Employee},
				[]checklists.Item{item}, marks, notes, load(t, locales.Norwegian), now)
			test.want.ItemID, test.want.Title, test.want.Priority = "own-vault", "Lås arkivskapet", checklists.Must
			if got := r.Answers[0]; got != test.want {
				t.Errorf("answer %+v, want %+v", got, test.want)
			}
			if r.Name != "Kari Nordmann" || r.Language != locales.Norwegian || !r.Made.Equal(now) {
				t.Errorf("report %+v", r)
			}
			if err := r.check(); err != nil {
				t.Errorf("New made what cannot be read back: %v", err)
			}
		})
	}
}

// What is ticked after midnight is ticked on that day, whatever the day is in
// Greenwich.
func TestNewKeepsTheDayOfTheCalendar(t *testing.T) {
	setZone(t, time.FixedZone("Norway in summer", 2*60*60))
	item := checklists.Item{ID: "a", Priority: checklists.Must, Months: 1, Own: &organisation.Item{}}
	at := time.Date(2026, time.June, 30, 22, 30, 0, 0, time.UTC)
	marks := map[string]checklists.Mark{"a": {State: checklists.Done, At: at}}
	r := New(Author{}, []checklists.Item{item}, marks, nil, load(t, locales.Norwegian), at)
	if a := r.Answers[0]; !a.On.Equal(on(t, "2026-07-01")) || !a.Due.Equal(on(t, "2026-08-01")) {
		t.Errorf("done on %v and due on %v", a.On, a.Due)
	}
	if name := r.FileName(load(t, locales.Norwegian), "json"); !strings.HasSuffix(name, "2026-07-01.json") {
		t.Errorf("the file is called %q", name)
	}
}

// A report holds what the employee has said, and there is no place in it for
// anything else. Whoever adds a field here decides what an employer learns.
func TestReportHasNoPlaceForMore(t *testing.T) {
	for _, test := range []struct {
		value any
		want  []string
	}{
		{Report{}, []string{
			"Person", "Name", "Company", "CompanyVersion", "CompanyName", "Role", "Language", "Made", "Answers",
		}},
		{Answer{}, []string{"ItemID", "Title", "Priority", "Status", "On", "Due", "Reason", "Note"}},
	} {
		var fields []string
		for _, field := range reflect.VisibleFields(reflect.TypeOf(test.value)) {
			fields = append(fields, field.Name)
		}
		if !reflect.DeepEqual(fields, test.want) {
			t.Errorf("%T holds %q, want %q", test.value, fields, test.want)
		}
	}
}

// Nothing the user has not shared is in any of the files, in whatever form.
func TestNothingUnsharedIsWritten(t *testing.T) {
	const secret = "hemmelighet"
	item := func(id string) checklists.Item {
		return checklists.Item{
			ID: id, Role: checklists.Employee, Section: "x-" + secret, Priority: checklists.Must, Probe: secret, Months: 6,
			Own: &organisation.Item{
				Title: organisation.Text{NB: "Punkt"},
				Why:   organisation.Text{NB: secret}, How: organisation.Text{NB: secret},
			},
		}
	}
	items := []checklists.Item{item("own-done"), item("own-aside"), item("own-open"), item("own-shared")}
	marks := map[string]checklists.Mark{
		"own-done":    {State: checklists.Done, At: now, Reason: secret},
		"own-aside":   {State: checklists.NotForMe, At: now, Reason: secret},
		"own-shared":  {State: checklists.NotForMe, At: now, Reason: "delt begrunnelse"},
		"own-removed": {State: checklists.NotForMe, At: now, Reason: secret},
	}
	notes := map[string]checklists.Note{
		"own-done":    {Text: secret},
		"own-aside":   {Text: secret},
		"own-open":    {Text: secret},
		"own-shared":  {Text: "delt notat", Shared: true},
		"own-removed": {Text: secret, Shared: true},
	}
	author := Author{Person: NewPerson(), Name: "Kari Nordmann", Role: checklists.Employee}
	texts := load(t, locales.Norwegian)
	r := New(author, items, marks, notes, texts, now)
	for name, content := range map[string][]byte{
		"JSON":  written(t, r.WriteJSON),
		"CSV":   written(t, r.csvIn(texts)),
		"PDF":   textOf(t, written(t, r.pdfIn(texts))),
		"store": Encode(r),
	} {
		if bytes.Contains(content, []byte(secret)) {
			t.Errorf("the %s holds what was not shared:\n%s", name, content)
		}
		if !bytes.Contains(content, []byte("delt begrunnelse")) || !bytes.Contains(content, []byte("delt notat")) {
			t.Errorf("the %s lacks what was shared:\n%s", name, content)
		}
	}
}

func TestNewPerson(t *testing.T) {
	first, second := NewPerson(), NewPerson()
	if first == second || !validID(first) || len(first) != 26 {
		t.Errorf("persons %q and %q", first, second)
	}
}
