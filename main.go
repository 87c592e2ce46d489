// Command hjemmekontor is a desktop app for people who work from home: checklists, a
// guide to meeting tools, contacts that are there without a network, and calls
// that nobody else can hear.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"hjemmekontor/ui/command"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends a shutdown that hangs.
	context.AfterFunc(ctx, stop)
	code := command.Run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
