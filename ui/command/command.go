// Package command is the command line: what may be written there, what each
// mistake is answered with, and the call without a window.
//
//	c, err := command.Parse(os.Args[1:])
//	var usage *command.UsageError   // err is one: a sentence to show, exit code 2
package command

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/pflag"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui"
)

// Action is what the command line asks for.
type Action int

// The actions.
const (
	ShowWindow Action = iota
	StartCall
	JoinCall
	VerifyOrganisation
	ShowHelp
	ShowVersion
)

// Command is a command line that makes sense.
type Command struct {
	Action   Action
	Data     string           // the data folder
	Language locales.Language // "" for the saved or the system's
	Page     ui.Page          // "" for home
	Name     string
	Devices  call.Devices
	Stats    string
	Invite   *link.Invite
	Mailbox  string
	Seconds  int      // 0 for no limit
	Files    []string // to open or to verify
	Source   string   // organisation link to follow
}

// UsageError is a mistake on the command line. Key and Data give the sentence
// for the user.
type UsageError struct {
	Key  string
	Data locales.Data
	// Link is true if it is a link that is wrong, which may have been clicked.
	Link bool
	// Language is the one asked for on the command line, if that much could be
	// read.
	Language locales.Language
}

// Error names the mistake for the log.
func (e *UsageError) Error() string { return "usage: " + e.Key }

// maxSeconds is the longest call that --seconds can set: a day.
const maxSeconds = 24 * 60 * 60

// Parse reads the command line without the program's name. Its errors are of
// type *UsageError.
func Parse(args []string) (Command, error) {
	c := Command{Data: filepath.Join(xdg.DataHome, "hjemmekontor")}
	c.Action, args = action(args)
	rest, err := c.flags(args)
	if err == nil && c.Action != ShowHelp && c.Action != ShowVersion {
		err = c.arguments(rest)
	}
	var usage *UsageError
	if errors.As(err, &usage) {
		usage.Language = c.Language
	}
	return c, err
}

// actions are the commands of two words.
var actions = map[[2]string]Action{
	{"call", "start"}:          StartCall,
	{"call", "join"}:           JoinCall,
	{"organisation", "verify"}: VerifyOrganisation,
}

// action takes the words of a command, such as "call start", out of the
// arguments. Flags may stand before them.
func action(args []string) (Action, []string) {
	for i := 0; i+1 < len(args); i++ {
		if chosen, ok := actions[[2]string{args[i], args[i+1]}]; ok && !takesValue(args[:i]) {
			return chosen, slices.Concat(args[:i], args[i+2:])
		}
	}
	return ShowWindow, args
}

// takesValue tells whether what follows args is the value of a flag.
func takesValue(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return strings.HasPrefix(last, "--") && !strings.Contains(last, "=") && last != "--help" && last != "--version"
}

// flags reads the flags and returns what is left.
func (c *Command) flags(args []string) ([]string, error) {
	set := pflag.NewFlagSet("hjemmekontor", pflag.ContinueOnError)
	set.Usage = func() {}
	set.SetOutput(nopWriter{})
	var language, page, seconds string
	var help, version bool
	set.StringVar(&c.Data, "data", c.Data, "")
	set.StringVar(&language, "lang", "", "")
	set.StringVar(&page, "page", "", "")
	set.StringVar(&c.Name, "name", "", "")
	set.StringVar(&c.Devices.Camera, "camera", "", "")
	set.StringVar(&c.Devices.Microphone, "microphone", "", "")
	set.StringVar(&c.Devices.Speaker, "speaker", "", "")
	set.StringVar(&c.Stats, "stats", "", "")
	set.BoolVar(&help, "help", false, "")
	set.BoolVar(&version, "version", false, "")
	if c.Action == StartCall || c.Action == JoinCall {
		set.StringVar(&c.Mailbox, "mailbox", "", "")
		set.StringVar(&seconds, "seconds", "", "")
	}
	parsed := set.Parse(args)
	if l, err := locales.Parse(language); err == nil {
		c.Language = l
	}
	switch {
	case parsed != nil:
		return nil, flagMistake(parsed)
	case help:
		c.Action = ShowHelp
	case version:
		c.Action = ShowVersion
	}
	return set.Args(), c.values(language, page, seconds)
}

