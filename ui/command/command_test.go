package command

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

const invitation = "hjemmekontor:call/7-fjord-brunost?at=192.168.1.5:41234"

func TestParse(t *testing.T) {
	c, err := Parse([]string{
		"--data", "/tmp/x", "--lang", "en", "--page", "guide", "--name", "Kari",
		"--camera", "pattern", "--microphone=tone", "--speaker", "none", "--stats", "s", invitation,
	})
	if err != nil {
		t.Fatal(err)
	}
	if c.Action != ShowWindow || c.Data != "/tmp/x" || c.Language != locales.English || c.Page != ui.Guide ||
		c.Name != "Kari" || c.Devices.Camera != "pattern" || c.Devices.Microphone != "tone" ||
		c.Devices.Speaker != "none" || c.Stats != "s" || c.Invite == nil || c.Invite.Code != "7-fjord-brunost" {
		t.Errorf("read %+v", c)
	}
}

func TestWhatTheDesktopHandsOver(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mitt firma.hjemmekontor")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	address := "file://" + strings.ReplaceAll(filepath.ToSlash(file), " ", "%20")
	for name, test := range map[string]struct {
		args []string
		want func(Command) bool
	}{
		"a file":           {[]string{file}, func(c Command) bool { return len(c.Files) == 1 && c.Files[0] == file }},
		"a file's address": {[]string{address}, func(c Command) bool { return len(c.Files) == 1 && c.Files[0] == file }},
		"a meeting": {[]string{"https://zoom.us/j/92345678901?pwd=x"}, func(c Command) bool {
			return c.Meeting == "https://zoom.us/j/92345678901?pwd=x" && c.Invite == nil
		}},
		"a link nobody knows": {[]string{"https://eksempel.no/x"}, func(c Command) bool { return c.Meeting == "https://eksempel.no/x" }},
		"a login":             {[]string{"--tray"}, func(c Command) bool { return c.Tray && c.Meeting == "" }},
		"a login and a link":  {[]string{"--tray", invitation}, func(c Command) bool { return c.Tray && c.Invite != nil }},
	} {
		t.Run(name, func(t *testing.T) {
			c, err := Parse(test.args)
			if err != nil || !test.want(c) {
				t.Errorf("read %+v, %v", c, err)
			}
		})
	}
}

func TestParseCall(t *testing.T) {
	start, err := Parse([]string{"call", "start", "--seconds", "10"})
	if err != nil || start.Action != StartCall || start.Seconds != 10 {
		t.Errorf("call start: %+v, %v", start, err)
	}
	join, err := Parse([]string{"call", "join", "7-fjord-brunost", "--mailbox", "ws://127.0.0.1:4000/v1"})
	if err != nil || join.Action != JoinCall || join.Mailbox == "" || join.Invite == nil {
		t.Errorf("call join: %+v, %v", join, err)
	}
}

// mistakes is what can be wrong on a command line, with the key of what the
// user is told and a word that must stand in it.
var mistakes = []struct {
	args      string
	key, says string
}{
	{"--frobnicate", "command.unknown-flag", "--frobnicate"},
	{"-x", "command.unknown-flag", "-x"},
	{"--lang", "command.missing-value", "--lang"},
	{"--lang sv", "command.unknown-language", "sv"},
	{"--page inbox", "command.unknown-page", "inbox"},
	{"--camera nowhere.y4m", "command.no-file", "nowhere.y4m"},
	{"--microphone nowhere.wav", "command.no-file", "nowhere.wav"},
	{"call join https://zoom.us/j/92345678901", "problem.not-our-link", "Hjemmekontor"},
	{"hjemmekontor:call/7-fjord", "problem.broken-link", ""},
	{"7-fjord-brunost", "command.code-alone", "--mailbox"},
	{"call", "command.unknown-command", "call"},
	{"call dance", "command.unknown-command", "call dance"},
	{"call join", "command.missing-link", "call join"},
	{"call start extra", "command.too-many", "extra"},
	{"call start --seconds many", "command.bad-value", "many"},
	{"call start --seconds 0", "command.bad-value", "0"},
	{"call start --seconds 100000000000000000000", "command.bad-value", "--seconds"},
	{"--help=maybe", "command.bad-value", "maybe"},
	{invitation + " " + invitation, "command.too-many", "hjemmekontor:call"},
	{"--seconds 10", "command.unknown-flag", "--seconds"},
}

func TestMistakesAreNamed(t *testing.T) {
	for _, m := range mistakes {
		_, err := Parse(strings.Fields(m.args))
		var usage *UsageError
		if !errors.As(err, &usage) {
			t.Errorf("%q: %v, want a usage error", m.args, err)
		} else if usage.Key != m.key {
			t.Errorf("%q is answered with %s, want %s", m.args, usage.Key, m.key)
		}
	}
}

func TestMistakesEndWithCode2AndOneSentenceInTheUsersLanguage(t *testing.T) {
	for _, l := range locales.Languages() {
		for _, m := range mistakes {
			args := strings.Fields(m.args)
			if !strings.Contains(m.args, "--lang") {
				args = append(args, "--lang", string(l))
			}
			var out, errs bytes.Buffer
			code := Run(context.Background(), args, &out, &errs)
			if code != WrongUsage || out.Len() > 0 {
				t.Errorf("%q: code %d, printed %q", m.args, code, out.String())
			}
			said := errs.String()
			if strings.Count(said, "\n") != 1 || !strings.Contains(said, m.says) || strings.Contains(said, "{{") || strings.Contains(said, "<no value>") {
				t.Errorf("%q: said %q, want one line with %q", m.args, said, m.says)
			}
		}
	}
}

func TestHelpAndVersion(t *testing.T) {
	for args, want := range map[string]string{"--help --lang nb": "Bruk:", "--help --lang en": "Usage:", "--version": ui.Version, "call start --help --lang en": "--mailbox"} {
		var out, errs bytes.Buffer
		if code := Run(context.Background(), strings.Fields(args), &out, &errs); code != Done || errs.Len() > 0 {
			t.Errorf("%s: code %d, complained %q", args, code, errs.String())
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s printed %q, want %q in it", args, out.String(), want)
		}
	}
}

func TestUnusableDataFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	code := Run(context.Background(), []string{"--data", filepath.Join(file, "folder"), "--lang", "en"}, &out, &errs)
	if code != Failed || !strings.Contains(errs.String(), "data folder") {
		t.Errorf("code %d, said %q", code, errs.String())
	}
}

func TestNoDisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	var out, errs bytes.Buffer
	code := Run(context.Background(), []string{"--data", t.TempDir(), "--lang", "nb"}, &out, &errs)
	if code != Failed || !strings.Contains(errs.String(), "skjerm") {
		t.Errorf("code %d, said %q", code, errs.String())
	}
}

func TestCallWithAnUnknownCamera(t *testing.T) {
	var out, errs bytes.Buffer
	code := Run(context.Background(), []string{"call", "start", "--camera", "no such camera", "--lang", "en"}, &out, &errs)
	if code != Failed || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), "camera") {
		t.Errorf("code %d, said %q", code, errs.String())
	}
}
