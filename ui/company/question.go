package company

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// question asks whether a file is to be used.
type question struct {
	offered *organisation.File
	first   bool
	answer  func(take bool)
	object  fyne.CanvasObject
}

// Ask shows what a file holds and who signed it, and asks whether to use it:
// first is true where no file of the company's has been used before. answer is
// called once, on the UI goroutine; a question that still stands is answered
// with no.
func (s *Screen) Ask(offered *organisation.File, first bool, answer func(take bool)) {
	if s.question != nil {
		s.question.answer(false)
	}
	s.question = &question{offered: offered, first: first, answer: answer}
	s.question.object = s.askCard(s.question)
	s.Problem("")
	s.SetAddress("")
	s.build()
	s.page.ScrollToTop()
}

// Asking is what is being asked, to be asked again on a new page, as in
// another language; offered is nil if nothing is.
func (s *Screen) Asking() (offered *organisation.File, first bool, answer func(take bool)) {
	if s.question == nil {
		return nil, false, nil
	}
	return s.question.offered, s.question.first, s.question.answer
}

func (s *Screen) reply(q *question, take bool) {
	if s.question != q {
		return
	}
	s.question = nil
	s.build()
	q.answer(take)
}

func (s *Screen) askCard(q *question) fyne.CanvasObject {
	card := container.NewVBox(widgets.NewText(s.askTitle(q), widgets.Title))
	if q.first {
		card.Add(widgets.NewText(s.texts.Text("company.ask-first"), widgets.Body))
	} else {
		card.Add(widgets.NewText(s.fromTo(q.offered.Organisation), widgets.Body))
	}
	card.Add(s.fingerprint(q))
	card.Add(s.contents(q.offered.Organisation))
	card.Add(widgets.NewText(s.texts.Text("company.ask-keeps"), widgets.Muted))
	take := "company.take-update"
	if q.first {
		take = "company.take"
	}
	card.Add(widgets.NewFlow(
		widgets.NewPrimary(s.texts.Text(take), "check", func() { s.reply(q, true) }),
		widgets.NewSecondary(s.texts.Text("company.leave"), "", func() { s.reply(q, false) }),
	))
	return widgets.NewCard(card)
}

func (s *Screen) askTitle(q *question) string {
	key := "company.ask-update"
	if q.first {
		key = "company.ask"
	}
	return s.texts.Text(key, locales.Data{"Company": q.offered.Organisation.Name})
}

// fromTo says which version takes the place of which.
func (s *Screen) fromTo(offered organisation.Organisation) string {
	if s.model.Held == nil {
		return s.version(offered)
	}
	held := s.model.Held.Organisation
	return s.texts.Text("company.from-to", locales.Data{
		"Old": held.Version, "OldDate": s.texts.Date(held.Made.Local()),
		"New": offered.Version, "NewDate": s.texts.Date(offered.Made.Local()),
	})
}

// fingerprint shows who signed, and how to find out whether it is them.
func (s *Screen) fingerprint(q *question) fyne.CanvasObject {
	how := "company.fingerprint-same"
	if q.first {
		how = "company.fingerprint-how"
	}
	return widgets.NewField(widgets.NewTint(widgets.NewLines(
		widgets.NewText(s.texts.Text("company.fingerprint"), widgets.OnTint.Bold()),
		widgets.NewText(q.offered.Fingerprint(), widgets.Display),
		widgets.NewText(s.texts.Text(how), widgets.OnTint),
	)))
}

// contents counts what the file brings.
func (s *Screen) contents(o organisation.Organisation) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(s.texts.Text("company.adds"), widgets.Strong))
	count := func(key string, n int) {
		if n > 0 {
			lines.Add(widgets.NewText(s.texts.Count(key, n), widgets.Body))
		}
	}
	count("company.adds-contacts", len(o.Contacts))
	count("company.adds-routines", len(o.Routines))
	count("company.adds-tools", len(o.Tools)+len(o.Programs))
	count("company.adds-items", OwnItems(o, checklists.Employee))
	count("company.adds-employer-items", OwnItems(o, checklists.Employer))
	count("company.adds-rooms", len(o.Rooms))
	if !o.VPN.Empty() {
		lines.Add(widgets.NewText(s.texts.Text("company.adds-vpn"), widgets.Body))
	}
	if o.Mailbox != "" || o.Server != "" || len(o.STUN)+len(o.TURN) > 0 {
		lines.Add(widgets.NewText(s.texts.Text("company.adds-servers"), widgets.Body))
	}
	if o.Update != "" {
		lines.Add(widgets.NewText(s.texts.Text("company.adds-updates", locales.Data{"Address": o.Update}), widgets.Body))
	}
	if len(lines.Objects) == 1 {
		lines.Add(widgets.NewText(s.texts.Text("company.adds-nothing"), widgets.Body))
	}
	return lines
}
