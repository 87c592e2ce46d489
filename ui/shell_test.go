package ui

import (
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/ui/theme"
)

// newStore opens an empty store of the test's own.
func newStore(t testing.TB) *checklists.Store {
	t.Helper()
	store, err := checklists.OpenStore(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func newMeetingStore(t testing.TB) *meetings.Store {
	t.Helper()
	store, err := meetings.OpenStore(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func loadTexts(t testing.TB, l locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

// testShell is a shell whose UI goroutine is the test's.
type testShell struct {
	*shell
	loop *loop
}

// newShell makes the main window on the test driver, with a store of its own.
func newShell(t testing.TB, l locales.Language, look theme.Choice) *testShell {
	t.Helper()
	loop := newLoop()
	remembered, keyring := newMeetingStore(t), newKeyring(t)
	s := &testShell{loop: loop, shell: &shell{
		ctx: t.Context(), options: Options{Data: t.TempDir(), Meetings: remembered}, store: newStore(t), texts: loadTexts(t, l), page: Home,
		keyring: keyring, client: newClient(), folder: t.TempDir(), queue: loop.add,
		keptLinks: meetings.NewFavourites(remembered, keyring), launcher: launch.New(&system{}),
		remote: remote.NewClient(remote.Config{}),
	}}
	s.agenda = agenda.New(remembered, keyring, s.remote, agenda.Options{})
	if err := s.load(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.preferences.look = look
	s.worker = newWorker()
	t.Cleanup(s.worker.close)
	s.app = test.NewTempApp(t)
	s.app.Settings().SetTheme(theme.New(look))
	s.openWindow()
	t.Cleanup(s.window.Close)
	s.saved()
	return s
}

// newKeyring is a keyring that forgets all at the test's end.
func newKeyring(t testing.TB) *credentials.Keyring {
	t.Helper()
	keyring := credentials.New(nil)
	keyring.UseMemory()
	t.Cleanup(func() {
		if err := keyring.Close(); err != nil {
			t.Error(err)
		}
	})
	return keyring
}

// loop stands in for the toolkit's: what other goroutines want done on the UI
// goroutine is done on the test's, in turn, while that waits.
type loop struct {
	mu    sync.Mutex
	tasks []func()
	more  chan struct{} // holds one if there may be tasks
}

func newLoop() *loop { return &loop{more: make(chan struct{}, 1)} }

func (l *loop) add(task func()) {
	l.mu.Lock()
	l.tasks = append(l.tasks, task)
	l.mu.Unlock()
	select {
	case l.more <- struct{}{}:
	default:
	}
}

// run does all that is to be done.
func (l *loop) run() {
	for {
		l.mu.Lock()
		tasks := l.tasks
		l.tasks = nil
		l.mu.Unlock()
		if len(tasks) == 0 {
			return
		}
		for _, task := range tasks {
			task()
		}
	}
}

// until does what comes in until done is closed, and what has come by then.
func (l *loop) until(done <-chan struct{}) {
	for {
		select {
		case <-l.more:
			l.run()
		case <-done:
			l.run()
			return
		}
	}
}

// settled waits until everything that runs away from the UI goroutine is done
// and shown.
func (s *testShell) settled() {
	const chained = 4 // what is shown may ask for more
	for range chained {
		done := make(chan struct{})
		go func() {
			s.background.Wait()
			close(done)
		}()
		s.loop.until(done)
		s.saved()
	}
}

// saved waits until everything that was asked to be saved or read again is
// done and shown.
func (s *testShell) saved() {
	done := make(chan struct{})
	s.worker.do(func() { close(done) })
	s.loop.until(done)
}

var normal = theme.Choice{Appearance: theme.Light, TextScale: 1}

func TestTickIsShownOnceItIsOnDisk(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	item := s.catalogue.Items(checklists.Employee)[0]
	s.setState(item.ID, checklists.Done, "")
	s.saved()
	if s.marks[item.ID].State != checklists.Done {
		t.Errorf("the screen is told %+v", s.marks[item.ID])
	}
	kept, err := s.store.Marks(t.Context())
	if err != nil || kept[item.ID] != s.marks[item.ID] {
		t.Errorf("on disk is %+v, %v", kept[item.ID], err)
	}
}

func TestTickThatCannotBeSavedIsNotShown(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	s.setState("an item that does not exist\x00", checklists.Done, "")
	s.saved()
	if len(s.marks) != 0 {
		t.Errorf("the screen is told %v", s.marks)
	}
	if s.noted == nil || len(s.notices.Objects) != 1 {
		t.Error("nobody is told that it failed")
	}
}

func TestSwitchingLanguageKeepsWhatIsBeingWritten(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	s.open(Contacts)
	s.saved()
	draft := organisation.Contact{Role: organisation.ITSupport, Name: "Kari", Phone: "22"}
	s.numbers.Restore([]organisation.Contact{draft})
	s.open(Meetings)
	s.saved()
	s.meetings.Paste("hjemmekontor:call/7-fj")
	s.notice("problem.full")

	s.setLanguage(locales.English)
	if got := s.numbers.Drafts(); len(got) != 1 || got[0] != draft {
		t.Errorf("the contact is now %+v", got)
	}
	if got := s.meetings.State().Text; got != "hjemmekontor:call/7-fj" {
		t.Errorf("the link is now %q", got)
	}
	if s.page != Meetings || s.noted == nil || len(s.notices.Objects) != 1 {
		t.Errorf("the window shows page %q with %d notices", s.page, len(s.notices.Objects))
	}
	s.saved()
	if p, err := loadPreferences(t.Context(), s.store); err != nil || p.language != locales.English {
		t.Errorf("next time the language is %q, %v", p.language, err)
	}
}

func TestContactIsSavedAndDeleted(t *testing.T) {
	s := newShell(t, locales.Norwegian, normal)
	s.open(Contacts)
	s.saved()
	said := "nothing"
	done := func(problem string) { said = problem }
	kari := organisation.Contact{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "22 00 00 00"}
	s.saveContact(kari, done)
	s.saved()
	if said != "" || len(s.contacts) != 1 || s.contacts[0] != kari {
		t.Errorf("after saving: %q, %+v", said, s.contacts)
	}
	s.saveContact(organisation.Contact{Role: organisation.SecurityOfficer}, done)
	s.saved()
	if said != "" || len(s.contacts) != 0 {
		t.Errorf("after emptying: %q, %+v", said, s.contacts)
	}
	s.saveContact(organisation.Contact{Role: "boss", Name: "Ola"}, done)
	s.saved()
	if said == "" || len(s.contacts) != 0 {
		t.Errorf("after a senseless one: %q, %+v", said, s.contacts)
	}
}
