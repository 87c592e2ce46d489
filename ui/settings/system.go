package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// System is how the app is tied into the user's desktop.
type System struct {
	// Opens is whether our links and files are opened with this program.
	Opens bool
	// Packaged is whether what installed the app decides that.
	Packaged bool
	AtLogin  bool // started when the user logs in
	Tray     bool // the desktop shows an icon of ours
	Stays    bool // closing the window leaves the program in the tray
}

// SystemActions is what the user can ask for there.
type SystemActions struct {
	SetOpens   func(on bool)
	SetAtLogin func(on bool)
	SetStays   func(on bool)
}

// system is the card on which the app is tied into the desktop.
type system struct {
	texts   *locales.Texts
	actions SystemActions
	body    *fyne.Container
	object  fyne.CanvasObject
	shown   *System
}

func newSystem(texts *locales.Texts, actions SystemActions) *system {
	s := &system{texts: texts, actions: actions, body: container.NewVBox()}
	s.body.Add(widgets.NewText(texts.Text("settings.system-asking"), widgets.Muted))
	s.object = widgets.NewCard(container.NewVBox(widgets.NewText(texts.Text("settings.system"), widgets.Subtitle), s.body))
	return s
}

// show brings the card up to date.
func (s *system) show(m System) {
	if s.shown != nil && *s.shown == m {
		return
	}
	s.shown = &m
	s.body.RemoveAll()
	if m.Packaged {
		s.body.Add(widgets.NewText(s.texts.Text("settings.opens-packaged"), widgets.Muted))
	} else {
		s.choice("settings.opens", "settings.opens-how", m.Opens, s.actions.SetOpens)
	}
	s.choice("settings.at-login", "settings.at-login-how", m.AtLogin, s.actions.SetAtLogin)
	if m.Tray {
		s.choice("settings.stays", "settings.stays-how", m.Stays, s.actions.SetStays)
	} else {
		s.body.Add(widgets.NewText(s.texts.Text("settings.no-tray"), widgets.Muted))
	}
}

// choice adds something that is on or off.
func (s *system) choice(heading, how string, on bool, set func(bool)) {
	s.body.Add(widgets.NewLines(widgets.NewText(s.texts.Text(heading), widgets.Strong),
		widgets.NewText(s.texts.Text(how), widgets.Muted)))
	s.body.Add(onOff(s.texts, on, set))
}

// onOff lets the user switch something on or off.
func onOff(texts *locales.Texts, on bool, set func(bool)) fyne.CanvasObject {
	const yes, no = "on", "off"
	chosen := no
	if on {
		chosen = yes
	}
	return widgets.NewChoice([]widgets.Option{
		{Value: yes, Text: texts.Text("settings.on")}, {Value: no, Text: texts.Text("settings.off")},
	}, chosen, func(value string) { set(value == yes) }).Object()
}
