// Package launcher is the meetings screen: start a call of one's own or join
// one by its link.
package launcher

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Actions is what the screen asks the shell to do.
type Actions struct {
	Start func()
	// Join tries what was pasted; it returns the words for what is wrong with
	// it, or "" when a call window opens.
	Join func(text string) (problem string)
	// Clipboard gives what was copied last.
	Clipboard func() string
	// Focus puts the cursor in a field.
	Focus func(fyne.Focusable)
}

// Screen is the meetings page on the screen.
type Screen struct {
	texts   *locales.Texts
	actions Actions
	page    *widgets.Page
	entry   *widgets.Entry
	problem *fyne.Container
}

// New builds the screen.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{texts: texts, actions: actions, entry: widgets.NewEntry(), problem: container.NewVBox()}
	s.entry.SetPlaceHolder(texts.Text("launcher.link-example"))
	s.entry.OnSubmitted = func(string) { s.join() }
	s.entry.OnChanged = func(string) { s.Problem("") }
	s.page = widgets.NewPage(
		widgets.NewLines(widgets.NewText(texts.Text("launcher.title"), widgets.Title),
			widgets.NewText(texts.Text("launcher.intro"), widgets.Muted)),
		widgets.NewColumns(340, 2, s.startCard(), s.joinCard()),
		s.safetyCard(),
	)
	return s
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// AskForLink puts the cursor where a link is pasted.
func (s *Screen) AskForLink() { s.actions.Focus(s.entry) }

// Link is what stands in the field for a link.
func (s *Screen) Link() string { return s.entry.Text }

// SetLink puts a link into the field.
func (s *Screen) SetLink(link string) { s.entry.SetText(link) }

// Problem shows the words for what went wrong with a link.
func (s *Screen) Problem(words string) {
	if words == "" && len(s.problem.Objects) == 0 {
		return
	}
	s.problem.RemoveAll()
	if words != "" {
		s.problem.Add(widgets.NewField(widgets.NewNotice(words)))
	}
	s.page.Content.Refresh()
}

func (s *Screen) startCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("launcher.start"), widgets.Subtitle),
		widgets.NewText(s.texts.Text("launcher.start-how"), widgets.Body),
		widgets.NewFlow(widgets.NewPrimary(s.texts.Text("call.start"), "camera", s.actions.Start)),
	))
}

func (s *Screen) joinCard() fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewText(s.texts.Text("launcher.join"), widgets.Subtitle),
		widgets.NewText(s.texts.Text("launcher.join-how"), widgets.Body),
		widgets.NewField(s.entry),
		s.problem,
		widgets.NewFlow(
			widgets.NewPrimary(s.texts.Text("call.join"), "link", s.join),
			widgets.NewSecondary(s.texts.Text("launcher.paste"), "copy", s.paste),
		),
	))
}

func (s *Screen) safetyCard() fyne.CanvasObject {
	return widgets.NewTint(widgets.NewLines(
		widgets.NewText(s.texts.Text("launcher.safety"), widgets.OnTint.Bold()),
		widgets.NewText(s.texts.Text("launcher.safety-direct"), widgets.OnTint),
		widgets.NewText(s.texts.Text("launcher.safety-admit"), widgets.OnTint),
		widgets.NewText(s.texts.Text("launcher.safety-chat"), widgets.OnTint),
	))
}

func (s *Screen) paste() {
	s.entry.SetText(s.actions.Clipboard())
	s.AskForLink()
}

func (s *Screen) join() {
	problem := s.actions.Join(s.entry.Text)
	if problem == "" {
		s.entry.SetText("")
	}
	s.Problem(problem)
}
