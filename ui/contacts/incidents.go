package contacts

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// incidents lists what can have happened; each opens to what to do, in the
// company's own words where it has some.
type incidents struct {
	texts   *locales.Texts
	actions Actions
	breach  func() // leads to the time limit for reporting a breach
	public  map[string]organisation.PublicContact

	shown   guidance
	rows    []*incidentRow
	general *unfolding // what the company says of all of them
	object  *widgets.Panel
}

// guidance is what a company adds to the built-in steps, and whom to ring.
type guidance struct {
	company  string
	routines map[string]organisation.Text
	ring     []organisation.Contact
}

func (g guidance) equal(other guidance) bool {
	return g.company == other.company && maps.Equal(g.routines, other.routines) && slices.Equal(g.ring, other.ring)
}

// incidentRow is one of them.
type incidentRow struct {
	*unfolding
	incident incident.Incident
}

func newIncidents(texts *locales.Texts, known []incident.Incident, public []organisation.PublicContact, breach func(), actions Actions) *incidents {
	i := &incidents{
		texts: texts, actions: actions, breach: breach,
		public: map[string]organisation.PublicContact{},
	}
	for _, contact := range public {
		i.public[contact.ID] = contact
	}
	i.general = newUnfolding("", texts.Text("contacts.routine-always"))
	i.general.open(true)
	list := container.NewVBox(i.general.object)
	for _, what := range known {
		row := &incidentRow{newUnfolding(what.Title(texts), what.Short(texts)), what}
		i.rows = append(i.rows, row)
		list.Add(row.object)
	}
	i.object = widgets.NewCard(list)
	i.write()
	return i
}

// show writes the routines, the company's own where there are some, and whom to
// ring. Nothing is built anew unless it has changed.
func (i *incidents) show(company *organisation.Organisation, ring []organisation.Contact) {
	wanted := guidance{ring: ring}
	if company != nil {
		wanted.company, wanted.routines = company.Name, maps.Clone(company.Routines)
	}
	if !wanted.equal(i.shown) {
		i.shown = wanted
		i.write()
	}
}

func (i *incidents) write() {
	general := i.routine(organisation.RoutineGeneral)
	i.general.object.Hidden = general == ""
	if general != "" {
		i.general.title.Set(i.texts.Text("contacts.routine-general", locales.Data{"Name": i.shown.company}))
		i.general.set(widgets.NewSteps(general))
	}
	for _, row := range i.rows {
		row.set(i.details(row.incident))
	}
	i.object.Refresh()
}

// routine is what the company says of something, "" if it says nothing.
func (i *incidents) routine(id string) string {
	return strings.TrimSpace(i.shown.routines[id].In(string(i.texts.Language())))
}

// details is what to do when something has happened, in the company's own words
// if it has some, and whom to ring.
func (i *incidents) details(what incident.Incident) fyne.CanvasObject {
	content := container.NewVBox()
	if len(i.shown.ring) > 0 {
		ring := widgets.NewColumns(230, 2)
		for _, contact := range i.shown.ring {
			ring.Add(i.ring(contact))
		}
		content.Add(ring)
	}
	if own := i.routine(what.ID); own != "" {
		content.Add(widgets.NewText(i.texts.Text("contacts.routine-own", locales.Data{"Name": i.shown.company}), widgets.Strong))
		content.Add(widgets.NewSteps(own))
	} else {
		content.Add(widgets.NewSteps(strings.Join(what.Steps(i.texts), "\n")))
	}
	for _, id := range what.PublicContacts {
		if contact, known := i.public[id]; known {
			content.Add(i.reach(contact))
		}
	}
	if what.Breach {
		content.Add(widgets.NewLead(i.texts.Text("contacts.deadline-see"), i.breach))
	}
	return content
}

// ring is the button that rings somebody in the company.
func (i *incidents) ring(c organisation.Contact) fyne.CanvasObject {
	words := i.texts.Text("contacts.call-number", locales.Data{"Phone": c.Phone})
	return container.NewVBox(
		widgets.NewText(i.texts.Text("contacts.role."+string(c.Role)), widgets.Strong),
		widgets.NewFlow(widgets.NewPrimary(words, "phone", func() { i.actions.Open(c.TelURL()) })))
}

// reach is the line that rings an authority, or opens its page.
func (i *incidents) reach(c organisation.PublicContact) fyne.CanvasObject {
	name := i.texts.Text("contact." + c.ID + ".name")
	if c.Phone == "" {
		return widgets.NewLead(name, func() { i.actions.Open(c.URL) })
	}
	words := i.texts.Text("contacts.ring-whom", locales.Data{"Name": name, "Phone": c.Phone})
	return widgets.NewLead(words, func() { i.actions.Open(c.TelURL()) })
}
