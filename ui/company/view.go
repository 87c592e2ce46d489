package company

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// NewView shows what a company hands out as an employee sees it, in the
// language of the texts. Of the actions it needs Open, Copy, OpenContacts and
// OpenList.
func NewView(texts *locales.Texts, guide *tools.Guide, o organisation.Organisation, actions Actions) fyne.CanvasObject {
	v := &view{texts: texts, guide: guide, company: o, actions: actions}
	objects := []fyne.CanvasObject{widgets.NewLines(
		widgets.NewText(v.name(), widgets.Title),
		widgets.NewText(texts.Text("company.shared"), widgets.Muted),
	)}
	for _, card := range []fyne.CanvasObject{v.verdicts(), v.vpn(), v.rooms(), v.leads(), v.servers()} {
		if card != nil {
			objects = append(objects, card)
		}
	}
	if len(objects) == 1 {
		objects = append(objects, widgets.NewHint(texts.Text("company.nothing-shared")))
	}
	return stack(objects...)
}

// view is what a company hands out, on its way to the screen.
type view struct {
	texts   *locales.Texts
	guide   *tools.Guide
	company organisation.Organisation
	actions Actions
}

func (v *view) name() string {
	if v.company.Name == "" {
		return v.texts.Text("company.unnamed")
	}
	return v.company.Name
}

// in gives a wording in the language of the view.
func (v *view) in(text organisation.Text) string { return text.In(string(v.texts.Language())) }

// verdicts is what is approved beside what is not; nil if nothing is said.
func (v *view) verdicts() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	if card := v.verdictCard(true, "company.approved", "check", fynetheme.ColorNameSuccess); card != nil {
		cards = append(cards, card)
	}
	if card := v.verdictCard(false, "company.not-approved", "close", fynetheme.ColorNameError); card != nil {
		cards = append(cards, card)
	}
	if len(cards) == 0 {
		return nil
	}
	return widgets.NewColumns(300, 2, cards...)
}

func (v *view) verdictCard(approved bool, heading, icon string, color fyne.ThemeColorName) fyne.CanvasObject {
	list := container.NewVBox(widgets.NewText(v.texts.Text(heading), widgets.Subtitle))
	for _, verdicts := range [][]organisation.Verdict{v.company.Tools, v.company.Programs} {
		for _, verdict := range verdicts {
			if verdict.Approved == approved {
				list.Add(v.verdict(verdict, theme.NewIcon(icon, color)))
			}
		}
	}
	if len(list.Objects) == 1 {
		return nil
	}
	return widgets.NewCard(list)
}

func (v *view) verdict(verdict organisation.Verdict, icon fyne.Resource) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(ToolName(v.guide, verdict), widgets.Body))
	if note := v.in(verdict.Note); note != "" {
		lines.Add(widgets.NewText(note, widgets.Muted))
	}
	const top, side = 7, 9
	mark := container.New(layout.NewCustomPaddedLayout(top, 0, side, 0), container.NewVBox(widget.NewIcon(icon)))
	return container.NewBorder(nil, nil, mark, nil, lines)
}

// ToolName is what a verdict is about: a meeting tool by the name it has in
// the guide, anything else as the company calls it.
func ToolName(guide *tools.Guide, verdict organisation.Verdict) string {
	if tool, ok := guide.Tool(tools.ID(verdict.Tool)); ok {
		return tool.Name
	}
	return verdict.Name
}

// vpn is how to connect; nil if nothing is said.
func (v *view) vpn() fyne.CanvasObject {
	note := v.in(v.company.VPN)
	if note == "" {
		return nil
	}
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(v.texts.Text("company.vpn"), widgets.Subtitle), widgets.NewText(note, widgets.Body)))
}

// rooms is where to meet; nil if nothing is said.
func (v *view) rooms() fyne.CanvasObject {
	if len(v.company.Rooms) == 0 {
		return nil
	}
	rooms := widgets.NewColumns(260, 2)
	for _, room := range v.company.Rooms {
		rooms.Add(v.room(room))
	}
	return widgets.NewCard(container.NewVBox(widgets.NewText(v.texts.Text("company.rooms"), widgets.Subtitle), rooms))
}

// room tells whose page the link leads to, before it is opened.
func (v *view) room(room organisation.Room) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(room.Name, widgets.Strong))
	u, err := url.Parse(room.Link)
	if err != nil || u.Scheme != "https" {
		return lines // the employer is still writing it
	}
	lines.Add(widgets.NewText(u.Host, widgets.Caption))
	return container.NewVBox(lines, widgets.NewFlow(
		widgets.NewSecondary(v.texts.Text("company.open-room"), "external", func() { v.actions.Open(room.Link) }),
		widgets.NewQuiet(v.texts.Text("company.copy-link"), "copy", func() { v.actions.Copy(room.Link) }),
	))
}

// leads tells of what stands on other pages; nil if nothing does.
func (v *view) leads() fyne.CanvasObject {
	list := container.NewVBox(widgets.NewText(v.texts.Text("company.elsewhere"), widgets.Subtitle))
	if n := len(v.company.Contacts); n > 0 {
		list.Add(widgets.NewLead(v.texts.Count("company.contacts", n), v.actions.OpenContacts))
	}
	if len(v.company.Routines) > 0 {
		list.Add(widgets.NewLead(v.texts.Text("company.routines"), v.actions.OpenContacts))
	}
	for _, role := range []checklists.Role{checklists.Employee, checklists.Employer} {
		if n := OwnItems(v.company, role); n > 0 {
			key := "company.items.employee"
			if role == checklists.Employer {
				key = "company.items.employer"
			}
			list.Add(widgets.NewLead(v.texts.Count(key, n), func() { v.actions.OpenList(role) }))
		}
	}
	if len(list.Objects) == 1 {
		return nil
	}
	return widgets.NewCard(list)
}

// OwnItems counts the points that a company adds to a role's list.
func OwnItems(o organisation.Organisation, role checklists.Role) int {
	n := 0
	for _, item := range o.Items {
		if item.Role == string(role) {
			n++
		}
	}
	return n
}

// servers is for IT support, behind a line that opens; nil without servers.
func (v *view) servers() fyne.CanvasObject {
	o := v.company
	lines := widgets.NewLines()
	add := func(name string, addresses ...string) {
		for _, address := range addresses {
			if address != "" {
				lines.Add(widgets.NewText(name, widgets.Caption))
				lines.Add(widgets.NewText(address, widgets.Body))
			}
		}
	}
	add(v.texts.Text("company.mailbox"), o.Mailbox)
	add(v.texts.Text("company.stun"), o.STUN...)
	add(v.texts.Text("company.turn"), o.TURN...)
	add(v.texts.Text("company.server"), o.Server)
	if len(lines.Objects) == 0 {
		return nil
	}
	return widgets.NewCard(disclose(v.texts.Text("company.servers"), lines))
}

// disclose puts what is seldom wanted behind a line that opens.
func disclose(words string, content fyne.CanvasObject) fyne.CanvasObject {
	whole := container.NewVBox()
	content.Hide()
	var opener *widgets.Disclosure
	opener = widgets.NewDisclosure(widgets.NewText(words, widgets.Muted), func() {
		if content.Visible() {
			content.Hide()
		} else {
			content.Show()
		}
		opener.Open(content.Visible())
		whole.Refresh()
	})
	whole.Objects = []fyne.CanvasObject{opener, content}
	return whole
}
