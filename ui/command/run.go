package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui"
)

// The exit codes of the program.
const (
	Done       = 0
	Failed     = 1 // one sentence on standard error says what happened and what to do
	WrongUsage = 2
)

// Run does what the command line asks for and returns the exit code. It ends
// early with ctx.
func Run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	c, err := Parse(args)
	var usage *UsageError
	switch {
	case errors.As(err, &usage):
		texts := c.texts(ctx)
		words := texts.Text(usage.Key, usage.Data)
		if usage.Link {
			// Somebody may have clicked it, and looks at a screen.
			c.cannotStart(texts, words, stderr)
			return WrongUsage
		}
		say(stderr, words)
		return WrongUsage
	case c.Action == ShowHelp:
		say(stdout, c.texts(ctx).Text("command.usage"))
		return Done
	case c.Action == ShowVersion:
		say(stdout, "hjemmekontor "+ui.Version)
		return Done
	case c.Action == ShowWindow:
		return c.window(ctx, stderr)
	case c.Action == VerifyOrganisation:
		return c.verify(ctx, stdout, stderr)
	default:
		return c.call(ctx, stdout, stderr)
	}
}

// window shows the window until it is closed.
func (c *Command) window(ctx context.Context, stderr io.Writer) int {
	data, err := filepath.Abs(c.Data)
	if err != nil {
		data = c.Data
	}
	store, err := checklists.OpenStore(ctx, data)
	if err != nil {
		texts := c.texts(ctx)
		words := texts.Text(ui.ProblemKey(err))
		if errors.Is(err, checklists.ErrNotWritable) {
			words = texts.Text("command.no-folder", locales.Data{"File": data})
		}
		slog.Debug("opening the data folder", "error", err)
		return c.cannotStart(texts, words, stderr)
	}
	endLog := func() {}
	defer func() {
		closeStore(store)
		endLog()
	}()
	texts := c.texts(ctx)
	if !ui.HasDisplay() {
		say(stderr, texts.Text("problem.no-display"))
		return Failed
	}
	endLog = keepLog(data)
	keyring := credentials.New(logLate)
	defer closeKeyring(keyring)
	err = ui.Run(ctx, ui.Options{
		Data: data, Page: c.Page, Name: c.Name, Devices: c.Devices, Stats: c.Stats, Invite: c.Invite,
		Files: c.Files, Source: c.Source, Keyring: keyring,
	}, store, texts)
	if err != nil {
		slog.Error("running", "error", err)
		return c.cannotStart(texts, texts.Text(ui.ProblemKey(err)), stderr)
	}
	return Done
}

// cannotStart says on the terminal, and in a window where there is a screen
// but nobody at a terminal, why the app cannot start.
func (c *Command) cannotStart(texts *locales.Texts, words string, stderr io.Writer) int {
	say(stderr, words)
	if file, ok := stderr.(*os.File); ok && !isTerminal(file) && ui.HasDisplay() {
		ui.ShowProblem(texts, words)
	}
	return Failed
}

// texts gives the texts in the language asked for, else in the one that the
// user has saved, else in the system's.
func (c *Command) texts(ctx context.Context) *locales.Texts {
	l := c.Language
	if l == "" {
		l = ui.SavedLanguage(ctx, c.Data)
	}
	if l == "" {
		l = locales.System()
	}
	texts, err := locales.Load(l)
	if err != nil {
		panic(err) // an embedded file is broken, which the tests rule out
	}
	return texts
}

func closeStore(store *checklists.Store) {
	if err := store.Close(); err != nil {
		slog.Error("closing the data file", "error", err)
	}
}

func closeKeyring(keyring *credentials.Keyring) {
	if err := keyring.Close(); err != nil {
		slog.Warn("closing the keyring", "error", err)
	}
}

// logLate notes what came of a change to the keyring that nobody waited for.
func logLate(late credentials.Late) {
	if late.Err != nil {
		slog.Warn("the keyring failed late", "task", late.Task, "name", late.Name, "error", late.Err)
		return
	}
	slog.Info("the keyring was late", "task", late.Task, "name", late.Name)
}

// say writes a sentence; there is nobody to tell if that fails.
func say(w io.Writer, words string) { _, _ = fmt.Fprintln(w, words) }
