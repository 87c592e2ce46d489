package report

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// signature is where the report is signed off and saved: nothing is saved before
// there is a name and what is shown has been confirmed.
type signature struct {
	signing   signing
	report    report.Report
	confirmed bool

	name    *widgets.Entry
	confirm *widgets.Tick
	buttons map[Format]*widget.Button
	missing *widgets.Text
	object  *widgets.Panel
}

// signing is what is done with what the user says.
type signing struct {
	named func(name string)
	save  func(format Format)
	grown func() // the signature has become higher or lower
}

func newSignature(texts *locales.Texts, name string, signing signing) *signature {
	s := &signature{
		signing: signing, name: widgets.NewEntry(), buttons: map[Format]*widget.Button{},
		missing: widgets.NewText(texts.Text("report.missing"), widgets.Problem),
	}
	s.missing.Hide()
	s.name.SetText(name)
	s.name.SetPlaceHolder(texts.Text("report.name-example"))
	s.name.OnChanged = signing.named
	s.confirm = widgets.NewTick(func() { s.sign(!s.confirmed) })
	button := func(button *widget.Button, format Format) fyne.CanvasObject {
		button.OnTapped = func() { s.save(format) }
		s.buttons[format] = button
		return button
	}
	// The box begins further out than the texts.
	const boxInset = 3
	confirm := container.New(layout.NewCustomPaddedLayout(4, 4, boxInset, 0),
		widgets.NewTickLine(s.confirm, texts.Text("report.confirm")))
	s.object = widgets.NewCard(container.NewVBox(
		widgets.NewColumns(300, 2, container.NewVBox(
			widgets.NewText(texts.Text("report.name"), widgets.Strong), widgets.NewField(s.name))),
		confirm,
		s.missing,
		widgets.NewFlow(
			button(widgets.NewPrimary(texts.Text("report.save-json"), "send", nil), JSON),
			button(widgets.NewSecondary(texts.Text("report.save-pdf"), "print", nil), PDF),
			button(widgets.NewSecondary(texts.Text("report.save-csv"), "save", nil), CSV),
		),
	))
	return s
}

// show takes notice of what is to be signed.
func (s *signature) show(r report.Report) {
	s.report = r
	// Nobody reads in a report on the employer's own list: it is for people.
	if own := r.Role == checklists.Employer; own != s.buttons[JSON].Hidden {
		s.buttons[JSON].Hidden = own
		s.buttons[PDF].Importance = widget.MediumImportance
		if own {
			s.buttons[PDF].Importance = widget.HighImportance
		}
		s.object.Refresh()
	}
	s.complain(s.missing.Visible())
}

// withdraw takes the confirmation back.
func (s *signature) withdraw() { s.sign(false) }

func (s *signature) sign(confirmed bool) {
	s.confirmed = confirmed
	s.confirm.Set(confirmed, false)
	s.complain(s.missing.Visible())
}

func (s *signature) signed() bool { return s.confirmed && s.report.Name != "" }

// save saves what has been signed off, or says and shows what is missing.
func (s *signature) save(format Format) {
	if s.signed() {
		s.signing.save(format)
		return
	}
	s.complain(true)
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(s.name); canvas != nil {
		if s.report.Name == "" {
			canvas.Focus(s.name)
		} else {
			canvas.Focus(s.confirm)
		}
	}
}

// complain says that something is missing, for as long as it is.
func (s *signature) complain(on bool) {
	if hidden := !on || s.signed(); hidden != s.missing.Hidden {
		s.missing.Hidden = hidden
		s.signing.grown()
	}
}
