package checklist

import (
	"strings"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// said is the line below the title: how the item stands, and whether there is a
// note. It is empty for an item that is open and has none.
func (r *row) said() string {
	said := r.standing()
	switch {
	case r.note.Text != "" && r.note.Shared:
		said = append(said, r.texts.Text("checklist.has-shared-note"))
	case r.note.Text != "":
		said = append(said, r.texts.Text("checklist.has-note"))
	}
	return strings.Join(said, " · ")
}

func (r *row) standing() []string {
	due, recurs := r.item.DueAt(r.mark)
	switch {
	case r.status == checklists.StatusDue:
		return []string{r.texts.Text("checklist.again"), r.texts.Text("checklist.deadline-was", locales.Data{"Date": r.texts.Date(due)})}
	case r.status == checklists.StatusDone && recurs:
		return []string{r.doneOn(), r.texts.Text("checklist.again-by", locales.Data{"Date": r.texts.Date(due)})}
	case r.status == checklists.StatusDone:
		return []string{r.doneOn()}
	case r.status == checklists.StatusNotForMe:
		return []string{r.notForMe(r.mark)}
	}
	return nil
}

func (r *row) doneOn() string {
	return r.texts.Text("checklist.done-on", locales.Data{"Date": r.texts.Date(r.mark.At.Local())})
}

// notForMe says that an item is not for the user, and why if they have said.
func (l *list) notForMe(mark checklists.Mark) string {
	if mark.Reason == "" {
		return l.texts.Text("checklist.not-for-me")
	}
	return l.texts.Text("checklist.not-for-me-because", locales.Data{"Reason": mark.Reason})
}

// rhythm says how often the item is to be done, "" for once.
func (r *row) rhythm() string {
	const year = 12
	months := r.item.Months
	switch {
	case months <= 0:
		return ""
	case months%year == 0:
		return r.texts.Count("checklist.repeats-years", months/year)
	default:
		return r.texts.Count("checklist.repeats-months", months)
	}
}
