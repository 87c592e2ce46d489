package company

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// button switches a button off while something is on its way.
func (s *Screen) button(b *widget.Button) *widget.Button {
	if s.model.Busy {
		disable(b)
	}
	return b
}

// disable switches a button off. It then has no icon: Fyne would fill in the
// lines that ours are drawn with.
func disable(b *widget.Button) {
	b.Icon = nil
	b.Disable()
}

// beginCard asks an employer to begin.
func (s *Screen) beginCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("company.begin"), widgets.Subtitle),
		widgets.NewText(s.texts.Text("company.begin-how"), widgets.Body),
		widgets.NewFlow(s.button(widgets.NewPrimary(s.texts.Text("company.fill-in"), "edit", s.actions.Edit))),
		widgets.NewText(s.texts.Text("company.moved"), widgets.Muted),
		widgets.NewFlow(s.restoreButton()),
	))
}

// employerLine is for an employer whose key is not on this machine; employees
// need not see what stands behind it.
func (s *Screen) employerLine() fyne.CanvasObject {
	return widgets.NewCard(disclose(s.texts.Text("company.begin"), container.NewVBox(
		widgets.NewText(s.texts.Text("company.moved"), widgets.Body),
		widgets.NewFlow(s.restoreButton(), s.button(widgets.NewQuiet(s.texts.Text("company.fill-in"), "edit", s.actions.Edit))),
	)))
}

func (s *Screen) restoreButton() *widget.Button {
	return s.button(widgets.NewSecondary(s.texts.Text("company.restore"), "key", s.restore))
}

func (s *Screen) backUpButton(kind func(text, icon string, tapped func()) *widget.Button) *widget.Button {
	return s.button(kind(s.texts.Text("company.back-up"), "key", s.backUp))
}

// employerCard is where the employer sees how far the next version has come.
func (s *Screen) employerCard() fyne.CanvasObject {
	list := container.NewVBox(
		widgets.NewText(s.texts.Text("company.employer"), widgets.Subtitle),
		widgets.NewText(s.status(), widgets.Body),
	)
	if s.keyMissing() {
		list.Add(widgets.NewField(widgets.NewNotice(s.texts.Text("company.key-missing"), s.restoreButton())))
	}
	if s.keyAtRisk() {
		list.Add(widgets.NewField(widgets.NewNotice(s.texts.Text("company.key-at-risk"), s.backUpButton(widgets.NewSecondary))))
	}
	list.Add(widgets.NewFlow(s.employerButtons()...))
	if link := s.invitation(); link != "" {
		list.Add(widgets.NewText(s.texts.Text("company.invitation"), widgets.Muted))
		list.Add(widgets.NewFlow(widgets.NewSecondary(s.texts.Text("company.copy-link"), "copy", func() { s.actions.Copy(link) })))
	}
	list.Add(widgets.NewLead(s.texts.Text("company.reports"), s.actions.OpenReports))
	return widgets.NewCard(list)
}

// invitation is the link by which an employee gets the file that was handed
// out, signed by this key and no other; "" if it lies nowhere to be fetched.
func (s *Screen) invitation() string {
	held := s.model.Held
	if held == nil || held.Organisation.Update == "" {
		return ""
	}
	return organisation.Source{URL: held.Organisation.Update, Key: &held.Key}.String()
}

// keyMissing is true if there is a key that could sign the next version, but
// not here.
func (s *Screen) keyMissing() bool {
	return s.model.KeyKnown && !s.model.Key && s.model.Published > 0
}

// keyAtRisk is true while files are out that only a key on this machine can
// replace.
func (s *Screen) keyAtRisk() bool {
	return s.model.Key && s.model.NotBackedUp && s.model.Published > 0
}

// publishable is true if there is something to publish, and nothing against it.
func (s *Screen) publishable() bool {
	m := s.model
	return m.Draft != nil && m.Changed && m.Draft.Normalise().Validate() == nil && !s.keyMissing()
}

// published is true if all is handed out; the file can be saved once more, as
// for somebody new.
func (s *Screen) published() bool {
	m := s.model
	return m.Draft != nil && m.Published > 0 && !m.Changed
}

// status says how far the next version has come.
func (s *Screen) status() string {
	m := s.model
	data := locales.Data{"Version": m.Published}
	switch {
	case m.Draft == nil:
		return s.texts.Text("company.status.nothing")
	case m.Draft.Normalise().Validate() != nil:
		return s.texts.Text("company.status.unfinished")
	case m.Published == 0:
		return s.texts.Text("company.status.unpublished")
	case m.Changed:
		return s.texts.Text("company.status.changed", data)
	default:
		return s.texts.Text("company.status.published", data)
	}
}

func (s *Screen) employerButtons() []fyne.CanvasObject {
	edit, publish := widgets.NewPrimary, widgets.NewSecondary
	if s.publishable() {
		edit, publish = widgets.NewSecondary, widgets.NewPrimary
	}
	buttons := []fyne.CanvasObject{s.button(edit(s.texts.Text("company.edit"), "edit", s.actions.Edit))}
	words := s.texts.Text("company.publish")
	if s.published() {
		words = s.texts.Text("company.save-again")
	}
	publishing := s.button(publish(words, "send", s.actions.Publish))
	if !s.publishable() && !s.published() {
		disable(publishing)
	}
	buttons = append(buttons, publishing)
	if s.model.Key && !s.keyAtRisk() {
		buttons = append(buttons, s.backUpButton(widgets.NewQuiet))
	}
	return buttons
}
