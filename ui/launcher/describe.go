package launcher

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// describe shows what was recognised, and what can be done with it.
func (i *invitation) describe(r Recognised) fyne.CanvasObject {
	switch {
	case r.Problem == UnknownService:
		i.first = widgets.NewSecondary(i.texts.Text("launcher.open-host", locales.Data{"Host": r.Host}), "external", func() { i.open(Browser) })
		buttons := []fyne.CanvasObject{i.first}
		if keepable(r) {
			buttons = append(buttons, widgets.NewQuiet(i.texts.Text("launcher.keep"), "star", i.askName))
		}
		words := i.texts.Text("launcher.problem.unknown", locales.Data{"Host": r.Host})
		return widgets.NewField(widgets.NewNotice(words, buttons...))
	case r.Problem != NoProblem:
		return widgets.NewField(widgets.NewNotice(i.problemWords(r)))
	case r.Kind == Retired:
		return widgets.NewField(widgets.NewNotice(retiredWords(i.texts, r)))
	}
	lines := widgets.NewLines(widgets.NewText(titleOf(i.texts, r), widgets.OnTint.Bold()))
	if detail := i.detail(r); detail != "" {
		lines.Add(widgets.NewText(detail, widgets.OnTint))
	}
	answer := container.NewVBox(widgets.NewField(widgets.NewTint(lines)))
	if r.Verdict == Unapproved {
		answer.Add(widgets.NewField(widgets.NewNotice(i.warning(r))))
	}
	answer.Add(widgets.NewFlow(i.buttons(r)...))
	return answer
}

// titleOf says what a recognised invitation leads to.
func titleOf(texts *locales.Texts, r Recognised) string {
	if r.Problem == UnknownService {
		return r.Host
	}
	data := locales.Data{"Service": r.Service}
	var title string
	switch r.Kind {
	case Call:
		return texts.Text("launcher.kind.call")
	case Personal:
		title = texts.Text("launcher.kind.personal", data)
	case Webinar:
		title = texts.Text("launcher.kind.webinar", data)
	case Host:
		title = texts.Text("launcher.kind.host", data)
	default:
		title = texts.Text("launcher.kind.meeting", data)
	}
	if r.Number != "" {
		title += " " + r.Number
	}
	return title
}

// detail is what else there is to know of it.
func (i *invitation) detail(r Recognised) string {
	var said []string
	if r.PasscodeIncluded {
		said = append(said, i.texts.Text("launcher.passcode-included"))
	}
	switch r.Kind {
	case Host:
		said = append(said, i.texts.Text("launcher.kind.host-careful"))
	case Call:
		said = append(said, i.texts.Text("launcher.kind.call-how"))
	}
	if r.Verdict == Approved {
		said = append(said, i.texts.Text("launcher.approved", locales.Data{"Company": r.Company, "Service": r.Service}))
	}
	return strings.Join(said, " ")
}

func (i *invitation) warning(r Recognised) string {
	words := i.texts.Text("launcher.unapproved", locales.Data{"Company": r.Company, "Service": r.Service})
	return strings.TrimSpace(words + " " + r.Note)
}

// retiredWords says what to do instead.
func retiredWords(texts *locales.Texts, r Recognised) string {
	if r.Instead != "" {
		return r.Instead
	}
	return texts.Text("launcher.problem.retired", locales.Data{"Service": r.Service})
}

func (i *invitation) problemWords(r Recognised) string {
	switch r.Problem {
	case NoLink:
		return i.texts.Text("launcher.problem.no-link")
	case NotMeeting:
		return i.texts.Text("launcher.problem.not-meeting")
	case Incomplete:
		return i.texts.Text("launcher.problem.incomplete")
	case TooLong:
		return i.texts.Text("launcher.problem.too-long")
	case CodeAlone:
		return i.texts.Text("problem.code-alone")
	default:
		return i.texts.Text("launcher.problem.empty")
	}
}

// buttons offers the chosen way first, then the other, then what is there for
// those who need it.
func (i *invitation) buttons(r Recognised) []fyne.CanvasObject {
	if r.Kind == Call {
		i.first = widgets.NewPrimary(i.texts.Text("launcher.join-call"), "camera", i.call)
		return []fyne.CanvasObject{i.first}
	}
	first, second := Browser, App
	if r.HasApp && r.Way == App {
		first, second = App, Browser
	}
	i.first = widgets.NewPrimary(i.wayWords(first, r), "external", func() { i.open(first) })
	buttons := []fyne.CanvasObject{i.first}
	if r.HasApp {
		buttons = append(buttons, widgets.NewSecondary(i.wayWords(second, r), "", func() { i.open(second) }))
	}
	if r.Number != "" {
		buttons = append(buttons, widgets.NewQuiet(i.texts.Text("launcher.copy-number"), "copy", func() { i.actions.CopyNumber(i.text()) }))
	}
	if r.Passcode != "" {
		buttons = append(buttons, widgets.NewQuiet(i.texts.Text("launcher.copy-passcode"), "key", func() { i.actions.CopyPasscode(i.text()) }))
	}
	if keepable(r) {
		buttons = append(buttons, widgets.NewQuiet(i.texts.Text("launcher.keep"), "star", i.askName))
	}
	return buttons
}

func (i *invitation) wayWords(way Way, r Recognised) string {
	if way == App {
		return i.texts.Text("launcher.open-app", locales.Data{"Service": r.Service})
	}
	return i.texts.Text("launcher.open-browser")
}

// keepable tells whether something can become a favourite: a link that can be
// opened more than once, and is none yet.
func keepable(r Recognised) bool {
	return (r.Problem == NoProblem || r.Problem == UnknownService) && r.Kind != Call && r.Kind != Retired && !r.Kept
}
