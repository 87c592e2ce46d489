package company

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// form asks for a passphrase, in place of the rest of the page.
type form struct {
	screen  *Screen
	fields  []*passphrase
	problem *widgets.Text // what is wrong with the whole
	send    *widget.Button
	object  fyne.CanvasObject
}

// passphrase is a field that hides what is typed.
type passphrase struct {
	entry   *widgets.Entry
	problem *widgets.Text
	object  fyne.CanvasObject
}

// backUp asks for the passphrase that is to lock the copy of the key.
func (s *Screen) backUp() {
	f := s.newForm()
	first, second := f.add("company.passphrase"), f.add("company.passphrase-again")
	send := func() {
		f.clear()
		switch {
		case errors.Is(organisation.CheckPassphrase(first.entry.Text), organisation.ErrTooFewCharacters):
			f.refuse(first, s.texts.Count("company.problem.passphrase-short", organisation.MinPassphrase))
		case organisation.CheckPassphrase(first.entry.Text) != nil:
			f.refuse(first, s.texts.Text("company.problem.passphrase"))
		case first.entry.Text != second.entry.Text:
			f.refuse(second, s.texts.Text("company.problem.passphrases-differ"))
		default:
			f.begin()
			s.actions.BackUpKey(first.entry.Text, f.done)
		}
	}
	f.ask("company.back-up-key", send, container.NewVBox(
		widgets.NewText(s.texts.Text("company.back-up-why"), widgets.Body),
		first.object,
		widgets.NewText(s.texts.Count("company.passphrase-how", organisation.MinPassphrase), widgets.Muted),
		second.object,
	), widgets.NewPrimary(s.texts.Text("company.save-key"), "key", send))
	s.actions.Focus(first.entry)
}

// restore asks for a copy of the key and the passphrase that opens it.
func (s *Screen) restore() {
	f := s.newForm()
	secret := f.add("company.passphrase-of-key")
	chosen := widgets.NewText(s.texts.Text("company.no-key-file"), widgets.Muted)
	choose := widgets.NewSecondary(s.texts.Text("company.choose-key-file"), "file", func() {
		s.actions.ChooseBackUp(func(name string) {
			chosen.Set(s.texts.Text("company.key-file", locales.Data{"File": name}))
			chosen.Restyle(widgets.Strong)
			f.clear()
			f.enable()
			s.actions.Focus(secret.entry)
		})
	})
	send := func() {
		f.clear()
		switch {
		case f.send.Disabled():
		case secret.entry.Text == "":
			f.refuse(secret, s.texts.Text("company.problem.no-passphrase"))
		default:
			f.begin()
			s.actions.RestoreKey(secret.entry.Text, f.done)
		}
	}
	f.ask("company.restore-key", send, container.NewVBox(
		widgets.NewText(s.texts.Text("company.restore-how"), widgets.Body),
		chosen, widgets.NewFlow(choose), secret.object,
	), widgets.NewPrimary(s.texts.Text("company.fetch-key"), "key", send))
	disable(f.send)
}

func (s *Screen) newForm() *form {
	return &form{screen: s, problem: newProblem()}
}

// ask shows the form; send is what its button does.
func (f *form) ask(heading string, send func(), content fyne.CanvasObject, button *widget.Button) {
	s := f.screen
	f.send = button
	f.fields[len(f.fields)-1].entry.OnSubmitted = func(string) { send() }
	f.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text(heading), widgets.Title),
		content, f.problem,
		widgets.NewFlow(button, widgets.NewSecondary(s.texts.Text("company.cancel"), "", f.close)),
	))
	s.form = f
	s.Problem("")
	s.build()
	s.page.ScrollToTop()
}

// add makes a field to type a passphrase in.
func (f *form) add(label string) *passphrase {
	p := &passphrase{entry: widgets.NewEntry(), problem: newProblem()}
	p.entry.Password = true
	p.entry.OnChanged = func(string) { f.clear() }
	p.object = container.NewVBox(widgets.NewText(f.screen.texts.Text(label), widgets.Strong), widgets.NewField(p.entry), p.problem)
	f.fields = append(f.fields, p)
	return p
}

// begin holds the form still until the shell has answered.
func (f *form) begin() {
	disable(f.send)
	for _, field := range f.fields {
		field.entry.Disable()
	}
}

func (f *form) enable() {
	f.send.Icon = theme.NewIcon("key", fynetheme.ColorNameForegroundOnPrimary)
	f.send.Enable()
}

// done takes the shell's answer: the form closes, or says what went wrong.
func (f *form) done(problem string) {
	if f.screen.form != f {
		return
	}
	if problem == "" {
		f.close()
		return
	}
	f.enable()
	for _, field := range f.fields {
		field.entry.Enable()
	}
	say(f.problem, problem)
	f.screen.page.Content.Refresh()
	f.screen.actions.Focus(f.fields[0].entry)
}

// refuse says what is wrong with a field, and leads there.
func (f *form) refuse(field *passphrase, words string) {
	say(field.problem, words)
	f.screen.page.Content.Refresh()
	f.screen.actions.Focus(field.entry)
}

// clear takes away what was said to be wrong.
func (f *form) clear() {
	said := f.problem.Visible()
	f.problem.Hide()
	for _, field := range f.fields {
		said = said || field.problem.Visible()
		field.problem.Hide()
	}
	if said {
		f.screen.page.Content.Refresh()
	}
}

// close forgets the passphrases and goes back to the page.
func (f *form) close() {
	for _, field := range f.fields {
		field.entry.OnChanged = nil
		field.entry.SetText("")
	}
	f.screen.form = nil
	f.screen.build()
}

func newProblem() *widgets.Text {
	problem := widgets.NewText("", widgets.Problem)
	problem.Hide()
	return problem
}

func say(problem *widgets.Text, words string) {
	problem.Set(words)
	problem.Show()
}