// values checks the flags that take only certain values.
func (c *Command) values(language, page, seconds string) error {
	if language != "" && c.Language == "" {
		return &UsageError{Key: "command.unknown-language", Data: locales.Data{"Value": language}}
	}
	if page != "" {
		p, err := ui.ParsePage(page)
		if err != nil {
			return &UsageError{Key: "command.unknown-page", Data: locales.Data{"Value": page, "Choices": choices()}}
		}
		c.Page = p
	}
	if c.Mailbox != "" && link.CheckMailbox(c.Mailbox) != nil {
		return &UsageError{Key: "command.bad-value", Data: locales.Data{"Flag": "--mailbox", "Value": c.Mailbox}}
	}
	if seconds != "" {
		n, err := strconv.Atoi(seconds)
		if err != nil || n < 1 || n > maxSeconds {
			return &UsageError{Key: "command.bad-value", Data: locales.Data{"Flag": "--seconds", "Value": seconds}}
		}
		c.Seconds = n
	}
	for _, given := range []struct{ file, suffix string }{{c.Devices.Camera, ".y4m"}, {c.Devices.Microphone, ".wav"}} {
		if strings.HasSuffix(given.file, given.suffix) && !isFile(given.file) {
			return &UsageError{Key: "command.no-file", Data: locales.Data{"File": given.file}}
		}
	}
	return nil
}

// arguments reads what is not a flag.
func (c *Command) arguments(rest []string) error {
	unknown := len(rest) > 0 && (rest[0] == "call" || rest[0] == "organisation")
	switch {
	case unknown:
		return &UsageError{Key: "command.unknown-command", Data: locales.Data{"Value": strings.Join(rest, " ")}}
	case c.Action == StartCall:
		return noMore(rest)
	case c.Action == JoinCall && len(rest) == 0:
		return &UsageError{Key: "command.missing-link"}
	case c.Action == VerifyOrganisation && len(rest) == 0:
		return &UsageError{Key: "command.missing-file"}
	case c.Action == VerifyOrganisation:
		c.Files = rest[:1]
		return noMore(rest[1:])
	case c.Action == ShowWindow && len(rest) > 0 && exists(rest[0]):
		return c.files(rest)
	case len(rest) == 0:
		return nil
	}
	if err := c.link(rest[0]); err != nil {
		return err
	}
	return noMore(rest[1:])
}

// noMore refuses what is left over.
func noMore(rest []string) error {
	if len(rest) == 0 {
		return nil
	}
	return &UsageError{Key: "command.too-many", Data: locales.Data{"Value": rest[0]}}
}

// files takes the names of files to open. They are made whole, since the
// window outlives the terminal's folder.
func (c *Command) files(names []string) error {
	for _, name := range names {
		if !exists(name) {
			return &UsageError{Key: "command.no-file", Data: locales.Data{"File": name}}
		}
		whole, err := filepath.Abs(name)
		if err != nil {
			whole = name
		}
		c.Files = append(c.Files, whole)
	}
	return nil
}

// link reads a link of the app's own, or the code of a call.
func (c *Command) link(text string) error {
	fileLike := strings.ContainsAny(text, `/\`) || strings.HasSuffix(text, ".hjemmekontor")
	if c.Action == ShowWindow && isSource(text) {
		c.Source = text
		return nil
	}
	invite, err := link.Parse(text)
	switch {
	case err != nil && c.Action == ShowWindow && fileLike && !strings.Contains(text, ":"):
		return &UsageError{Key: "command.no-file", Data: locales.Data{"File": text}}
	case err != nil:
		return &UsageError{Key: ui.ProblemKey(err), Link: c.Action == ShowWindow}
	case len(invite.MailboxURLs()) == 0 && c.Mailbox == "":
		return &UsageError{Key: "command.code-alone"}
	}
	c.Invite = &invite
	return nil
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

func flagMistake(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return &UsageError{Key: "command.unknown-flag", Data: locales.Data{"Flag": dashes(unknown.GetSpecifiedName())}}
	case errors.As(err, &missing):
		return &UsageError{Key: "command.missing-value", Data: locales.Data{"Flag": dashes(missing.GetSpecifiedName())}}
	case errors.As(err, &invalid):
		return &UsageError{Key: "command.bad-value", Data: locales.Data{"Flag": dashes(invalid.GetFlag().Name), "Value": invalid.GetValue()}}
	default:
		return &UsageError{Key: "command.unknown-flag", Data: locales.Data{"Flag": err.Error()}}
	}
}

// dashes writes a flag as the user has to.
func dashes(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func choices() string {
	names := make([]string, len(ui.Pages()))
	for i, p := range ui.Pages() {
		names[i] = string(p)
	}
	return strings.Join(names, ", ")
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// nopWriter keeps the flag library from writing on its own.
type nopWriter struct{}

func (nopWriter) Write(p []byte) (int, error) { return len(p), nil }

// isSource tells whether text is a link to an organisation file.
func isSource(text string) bool {
	_, err := organisation.ParseSource(text)
	return err == nil && strings.HasPrefix(text, "hjemmekontor:")
}
