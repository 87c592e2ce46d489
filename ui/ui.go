// Package ui is the window of the app: its pages, its language and look, and
// the wiring between the screens and the packages below, which know nothing of
// windows.
//
//	err := ui.Run(ctx, ui.Options{Data: dir}, store, texts)
//
// The screens lie in a package each and the pieces they share in widgets. Work
// that takes time runs away from the UI goroutine and comes back through
// shell.do.
package ui

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui/theme"
)

// ID is the app's name to the operating system.
const ID = "no.hjemmekontor.app"

// Version is the app's version, as the changelog has it.
const Version = "0.1.0"

// Options is what the command line says.
type Options struct {
	Data    string // the folder where the app keeps everything
	Page    Page   // the page to open at; "" is home
	Name    string // that others see in a call; "" is the saved one
	Devices call.Devices
	Stats   string // file to write a call's statistics to; "" for none
	Invite  *link.Invite
}

// Run shows the window and returns when the app has ended: what was to be
// saved is saved, and the other side of a call has been told. The store stays
// the caller's to close. It fails if what the store holds cannot be read.
func Run(ctx context.Context, options Options, store *checklists.Store, texts *locales.Texts) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &shell{ctx: ctx, options: options, store: store, texts: texts, page: options.Page}
	if s.page == "" {
		s.page = Home
	}
	if err := s.load(ctx); err != nil {
		return err
	}
	s.worker = newWorker()
	defer s.worker.close()
	s.app = app.NewWithID(ID)
	s.app.SetIcon(theme.Mark())
	s.app.Settings().SetTheme(theme.New(s.preferences.look))
	s.openWindow()
	stop := context.AfterFunc(ctx, func() { s.do(s.quit) })
	defer stop()
	s.window.ShowAndRun()

	s.over.Store(true)
	cancel()
	s.waitForBackground()
	return nil
}

// openWindow makes the main window.
func (s *shell) openWindow() {
	fonts := loadFonts()
	s.window = s.app.NewWindow("")
	<-fonts
	s.window.SetPadded(false)
	s.build()
	s.keys()
	s.window.Resize(fyne.NewSize(1100, 720))
	s.window.SetCloseIntercept(s.closeWindow)
	if aside := s.store.SetAside(); aside != "" {
		s.notice("problem.set-aside", locales.Data{"File": aside})
	}
	lifecycle := s.app.Lifecycle()
	// Whoever leaves the app open overnight meets today's date.
	lifecycle.SetOnEnteredForeground(func() {
		s.show()
		s.reload()
	})
	lifecycle.SetOnStarted(func() {
		if s.options.Invite != nil {
			s.join(*s.options.Invite)
		}
		s.rest()
	})
}

// load reads what the screens show.
func (s *shell) load(ctx context.Context) error {
	var err error
	if s.catalogue, err = checklists.Load(); err != nil {
		return fmt.Errorf("loading the catalogue: %w", err)
	}
	if s.preferences, err = loadPreferences(ctx, s.store); err != nil {
		return err
	}
	if s.marks, err = s.store.Marks(ctx); err != nil {
		return fmt.Errorf("reading ticks: %w", err)
	}
	if s.contacts, err = s.store.Contacts(ctx); err != nil {
		return fmt.Errorf("reading contacts: %w", err)
	}
	return nil
}

// loadFonts reads the fonts, and the list of those that the system has, while
// the toolkit reaches the display: both take long enough to be felt at the
// start. The channel is closed when a text can be measured.
func loadFonts() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("Hjemmekontor", 1, fyne.TextStyle{Bold: bold})
		}
	}()
	return done
}
