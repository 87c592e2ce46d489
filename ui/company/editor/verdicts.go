package editor

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// What can be said of a tool.
const (
	approved  = "approved"
	rejected  = "rejected"
	undecided = ""
)

func verdictValue(v organisation.Verdict) string {
	if v.Approved {
		return approved
	}
	return rejected
}

// verdicts is what the company says of the meeting tools of the guide: of each
// something, or nothing.
type verdicts struct {
	*kit
	values  []organisation.Verdict // also on tools that the guide does not know
	rows    []*verdict
	problem *widgets.Text // what is wrong with those
	object  *fyne.Container
}

// verdict is what is said of one tool.
type verdict struct {
	tool   tools.Tool
	choice string
	note   organisation.Text
	fields []*field
}

func newVerdicts(s *Screen, k *kit) *verdicts {
	v := &verdicts{kit: k, problem: widgets.NewText("", widgets.Problem), object: container.NewVBox()}
	for _, tool := range s.guide.Tools() {
		row := &verdict{tool: tool}
		row.fields = v.fields(row)
		v.rows = append(v.rows, row)
		v.object.Add(lay(row.fields))
		row.update()
	}
	v.object.Add(v.problem)
	v.object.Add(widgets.NewText(k.texts.Text("company.editor.programs"), widgets.Subtitle))
	return v
}

func (v *verdicts) fields(row *verdict) []*field {
	t, k := v.texts, *v.kit
	k.changed = func() { v.say(row) }
	name := row.tool.Name
	if row.tool.Retired {
		name = t.Text("guide.retired-name", locales.Data{"Tool": name})
	}
	choice := k.choice("", label{name: name}, []widgets.Option{
		{Value: undecided, Text: t.Text("company.editor.undecided")},
		{Value: approved, Text: t.Text("company.editor.approved")},
		{Value: rejected, Text: t.Text("company.editor.not-approved")},
	}, func() string { return row.choice }, func(value string) { row.choice = value })
	note := k.wording("note", label{name: t.Text("company.editor.note"), example: t.Text("company.editor.note-example")}, noteRows, &row.note)
	note.hidden = func() bool { return row.choice == undecided }
	return []*field{choice, note}
}

// say lets what has been filled in on a tool become what the company says.
func (v *verdicts) say(row *verdict) {
	said := organisation.Verdict{Tool: string(row.tool.ID), Name: row.tool.Name, Approved: row.choice == approved, Note: row.note}
	switch i := v.place(row); {
	case row.choice == undecided && i >= 0:
		v.values = slices.Delete(v.values, i, i+1)
	case row.choice == undecided:
	case i >= 0:
		v.values[i] = said
	default:
		v.values = append(v.values, said)
	}
	v.changed()
	if row.arrange() {
		v.again()
	}
}

// place is where something is said of a tool; negative if nothing is.
func (v *verdicts) place(row *verdict) int {
	return slices.IndexFunc(v.values, func(said organisation.Verdict) bool { return said.Tool == string(row.tool.ID) })
}

// arrange shows the field for a note where there is something to note, and
// tells whether that is new.
func (row *verdict) arrange() (changed bool) {
	for _, f := range row.fields {
		changed = f.arrange() || changed
	}
	return changed
}

func (row *verdict) update() {
	for _, f := range row.fields {
		f.update()
	}
	row.arrange()
}

func (v *verdicts) content() fyne.CanvasObject { return v.object }

func (v *verdicts) read(o organisation.Organisation) {
	v.values = slices.Clone(o.Tools)
	for _, row := range v.rows {
		row.choice, row.note = undecided, organisation.Text{}
		if i := v.place(row); i >= 0 {
			row.choice, row.note = verdictValue(v.values[i]), v.values[i].Note
		}
		row.update()
	}
}

func (v *verdicts) write(o *organisation.Organisation) { o.Tools = slices.Clone(v.values) }

func (v *verdicts) show(wrong problems) int {
	own := wrong.below("tools")
	rest := slices.Clone(own)
	for _, row := range v.rows {
		path := fmt.Sprintf("[%d]", v.place(row))
		for _, f := range row.fields {
			f.show(own.below(path).below(f.path), v.words)
		}
		rest = slices.DeleteFunc(rest, func(p problem) bool { return strings.HasPrefix(p.path, path) })
	}
	for i := range rest {
		rest[i].path = "" // there is no field for it
	}
	sayWhole(v.problem, rest, v.words)
	return len(own)
}

func (v *verdicts) settle() {}

func (v *verdicts) lead() *field {
	for _, row := range v.rows {
		if wrong := firstWrong(row.fields); wrong != nil {
			return wrong
		}
	}
	return nil
}

// programs is the verdicts on all but the meeting tools.
func (s *Screen) programs() kind[organisation.Verdict] {
	t := s.texts
	return kind[organisation.Verdict]{
		path: "programs", most: organisation.MaxVerdicts,
		of:   func(o *organisation.Organisation) *[]organisation.Verdict { return &o.Programs },
		none: t.Text("company.editor.no-programs"), add: t.Text("company.editor.add-program"),
		full:  t.Count("company.editor.full", organisation.MaxVerdicts),
		blank: func([]organisation.Verdict) organisation.Verdict { return organisation.Verdict{Approved: true} },
		title: func(v organisation.Verdict) string { return programTitle(t, v) },
		fields: func(k *kit, v *organisation.Verdict) []*field {
			return []*field{
				k.line("name", label{name: t.Text("company.editor.program"), example: t.Text("company.editor.program-example")}, &v.Name),
				k.choice("approved", label{name: t.Text("company.editor.verdict")}, []widgets.Option{
					{Value: approved, Text: t.Text("company.editor.approved")},
					{Value: rejected, Text: t.Text("company.editor.not-approved")},
				}, func() string { return verdictValue(*v) }, func(value string) { v.Approved = value == approved }),
				k.wording("note", label{name: t.Text("company.editor.note"), example: t.Text("company.editor.note-example")}, noteRows, &v.Note),
			}
		},
	}
}

func programTitle(t *locales.Texts, v organisation.Verdict) string {
	if v.Name == "" {
		return ""
	}
	key := "company.editor.is-not-approved"
	if v.Approved {
		key = "company.editor.is-approved"
	}
	return t.Text(key, locales.Data{"Program": v.Name})
}
