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
	shown   *System // nil until the desktop has been looked at
}

// newSystem makes the card as high as it will be, so that nothing moves under
// the user's hand once the desktop has been looked at. Of known, what the
// desktop is to be asked for is not looked at.
func newSystem(texts *locales.Texts, known System, actions SystemActions) *system {
	s := &system{texts: texts, actions: actions, body: container.NewVBox()}
	s.object = widgets.NewCard(container.NewVBox(widgets.NewText(texts.Text("settings.system"), widgets.Subtitle), s.body))
	s.fill(known)
	return s
}

// show brings the card up to date.
func (s *system) show(m System) {
	if s.shown != nil && *s.shown == m {
		return
	}
	s.shown = &m
	s.fill(m)
}

func (s *system) fill(m System) {
	s.body.RemoveAll()
	if m.Packaged {
		s.body.Add(widgets.NewText(s.texts.Text("settings.opens-packaged"), widgets.Muted))
	} else {
		s.choice("settings.opens", "settings.opens-how", s.asked(m.Opens), s.actions.SetOpens)
	}
	s.choice("settings.at-login", "settings.at-login-how", s.asked(m.AtLogin), s.actions.SetAtLogin)
	if m.Tray {
		s.choice("settings.stays", "settings.stays-how", answer(m.Stays), s.actions.SetStays)
	} else {
		s.body.Add(widgets.NewText(s.texts.Text("settings.no-tray"), widgets.Muted))
	}
}

// asked is the answer to what the desktop is asked for, none before it is known.
func (s *system) asked(on bool) string {
	if s.shown == nil {
		return ""
	}
	return answer(on)
}

// choice adds something that is on or off.
func (s *system) choice(heading, how, chosen string, set func(bool)) {
	s.body.Add(widgets.NewLines(widgets.NewText(s.texts.Text(heading), widgets.Strong),
		widgets.NewText(s.texts.Text(how), widgets.Muted)))
	s.body.Add(onOff(s.texts, chosen, set))
}

// The answers to what is on or off.
const yes, no = "on", "off"

func answer(on bool) string {
	if on {
		return yes
	}
	return no
}

// onOff lets the user switch something on or off. Chosen is an answer, or ""
// where it is not known yet.
func onOff(texts *locales.Texts, chosen string, set func(bool)) fyne.CanvasObject {
	return widgets.NewChoice([]widgets.Option{
		{Value: yes, Text: texts.Text("settings.on")}, {Value: no, Text: texts.Text("settings.off")},
	}, chosen, func(value string) { set(value == yes) }).Object()
}
