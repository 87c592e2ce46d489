package contacts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// deadline counts down to when a breach is to be reported, or offers to. The
// two halves stand in different places of the page: what is running comes first
// of all.
type deadline struct {
	texts   *locales.Texts
	actions Actions
	clock   func() time.Time

	left    *widgets.Text
	until   *widgets.Text
	running *widgets.Panel

	body  *fyne.Container // the offer, or the question when it was discovered
	start *widgets.Panel
}

// reportContact is the public contact to whom a breach is reported.
const reportContact = "datatilsynet-breach"

func newDeadline(texts *locales.Texts, public []organisation.PublicContact, actions Actions) *deadline {
	d := &deadline{
		texts: texts, actions: actions, clock: time.Now,
		left: widgets.NewText("", widgets.Title), until: widgets.NewText("", widgets.Body),
		body: container.NewVBox(),
	}
	d.running = widgets.NewTint(container.NewVBox(
		widgets.NewText(texts.Text("contacts.deadline"), widgets.Strong),
		widgets.NewLines(d.left, d.until),
		widgets.NewFlow(
			widgets.NewPrimary(texts.Text("contacts.deadline-report"), "external", func() { actions.Open(reportURL(public)) }),
			widgets.NewSecondary(texts.Text("contacts.deadline-end"), "check", actions.EndDeadline),
		),
		widgets.NewText(texts.Text("contacts.deadline-end-why"), widgets.OnTint),
	))
	d.start = widgets.NewCard(d.body)
	d.running.Hide()
	d.offer()
	return d
}

// reportURL is the page where a breach is reported.
func reportURL(public []organisation.PublicContact) string {
	for _, contact := range public {
		if contact.ID == reportContact {
			return contact.URL
		}
	}
	return ""
}

// show brings both halves up to date; only one of them is seen.
func (d *deadline) show(running *incident.Deadline, now time.Time) {
	d.running.Hidden, d.start.Hidden = running == nil, running != nil
	if running == nil {
		return
	}
	d.offer()
	at := running.At().Local()
	data := locales.Data{"Weekday": d.texts.WeekdayWithin(at.Weekday()), "Date": d.texts.Date(at), "Clock": d.texts.Clock(at)}
	if running.Over(now) {
		d.left.Set(d.texts.Text("contacts.deadline-over"))
		d.until.Set(d.texts.Text("contacts.deadline-was", data))
		return
	}
	d.left.Set(d.remaining(running.Remaining(now)))
	d.until.Set(d.texts.Text("contacts.deadline-until", data))
}

// remaining says how much time is left, in hours and minutes. A minute that has
// begun counts as one, so that it never says that nothing is left.
func (d *deadline) remaining(left time.Duration) string {
	minutes := int((left + time.Minute - 1) / time.Minute)
	hours := minutes / 60
	words := d.texts.Count("contacts.minutes-count", minutes%60)
	if hours == 0 {
		return d.texts.Text("contacts.deadline-minutes", locales.Data{"Minutes": words})
	}
	return d.texts.Text("contacts.deadline-left", locales.Data{
		"Hours": d.texts.Count("contacts.hours-count", hours), "Minutes": words,
	})
}

// offer explains the time limit and offers to count.
func (d *deadline) offer() {
	d.body.Objects = []fyne.CanvasObject{
		widgets.NewLines(widgets.NewText(d.texts.Text("contacts.deadline-start"), widgets.Subtitle),
			widgets.NewText(d.texts.Text("contacts.deadline-why"), widgets.Muted)),
		widgets.NewFlow(widgets.NewSecondary(d.texts.Text("contacts.deadline-begin"), "clock", d.ask)),
	}
	d.start.Refresh()
}

// ask wants to know when the breach was discovered: the time runs from then.
func (d *deadline) ask() {
	day, clock, problem := widgets.NewEntry(), widgets.NewEntry(), newProblem()
	now := d.clock()
	day.SetText(now.Format(dayLayout))
	clock.SetText(d.texts.Clock(now))
	begin := func() {
		discovered, err := parseDiscovered(day.Text, clock.Text, d.clock())
		if err != nil {
			show(problem, d.refusal(err))
			d.start.Refresh()
			return
		}
		d.actions.StartDeadline(discovered)
	}
	clock.OnSubmitted = func(string) { begin() }
	d.body.Objects = []fyne.CanvasObject{
		widgets.NewLines(widgets.NewText(d.texts.Text("contacts.deadline-when"), widgets.Subtitle),
			widgets.NewText(d.texts.Text("contacts.deadline-from"), widgets.Muted)),
		widgets.NewColumns(150, 2,
			container.NewVBox(widgets.NewText(d.texts.Text("contacts.deadline-day"), widgets.Strong), widgets.NewField(day)),
			container.NewVBox(widgets.NewText(d.texts.Text("contacts.deadline-clock"), widgets.Strong), widgets.NewField(clock))),
		problem,
		below(
			widgets.NewPrimary(d.texts.Text("contacts.deadline-begin"), "clock", begin),
			widgets.NewSecondary(d.texts.Text("contacts.cancel"), "", d.offer)),
	}
	d.start.Refresh()
	d.actions.Focus(day)
}
