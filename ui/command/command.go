// Package command is the command line: what may be written there, what each
// mistake is answered with, and the call without a window.
//
//	c, err := command.Parse(os.Args[1:])
//	var usage *command.UsageError   // err is one: a sentence to show, exit code 2
package command

import (
	"errors"
	"path/filepath"
	"slices"

	"github.com/adrg/xdg"

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
	Meeting  string   // invitation to a meeting elsewhere
	Tray     bool     // show no window where there is a tray to wait in
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
	c := Command{Data: usualFolder()}
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

// usualFolder is the data folder of who names none.
func usualFolder() string { return filepath.Join(xdg.DataHome, "hjemmekontor") }

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
