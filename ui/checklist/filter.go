package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/widgets"
)

// filter is the part of the page where the user says which items to see: by
// words, by how they stand and by how much they matter, all at once.
type filter struct {
	list    *list
	changed func()

	chosen     checklists.Filter
	matches    []checklists.Item // that hold the words searched for
	search     *widgets.Search
	statuses   map[checklists.Status]*widgets.Chip
	priorities map[checklists.Priority]*widgets.Chip
	nothing    *fyne.Container
	object     *fyne.Container
}

func newFilter(l *list, changed func()) *filter {
	f := &filter{
		list: l, changed: changed, matches: l.items,
		statuses: map[checklists.Status]*widgets.Chip{}, priorities: map[checklists.Priority]*widgets.Chip{},
	}
	f.search = widgets.NewSearch(l.texts.Text("checklist.search"), func(query string) {
		f.chosen.Query = query
		f.matches = checklists.Search(l.items, query, l.searchable)
		f.changed()
	})
	f.nothing = container.NewVBox(widgets.NewText(l.texts.Text("checklist.nothing"), widgets.Body),
		widgets.NewFlow(widgets.NewSecondary(l.texts.Text("checklist.show-all"), "", f.showAll)))
	f.nothing.Hide()
	f.object = container.NewVBox(widgets.NewField(f.search), choices(
		choice{l.texts.Text("checklist.filter.show"), f.statusChips()},
		choice{l.texts.Text("checklist.filter.priority"), f.priorityChips()},
	), f.nothing)
	return f
}

func (f *filter) statusChips() []fyne.CanvasObject {
	line := []fyne.CanvasObject{}
	add := func(status checklists.Status, name string) {
		f.statuses[status] = widgets.NewChip(name, len(f.list.items), func() {
			f.chosen.Status = status
			f.changed()
		})
		line = append(line, f.statuses[status])
	}
	add("", f.list.texts.Text("checklist.filter.all"))
	add(checklists.StatusOpen, f.list.texts.Text("checklist.filter.left"))
	add(checklists.StatusDue, f.list.texts.Text("checklist.filter.due"))
	add(checklists.StatusDone, f.list.texts.Text("checklist.filter.done"))
	add(checklists.StatusNotForMe, f.list.texts.Text("checklist.filter.aside"))
	return line
}

func (f *filter) priorityChips() []fyne.CanvasObject {
	line := []fyne.CanvasObject{}
	add := func(priority checklists.Priority, name string) {
		f.priorities[priority] = widgets.NewChip(name, len(f.list.items), func() {
			f.chosen.Priority = priority
			f.changed()
		})
		line = append(line, f.priorities[priority])
	}
	add("", f.list.texts.Text("checklist.filter.all"))
	for _, priority := range []checklists.Priority{checklists.Must, checklists.Should, checklists.Nice} {
		add(priority, f.list.texts.Text("checklist.priority."+string(priority)))
	}
	return line
}

// show counts what each choice would show, given the others.
func (f *filter) show(m Model) {
	all := f.tally(m)
	for status, chip := range f.statuses {
		chip.Count(all.of(status, f.chosen.Priority))
		chip.Select(status == f.chosen.Status)
	}
	for priority, chip := range f.priorities {
		chip.Count(all.of(f.chosen.Status, priority))
		chip.Select(priority == f.chosen.Priority)
	}
}

// passing is the items that the filter lets through, by ID. The words are
// looked for once, when they are typed.
func (f *filter) passing(m Model) map[string]bool {
	wanted := checklists.Filter{Status: f.chosen.Status, Priority: f.chosen.Priority}
	passing := map[string]bool{}
	for _, item := range wanted.Apply(f.matches, m.Marks, m.Now, f.list.searchable) {
		passing[item.ID] = true
	}
	return passing
}

// found says whether anything is shown; if not, there is a way back.
func (f *filter) found(some bool) { f.nothing.Hidden = some }

// clear lets everything through.
func (f *filter) clear() {
	f.chosen = checklists.Filter{Query: f.chosen.Query}
	f.search.SetText("") // tells of the change, if it is one
	f.changed()
}

// showAll lets everything through and goes to the search, since the button that
// was pressed is gone.
func (f *filter) showAll() {
	f.clear()
	f.list.actions.Focus(f.search)
}
