package agenda

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// maxRows is how many meetings a list shows.
const maxRows = 80

// group is meetings below a heading.
type group struct {
	heading string // "" for none
	entries []entry
}

// list shows groups of meetings. Rows stay as long as their meetings do, also
// when they move from one group to another.
type list struct {
	texts  *locales.Texts
	join   func(id string)
	rows   map[string]*row
	object *fyne.Container
}

func newList(texts *locales.Texts, join func(id string)) *list {
	return &list{texts: texts, join: join, rows: map[string]*row{}, object: container.NewVBox()}
}

// show brings the list up to date. What has not changed is not built anew.
func (l *list) show(groups []group) {
	rows := map[string]*row{}
	var objects []fyne.CanvasObject
	left := 0
	for _, g := range groups {
		if len(g.entries) == 0 {
			continue
		}
		if g.heading != "" && len(rows) < maxRows {
			objects = append(objects, widgets.NewText(g.heading, widgets.Caption.Bold()))
		}
		for _, e := range g.entries {
			if len(rows) == maxRows {
				left++
				continue
			}
			r := l.row(e)
			rows[e.key()] = r
			objects = append(objects, r.object)
		}
	}
	if left > 0 {
		objects = append(objects, widgets.NewText(l.texts.Count("agenda.more", left), widgets.Muted))
	}
	l.rows = rows
	if !slices.Equal(objects, l.object.Objects) {
		l.object.Objects = objects
	}
}

func (l *list) row(e entry) *row {
	if r, ok := l.rows[e.key()]; ok {
		r.show(e)
		return r
	}
	return newRow(l.texts, e, l.join)
}
