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
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/desktop"
	"hjemmekontor/ui/instance"
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
	Files   []string // to open: an organisation file, a backup, reports
	Source  string   // organisation link to follow; "" for none
	Meeting string   // invitation to a meeting elsewhere; "" for none
	Tray    bool     // show no window where there is a tray to wait in
	Again   []string // the arguments that another start is to get as well
	// Keyring is where secrets are kept.
	Keyring *credentials.Keyring
	// Meetings is what the app remembers of meetings; the caller closes it.
	Meetings *meetings.Store
	// Arrivals is what later starts of the program hand over; nil for none.
	Arrivals <-chan instance.Message
}

// Run shows the window and returns when the app has ended: what was to be
// saved is saved, and the other side of a call has been told. The store stays
// the caller's to close. It fails if what the store holds cannot be read.
func Run(ctx context.Context, options Options, store *checklists.Store, texts *locales.Texts) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &shell{
		ctx: ctx, options: options, store: store, texts: texts, page: options.Page,
		keyring: options.Keyring, client: newClient(), queue: fyne.Do,
		remote: remote.NewClient(remote.Config{}), launcher: launch.New(launch.OfSystem()),
		keptLinks: meetings.NewFavourites(options.Meetings, options.Keyring),
	}
	s.agenda = agenda.New(options.Meetings, options.Keyring, s.remote, agenda.Options{})
	if s.page == "" {
		s.page = Home
	}
	if err := s.load(ctx); err != nil {
		return err
	}
	s.worker = newWorker()
	defer s.worker.close()
	s.handed = desktop.Handed()
	s.app = app.NewWithID(ID)
	s.app.SetIcon(theme.Mark())
	s.app.Settings().SetTheme(theme.New(s.preferences.look))
	tray := make(chan bool, 1)
	go func() { tray <- desktop.HasTray(ctx) }()
	s.openWindow()
	if <-tray {
		s.openTray()
	}
	stop := context.AfterFunc(ctx, func() { s.do(s.quit) })
	defer stop()
	if !options.Tray || s.tray == nil {
		s.window.Show()
	}
	s.app.Run()

	s.over.Store(true)
	cancel()
	s.background.Go(s.lasting.Wait)
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
	s.undoKeys()
	s.window.SetOnDropped(s.dropped)
	s.window.Resize(fyne.NewSize(1100, 720))
	s.window.SetCloseIntercept(s.closeWindow)
	for _, aside := range []string{s.options.Meetings.SetAside(), s.store.SetAside()} {
		if aside != "" {
			s.notice("problem.set-aside", locales.Data{"File": aside})
		}
	}
	if s.unsound != nil {
		s.problem("reading the organisation file", s.unsound)
	}
	lifecycle := s.app.Lifecycle()
	// Whoever leaves the app open overnight meets today's date.
	lifecycle.SetOnEnteredForeground(func() {
		s.show()
		s.reload()
		s.lookAround()
		s.recall()
		s.wakeAgenda()
	})
	lifecycle.SetOnStarted(func() {
		s.listen()
		o := s.options
		s.openGiven(given{invite: o.Invite, source: o.Source, meeting: o.Meeting, files: o.Files})
		s.countDown()
		s.lookForKey()
		s.lookForUpdate()
		s.remind()
		s.unseal()
		s.keepAgenda()
		s.rest()
	})
}

// load reads what the screens show.
func (s *shell) load(ctx context.Context) error {
	var err error
	if s.builtIn, err = checklists.Load(); err != nil {
		return fmt.Errorf("loading the catalogue: %w", err)
	}
	if s.guide, err = tools.Load(); err != nil {
		return fmt.Errorf("loading the tool guide: %w", err)
	}
	fresh, err := readStored(ctx, s.store)
	if err != nil {
		return err
	}
	s.take(fresh)
	s.pointedOut = map[string]bool{}
	return nil
}

// stored is all that the store holds for the window.
type stored struct {
	preferences preferences
	kept        kept
}

func readStored(ctx context.Context, store *checklists.Store) (stored, error) {
	var fresh stored
	var err error
	if fresh.preferences, err = loadPreferences(ctx, store); err != nil {
		return stored{}, err
	}
	if fresh.kept, err = readKept(ctx, store); err != nil {
		return stored{}, fmt.Errorf("reading what is kept: %w", err)
	}
	return fresh, nil
}

// take makes what was read what the screens show from now on.
func (s *shell) take(fresh stored) {
	s.preferences, s.kept = fresh.preferences, fresh.kept
	s.completeCatalogue()
}

// completeCatalogue adds the company's own items to the lists.
func (s *shell) completeCatalogue() {
	s.catalogue = s.builtIn
	if s.company != nil {
		s.catalogue = s.builtIn.With(s.company.Organisation.Items)
	}
	s.listed.Store(s.catalogue)
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
