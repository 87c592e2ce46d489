package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/direct"
	"hjemmekontor/ui"
)

// deviceTime is how long a camera or microphone may take to open.
const deviceTime = 10 * time.Second

// call holds a call without a window: it prints code and link, waits, and
// reports how the call ended.
func (c *Command) call(ctx context.Context, stdout, stderr io.Writer) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	texts := c.texts(ctx)
	fail := func(doing string, err error) int {
		slog.Debug(doing, "error", err)
		say(stderr, texts.Text(ui.ProblemKey(err)))
		return Failed
	}
	stats, err := c.statsFile()
	if err != nil {
		say(stderr, texts.Text("command.stats-file", locales.Data{"File": c.Stats}))
		return Failed
	}
	if stats != nil {
		defer func() { _ = stats.Close() }()
	}
	local := call.NewLocal(c.Devices)
	defer local.Close()
	if err := c.openDevices(ctx, local, texts, stderr); err != nil {
		return fail("opening devices", err)
	}
	running, err := c.begin(ctx, local, texts, stdout)
	if err != nil {
		return fail("beginning a call", err)
	}
	return c.follow(ctx, running, stats, texts, stderr)
}

func (c *Command) statsFile() (*os.File, error) {
	if c.Stats == "" {
		return nil, nil
	}
	return os.Create(c.Stats)
}

// openDevices switches camera and microphone on. A device that was named and
// cannot be had is an error; where the system simply has none, the call goes on
// without and says so.
func (c *Command) openDevices(ctx context.Context, local *call.Local, texts *locales.Texts, stderr io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, deviceTime)
	defer cancel()
	for _, device := range []struct {
		name string
		set  func(context.Context, bool) error
	}{{c.Devices.Camera, local.SetCamera}, {c.Devices.Microphone, local.SetMicrophone}} {
		if device.name == "none" {
			continue
		}
		err := device.set(ctx, true)
		if err == nil {
			continue
		}
		if device.name != "" {
			return err
		}
		say(stderr, texts.Text(ui.ProblemKey(err)))
	}
	return nil
}

// begin starts or joins.
func (c *Command) begin(ctx context.Context, local *call.Local, texts *locales.Texts, stdout io.Writer) (*call.Call, error) {
	options := direct.Options{
		Name: c.Name, Mailbox: c.Mailbox, Local: local, Speaker: c.Devices.Speaker,
		Language: string(texts.Language()),
	}
	if c.Action == JoinCall {
		return direct.Join(ctx, *c.Invite, options)
	}
	running, invite, err := direct.Start(ctx, options)
	if err != nil {
		return nil, err
	}
	if _, err := fmt.Fprintf(stdout, "code: %s\nlink: %s\n", invite.Code, invite); err != nil {
		return nil, errors.Join(fmt.Errorf("printing the invitation: %w", err), end(running))
	}
	return running, nil
}

// end hangs up and waits until everything is closed.
func end(running *call.Call) error {
	running.HangUp()
	<-running.Done()
	return running.Err()
}

// follow waits for the end of the call: when somebody hangs up, after the
// seconds asked for, counted from when the two were connected, or with ctx.
func (c *Command) follow(ctx context.Context, running *call.Call, stats *os.File, texts *locales.Texts, stderr io.Writer) int {
	written := make(chan error, 1)
	go func() {
		if stats == nil {
			written <- nil
			return
		}
		written <- call.WriteStats(ctx, running, stats)
	}()
	running.RunFor(ctx, time.Duration(c.Seconds)*time.Second)
	if err := <-written; err != nil {
		say(stderr, texts.Text("command.stats-file", locales.Data{"File": c.Stats}))
		return Failed
	}
	met := !running.Started().IsZero() || running.EndReason() != call.RemoteHungUp
	if err := running.Err(); err != nil || !met {
		slog.Debug("call ended", "error", err)
		reason := texts.Text(ui.EndKey(running))
		say(stderr, texts.Text("command.call-ended", locales.Data{"Reason": reason}))
		return Failed
	}
	return Done
}
