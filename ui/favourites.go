package ui

import (
	"cmp"
	"context"
	"log/slog"
	"slices"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui/launcher"

	agendaui "hjemmekontor/ui/agenda"
)

// favouritesShown is the favourites as the page shows them.
func (s *shell) favouritesShown() []launcher.Favourite {
	var shown []launcher.Favourite
	for _, f := range s.remembered.favourites {
		m := f.Meeting()
		shown = append(shown, launcher.Favourite{
			ID: f.ID, Name: f.Name, Service: m.Name, Number: m.Number(),
			Verdict: s.launcherVerdict(m.Tool, m.Name), Retired: m.Kind == link.Retired,
		})
	}
	return shown
}

// recentShown is what was opened last, as the page shows it.
func (s *shell) recentShown() []launcher.Recent {
	var shown []launcher.Recent
	for _, r := range s.remembered.recent {
		shown = append(shown, launcher.Recent{
			ID: r.ID, Name: r.Title, Service: r.Meeting.Name, Number: r.Meeting.Number(), At: r.At, Kept: s.isFavourite(r.Meeting),
		})
	}
	return shown
}

// isFavourite tells whether a meeting is among the favourites, as far as their
// addresses without secrets tell.
func (s *shell) isFavourite(m link.Meeting) bool {
	address := m.Public()
	return slices.ContainsFunc(s.remembered.favourites, func(f meetings.Favourite) bool { return f.Address == address }) && m.Distinct()
}

// keepText makes what a text invites to a favourite.
func (s *shell) keepText(text, name string, done func(problem string)) {
	m, err := orAddress(s.read(text))
	if err != nil {
		done(s.texts.Text(ProblemKey(err)))
		return
	}
	s.keepFavourite(name, m, done)
}

func (s *shell) keepFavourite(name string, m link.Meeting, done func(problem string)) {
	s.withKeyring(func(ctx context.Context) error {
		_, err := s.keptLinks.Add(ctx, name, m)
		return err
	}, func(err error) {
		s.sayNamed(err, done)
		s.recall()
	})
}

// keepRecent makes what was opened a favourite, under the name that it has.
func (s *shell) keepRecent(id string) {
	for _, r := range s.remembered.recent {
		if r.ID == id {
			s.keepFavourite(cmp.Or(r.Title, r.Meeting.Name), r.Meeting, func(problem string) {
				if problem != "" {
					s.toast.say(problem)
				}
			})
		}
	}
}

// withFavourite gets a favourite with its passcode, and says so if the keyring
// does not give it.
func (s *shell) withFavourite(id string, then func(name string, m link.Meeting)) {
	name := ""
	for _, f := range s.remembered.favourites {
		if f.ID == id {
			name = f.Name
		}
	}
	var m link.Meeting
	s.withKeyring(func(ctx context.Context) (err error) {
		m, err = s.keptLinks.Open(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			slog.Warn("opening a favourite", "error", err)
			s.opened(opening{meeting: m, title: name}, agendaui.LinkIsLocked)
			return
		}
		then(name, m)
	})
}

// openFavourite opens a favourite.
func (s *shell) openFavourite(id string, way launcher.Way) {
	s.withFavourite(id, func(name string, m link.Meeting) {
		s.openMeeting(opening{meeting: m, title: name, way: meetings.Way(way)})
	})
}

// copyFavourite copies the whole link of a favourite.
func (s *shell) copyFavourite(id string) {
	s.withFavourite(id, func(_ string, m link.Meeting) { s.copy(m.Address) })
}

// moveFavourite puts a favourite at a place in the list.
func (s *shell) moveFavourite(id string, to int) {
	s.remember("moving a favourite", func(ctx context.Context, store *meetings.Store) error {
		return store.MoveFavourite(ctx, id, to)
	})
}

// renameFavourite gives a favourite another name.
func (s *shell) renameFavourite(id, name string, done func(problem string)) {
	s.worker.do(func() {
		err := s.options.Meetings.RenameFavourite(saving(), id, name)
		s.do(func() {
			s.sayNamed(err, done)
			s.recall()
		})
	})
}

// removeFavourite takes a favourite away and offers to undo it.
func (s *shell) removeFavourite(id string) {
	var removed meetings.Deleted
	s.withKeyring(func(ctx context.Context) (err error) {
		removed, err = s.keptLinks.Delete(ctx, id)
		return err
	}, func(err error) {
		s.recall()
		if err != nil {
			s.problem("removing a favourite", err)
			return
		}
		s.offerUndo(s.texts.Text("undone.favourite"), func() {
			s.withKeyring(func(ctx context.Context) error { return s.keptLinks.PutBack(ctx, removed) }, func(err error) {
				s.recall()
				if err != nil {
					s.problem("putting a favourite back", err)
				}
			})
		})
	})
}

// openRecent opens once more what was opened before.
func (s *shell) openRecent(id string) {
	for _, r := range s.remembered.recent {
		if r.ID == id {
			s.openMeeting(opening{meeting: r.Meeting, title: r.Title})
			return
		}
	}
}

// forgetRecent forgets that a meeting was opened.
func (s *shell) forgetRecent(id string) {
	s.remember("forgetting a meeting", func(ctx context.Context, store *meetings.Store) error {
		return store.ForgetRecent(ctx, id)
	})
}

// forgetAll forgets which meetings were opened.
func (s *shell) forgetAll() {
	s.remember("forgetting the meetings", func(ctx context.Context, store *meetings.Store) error {
		return store.ForgetRecents(ctx)
	})
}
