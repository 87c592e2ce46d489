package launch

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desktops are those on which xdg-open goes different ways: it looks up the
// program itself, or has GIO do it.
var desktops = []string{"X-Generic", "GNOME"}

func TestOpenByXDGOpen(t *testing.T) {
	for _, desktop := range desktops {
		t.Run(desktop, func(t *testing.T) {
			d := newDesk(t, desktop)
			d.install(t, "zoommtg", "0")
			d.install(t, "https", "0")
			launcher := New(OfSystem())
			m := recognise(t, inZoom)

			got, err := launcher.Open(t.Context(), m, App)
			if want := (Outcome{Way: App, Reason: Chosen, Sure: true}); err != nil || got != want {
				t.Fatalf("got %+v, %v; want %+v", got, err, want)
			}
			if native, _ := m.Native(); d.opened(t, "zoommtg") != native {
				t.Errorf("the app was given %s, want %s", d.opened(t, "zoommtg"), native)
			}
			got, err = launcher.Open(t.Context(), m, Browser)
			if want := (Outcome{Way: Browser, Reason: Chosen, Sure: true}); err != nil || got != want {
				t.Fatalf("got %+v, %v; want %+v", got, err, want)
			}
			if d.opened(t, "https") != m.Web() {
				t.Errorf("the browser was given %s, want %s", d.opened(t, "https"), m.Web())
			}
		})
	}
}

func TestOpenWithoutTheApp(t *testing.T) {
	for _, desktop := range desktops {
		t.Run(desktop, func(t *testing.T) {
			d := newDesk(t, desktop)
			d.install(t, "https", "0")
			got, err := New(OfSystem()).Open(t.Context(), recognise(t, inZoom), App)
			want := Outcome{Way: Browser, Fallback: true, Reason: NotInstalled, Sure: true}
			if err != nil || got != want {
				t.Fatalf("got %+v, %v; want %+v", got, err, want)
			}
			if address := d.opened(t, "https"); !strings.Contains(address, secret) {
				t.Errorf("the browser was given %s", address)
			}
		})
	}
}

// TestOpenWithBrokenApp has an app that cannot be started, which only xdg-open
// finds out where it starts it itself.
func TestOpenWithBrokenApp(t *testing.T) {
	d := newDesk(t, "X-Generic")
	d.install(t, "zoommtg", "1")
	d.install(t, "https", "0")
	got, err := New(OfSystem()).Open(t.Context(), recognise(t, inZoom), App)
	want := Outcome{Way: Browser, Fallback: true, Reason: AppFailed, Sure: true}
	if err != nil || got != want {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
}

func TestOpenWithoutBrowser(t *testing.T) {
	for _, desktop := range desktops {
		t.Run(desktop, func(t *testing.T) {
			newDesk(t, desktop)
			for _, way := range []Way{App, Browser} {
				_, err := New(OfSystem()).Open(t.Context(), recognise(t, inZoom), way)
				if !errors.Is(err, ErrNoBrowser) || strings.Contains(err.Error(), secret) {
					t.Errorf("%s: error %v, want ErrNoBrowser", way, err)
				}
			}
		})
	}
}

func TestOpenWithBrokenBrowser(t *testing.T) {
	d := newDesk(t, "KDE") // whose kde-open is missing
	t.Setenv("KDE_SESSION_VERSION", "5")
	d.install(t, "https", "0")
	_, err := New(OfSystem()).Open(t.Context(), recognise(t, inZoom), Browser)
	if !errors.Is(err, ErrNotOpened) || strings.Contains(err.Error(), secret) {
		t.Errorf("error %v, want ErrNotOpened", err)
	}
}

func TestOpenWithoutXDGOpen(t *testing.T) {
	d := newDesk(t, "GNOME")
	t.Setenv("PATH", d.path("bin"))
	_, err := New(OfSystem()).Open(t.Context(), recognise(t, inZoom), Browser)
	if !errors.Is(err, ErrNoBrowser) {
		t.Errorf("error %v, want ErrNoBrowser", err)
	}
}

// TestBrowserLivesOn has xdg-open run a browser that stays, as on desktops that
// xdg-open does not know.
func TestBrowserLivesOn(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	for name, give := range map[string]struct {
		ctx  context.Context
		wait time.Duration
	}{
		"waited for":  {t.Context(), time.Millisecond},
		"given up on": {cancelled, startTimeout},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, "X-Generic")
			d.install(t, "https", "0")
			d.write(t, "bin/https", "#!/bin/sh\necho $$ >"+d.path("part")+"\nmv "+d.path("part")+" "+d.path("pid")+"\nexec sleep 1000\n")
			if err := runOpener(give.ctx, "https://zoom.us/j/1", give.wait); !errors.Is(err, ErrNoWord) {
				t.Fatalf("error %v, want ErrNoWord", err)
			}
			waitUntil(t, "the browser", func() bool { return d.read("pid") != "" })
			pid, err := strconv.Atoi(strings.TrimSpace(d.read("pid")))
			if err != nil {
				t.Fatal(err)
			}
			browser, err := os.FindProcess(pid)
			if err != nil {
				t.Fatal(err)
			}
			if err := browser.Signal(syscall.Signal(0)); err != nil {
				t.Errorf("the browser is gone: %v", err)
			}
			_ = browser.Kill() // with which xdg-open ends
		})
	}
}
