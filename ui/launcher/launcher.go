// Package launcher is the page of meetings, which is opened every morning:
// paste an invitation of any kind, join one of today's meetings, ring a
// colleague, open what one opens often, or begin a new meeting.
//
// It shows what it is given and asks for changes by callback.
package launcher

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/ui/agenda"
	"hjemmekontor/ui/widgets"
)

// Screen is the page on the screen.
type Screen struct {
	page       *widgets.Page
	invitation *invitation
	outcome    *agenda.OutcomeLine
	happened   agenda.Outcome
	today      *agenda.Today
	favourites *favourites
	recent     *recent
	tools      *toolCard
}

// New builds the screen; Show fills it in.
func New(texts *locales.Texts, actions Actions) *Screen {
	s := &Screen{}
	s.invitation = newInvitation(texts, actions, s.grown)
	s.outcome = agenda.NewOutcomeLine(texts, actions.Outcome)
	s.today = agenda.NewToday(texts, actions.Agenda)
	s.today.Grown = s.grown
	s.favourites = newFavourites(texts, actions, s.grown)
	s.recent = newRecent(texts, actions, s.grown)
	s.tools = newToolCard(texts, actions, s.grown)
	s.page = widgets.NewPage(
		widgets.NewLines(widgets.NewText(texts.Text("launcher.title"), widgets.Title),
			widgets.NewText(texts.Text("launcher.intro"), widgets.Muted)),
		s.outcome.Object(),
		s.invitation.object,
		widgets.NewColumns(340, 2,
			widgets.NewColumns(340, 1, s.today.Object(), callCard(texts, actions.StartCall)),
			widgets.NewColumns(340, 1, s.favourites.object, s.recent.object, s.tools.object)),
		safetyCard(texts),
	)
	return s
}

// grown makes room for a card that is as high as it was no longer.
func (s *Screen) grown() {
	if s.page != nil {
		s.page.Content.Refresh()
	}
}

// Object is what the window shows.
func (s *Screen) Object() fyne.CanvasObject { return s.page }

// Show brings the screen up to date. What has not changed is not built anew, so
// that the keys stay where they are.
func (s *Screen) Show(m Model) {
	s.outcome.Show(m.Outcome)
	s.today.Show(m.Agenda)
	s.favourites.show(m.Favourites, m.Rooms, m.Company)
	s.recent.show(m.Recent, m.Agenda.Now)
	s.tools.show(m.Tools, m.Company)
	s.invitation.again()
	s.grown()
	if m.Outcome != s.happened {
		s.happened = m.Outcome
		if m.Outcome.Happened != agenda.Nothing {
			s.page.ScrollToTop() // what was pressed may stand further down
		}
	}
}

// AskForLink puts the cursor where an invitation is pasted.
func (s *Screen) AskForLink() { s.invitation.focus() }

// Paste puts a text into the field, as somebody does who pastes it.
func (s *Screen) Paste(text string) { s.invitation.paste(text) }

// State is what is being typed and unfolded.
func (s *Screen) State() State {
	state := State{Week: s.today.Unfolded(), Ways: s.tools.open}
	state.Text, state.Naming, state.Name = s.invitation.state()
	state.Renaming, state.NewName = s.favourites.state()
	return state
}

// Restore goes on with what was being typed and unfolded.
func (s *Screen) Restore(state State) {
	s.invitation.restore(state.Text, state.Naming, state.Name)
	s.favourites.restore(state.Renaming, state.NewName)
	s.today.Unfold(state.Week)
	s.tools.unfold(state.Ways)
	s.grown()
}

// Empty tells whether there is nothing to go on with.
func (s State) Empty() bool { return s == State{} }

// callCard starts a call of our own. The field at the top takes its links and
// codes too.
func callCard(texts *locales.Texts, start func()) fyne.CanvasObject {
	return widgets.NewCard(container.NewVBox(
		widgets.NewLines(widgets.NewText(texts.Text("launcher.start"), widgets.Subtitle),
			widgets.NewText(texts.Text("launcher.start-how"), widgets.Muted)),
		widgets.NewFlow(widgets.NewSecondary(texts.Text("call.start"), "camera", start)),
		widgets.NewText(texts.Text("launcher.join-how"), widgets.Caption),
	))
}

func safetyCard(texts *locales.Texts) fyne.CanvasObject {
	return widgets.NewTint(widgets.NewLines(
		widgets.NewText(texts.Text("launcher.safety"), widgets.OnTint.Bold()),
		widgets.NewText(texts.Text("launcher.safety-direct"), widgets.OnTint),
		widgets.NewText(texts.Text("launcher.safety-admit"), widgets.OnTint),
		widgets.NewText(texts.Text("launcher.safety-chat"), widgets.OnTint),
	))
}
