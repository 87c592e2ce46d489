package launch

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// patience is how long the system's own programs may take.
const patience = 10 * time.Second

// findApp asks Launch Services which app opens a scheme. It is JavaScript for
// osascript, so that no C is needed; the scheme is its argument.
const findApp = `ObjC.import("AppKit");
function run(argv) {
	const address = $.NSURL.URLWithString(argv[0] + "://");
	const app = $.NSWorkspace.sharedWorkspace.URLForApplicationToOpenURL(address);
	return app.isNil() ? "no" : "yes";
}`

func systemHandles(ctx context.Context, scheme string) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, "/usr/bin/osascript", "-l", "JavaScript", "-e", findApp, scheme).Output()
	if err != nil {
		return false, fmt.Errorf("asking Launch Services: %w", err)
	}
	switch strings.TrimSpace(string(out)) {
	case "yes":
		return true, nil
	case "no":
		return false, nil
	}
	return false, errors.New("asking Launch Services: it gave another answer than yes or no")
}

// systemOpen waits for open(1), which ends as soon as an app has taken the
// address, and fails if there is none.
func systemOpen(ctx context.Context, address, scheme string) error {
	waiting, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := exec.CommandContext(waiting, "/usr/bin/open", address).Run()
	switch {
	case err == nil:
		return nil
	case waiting.Err() != nil:
		return ErrNoWord
	}
	if there, asked := systemHandles(ctx, scheme); scheme == "https" && asked == nil && !there {
		return ErrNoBrowser
	}
	return fmt.Errorf("%w: %w", ErrNotOpened, err) // the error is the exit code alone
}
