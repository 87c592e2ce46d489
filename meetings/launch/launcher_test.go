package launch

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/meetings/link"
)

// double is a System that is made to say what a real one cannot be brought to.
type double struct {
	apps   map[string]bool // schemes that have a program
	asking error           // what Handles fails with
	fails  map[string]error
	opened []string
}

func (d *double) Handles(_ context.Context, scheme string) (bool, error) {
	return d.apps[scheme], d.asking
}

func (d *double) Open(_ context.Context, address string) error {
	d.opened = append(d.opened, address)
	scheme, _, _ := strings.Cut(address, ":")
	return d.fails[scheme]
}

const (
	secret = "hemmelig4711"
	inZoom = "https://us02web.zoom.us/j/92345678901?pwd=" + secret
	byName = "https://us02web.zoom.us/my/karinordmann"
	inMeet = "https://meet.google.com/abc-defg-hij"
)

func recognise(t *testing.T, text string) link.Meeting {
	t.Helper()
	m, err := link.Recognise(text)
	if err != nil {
		t.Fatalf("recognising %s: %v", text, err)
	}
	return m
}

func TestOpen(t *testing.T) {
	broken := errors.New("broken")
	for _, test := range []struct {
		name   string
		link   string
		way    Way
		system double
		opened []string // the schemes
		want   Outcome
	}{
		{"app as chosen", inZoom, App, double{apps: map[string]bool{"zoommtg": true}},
			[]string{"zoommtg"}, Outcome{Way: App, Reason: Chosen, Sure: true}},
		{"browser as chosen", inZoom, Browser, double{apps: map[string]bool{"zoommtg": true}},
			[]string{"https"}, Outcome{Way: Browser, Reason: Chosen, Sure: true}},
		{"app not installed", inZoom, App, double{},
			[]string{"https"}, Outcome{Way: Browser, Fallback: true, Reason: NotInstalled, Sure: true}},
		{"app cannot open the link", byName, App, double{apps: map[string]bool{"zoommtg": true}},
			[]string{"https"}, Outcome{Way: Browser, Fallback: true, Reason: NoAppForm, Sure: true}},
		{"no such app", inMeet, App, double{},
			[]string{"https"}, Outcome{Way: Browser, Fallback: true, Reason: NoApp, Sure: true}},
		{"app there, but does not start", inZoom, App,
			double{apps: map[string]bool{"zoommtg": true}, fails: map[string]error{"zoommtg": ErrNotOpened}},
			[]string{"zoommtg", "https"}, Outcome{Way: Browser, Fallback: true, Reason: AppFailed, Sure: true}},
		{"nobody knows whether the app is there", inZoom, App, double{asking: broken},
			[]string{"https"}, Outcome{Way: Browser, Fallback: true, Reason: AppUnknown, Sure: true}},
		{"no word about the app", inZoom, App,
			double{apps: map[string]bool{"zoommtg": true}, fails: map[string]error{"zoommtg": ErrNoWord}},
			[]string{"zoommtg"}, Outcome{Way: App, Reason: Chosen}},
		{"no word about the browser", inZoom, App, double{fails: map[string]error{"https": ErrNoWord}},
			[]string{"https"}, Outcome{Way: Browser, Fallback: true, Reason: NotInstalled}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := New(&test.system).Open(t.Context(), recognise(t, test.link), test.way)
			if err != nil || got != test.want {
				t.Errorf("got %+v, %v; want %+v", got, err, test.want)
			}
			if schemes := schemesOf(test.system.opened); !slices.Equal(schemes, test.opened) {
				t.Errorf("opened %v, want %v", schemes, test.opened)
			}
		})
	}
}

func schemesOf(addresses []string) []string {
	var schemes []string
	for _, address := range addresses {
		scheme, _, _ := strings.Cut(address, ":")
		schemes = append(schemes, scheme)
	}
	return schemes
}

func TestOpenHandsThePasscodeOn(t *testing.T) {
	for _, way := range []Way{App, Browser} {
		system := &double{apps: map[string]bool{"zoommtg": true}}
		if _, err := New(system).Open(t.Context(), recognise(t, inZoom), way); err != nil {
			t.Fatal(err)
		}
		if len(system.opened) != 1 || !strings.Contains(system.opened[0], secret) {
			t.Errorf("%s: opened %q", way, system.opened)
		}
	}
}

func TestOpenFails(t *testing.T) {
	apps := map[string]bool{"zoommtg": true}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	for _, test := range []struct {
		name    string
		ctx     context.Context
		meeting link.Meeting
		way     Way
		system  double
		want    error // nil for any
	}{
		{"closed service", t.Context(), recognise(t, "https://join.skype.com/abcDEF123456"), App, double{}, ErrRetired},
		{"ours", t.Context(), recognise(t, "hjemmekontor:call/7-fjord-brunost"), App, double{}, ErrOwn},
		{"no such way", t.Context(), recognise(t, inZoom), "fax", double{}, nil},
		{"no browser", t.Context(), recognise(t, inZoom), Browser,
			double{fails: map[string]error{"https": ErrNoBrowser}}, ErrNoBrowser},
		{"neither app nor browser", t.Context(), recognise(t, inZoom), App,
			double{fails: map[string]error{"https": ErrNoBrowser}}, ErrNoBrowser},
		{"no program wanted", t.Context(), recognise(t, inZoom), App,
			double{apps: apps, fails: map[string]error{"zoommtg": ErrCancelled}}, ErrCancelled},
		{"ended before", ended, recognise(t, inZoom), App,
			double{apps: apps, fails: map[string]error{"zoommtg": ended.Err()}}, context.Canceled},
		{"of no known kind", t.Context(), link.Meeting{Address: "file:///etc/passwd?" + secret}, Browser, double{}, ErrNotAllowed},
		{"empty", t.Context(), link.Meeting{}, App, double{}, ErrNotAllowed},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := New(&test.system).Open(test.ctx, test.meeting, test.way)
			if err == nil || test.want != nil && !errors.Is(err, test.want) {
				t.Fatalf("error %v, want %v", err, test.want)
			}
			if strings.Contains(err.Error(), secret) {
				t.Errorf("the error has the secret in it: %v", err)
			}
			t.Log(err)
		})
	}
}

func TestHasApp(t *testing.T) {
	for service, want := range map[string]bool{"zoom": true, "teams": true, "meet": false, "": false, "hjemmekontor": false} {
		if HasApp(service) != want {
			t.Errorf("%q has an app: %v", service, !want)
		}
	}
}
