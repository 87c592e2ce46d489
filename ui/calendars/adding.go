package calendars

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// The ways to add a calendar.
const (
	byAddress = "address"
	byAccount = "account"
	byFile    = "file"
)

// adding is the card where a calendar is added.
type adding struct {
	texts   *locales.Texts
	actions Actions
	changed func() // tells that the card has grown or shrunk
	object  fyne.CanvasObject

	kind    *widgets.Choice
	body    *fyne.Container
	address *addressForm
	account *accountForm
	noRing  string
}

func newAdding(texts *locales.Texts, actions Actions, changed func()) *adding {
	a := &adding{texts: texts, actions: actions, changed: changed, body: container.NewVBox()}
	a.kind = widgets.NewChoice([]widgets.Option{
		{Value: byAddress, Text: texts.Text("calendars.by-address")},
		{Value: byAccount, Text: texts.Text("calendars.by-account")},
		{Value: byFile, Text: texts.Text("calendars.by-file")},
	}, byAddress, func(string) { a.fill() })
	a.address = newAddressForm(texts, actions, changed)
	a.account = newAccountForm(texts, actions, changed)
	a.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(texts.Text("calendars.add"), widgets.Subtitle), a.kind.Object(), a.body))
	a.fill()
	return a
}

// show brings the card up to date; noRing says why nothing secret can be kept.
func (a *adding) show(noRing string) {
	if noRing != a.noRing {
		a.noRing = noRing
		a.fill()
	}
}

// fill shows what belongs to the way that is chosen.
func (a *adding) fill() {
	a.body.RemoveAll()
	kind := a.kind.Selected()
	if kind != byFile && a.noRing != "" {
		a.body.Add(widgets.NewField(widgets.NewNotice(a.noRing,
			widgets.NewSecondary(a.texts.Text("calendars.keyring"), "key", a.actions.OpenKeyring))))
	}
	switch kind {
	case byAccount:
		a.body.Add(a.account.object)
	case byFile:
		a.body.Add(widgets.NewText(a.texts.Text("calendars.file-how"), widgets.Body))
		a.body.Add(widgets.NewFlow(widgets.NewPrimary(a.texts.Text("calendars.choose-file"), "open", a.actions.ChooseFile)))
	default:
		a.body.Add(a.address.object)
	}
	a.changed()
}

// sources are where people keep calendars, each with steps to its address.
func (a *adding) sources() []source {
	return []source{
		{a.texts.Text("calendars.outlook"), a.texts.Text("calendars.outlook-how")},
		{a.texts.Text("calendars.google"), a.texts.Text("calendars.google-how")},
		{a.texts.Text("calendars.nextcloud"), a.texts.Text("calendars.nextcloud-how")},
		{a.texts.Text("calendars.icloud"), a.texts.Text("calendars.icloud-how")},
	}
}

type source struct{ name, how string }

// help unfolds how the address is found in the usual places.
func (a *adding) help() fyne.CanvasObject {
	list := container.NewVBox(widgets.NewText(a.texts.Text("calendars.where"), widgets.Subtitle))
	for _, source := range a.sources() {
		how := container.NewVBox(widgets.NewIndent(widgets.NewText(source.how, widgets.Body)))
		how.Hide()
		var line *widgets.Disclosure
		line = widgets.NewDisclosure(widgets.NewText(source.name, widgets.Strong), func() {
			how.Hidden = !how.Hidden
			line.Open(!how.Hidden)
			a.changed()
		})
		list.Add(line)
		list.Add(how)
	}
	return widgets.NewCard(list)
}

func (a *adding) typed() Typed {
	return Typed{
		Kind: a.kind.Selected(), Address: a.address.address.Text, Name: a.address.name.Text, Me: a.address.me.Text,
		Server: a.account.server.Text, User: a.account.user.Text,
	}
}

func (a *adding) restore(t Typed) {
	if t.Kind != "" {
		a.kind.Select(t.Kind)
	}
	a.address.address.SetText(t.Address)
	a.address.name.SetText(t.Name)
	a.address.me.SetText(t.Me)
	a.account.server.SetText(t.Server)
	a.account.user.SetText(t.User)
	a.fill()
}
