package launcher

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// favourites is the card with the links that the user has kept, and with the
// company's rooms.
type favourites struct {
	texts   *locales.Texts
	actions Actions
	grown   func()

	lines    []*favourite // in the order in which they stand
	dragging *favourite   // the one that is being moved, if any
	begun    begun        // what was being renamed, until it is shown
	list     *fyne.Container
	none     *widgets.Text
	rooms    *fyne.Container
	fixed    []Room // those that are shown
	company  string
	renaming *favourite // the one that is being renamed, if any
	object   *widgets.Panel
}

func newFavourites(texts *locales.Texts, actions Actions, grown func()) *favourites {
	f := &favourites{
		texts: texts, actions: actions, grown: grown, list: container.NewVBox(), rooms: container.NewVBox(),
		none: widgets.NewText(texts.Text("launcher.no-favourites"), widgets.Muted),
	}
	f.object = widgets.NewCard(container.NewVBox(
		widgets.NewLines(widgets.NewText(texts.Text("launcher.favourites"), widgets.Subtitle), f.none),
		f.list, f.rooms,
	))
	f.list.Hide()
	f.rooms.Hide()
	return f
}

// show brings the card up to date. Lines stay as long as their favourites do.
func (f *favourites) show(kept []Favourite, rooms []Room, company string) {
	known := map[string]*favourite{}
	for _, line := range f.lines {
		known[line.shown.ID] = line
	}
	verdicts := company != f.company
	lines := make([]*favourite, 0, len(kept))
	for _, wanted := range kept {
		line, ok := known[wanted.ID]
		if !ok {
			line = newFavourite(f, wanted)
		}
		line.show(wanted, company, !ok || verdicts)
		line.placed(len(lines), len(kept))
		lines = append(lines, line)
	}
	// One that is being moved is left where the mouse has it.
	if f.dragging == nil || !sameLines(lines, f.lines) {
		f.lines, f.dragging = lines, nil
	}
	if f.renaming != nil && !slices.Contains(f.lines, f.renaming) {
		f.renaming = nil
	}
	f.none.Hidden, f.list.Hidden = len(kept) > 0, len(kept) == 0
	f.arrange()
	f.showRooms(rooms, company)
	f.goOn()
}

// arrange sets the lines in their order.
func (f *favourites) arrange() {
	objects := make([]fyne.CanvasObject, len(f.lines))
	for i, line := range f.lines {
		objects[i] = line.object
	}
	if !slices.Equal(objects, f.list.Objects) {
		f.list.Objects = objects
		f.list.Refresh()
	}
}

func (f *favourites) showRooms(rooms []Room, company string) {
	if slices.Equal(rooms, f.fixed) && company == f.company {
		return
	}
	f.fixed, f.company = slices.Clone(rooms), company
	f.rooms.Objects, f.rooms.Hidden = nil, len(rooms) == 0
	if len(rooms) == 0 {
		return
	}
	f.rooms.Add(widgets.NewText(f.texts.Text("launcher.rooms", locales.Data{"Company": company}), widgets.Caption.Bold()))
	for _, room := range rooms {
		line := newLine(f.texts, nil, func() { f.actions.OpenRoom(room.Link) }, f.grown)
		line.say(room.Name, room.Service, "")
		f.rooms.Add(line.object)
	}
}

func (f *favourites) state() (id, name string) {
	if f.renaming == nil {
		return "", ""
	}
	return f.renaming.shown.ID, f.renaming.naming.entry.Text
}

// begun is a favourite that was being renamed, and what had been typed.
type begun struct{ id, name string }

func (f *favourites) restore(id, name string) {
	f.begun = begun{id, name}
	f.goOn()
}

// goOn goes on renaming what was begun, if it is shown.
func (f *favourites) goOn() {
	at := slices.IndexFunc(f.lines, func(line *favourite) bool { return line.shown.ID == f.begun.id })
	if f.begun.id == "" || at < 0 {
		return
	}
	name := f.begun.name
	f.begun = begun{}
	f.lines[at].rename()
	f.lines[at].naming.entry.SetText(name)
}
