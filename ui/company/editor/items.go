package editor

import (
	"slices"
	"strconv"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// items is the points that the company adds to the checklists.
func (s *Screen) items() kind[organisation.Item] {
	t := s.texts
	return kind[organisation.Item]{
		path: "items", most: organisation.MaxItems,
		of:   func(o *organisation.Organisation) *[]organisation.Item { return &o.Items },
		none: t.Text("company.editor.no-items"), add: t.Text("company.editor.add-item"),
		full: t.Count("company.editor.full", organisation.MaxItems),
		blank: func([]organisation.Item) organisation.Item {
			return organisation.Item{ID: organisation.NewItemID(), Role: string(checklists.Employee), Priority: string(checklists.Should)}
		},
		title:  func(i organisation.Item) string { return i.Title.In(string(t.Language())) },
		fields: s.itemFields,
	}
}

func (s *Screen) itemFields(k *kit, i *organisation.Item) []*field {
	t := s.texts
	return []*field{
		k.wording("title", label{
			name: t.Text("company.editor.item-title"), help: t.Text("company.editor.item-title-help"), example: t.Text("company.editor.item-title-example"),
		}, noteRows, &i.Title),
		k.choice("role", label{name: t.Text("company.editor.item-role")}, []widgets.Option{
			{Value: string(checklists.Employee), Text: t.Text("company.editor.item-employee")},
			{Value: string(checklists.Employer), Text: t.Text("company.editor.item-employer")},
		}, func() string { return i.Role }, func(value string) { i.Role = value }),
		k.choice("priority", label{name: t.Text("company.editor.priority")}, []widgets.Option{
			{Value: string(checklists.Must), Text: t.Text("company.editor.must")},
			{Value: string(checklists.Should), Text: t.Text("company.editor.should")},
			{Value: string(checklists.Nice), Text: t.Text("company.editor.nice")},
		}, func() string { return i.Priority }, func(value string) { i.Priority = value }),
		k.choice("months", label{name: t.Text("company.editor.months"), help: t.Text("company.editor.months-help")}, months(t, i.Months),
			func() string { return strconv.Itoa(i.Months) }, func(value string) { i.Months = number(value) }),
		k.wording("why", label{name: t.Text("company.editor.why"), help: t.Text("company.editor.why-help")}, whyRows, &i.Why),
		k.wording("how", label{name: t.Text("company.editor.how"), help: t.Text("company.editor.how-help")}, stepsRows, &i.How),
	}
}

// months offers how often an item comes due again, with what is chosen now
// among them.
func months(t *locales.Texts, chosen int) []widgets.Option {
	offered := []int{0, 1, 3, 6, 12, 24}
	if !slices.Contains(offered, chosen) {
		offered = append(offered, chosen)
		slices.Sort(offered)
	}
	var options []widgets.Option
	for _, n := range offered {
		options = append(options, widgets.Option{Value: strconv.Itoa(n), Text: often(t, n)})
	}
	return options
}

// often says how often something comes round that does so after some months.
func often(t *locales.Texts, months int) string {
	switch months {
	case 0:
		return t.Text("company.editor.once")
	case 6:
		return t.Text("company.editor.half-yearly")
	case 12:
		return t.Text("company.editor.yearly")
	case 24:
		return t.Text("company.editor.every-other-year")
	default:
		return t.Count("company.editor.every", months)
	}
}

// number reads what months has written.
func number(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0
	}
	return n
}
