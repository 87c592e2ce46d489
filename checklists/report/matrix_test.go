package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// told makes a report of open items, and of done ones if their ID has a plus.
func told(t testing.TB, person, name string, items ...string) Report {
	t.Helper()
	r := Report{Person: person, Name: name, Made: now}
	for _, id := range items {
		id, isDone := strings.CutSuffix(id, "+")
		a := Answer{ItemID: id, Title: "Tittel på " + id, Status: checklists.StatusOpen}
		if isDone {
			a.Status, a.On = checklists.StatusDone, on(t, "2026-11-01")
		}
		r.Answers = append(r.Answers, a)
	}
	return r
}

func items(ids ...string) []checklists.Item {
	var items []checklists.Item
	for _, id := range ids {
		items = append(items, checklists.Item{ID: id})
	}
	return items
}

func titled(item checklists.Item) string { return "Punkt " + item.ID }

func people(m *Matrix) string {
	var names []string
	for _, row := range m.People {
		names = append(names, row.Report.Name)
	}
	return strings.Join(names, ", ")
}

func TestMatrix(t *testing.T) {
	berit := told(t, "p2", "Berit", "a+", "b")
	berit.Answers[0].Due = on(t, "2026-11-10")
	m := NewMatrix([]Report{
		berit,
		told(t, "p1", "Arne", "b", "a+", "x+"),
		told(t, "p3", "Cecilie", "y", "x"),
	}, items("a", "b", "new"), titled, now)

	if got := people(m); got != "Arne, Berit, Cecilie" {
		t.Errorf("people %s", got)
	}
	for i, want := range []Column{
		{"a", "Punkt a", checklists.Progress{Done: 1, Open: 1, Due: 1}},
		{"b", "Punkt b", checklists.Progress{Open: 2}},
		{"new", "Punkt new", checklists.Progress{}},
		{"x", "Tittel på x", checklists.Progress{Done: 1, Open: 1}},
		{"y", "Tittel på y", checklists.Progress{Open: 1}},
	} {
		if got := m.Columns[i]; got != want {
			t.Errorf("column %d is %+v, want %+v", i, got, want)
		}
	}
	for row, want := range [][]checklists.Status{
		{checklists.StatusDone, checklists.StatusOpen, "", checklists.StatusDone, ""},
		{checklists.StatusDue, checklists.StatusOpen, "", "", ""},
		{"", "", "", checklists.StatusOpen, checklists.StatusOpen},
	} {
		var got []checklists.Status
		for column := range m.Columns {
			status, answer := m.Cell(row, column)
			got = append(got, status)
			if id := m.Columns[column].ItemID; status != "" && answer.ItemID != id || status == "" && answer != (Answer{}) {
				t.Errorf("row %d, column %s holds %+v", row, id, answer)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("row %d is %q, want %q", row, got, want)
		}
	}
	if row := m.People[1]; row.Overdue != 1 || row.Progress != (checklists.Progress{Open: 2, Due: 1}) {
		t.Errorf("Berit has %+v and %d overdue", row.Progress, row.Overdue)
	}
}

func TestMatrixOfNobody(t *testing.T) {
	m := NewMatrix(nil, items("a"), titled, now)
	if len(m.People) != 0 || len(m.Columns) != 1 {
		t.Errorf("%d people, %d columns", len(m.People), len(m.Columns))
	}
}

// Of several reports by one person the newest counts, whatever it is called
// and in whatever order they come.
func TestMatrixTakesTheNewest(t *testing.T) {
	old, newer := told(t, "p1", "Kari Hansen", "a"), told(t, "p1", "Kari Nordmann", "a+", "b")
	old.Made = now.AddDate(0, 0, -1)
	namesake := told(t, "p2", "Kari Nordmann", "a")
	for _, reports := range [][]Report{{old, newer, namesake}, {namesake, newer, old}} {
		m := NewMatrix(reports, items("a"), titled, now)
		if got := people(m); got != "Kari Nordmann, Kari Nordmann" {
			t.Errorf("people %s", got)
		}
		if m.People[0].Report.Person != "p1" || m.Columns[0].Done != 1 || len(m.Columns) != 2 {
			t.Errorf("%+v, %+v", m.People[0], m.Columns)
		}
	}
}

// One odd report does not crowd out what many hold, and what there is no room
// for is told about.
func TestMatrixHasLimits(t *testing.T) {
	var odd []string
	for i := range MaxAnswers {
		odd = append(odd, fmt.Sprintf("0-odd-%d", i))
	}
	m := NewMatrix([]Report{
		told(t, "p1", "Odd", odd...), told(t, "p2", "Berit", "z"), told(t, "p3", "Cecilie", "z"),
	}, items("a"), titled, now)
	if len(m.Columns) != MaxColumns || m.LeftOut != 2 || m.Columns[1].ItemID != "z" {
		t.Errorf("%d columns, %d left out, the second %q", len(m.Columns), m.LeftOut, m.Columns[1].ItemID)
	}
	if got := m.People[slices.IndexFunc(m.People, func(r Row) bool { return r.Report.Name == "Odd" })].Progress.Open; got != MaxAnswers {
		t.Errorf("%d open items are counted", got)
	}
}

func TestSort(t *testing.T) {
	overdue := told(t, "p5", "Aase", "a+", "b+")
	overdue.Answers[0].Due = on(t, "2026-11-22")
	m := NewMatrix([]Report{
		told(t, "p1", "Åse", "a+", "b+"),
		told(t, "p2", "Ærlig", "a+", "b"),
		told(t, "p3", "øystein", "a", "b"),
		told(t, "p4", "Zacharias", "a+", "b"),
		overdue,
		told(t, "p6", "Élise", "a", "b"),
		told(t, "p7", "erik", "a+", "b+"),
	}, items("a", "b"), titled, now)
	for _, test := range []struct {
		order Order
		want  string
	}{
		{ByName, "Élise, erik, Zacharias, Ærlig, øystein, Åse, Aase"},
		{ByProgress, "Élise, øystein, Zacharias, Ærlig, Aase, erik, Åse"},
		{ByOverdue, "Aase, Élise, erik, Zacharias, Ærlig, øystein, Åse"},
		{"", "Élise, erik, Zacharias, Ærlig, øystein, Åse, Aase"},
	} {
		m.Sort(test.order)
		if got := people(m); got != test.want {
			t.Errorf("by %q: %s, want %s", test.order, got, test.want)
		}
		for row, person := range m.People {
			if _, answer := m.Cell(row, 0); answer != person.Report.Answers[0] {
				t.Errorf("by %q: the cells of %s did not follow", test.order, person.Report.Name)
			}
		}
	}
}

func TestMatrixWriteCSV(t *testing.T) {
	berit := told(t, "p2", "Berit; avd. 2", "a+", "x")
	berit.Answers[0].Due = on(t, "2026-11-10")
	berit.Answers[0].Note = "bare for detaljene"
	m := NewMatrix([]Report{berit, told(t, "p1", "Arne", "a+", "b")}, items("a", "b"), titled, now)
	want := [][]string{
		{"Navn", "Rapportdato", "Gjort", "Ikke gjort", "Må gjøres på nytt", "Gjelder ikke", "Punkt a", "Punkt b", "Tittel på x"},
		{"Arne", "2026-11-23", "1", "1", "0", "0", "Gjort", "Ikke gjort", ""},
		{"Berit; avd. 2", "2026-11-23", "0", "2", "1", "0", "Må gjøres på nytt", "", "Ikke gjort"},
	}
	got := rows(t, written(t, m.csvIn(load(t, locales.Norwegian))))
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("table %q, want %q", got, want)
	}
}

func TestCellAllocatesNothing(t *testing.T) {
	m := NewMatrix([]Report{told(t, "p1", "Arne", "a+", "b")}, items("a", "b"), titled, now)
	if n := testing.AllocsPerRun(100, func() { m.Cell(0, 1) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
