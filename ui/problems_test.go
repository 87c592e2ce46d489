package ui

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/direct"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/mailbox"
	"hjemmekontor/meetings/media/audio"
	"hjemmekontor/meetings/media/video"
)

// unknown is the sentence for what nobody thought of.
const unknown = "problem.unknown"

// sentinels is every error that the packages below let a caller tell apart,
// by package and name, with the words that a screen has for it.
var sentinels = map[string]struct {
	err error
	key string
}{
	"checklists.ErrNewer":       {checklists.ErrNewer, "problem.newer"},
	"checklists.ErrNotWritable": {checklists.ErrNotWritable, "problem.not-writable"},
	"checklists.ErrFull":        {checklists.ErrFull, "problem.full"},
	"checklists.ErrBusy":        {checklists.ErrBusy, "problem.busy"},
	"checklists.ErrDamaged":     {checklists.ErrDamaged, "problem.damaged"},
	"checklists.ErrMoved":       {checklists.ErrMoved, "problem.moved"},

	"video.ErrNone":          {video.ErrNone, "problem.no-camera"},
	"video.ErrNoCamera":      {video.ErrNoCamera, "problem.no-camera"},
	"video.ErrUnknownCamera": {video.ErrUnknownCamera, "problem.unknown-camera"},
	"video.ErrBusy":          {video.ErrBusy, "problem.camera-busy"},
	"video.ErrDenied":        {video.ErrDenied, "problem.camera-denied"},
	"video.ErrGone":          {video.ErrGone, "problem.camera-gone"},
	"video.ErrBadFile":       {video.ErrBadFile, "problem.camera-file"},

	"audio.ErrNoMicrophone":      {audio.ErrNoMicrophone, "problem.no-microphone"},
	"audio.ErrNoSoundSystem":     {audio.ErrNoSoundSystem, "problem.no-microphone"},
	"audio.ErrUnknownMicrophone": {audio.ErrUnknownMicrophone, "problem.unknown-microphone"},
	"audio.ErrNotAllowed":        {audio.ErrNotAllowed, "problem.microphone-denied"},
	"audio.ErrInUse":             {audio.ErrInUse, "problem.microphone-busy"},
	"audio.ErrGone":              {audio.ErrGone, "problem.microphone-gone"},
	"audio.ErrBadFile":           {audio.ErrBadFile, "problem.microphone-file"},

	"direct.ErrNoNetwork": {direct.ErrNoNetwork, "problem.no-network"},
	"direct.ErrNoMailbox": {direct.ErrNoMailbox, "problem.code-alone"},

	"mailbox.ErrUnreachable": {mailbox.ErrUnreachable, "problem.unreachable"},
	"mailbox.ErrBusy":        {mailbox.ErrBusy, "problem.unreachable"},

	"link.ErrNotOurs":   {link.ErrNotOurs, "problem.not-our-link"},
	"link.ErrMalformed": {link.ErrMalformed, "problem.broken-link"},

	// A screen reaches these only by a mistake in the code.
	"checklists.ErrInvalid": {checklists.ErrInvalid, unknown},
	"checklists.ErrClosed":  {checklists.ErrClosed, unknown},
	"video.ErrClosed":       {video.ErrClosed, unknown},
	"audio.ErrClosed":       {audio.ErrClosed, unknown},
	"call.ErrClosed":        {call.ErrClosed, unknown},
	"call.ErrInCall":        {call.ErrInCall, unknown},
	"mailbox.ErrConfig":     {mailbox.ErrConfig, unknown},
	"mailbox.ErrClosed":     {mailbox.ErrClosed, unknown},
	"mailbox.ErrServer":     {mailbox.ErrServer, unknown},

	// The loudspeaker's are told as problem.no-speaker, whichever it is.
	"audio.ErrNoSpeaker":      {audio.ErrNoSpeaker, unknown},
	"audio.ErrUnknownSpeaker": {audio.ErrUnknownSpeaker, unknown},
	// A packet that cannot be read is concealed.
	"audio.ErrBadPacket": {audio.ErrBadPacket, unknown},

	// These end a call and are told as the reason of its end.
	"mailbox.ErrWrongCode": {mailbox.ErrWrongCode, unknown},
	"mailbox.ErrCrowded":   {mailbox.ErrCrowded, unknown},
	"mailbox.ErrProtocol":  {mailbox.ErrProtocol, unknown},
	"mailbox.ErrTooLarge":  {mailbox.ErrTooLarge, unknown},
	// Reading the link has refused such a code already.
	"mailbox.ErrMalformedCode": {mailbox.ErrMalformedCode, unknown},
}

func TestEverySentinelErrorHasItsWords(t *testing.T) {
	for name, s := range sentinels {
		t.Run(name, func(t *testing.T) {
			if got := ProblemKey(fmt.Errorf("doing something: %w", s.err)); got != s.key {
				t.Errorf("the words are %s, want %s", got, s.key)
			}
			for _, l := range locales.Languages() {
				if !loadTexts(t, l).Has(s.key) {
					t.Errorf("there are no words for %s in %q", s.key, l)
				}
			}
		})
	}
	for _, err := range []error{nil, errors.New("the unforeseen")} {
		if got := ProblemKey(err); got != unknown {
			t.Errorf("the words for %v are %s", err, got)
		}
	}
}

// A new error below must be given words, or a reason why it needs none.
func TestNoSentinelErrorIsForgotten(t *testing.T) {
	found := 0
	for _, folder := range []string{
		"../checklists", "../meetings/media/video", "../meetings/media/audio", "../meetings/call",
		"../meetings/direct", "../meetings/mailbox", "../meetings/link",
	} {
		for _, name := range exportedErrors(t, folder) {
			found++
			if _, known := sentinels[name]; !known {
				t.Errorf("%s is not accounted for", name)
			}
		}
	}
	if found != len(sentinels) {
		t.Errorf("%d errors were found in the code, and %d are accounted for", found, len(sentinels))
	}
}

// exportedErrors is the variables of a package whose names begin with Err.
func exportedErrors(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, variable := range variables(file) {
			if strings.HasPrefix(variable, "Err") {
				names = append(names, file.Name.Name+"."+variable)
			}
		}
	}
	return names
}

// variables is the names of a file's package variables.
func variables(file *ast.File) []string {
	var names []string
	for _, declaration := range file.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok || general.Tok != token.VAR {
			continue
		}
		for _, spec := range general.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				names = append(names, name.Name)
			}
		}
	}
	return names
}
