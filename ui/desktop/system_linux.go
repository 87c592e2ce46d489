package desktop

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// systemTime bounds a program of the system's: they write small files.
const systemTime = 10 * time.Second

// system runs a program of the system's.
func system(ctx context.Context, name string, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, systemTime)
	defer cancel()
	said, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %.200q", name, err, said)
	}
	return nil
}

// chosenFor is the desktop entry that opens a media type, "" for none.
func chosenFor(ctx context.Context, kind string) string {
	ctx, cancel := context.WithTimeout(ctx, systemTime)
	defer cancel()
	said, err := exec.CommandContext(ctx, "xdg-mime", "query", "default", kind).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(said))
}
