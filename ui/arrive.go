package ui

import (
	"cmp"
	"log/slog"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui/desktop"
	"hjemmekontor/ui/instance"
)

// given is what the app was started with, or what another start hands over.
type given struct {
	invite  *link.Invite
	source  string // organisation link
	meeting string // invitation to a meeting elsewhere
	files   []string
}

// openGiven opens it.
func (s *shell) openGiven(g given) {
	switch {
	case g.invite != nil:
		if !s.join(*g.invite) {
			s.toast.say(s.texts.Text("problem.in-call"))
		}
	case g.source != "":
		s.open(Company)
		s.fetchCompany(g.source)
	case g.meeting != "":
		s.open(Meetings)
		s.meetings.Paste(g.meeting)
		s.meetings.AskForLink()
	case len(g.files) > 0:
		s.openPaths(g.files)
	}
}

// listen opens, for as long as the app runs, what later starts of the program
// hand over, and what the system hands over without starting it.
func (s *shell) listen() {
	arrivals := s.options.Arrivals
	s.lasting.Go(func() {
		for {
			select {
			case <-s.ctx.Done():
				return
			case address := <-s.handed:
				s.do(func() { s.arrive(messageOf(address)) })
			case m, more := <-arrivals:
				if !more {
					arrivals = nil
					continue
				}
				s.do(func() { s.arrive(m) })
			}
		}
	})
}

// messageOf is what another start would hand over for an address.
func messageOf(address string) instance.Message {
	if path := desktop.Path(address); path != address {
		return instance.Message{Files: []string{path}}
	}
	if _, err := organisation.ParseSource(address); err == nil {
		return instance.Message{Source: address}
	}
	return instance.Message{Link: address}
}

// arrive brings the window to the front with what another start was given.
func (s *shell) arrive(m instance.Message) {
	page, err := ParsePage(m.Page)
	if err != nil {
		page = ""
	}
	s.bringUp(cmp.Or(page, s.page))
	g := given{source: m.Source, files: m.Files}
	if m.Link != "" {
		if invite, err := link.Parse(m.Link); err == nil {
			g.invite = &invite
		} else {
			slog.Info("a link that is not ours was handed over", "error", err)
			g.meeting = m.Link
		}
	}
	s.openGiven(g)
}
