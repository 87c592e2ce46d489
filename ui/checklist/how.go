package checklist

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// how is the steps of an open item. Where they are not the same on all
// operating systems, those of another can be looked at.
type how struct {
	row    *row
	title  *widgets.Text
	steps  *fyne.Container
	chips  map[checklists.System]*widgets.Chip
	object *fyne.Container
}

func newHow(r *row) *how {
	h := &how{row: r, title: widgets.NewText("", widgets.Strong), steps: container.NewVBox(), chips: map[checklists.System]*widgets.Chip{}}
	h.object = container.NewVBox(widgets.NewLines(h.title, h.steps))
	if len(r.item.Systems) > 0 {
		h.object.Add(h.choice())
	}
	h.show(r.system)
	return h
}

func (h *how) choice() fyne.CanvasObject {
	var line []fyne.CanvasObject
	for _, system := range checklists.Systems() {
		h.chips[system] = widgets.NewChip(h.row.systemName(system), 0, func() {
			h.show(system)
			h.object.Refresh()
			h.row.resized(h.row)
		})
		line = append(line, h.chips[system])
	}
	return choices(choice{h.row.texts.Text("checklist.system.choose"), line})
}

// show writes the steps for a system.
func (h *how) show(system checklists.System) {
	texts := h.row.texts
	title := texts.Text("checklist.how")
	if len(h.row.item.Systems) > 0 {
		title = texts.Text("checklist.how-system", locales.Data{"System": h.row.systemName(system)})
	}
	h.title.Set(title)
	h.steps.Objects = []fyne.CanvasObject{widgets.NewSteps(h.row.item.Words(texts, system).How)}
	for s, chip := range h.chips {
		chip.Select(s == system)
	}
}

func (l *list) systemName(system checklists.System) string {
	switch system {
	case checklists.Windows:
		return l.texts.Text("checklist.system.windows")
	case checklists.MacOS:
		return l.texts.Text("checklist.system.macos")
	default:
		return l.texts.Text("checklist.system.linux")
	}
}
