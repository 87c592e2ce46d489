package command

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"hjemmekontor/ui/instance"
)

// TestALaterStartHandsOver: what is on the command line reaches the program that
// has the window, and this one ends.
func TestALaterStartHandsOver(t *testing.T) {
	runtime, err := os.MkdirTemp("", "run") // nobody else's, and short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(runtime) })
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	t.Setenv("XDG_ACTIVATION_TOKEN", "")
	t.Setenv("DESKTOP_STARTUP_ID", "")
	data, folder := t.TempDir(), t.TempDir()
	t.Chdir(folder)
	if err := os.WriteFile("firma.hjemmekontor", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	server, handed, err := instance.Take(t.Context(), data, instance.Message{})
	if err != nil || handed {
		t.Fatal(handed, err)
	}
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
	})
	received := make(chan instance.Message, 1)
	go func() {
		for m := range server.Messages() {
			received <- m
		}
	}()
	const zoom = "https://zoom.us/j/92345678901?pwd=Ab12"
	const company = "hjemmekontor:organisation?from=https://firma.no/f.hjemmekontor"
	for name, test := range map[string]struct {
		args []string
		want instance.Message
	}{
		"nothing":          {nil, instance.Message{}},
		"a page":           {[]string{"--page", "guide"}, instance.Message{Page: "guide"}},
		"a call":           {[]string{invitation}, instance.Message{Link: invitation}},
		"from the desktop": {[]string{"--", invitation}, instance.Message{Link: invitation}},
		"a meeting":        {[]string{zoom}, instance.Message{Link: zoom}},
		"an e-mail":        {[]string{"Hei! Bli med: " + zoom}, instance.Message{Link: "Hei! Bli med: " + zoom}},
		"an unknown host":  {[]string{"https://video.eksempel.no/rom"}, instance.Message{Link: "https://video.eksempel.no/rom"}},
		"a company":        {[]string{company}, instance.Message{Source: company}},
		"a file":           {[]string{"firma.hjemmekontor"}, instance.Message{Files: []string{filepath.Join(folder, "firma.hjemmekontor")}}},
		"at login":         {[]string{"--tray"}, instance.Message{}},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := Run(t.Context(), append([]string{"--data", data}, test.args...), &out, &errs)
			if code != Done || out.Len()+errs.Len() > 0 {
				t.Fatalf("code %d, said %q", code, errs.String())
			}
			if m := <-received; !reflect.DeepEqual(m, test.want) {
				t.Errorf("handed over is %+v, want %+v", m, test.want)
			}
		})
	}
}

// TestALinkBringsNoFlags: on Windows a quotation mark in a link would end the
// argument that the link is.
func TestALinkBringsNoFlags(t *testing.T) {
	c, err := Parse([]string{"--", invitation, "--stats", "somebody's file"})
	if err == nil || c.Stats != "" {
		t.Errorf("statistics go to %q, %v", c.Stats, err)
	}
	if c, err := Parse([]string{"--", "call", "start"}); err == nil || c.Action != ShowWindow {
		t.Errorf("a link starts action %d, %v", c.Action, err)
	}
}
