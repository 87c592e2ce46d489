package screen

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/jezek/xgb/xproto"
)

// Clipboard is the text that was copied last. The Debian package xclip must be
// installed.
func (s *Screen) Clipboard(t testing.TB) string {
	t.Helper()
	cmd := exec.Command(find(t, "xclip", "xclip"), "-out", "-selection", "clipboard")
	cmd.Env = s.environ(s.Home)
	text, err := cmd.Output()
	if err != nil {
		t.Fatalf("reading the clipboard: %v", err)
	}
	return string(text)
}

// Copy puts text on the clipboard, as another program does.
func (s *Screen) Copy(t testing.TB, text string) {
	t.Helper()
	before := s.clipboardOwner(t)
	cmd := exec.Command(find(t, "xclip", "xclip"), "-in", "-quiet", "-selection", "clipboard")
	cmd.Env = s.environ(s.Home)
	cmd.Stdin = strings.NewReader(text)
	errs := startQuietly(t, cmd)
	waitUntil(t, func() bool {
		owner := s.clipboardOwner(t)
		return owner != before && owner != xproto.WindowNone
	}, func() string { return "the text was not copied: " + errs.String() })
}

// clipboardOwner is the window that hands out what was copied last, if any.
func (s *Screen) clipboardOwner(t testing.TB) xproto.Window {
	t.Helper()
	reply, err := xproto.GetSelectionOwner(s.conn, s.atom(t, "CLIPBOARD")).Reply()
	if err != nil {
		t.Fatalf("looking for the clipboard: %v", err)
	}
	return reply.Owner
}
