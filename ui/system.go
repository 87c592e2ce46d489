package ui

import (
	"context"
	"log/slog"

	"hjemmekontor/assets"
	"hjemmekontor/ui/desktop"
	"hjemmekontor/ui/settings"
)

// running is the app as the desktop starts it: this program, and the data
// folder if it is not the usual one.
func (s *shell) running() (desktop.App, error) {
	words := desktop.Words{Comment: s.texts.Text("app.comment"), FileKind: s.texts.Text("app.file-kind")}
	return desktop.Running(words, assets.Mark, s.options.Again...)
}

// knownOfSystem is how the app is tied into the desktop as far as that need not
// be asked for.
func (s *shell) knownOfSystem() settings.System {
	return settings.System{Packaged: desktop.Packaged(), Tray: s.tray != nil, Stays: s.preferences.stays}
}

// lookAtSystem finds out how the app is tied into the desktop and shows it in
// the settings.
func (s *shell) lookAtSystem() {
	app, err := s.running()
	if err != nil {
		slog.Warn("looking at the desktop", "error", err)
		return
	}
	s.background.Go(func() {
		opens, err := app.Registered(s.ctx)
		if err != nil {
			slog.Warn("looking who opens links", "error", err)
		}
		atLogin, err := app.StartsAtLogin(s.ctx)
		if err != nil {
			slog.Warn("looking what starts at login", "error", err)
		}
		s.do(func() {
			state := s.knownOfSystem()
			state.Opens, state.AtLogin = opens, atLogin
			if s.settings != nil {
				s.settings.ShowSystem(state)
			}
		})
	})
}

// setOpens has the desktop open links and files with this program, or no
// longer.
func (s *shell) setOpens(on bool) {
	s.changeSystem("system.opens-failed", func(ctx context.Context, app desktop.App) error {
		if on {
			return app.Register(ctx)
		}
		return app.Unregister(ctx)
	})
}

// setAtLogin has the app started when the user logs in, or no longer.
func (s *shell) setAtLogin(on bool) {
	s.changeSystem("system.at-login-failed", func(ctx context.Context, app desktop.App) error {
		return app.StartAtLogin(ctx, on)
	})
}

// changeSystem changes something of the desktop's, and shows what came of it.
func (s *shell) changeSystem(failed string, change func(context.Context, desktop.App) error) {
	app, err := s.running()
	if err != nil {
		slog.Error("changing the desktop", "error", err)
		s.notice(failed)
		return
	}
	s.background.Go(func() {
		err := change(s.ctx, app)
		s.do(func() {
			if err != nil {
				slog.Error("changing the desktop", "error", err)
				s.notice(failed)
			}
			s.lookAtSystem()
		})
	})
}

// setStays says whether closing the window leaves the program in the tray.
func (s *shell) setStays(on bool) {
	s.preferences.stays = on
	value := off
	if on {
		value = "on"
	}
	s.keep(keyStays, value)
}
