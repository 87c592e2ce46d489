//go:build !windows && !darwin

package launch

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"syscall"
	"time"
)

// openerWait is how long to wait for xdg-open. On the large desktops it ends
// when the address has been handed over; elsewhere it is itself what runs the
// browser, and ends with it.
const openerWait = 5 * time.Second

var (
	errOpenerFailed = errors.New("xdg-open failed")
	// errNothingToOpenWith is errOpenerFailed where xdg-open looked for a
	// program and found none, or is missing itself.
	errNothingToOpenWith = fmt.Errorf("%w: there is nothing to open it with", errOpenerFailed)
)

// runOpener starts xdg-open with an address and waits for its exit code:
// 3 says that no program was found, 4 that the one found failed, and 1 and 2
// that the argument was wrong (xdg-open(1)). One that lives on is left alone,
// and so it is when ctx ends: it may be the browser.
func runOpener(ctx context.Context, address string, wait time.Duration) error {
	program, err := exec.LookPath("xdg-open")
	if err != nil {
		return errNothingToOpenWith
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), program, address)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // so that it does not end with us
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%w: %w", errOpenerFailed, err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }() // ends with the program
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case err = <-done:
	case <-timer.C:
		return ErrNoWord
	case <-ctx.Done():
		return ErrNoWord
	}
	exit, failed := errors.AsType[*exec.ExitError](err)
	switch {
	case err == nil:
		return nil
	case failed && exit.ExitCode() == 3:
		return errNothingToOpenWith
	}
	return fmt.Errorf("%w: %w", errOpenerFailed, err) // the error is the exit code alone
}
