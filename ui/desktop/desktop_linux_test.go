package desktop

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
)

// newHome gives the test a user whose folders are empty.
func newHome(t *testing.T) {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, filepath.Join(home, name))
	}
	t.Setenv("HOME", home)
	for _, name := range []string{"FLATPAK_ID", "SNAP", "XDG_CURRENT_DESKTOP", "APPIMAGE"} {
		t.Setenv(name, "")
	}
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

// newProgram is an app that writes down, a line each, the words it was started
// with.
func newProgram(t *testing.T, folder string) (App, string) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	program, said := filepath.Join(folder, "hjemmekontor"), filepath.Join(folder, "said")
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$(dirname \"$0\")/part\"\nmv \"$(dirname \"$0\")/part\" \"$(dirname \"$0\")/said\"\n"
	if err := os.WriteFile(program, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return App{
		Program: program, Args: []string{"--data", "/mitt $HOME/100 %u"},
		Words: Words{Comment: "Sjekklister og møter", FileKind: "Virksomhetens fil"}, Icon: []byte("\x89PNG"),
	}, said
}

// run runs one of the desktop's own tools and returns what it says.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	said, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v: %s", name, args, err, said)
	}
	return string(said)
}

// register registers an app and makes sure that it says so.
func register(t *testing.T, app App) {
	t.Helper()
	if known, err := app.Registered(t.Context()); known || err != nil {
		t.Fatalf("registered before: %v, %v", known, err)
	}
	if err := app.Register(t.Context()); err != nil {
		t.Fatal(err)
	}
	if known, err := app.Registered(t.Context()); !known || err != nil {
		t.Fatalf("registered after: %v, %v", known, err)
	}
}

func TestTheDesktopStartsTheAppWithALinkAndAFile(t *testing.T) {
	for _, folder := range []string{"plain", "with spaces", `it's "half" of $HOME`} {
		t.Run(folder, func(t *testing.T) {
			newHome(t)
			app, said := newProgram(t, folder)
			register(t, app)
			run(t, "desktop-file-validate", entryPath())
			file := filepath.Join(t.TempDir(), "firma.hjemmekontor")
			if err := os.WriteFile(file, []byte("hjemmekontor organisation 1\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			if kind := run(t, "gio", "info", "-a", "standard::content-type", file); !strings.Contains(kind, MediaType) {
				t.Errorf("the file is taken for %s", kind)
			}
			for _, opened := range []string{"hjemmekontor:call/7-fjord-brunost?at=192.168.1.5:41234", "file://" + file} {
				_ = os.Remove(said)
				run(t, "gio", "launch", entryPath(), opened)
				got := awaited(t, said)
				if want := "--data\n/mitt $HOME/100 %u\n" + opened; got != want && got != strings.Replace(want, "file://", "", 1) {
					t.Errorf("it was started with %q, want %q", got, want)
				}
			}
		})
	}
}

// awaited is what the started program has written.
func awaited(t *testing.T, path string) (said string) {
	t.Helper()
	if !within(func() bool {
		content, err := os.ReadFile(path)
		said = strings.TrimSuffix(string(content), "\n")
		return err == nil
	}) {
		t.Fatal("the program was not started")
	}
	return said
}

func TestLinksGoToTheProgramRegisteredLast(t *testing.T) {
	newHome(t)
	old, _ := newProgram(t, "old")
	register(t, old)
	moved, _ := newProgram(t, "moved")
	register(t, moved)
	if known, err := old.Registered(t.Context()); known || err != nil {
		t.Errorf("the old one still counts as registered: %v, %v", known, err)
	}
	if got := run(t, "gio", "mime", "x-scheme-handler/"+Scheme); !strings.Contains(got, ID+".desktop") {
		t.Errorf("links are opened by %s", got)
	}
	moved.Words.Comment = "Checklists and meetings" // another language is no other program
	if known, err := moved.Registered(t.Context()); !known || err != nil {
		t.Errorf("in another language: %v, %v", known, err)
	}
}

func TestUnregisteringLeavesNothing(t *testing.T) {
	newHome(t)
	app, _ := newProgram(t, "plain")
	register(t, app)
	if err := app.StartAtLogin(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	if err := app.Unregister(t.Context()); err != nil {
		t.Fatal(err)
	}
	if known, err := app.Registered(t.Context()); known || err != nil {
		t.Errorf("still registered: %v, %v", known, err)
	}
	files, err := app.files()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if _, err := os.Stat(f.path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is still there", f.path)
		}
	}
	if on, err := app.StartsAtLogin(t.Context()); !on || err != nil {
		t.Errorf("links are one thing, starting another: %v, %v", on, err)
	}
}

func TestStartAtLogin(t *testing.T) {
	newHome(t)
	app, said := newProgram(t, "with spaces")
	for _, want := range []bool{true, false} {
		for range 2 { // the second time changes nothing
			if err := app.StartAtLogin(t.Context(), want); err != nil {
				t.Fatal(err)
			}
		}
		if on, err := app.StartsAtLogin(t.Context()); on != want || err != nil {
			t.Errorf("it says %v, %v, want %v", on, err, want)
		}
		if !want {
			continue
		}
		run(t, "desktop-file-validate", autostartPath())
		run(t, "gio", "launch", autostartPath())
		if got, want := awaited(t, said), "--data\n/mitt $HOME/100 %u\n--tray"; got != want {
			t.Errorf("it was started with %q, want %q", got, want)
		}
	}
}

func TestWhatCannotBeWrittenDownIsRefused(t *testing.T) {
	newHome(t)
	for _, program := range []string{"/opt/line\nbreak", "/opt/a=b", "/opt/50%/b"} {
		app := App{Program: program}
		if err := app.Register(t.Context()); !errors.Is(err, ErrProgram) {
			t.Errorf("%q: %v", program, err)
		}
		if err := app.StartAtLogin(t.Context(), true); !errors.Is(err, ErrProgram) {
			t.Errorf("%q: %v", program, err)
		}
	}
}

func TestAPackageDecidesForItself(t *testing.T) {
	newHome(t)
	t.Setenv("FLATPAK_ID", ID)
	app, _ := newProgram(t, "plain")
	if known, err := app.Registered(t.Context()); !known || err != nil {
		t.Errorf("registered: %v, %v", known, err)
	}
	for name, change := range map[string]error{
		"register": app.Register(t.Context()), "unregister": app.Unregister(t.Context()),
		"start at login": app.StartAtLogin(t.Context(), true),
	} {
		if !errors.Is(change, ErrPackaged) {
			t.Errorf("%s: %v", name, change)
		}
	}
}

func TestRunningNamesThisProgram(t *testing.T) {
	newHome(t)
	app, err := Running(Words{}, nil, "--lang", "nb")
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(app.Program); err != nil || !info.Mode().IsRegular() || !filepath.IsAbs(app.Program) {
		t.Errorf("the program is %q, %v", app.Program, err)
	}
	t.Setenv("APPIMAGE", "/opt/Hjemmekontor.AppImage")
	if app, err = Running(Words{}, nil); err != nil || app.Program != "/opt/Hjemmekontor.AppImage" {
		t.Errorf("as an image the program is %q, %v", app.Program, err)
	}
}
