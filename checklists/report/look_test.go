package report

import (
	"io"
	"os"
	"testing"
	"strings"
	"hjemmekontor/locales"
	"hjemmekontor/checklists"
)

func TestLook(t *testing.T) {
	c, err := checklists.Load()
	if err != nil { t.Fatal(err) }
	for _, l := range locales.Languages() {
		texts := load(t, l)
		items := c.Items(checklists.Employee)
		marks := map[string]checklists.Mark{}
		notes := map[string]checklists.Note{}
		for i, item := range items {
			switch i % 5 {
			case 0,1,2:
				marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.Done, At: now.AddDate(0, -i, -i)}
			case 3:
				marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.NotForMe, At: now.AddDate(0, -i, -i), Reason: "Vi har ikke slikt utstyr hjemme"}
				notes[item.ID] = checklists.Note{ItemID: item.ID, Shared: true}
			}
			if i % 6 == 1 { items[i].Months = 6 }
			if i % 7 == 2 { notes[item.ID] = checklists.Note{ItemID: item.ID, Shared: true, Text: "Fikk ikke dette til uten hjelp. Ringte IKT-støtte, de ser på det i neste uke.\nJeg venter på svar, og har brukt den gamle maskinen så lenge, siden den i det minste er kryptert."} }
		}
		write := func(name string, r Report) {
			data := written(t, func(w io.Writer) error { return r.WritePDF(w, texts) })
			os.WriteFile("/tmp/report/"+name+"-"+string(l)+".pdf", data, 0o600)
		}
		r := New(Author{Person: NewPerson(), Name: "Kari Nordmann", CompanyName: "Lofoten Regnskap AS", Role: checklists.Employee}, items, marks, notes, texts, now)
		write("plain", r)
		r.Name = strings.TrimSpace(strings.Repeat("Иван ş ế 🇳🇴 ", 8))
		r.CompanyName = strings.Repeat("W", 100)
		r.Answers[0].Title = strings.Repeat("WWWWWWWWWWWWWWWWWWWW", 10)
		r.Answers[1].Note = strings.Repeat("Linje\n", 300)+"x"
		r.Answers[2].Note = strings.Repeat("ord ", 499)+"x"
		write("hard", r)
		long := longList(500)
		for _, item := range long { marks[item.ID] = checklists.Mark{ItemID: item.ID, State: checklists.Done, At: now.AddDate(0, -5, -1)} }
		write("long", New(Author{Person: NewPerson(), Name: "Kari Nordmann", CompanyName: "Lofoten Regnskap AS", Role: checklists.Employee}, long, marks, notes, texts, now))
	}
}
