package screen

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// startXvfb starts an X server that draws into memory, on whichever display
// number is free, and returns the display's name.
func startXvfb(t testing.TB, width, height int) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatalf("making a pipe for the display number: %v", err)
	}
	defer func() { _ = read.Close() }()

	cmd := exec.Command(find(t, "Xvfb", "xvfb"),
		"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-dpi", "96", "-noreset", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{write}
	errs := startQuietly(t, cmd)
	_ = write.Close()

	if err := read.SetReadDeadline(time.Now().Add(startTimeout)); err != nil {
		t.Fatalf("setting a deadline for Xvfb: %v", err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb told no display number: %v\n%s", err, errs)
	}
	return ":" + strings.TrimSpace(number)
}

// useNorwegianKeyboard makes æ, ø and å keys of the keyboard, as on the desks
// where the program is used. Without it xdotool moves keys about while
// typing, and the program may read one before it has heard of the move.
func (s *Screen) useNorwegianKeyboard(t testing.TB) {
	t.Helper()
	s.run(t, find(t, "setxkbmap", "x11-xkb-utils"), "no")
}
