package card

import (
	"slices"
	"time"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// Source is what a card is made from.
type Source struct {
	Company   string                       // the company's name, or ""
	Contacts  []organisation.Contact       // the company's, the most important first
	Public    []organisation.PublicContact // the most urgent first
	Incidents []incident.Incident          // the commonest first
	Routines  map[string]organisation.Text // as in organisation.Organisation
	Made      time.Time                    // the day that stands on paper
}

// Card is what can be taken along, in one language.
type Card struct {
	Company  string
	Made     time.Time
	Contacts []Entry
	Public   []Entry
	// General is the company's steps whatever has happened, or none.
	General  []string
	Routines []Routine
}

// Entry is someone to ring. Any field may be empty.
type Entry struct {
	Label  string // what the entry is for, such as "Security lead"
	Name   string
	Phone  string // as people write it
	Email  string
	Hours  string
	When   string
	TelURL string // the link that dials, "" without a valid number
}

// blank reports whether there is nobody to turn to yet. Paper then has lines to
// write on.
func (e Entry) blank() bool { return e.Name == "" && e.Phone == "" && e.Email == "" }

// Routine is what to do in one kind of incident.
type Routine struct {
	ID    string // the incident's
	Title string
	Short string // the first thing to do, in one line
	Steps []string
	Own   bool // the steps are the company's own words
}

// New puts a card together. A role that every company fills comes first, as a
// blank entry if nobody has it; authorities without a number are left out.
func New(texts *locales.Texts, from Source) Card {
	return Card{
		Company:  from.Company,
		Made:     from.Made,
		Contacts: companyEntries(texts, from.Contacts),
		Public:   publicEntries(texts, from.Public),
		General:  ownSteps(texts, from.Routines, organisation.RoutineGeneral),
		Routines: routines(texts, from),
	}
}

func companyEntries(texts *locales.Texts, contacts []organisation.Contact) []Entry {
	var entries []Entry
	for _, role := range organisation.Roles() {
		found := false
		for _, c := range contacts {
			if c.Role == role && !c.Empty() {
				entries = append(entries, companyEntry(texts, c))
				found = true
			}
		}
		if !found {
			entries = append(entries, companyEntry(texts, organisation.Contact{Role: role}))
		}
	}
	for _, c := range contacts {
		if !slices.Contains(organisation.Roles(), c.Role) && !c.Empty() {
			entries = append(entries, companyEntry(texts, c))
		}
	}
	return entries
}

// companyEntry gives a contact of one of the roles the role's words where it
// has none.
func companyEntry(texts *locales.Texts, c organisation.Contact) Entry {
	entry := Entry{
		Label: c.Task, Name: c.Name, Phone: c.Phone, Email: c.Email,
		Hours: c.Hours, When: c.When, TelURL: c.TelURL(),
	}
	if slices.Contains(organisation.Roles(), c.Role) {
		entry.Label = texts.Text("contacts.role." + string(c.Role))
		if entry.When == "" {
			entry.When = texts.Text("card.when." + string(c.Role))
		}
	}
	return entry
}

func publicEntries(texts *locales.Texts, contacts []organisation.PublicContact) []Entry {
	var entries []Entry
	for _, p := range contacts {
		if p.Phone == "" {
			continue
		}
		key := "contact." + p.ID
		entries = append(entries, Entry{
			Label: texts.Text(key + ".name"), Phone: p.Phone,
			When: texts.Text(key + ".when"), TelURL: p.TelURL(),
		})
	}
	return entries
}

func routines(texts *locales.Texts, from Source) []Routine {
	var list []Routine
	for _, i := range from.Incidents {
		routine := Routine{ID: i.ID, Title: i.Title(texts), Short: i.Short(texts), Steps: i.Steps(texts)}
		if steps := ownSteps(texts, from.Routines, i.ID); len(steps) > 0 {
			routine.Steps, routine.Own = steps, true
		}
		list = append(list, routine)
	}
	return list
}

// ownSteps is the company's words for a routine, in the language of the texts
// if it has them there.
func ownSteps(texts *locales.Texts, own map[string]organisation.Text, key string) []string {
	return incident.SplitSteps(own[key].In(string(texts.Language())))
}
