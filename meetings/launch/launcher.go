package launch

import (
	"context"
	"errors"
	"fmt"

	"hjemmekontor/meetings/link"
)

// Way is where to open a meeting.
type Way string

// The ways.
const (
	App     Way = "app"
	Browser Way = "browser"
)

// Reason is why a meeting was opened where it was.
type Reason string

// The reasons.
const (
	Chosen       Reason = "chosen"        // it was opened the way that was asked for
	NotInstalled Reason = "not-installed" // no program is registered for the app's addresses
	NoAppForm    Reason = "no-app-form"   // the app cannot open this link, as a personal Zoom room
	NoApp        Reason = "no-app"        // the service has no app that opens links
	AppFailed    Reason = "app-failed"    // the app is there, and the system could not start it
	AppUnknown   Reason = "app-unknown"   // the system did not say whether the app is there
)

// Outcome is what really happened.
type Outcome struct {
	// Way is where the meeting was opened.
	Way Way
	// Fallback is true if that is not the way that was asked for.
	Fallback bool
	// Reason says why it was opened there.
	Reason Reason
	// Sure is true if the system said that a program took the address. If it is
	// false, nothing may have happened, and the screen should offer the browser.
	Sure bool
}

// System is what the Launcher needs of the operating system.
type System interface {
	// Handles tells whether a program is registered for addresses of a scheme.
	Handles(ctx context.Context, scheme string) (bool, error)
	// Open hands over an address. It returns nil when a program has taken it,
	// ErrNoWord when that cannot be known, ErrCancelled, ErrNoBrowser,
	// ErrNotOpened, or the error of ctx. No error may have the address in it.
	Open(ctx context.Context, address string) error
}

// Launcher opens meetings. It may be used by several goroutines at once.
type Launcher struct {
	system System
}

// New returns a Launcher that hands addresses to system.
func New(system System) *Launcher { return &Launcher{system: system} }

// HasApp tells whether a service has an app that opens links. The service is
// one of link.Services, by its id.
func HasApp(service string) bool {
	s, _ := link.ServiceOf(service)
	return s.Scheme != ""
}

// Open opens a meeting in the way that is asked for, or in the browser if the
// app cannot be had. It may take some seconds and must not be called on the
// goroutine of the window. Its errors are ErrOwn, ErrRetired, ErrNotAllowed and
// those of System.Open but ErrNoWord.
func (l *Launcher) Open(ctx context.Context, m link.Meeting, way Way) (Outcome, error) {
	switch m.Kind {
	case link.Own:
		return Outcome{}, fmt.Errorf("opening meeting: %w", ErrOwn)
	case link.Retired:
		return Outcome{}, fmt.Errorf("opening meeting: %w", ErrRetired)
	}
	native, _ := m.Native()
	return l.open(ctx, target{app: native, web: m.Web(), hasApp: HasApp(m.Service)}, way)
}

// target is something to open.
type target struct {
	app    string // "" if there is no such form
	web    string
	hasApp bool // the service has an app, whether or not it takes this target
}

func (l *Launcher) open(ctx context.Context, t target, way Way) (Outcome, error) {
	outcome := Outcome{Way: Browser, Reason: Chosen}
	switch way {
	case App:
		reason, err := l.openApp(ctx, t)
		if err == nil || reason == Chosen {
			return outcomeOf(Outcome{Way: App, Reason: Chosen}, err)
		}
		if ctx.Err() != nil {
			return Outcome{}, fmt.Errorf("opening app: %w", ctx.Err())
		}
		outcome.Fallback, outcome.Reason = true, reason
	case Browser:
	default:
		return Outcome{}, fmt.Errorf("opening meeting: unknown way %q", way)
	}
	return outcomeOf(outcome, l.hand(ctx, t.web))
}

// openApp opens the app. With the reason Chosen that is the end of it, well or
// not; with any other the browser is to be taken.
func (l *Launcher) openApp(ctx context.Context, t target) (Reason, error) {
	switch {
	case !t.hasApp:
		return NoApp, errors.ErrUnsupported
	case t.app == "":
		return NoAppForm, errors.ErrUnsupported
	}
	address, scheme, err := checked(t.app)
	if err != nil {
		return NoAppForm, err
	}
	there, err := l.system.Handles(ctx, scheme)
	switch {
	case err != nil:
		return AppUnknown, err
	case !there:
		return NotInstalled, errors.ErrUnsupported
	}
	err = l.system.Open(ctx, address)
	if err == nil || errors.Is(err, ErrNoWord) || errors.Is(err, ErrCancelled) {
		return Chosen, err
	}
	return AppFailed, err
}

// hand gives a checked address to the system.
func (l *Launcher) hand(ctx context.Context, raw string) error {
	address, _, err := checked(raw)
	if err != nil {
		return err
	}
	return l.system.Open(ctx, address)
}

// outcomeOf completes an outcome by what System.Open said.
func outcomeOf(o Outcome, err error) (Outcome, error) {
	switch {
	case err == nil:
		o.Sure = true
	case !errors.Is(err, ErrNoWord):
		return Outcome{}, fmt.Errorf("opening %s: %w", o.Way, err)
	}
	return o, nil
}
