package command

import (
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui"
)

// plain are the flags that take no value.
var plain = []string{"--help", "--version", "--tray"}

// takesValue tells whether what follows args is the value of a flag.
func takesValue(args []string) bool {
	if len(args) == 0 {
		return false
	}
	last := args[len(args)-1]
	return strings.HasPrefix(last, "--") && !strings.Contains(last, "=") && !slices.Contains(plain, last)
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
	set.BoolVar(&c.Tray, "tray", false, "")
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
