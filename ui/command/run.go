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
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui"
	"hjemmekontor/ui/instance"
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

// window shows the window until it is closed, unless another start has it: then
// that one is told what there is to open.
func (c *Command) window(ctx context.Context, stderr io.Writer) int {
	data, err := filepath.Abs(c.Data)
	if err != nil {
		data = c.Data
	}
	server, handed, err := instance.Take(ctx, data, c.message())
	switch {
	case handed:
		return Done
	case errors.Is(err, instance.ErrNoAnswer):
		texts := c.texts(ctx)
		return c.cannotStart(texts, texts.Text("system.not-answering"), stderr)
	case err != nil:
		// Two windows on one folder get along.
		slog.Warn("looking for another start of the program", "error", err)
	default:
		defer closeServer(server)
	}
	return c.show(ctx, data, arrivals(server), stderr)
}

// show shows the window on a data folder, and in it what later starts hand over.
func (c *Command) show(ctx context.Context, data string, arrivals <-chan instance.Message, stderr io.Writer) int {
	store, remembered, err := openStores(ctx, data)
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
		closeStores(store, remembered)
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
		Files: c.Files, Source: c.Source, Meeting: c.Meeting, Tray: c.Tray, Again: c.again(data),
		Keyring: keyring, Meetings: remembered, Arrivals: arrivals,
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

// message is what the program that has the window is to be told.
func (c *Command) message() instance.Message {
	m := instance.Message{
		Files: c.Files, Link: c.Meeting, Source: c.Source, Page: string(c.Page), Activation: instance.ActivationToken(),
	}
	if c.Invite != nil {
		m.Link = c.Invite.String()
	}
	return m
}

// again is what another start needs to come to the same data folder.
func (c *Command) again(data string) []string {
	if data == usualFolder() {
		return nil
	}
	return []string{"--data", data}
}

func arrivals(server *instance.Server) <-chan instance.Message {
	if server == nil {
		return nil
	}
	return server.Messages()
}

// openStores opens what the user has said and what is remembered of meetings:
// both, or neither.
func openStores(ctx context.Context, data string) (*checklists.Store, *meetings.Store, error) {
	store, err := checklists.OpenStore(ctx, data)
	if err != nil {
		return nil, nil, err
	}
	remembered, err := meetings.OpenStore(ctx, data)
	if err != nil {
		closeStores(store, nil)
		return nil, nil, err
	}
	return store, remembered, nil
}

func closeStores(store *checklists.Store, remembered *meetings.Store) {
	if err := store.Close(); err != nil {
		slog.Error("closing the data file", "error", err)
	}
	if remembered == nil {
		return
	}
	if err := remembered.Close(); err != nil {
		slog.Error("closing the file of meetings", "error", err)
	}
}

func closeServer(server *instance.Server) {
	if err := server.Close(); err != nil {
		slog.Warn("giving the data folder free", "error", err)
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
