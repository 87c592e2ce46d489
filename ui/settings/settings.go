// Package settings is the screen where the user says how the app is to be:
// language, look, name and devices.
package settings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// Values is what the user has chosen.
type Values struct {
	Language locales.Language
	Look     theme.Choice
	Name     string
	// Reminders is whether to be told of items that have come due.
	Reminders bool
	// System is what is known of the desktop without asking it: not Opens and
	// AtLogin, which ShowSystem brings.
	System System
}

// Actions is what the screen asks the shell to do.
type Actions struct {
	SetLanguage func(locales.Language)
	SetLook     func(theme.Choice)
	SetName     func(string)
	// Devices are chosen by their names as the system writes them.
	SetCamera, SetMicrophone, SetSpeaker func(string)
	OpenFolder                           func()
	SetReminders                         func(on bool)
	// BackUp saves all data as one file, and Restore takes it from one.
	BackUp, Restore func()
	System          SystemActions
	OpenSecrets     func() // the page about the keyring
}

// About is what the screen tells of the app itself.
type About struct {
	Version string
	Folder  string // where the app keeps everything
}

// Screen is the settings on the screen.
type Screen struct {
	texts   *locales.Texts
	values  Values
	actions Actions
	page    *widgets.Page
	devices *devices
	system  *system
}

// New builds the screen.
func New(texts *locales.Texts, values Values, about About, actions Actions) *Screen {
	s := &Screen{texts: texts, values: values, actions: actions}
	s.devices = newDevices(texts, actions)
	s.system = newSystem(texts, values.System, actions.System)
	s.page = widgets.NewPage(
		widgets.NewText(texts.Text("settings.title"), widgets.Title),
		widgets.NewColumns(340, 2,
			widgets.NewColumns(340, 1, s.language(), s.look(), s.name(), s.devices.object),
			widgets.NewColumns(340, 1, s.system.object, s.reminders(), s.secrets(), s.backup())),
		s.about(about),
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// ShowDevices fills in the devices that the machine has.
func (s *Screen) ShowDevices(present Present) {
	s.devices.show(present)
	s.page.Content.Refresh()
}

// ShowSystem fills in how the app is tied into the desktop.
func (s *Screen) ShowSystem(system System) {
	s.system.show(system)
	s.page.Content.Refresh()
}

func (s *Screen) language() fyne.CanvasObject {
	var options []widgets.Option
	for _, l := range locales.Languages() {
		options = append(options, widgets.Option{Value: string(l), Text: s.texts.Text("settings.language." + string(l))})
	}
	return s.card("settings.language.heading", widgets.NewChoice(options, string(s.values.Language),
		func(value string) { s.actions.SetLanguage(locales.Language(value)) }).Object())
}

func (s *Screen) look() fyne.CanvasObject {
	var appearances, scales []widgets.Option
	for _, a := range theme.Appearances() {
		appearances = append(appearances, widgets.Option{Value: string(a), Text: s.texts.Text("settings.appearances." + string(a))})
	}
	for _, scale := range theme.TextScales() {
		percent := strconv.Itoa(int(scale * 100))
		scales = append(scales, widgets.Option{Value: percent, Text: s.texts.Text("settings.percent", locales.Data{"Percent": percent})})
	}
	look := s.values.Look
	return s.card("settings.appearance",
		widgets.NewChoice(appearances, string(look.Appearance), func(value string) {
			s.values.Look.Appearance = theme.Appearance(value)
			s.actions.SetLook(s.values.Look)
		}).Object(),
		widgets.NewText(s.texts.Text("settings.text-size"), widgets.Strong),
		widgets.NewChoice(scales, strconv.Itoa(int(look.TextScale*100)), func(value string) {
			percent, err := strconv.Atoi(value)
			if err != nil {
				return
			}
			s.values.Look.TextScale = float32(percent) / 100
			s.actions.SetLook(s.values.Look)
		}).Object())
}

func (s *Screen) name() fyne.CanvasObject {
	entry := widgets.NewEntry()
	entry.SetText(s.values.Name)
	entry.SetPlaceHolder(s.texts.Text("settings.name-example"))
	entry.OnChanged = s.actions.SetName
	return s.card("settings.name", widgets.NewText(s.texts.Text("settings.name-how"), widgets.Muted), widgets.NewField(entry))
}

// reminders lets the user be told of what has come due, or not.
func (s *Screen) reminders() fyne.CanvasObject {
	return s.card("settings.reminders", widgets.NewText(s.texts.Text("settings.reminders-how"), widgets.Muted),
		onOff(s.texts, answer(s.values.Reminders), s.actions.SetReminders))
}

// secrets leads to what is kept in the keyring.
func (s *Screen) secrets() fyne.CanvasObject {
	return s.card("secrets.title", widgets.NewText(s.texts.Text("settings.secrets-how"), widgets.Muted), widgets.NewFlow(
		widgets.NewSecondary(s.texts.Text("settings.open-secrets"), "key", s.actions.OpenSecrets)))
}

// backup lets the user save everything as one file, and take it from one.
func (s *Screen) backup() fyne.CanvasObject {
	return s.card("settings.backup", widgets.NewText(s.texts.Text("settings.backup-how"), widgets.Muted), widgets.NewFlow(
		widgets.NewSecondary(s.texts.Text("settings.back-up"), "save", s.actions.BackUp),
		widgets.NewQuiet(s.texts.Text("settings.restore"), "open", s.actions.Restore)))
}

func (s *Screen) about(about About) fyne.CanvasObject {
	return s.card("settings.about",
		widgets.NewText(s.texts.Text("settings.version", locales.Data{"Version": about.Version}), widgets.Body),
		widgets.NewText(s.texts.Text("settings.folder", locales.Data{"Folder": about.Folder}), widgets.Body),
		widgets.NewText(s.texts.Text("settings.privacy"), widgets.Muted),
		widgets.NewFlow(widgets.NewSecondary(s.texts.Text("settings.open-folder"), "external", s.actions.OpenFolder)))
}

func (s *Screen) card(heading string, content ...fyne.CanvasObject) fyne.CanvasObject {
	card := container.NewVBox(widgets.NewText(s.texts.Text(heading), widgets.Subtitle))
	if how, ok := content[0].(*widgets.Text); ok { // what is said of it stands close below
		card.Objects, content = []fyne.CanvasObject{widgets.NewLines(card.Objects[0], how)}, content[1:]
	}
	card.Objects = append(card.Objects, content...)
	return widgets.NewCard(card)
}
