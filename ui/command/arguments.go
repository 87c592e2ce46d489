package command

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui"
	"hjemmekontor/ui/desktop"
)

// arguments reads what is not a flag.
func (c *Command) arguments(rest []string) error {
	for i, argument := range rest {
		rest[i] = desktop.Path(argument)
	}
	if len(rest) == 0 {
		return c.missing()
	}
	switch {
	case rest[0] == "call" || rest[0] == "organisation":
		return &UsageError{Key: "command.unknown-command", Data: locales.Data{"Value": strings.Join(rest, " ")}}
	case c.Action == StartCall:
		return noMore(rest)
	case c.Action == VerifyOrganisation:
		c.Files = rest[:1]
		return noMore(rest[1:])
	case c.Action == ShowWindow && exists(rest[0]):
		return c.files(rest)
	}
	if err := c.link(rest[0]); err != nil {
		return err
	}
	return noMore(rest[1:])
}

// missing refuses a command that cannot do without an argument.
func (c *Command) missing() error {
	switch c.Action {
	case JoinCall:
		return &UsageError{Key: "command.missing-link"}
	case VerifyOrganisation:
		return &UsageError{Key: "command.missing-file"}
	}
	return nil
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
	case errors.Is(err, link.ErrNotOurs) && c.Action == ShowWindow && isMeeting(text):
		c.Meeting = text
		return nil
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

// isMeeting tells whether text leads to a meeting elsewhere, or seems to be
// meant to: the window says what is wrong with it.
func isMeeting(text string) bool {
	_, err := link.Recognise(text)
	return !errors.Is(err, link.ErrNothing) && !errors.Is(err, link.ErrTooLong)
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// isSource tells whether text is a link to an organisation file.
func isSource(text string) bool {
	_, err := organisation.ParseSource(text)
	return err == nil && strings.HasPrefix(text, "hjemmekontor:")
}
