package calendars

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// accountForm adds calendars of a CalDAV account: first it asks which there
// are, then which of them to add.
type accountForm struct {
	texts    *locales.Texts
	actions  Actions
	changed  func()
	object   *fyne.Container
	server   *widgets.Entry
	user     *widgets.Entry
	password *widgets.Entry
	find     *widget.Button
	add      *widget.Button
	problem  *fyne.Container
	choice   *fyne.Container

	account Account // whose calendars are shown
	ticks   []*tickedCalendar
}

// tickedCalendar is a calendar that may be chosen.
type tickedCalendar struct {
	Found
	tick   *widgets.Tick
	chosen bool
}

func newTicked(found Found) *tickedCalendar {
	c := &tickedCalendar{Found: found, chosen: true}
	c.tick = widgets.NewTick(func() {
		c.chosen = !c.chosen
		c.tick.Set(c.chosen, false)
	})
	c.tick.Set(true, false)
	return c
}

func newAccountForm(texts *locales.Texts, actions Actions, changed func()) *accountForm {
	f := &accountForm{
		texts: texts, actions: actions, changed: changed,
		server: widgets.NewEntry(), user: widgets.NewEntry(), password: widgets.NewEntry(),
		problem: container.NewVBox(), choice: container.NewVBox(),
	}
	f.password.Password = true
	f.server.SetPlaceHolder(texts.Text("calendars.server-example"))
	for _, entry := range []*widgets.Entry{f.server, f.user, f.password} {
		entry.OnSubmitted = func(string) { f.look() }
		entry.OnChanged = func(string) { f.forget() }
	}
	f.find = widgets.NewPrimary(texts.Text("calendars.find"), "search", f.look)
	f.add = widgets.NewPrimary(texts.Text("calendars.add-chosen"), "add", f.submit)
	f.object = container.NewVBox(
		widgets.NewText(texts.Text("calendars.account-how"), widgets.Body),
		labelled(texts.Text("calendars.server"), f.server),
		widgets.NewColumns(280, 2,
			labelled(texts.Text("calendars.user"), f.user), labelled(texts.Text("calendars.password"), f.password)),
		f.problem, f.choice,
		widgets.NewFlow(f.find),
	)
	return f
}

// look asks the account for its calendars.
func (f *accountForm) look() {
	if f.find.Disabled() {
		return // enter was pressed twice
	}
	f.forget()
	account := Account{f.server.Text, f.user.Text, f.password.Text}
	setWorking(f.find, true, f.texts.Text("calendars.finding"), "")
	f.actions.Find(account, func(found []Found, problem string) {
		setWorking(f.find, false, "", f.texts.Text("calendars.find"))
		if problem != "" {
			sayIn(f.problem, problem)
			f.changed()
			return
		}
		f.offer(account, found)
	})
}

// offer shows the account's calendars, all of them chosen.
func (f *accountForm) offer(account Account, found []Found) {
	f.account, f.ticks = account, nil
	f.choice.RemoveAll()
	f.choice.Add(widgets.NewText(f.texts.Text("calendars.which"), widgets.Strong))
	for _, c := range found {
		ticked := newTicked(c)
		f.ticks = append(f.ticks, ticked)
		f.choice.Add(widgets.NewTickLine(ticked.tick, c.Name))
	}
	f.choice.Add(widgets.NewFlow(f.add))
	f.find.Hide() // until something else stands in the fields
	f.changed()
}

// submit adds the calendars that are chosen.
func (f *accountForm) submit() {
	var chosen []Found
	for _, c := range f.ticks {
		if c.chosen {
			chosen = append(chosen, c.Found)
		}
	}
	if len(chosen) == 0 {
		sayIn(f.problem, f.texts.Text("calendars.none-chosen"))
		f.changed()
		return
	}
	setWorking(f.add, true, f.texts.Text("calendars.connecting"), "")
	f.actions.AddFound(f.account, chosen, func(problem string) {
		setWorking(f.add, false, "", f.texts.Text("calendars.add-chosen"))
		if problem == "" {
			f.password.SetText("")
			f.forget()
			return
		}
		sayIn(f.problem, problem)
		f.changed()
	})
}

// forget takes away what was found with what stood in the fields before.
func (f *accountForm) forget() {
	if len(f.choice.Objects) == 0 && len(f.problem.Objects) == 0 {
		return
	}
	f.account, f.ticks = Account{}, nil
	f.choice.RemoveAll()
	f.problem.RemoveAll()
	f.find.Show()
	f.changed()
}
