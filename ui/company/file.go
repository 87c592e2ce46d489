package company

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// openCard is where an employee says which file to use.
type openCard struct {
	screen *Screen
	entry  *widgets.Entry
	choose *widget.Button
	fetch  *widget.Button
	fields fyne.CanvasObject // all but the heading
	object fyne.CanvasObject
}

func newOpenCard(s *Screen) *openCard {
	c := &openCard{screen: s, entry: widgets.NewEntry()}
	c.entry.SetPlaceHolder(s.texts.Text("company.address-example"))
	c.entry.OnChanged = func(string) { s.Problem("") }
	c.entry.OnSubmitted = func(string) { c.get() }
	c.choose = widgets.NewPrimary(s.texts.Text("company.open-file"), "file", func() {
		s.Problem("")
		s.actions.OpenFile()
	})
	c.fetch = widgets.NewSecondary(s.texts.Text("company.fetch"), "link", c.get)
	c.fields = container.NewVBox(
		widgets.NewText(s.texts.Text("company.open-how"), widgets.Body),
		widgets.NewFlow(c.choose),
		widgets.NewText(s.texts.Text("company.address"), widgets.Strong),
		widgets.NewField(c.entry),
		widgets.NewFlow(c.fetch),
	)
	c.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("company.open"), widgets.Subtitle), c.fields))
	return c
}

// get asks for the file at the address that has been pasted.
func (c *openCard) get() {
	switch {
	case c.screen.model.Busy:
	case c.entry.Text == "":
		c.screen.Problem(c.screen.texts.Text("company.no-address"))
	default:
		c.screen.Problem("")
		c.screen.actions.Fetch(c.entry.Text)
	}
}

func (c *openCard) enable(on bool) {
	if !on {
		disable(c.choose)
		disable(c.fetch)
		return
	}
	c.choose.Icon = theme.NewIcon("file", fynetheme.ColorNameForegroundOnPrimary)
	c.fetch.Icon = theme.NewIcon("link", fynetheme.ColorNameForeground)
	c.choose.Enable()
	c.fetch.Enable()
}

// fileCard is about the file itself: how new it is, who signed it, and where
// the next one comes from.
func (s *Screen) fileCard() fyne.CanvasObject {
	held := s.model.Held
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("company.file"), widgets.Subtitle),
		widgets.NewText(s.version(held.Organisation), widgets.Body),
		widgets.NewLines(
			widgets.NewText(s.texts.Text("company.signed"), widgets.Strong),
			widgets.NewText(held.Fingerprint(), widgets.Body),
			widgets.NewText(s.texts.Text("company.signed-how"), widgets.Muted)),
		widgets.NewLines(append([]fyne.CanvasObject{widgets.NewText(s.texts.Text("company.updates"), widgets.Strong)}, s.update()...)...),
		disclose(s.texts.Text("company.open-newer"), s.open.fields),
		widgets.NewFlow(s.button(widgets.NewSecondary(s.texts.Text("company.remove"), "delete", s.actions.Remove))),
	))
}

// version says which version a company's file is.
func (s *Screen) version(o organisation.Organisation) string {
	return s.texts.Text("company.version", locales.Data{"Version": o.Version, "Date": s.texts.Date(o.Made.Local())})
}

// update says where newer versions come from, and what came of asking there.
func (s *Screen) update() []fyne.CanvasObject {
	u := s.model.Update
	if u.Address == "" {
		return []fyne.CanvasObject{widgets.NewText(s.texts.Text("company.no-updates"), widgets.Body)}
	}
	said := []fyne.CanvasObject{widgets.NewText(s.texts.Text("company.updates-from", locales.Data{"Address": u.Address}), widgets.Body)}
	switch {
	case u.Problem != "":
		said = append(said, widgets.NewText(u.Problem, widgets.Problem))
	case u.Asked.IsZero():
		said = append(said, widgets.NewText(s.texts.Text("company.not-asked"), widgets.Muted))
	default:
		said = append(said, widgets.NewText(s.texts.Text("company.newest"), widgets.Body))
	}
	if !u.Asked.IsZero() {
		said = append(said, widgets.NewText(s.asked(u.Asked.Local()), widgets.Muted))
	}
	return said
}

func (s *Screen) asked(at time.Time) string {
	return s.texts.Text("company.asked", locales.Data{"Date": s.texts.Date(at), "Clock": s.texts.Clock(at)})
}

// whatItIs explains the file to somebody who has never seen one.
func (s *Screen) whatItIs() fyne.CanvasObject {
	return widgets.NewTint(widgets.NewLines(
		widgets.NewText(s.texts.Text("company.what"), widgets.OnTint.Bold()),
		widgets.NewText(s.texts.Text("company.what-holds"), widgets.OnTint),
		widgets.NewText(s.texts.Text("company.what-signed"), widgets.OnTint),
		widgets.NewText(s.texts.Text("company.what-private"), widgets.OnTint),
	))
}
