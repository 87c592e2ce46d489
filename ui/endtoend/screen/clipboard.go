package screen

import (
	"os/exec"
	"testing"
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
