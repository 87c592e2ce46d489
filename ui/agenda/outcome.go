package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Happened is what became of a meeting that was to be opened.
type Happened int

// What can have happened. NotOpened is any failure that has no words of its own.
const (
	Nothing      Happened = iota // nothing was opened, or it has been dismissed
	InApp                        // handed to the service's own app
	InBrowser                    // handed to the browser, as wanted
	FellBack                     // handed to the browser, since the app is not installed
	NoBrowser                    // the system knows no browser
	NotOpened                    // the system would not open it
	ShutDown                     // the service was shut down, so nothing is opened
	LinkIsLocked                 // the link lies in a keyring that does not give it out
)

// Outcome is what the line about the meeting that was opened last says. It
// stays until it is dismissed: an app that takes its time, or does not come at
// all, must not look like a button that does nothing.
type Outcome struct {
	Happened Happened
	Service  string // the name of the service, "" if it is not known
	// Nth counts the meetings that were opened, so that the same is seen to
	// happen once more.
	Nth int
}

// OutcomeActions is what the line asks the shell to do with the meeting that was
// opened last.
type OutcomeActions struct {
	OpenInBrowser func()
	CopyLink      func()
	Dismiss       func()
}

// OutcomeLine shows an Outcome.
type OutcomeLine struct {
	texts   *locales.Texts
	actions OutcomeActions
	shown   Outcome
	object  *fyne.Container
}

// NewOutcomeLine makes a line that says nothing and takes no room.
func NewOutcomeLine(texts *locales.Texts, actions OutcomeActions) *OutcomeLine {
	l := &OutcomeLine{texts: texts, actions: actions, object: container.NewVBox()}
	l.object.Hide()
	return l
}

// Object is what the screen shows.
func (l *OutcomeLine) Object() fyne.CanvasObject { return l.object }

// Show says what happened. What has not changed is not built anew.
func (l *OutcomeLine) Show(o Outcome) {
	if o == l.shown {
		return
	}
	l.shown = o
	l.object.Objects = nil
	l.object.Hidden = o.Happened == Nothing
	if !l.object.Hidden {
		l.object.Add(l.message(o))
	}
}

func (l *OutcomeLine) message(o Outcome) fyne.CanvasObject {
	words := o.Words(l.texts)
	buttons := l.buttons(o.Happened)
	switch o.Happened {
	case InApp, InBrowser, FellBack:
		return widgets.NewHint(words, buttons...)
	default:
		return widgets.NewNotice(words, buttons...)
	}
}

// Words says it in a sentence.
func (o Outcome) Words(texts *locales.Texts) string {
	data := locales.Data{"Service": o.Service}
	switch {
	case o.Happened == InApp:
		return texts.Text("agenda.opened.app", data)
	case o.Happened == InBrowser && o.Service == "":
		return texts.Text("agenda.opened.link")
	case o.Happened == InBrowser:
		return texts.Text("agenda.opened.browser", data)
	case o.Happened == FellBack:
		return texts.Text("agenda.opened.fell-back", data)
	case o.Happened == NoBrowser:
		return texts.Text("agenda.opened.no-browser")
	case o.Happened == ShutDown:
		return texts.Text("agenda.opened.shut-down", data)
	case o.Happened == LinkIsLocked:
		return texts.Text("agenda.opened.locked")
	default:
		return texts.Text("agenda.opened.failed")
	}
}

// buttons offers what can still be done.
func (l *OutcomeLine) buttons(happened Happened) []fyne.CanvasObject {
	var buttons []fyne.CanvasObject
	if happened == InApp {
		buttons = append(buttons, widgets.NewSecondary(l.texts.Text("agenda.opened.use-browser"), "external", l.actions.OpenInBrowser))
	}
	if happened != ShutDown && happened != LinkIsLocked {
		buttons = append(buttons, widgets.NewSecondary(l.texts.Text("agenda.opened.copy"), "copy", l.actions.CopyLink))
	}
	return append(buttons, widgets.NewQuiet(l.texts.Text("agenda.opened.dismiss"), "close", l.actions.Dismiss))
}
