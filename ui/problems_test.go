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
	"hjemmekontor/checklists/backup"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/credentials"
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

	// The page of meetings says in its own words what is wrong with a link.
	"link.ErrNothing":        {link.ErrNothing, unknown},
	"link.ErrUnknownService": {link.ErrUnknownService, unknown},
	"link.ErrNotMeeting":     {link.ErrNotMeeting, unknown},
	"link.ErrIncomplete":     {link.ErrIncomplete, unknown},
	"link.ErrTooLong":        {link.ErrTooLong, unknown},

	"meetings.ErrNewer":       {meetings.ErrNewer, "problem.newer"},
	"meetings.ErrNotWritable": {meetings.ErrNotWritable, "problem.not-writable"},
	"meetings.ErrFull":        {meetings.ErrFull, "problem.full"},
	"meetings.ErrBusy":        {meetings.ErrBusy, "problem.busy"},
	"meetings.ErrDamaged":     {meetings.ErrDamaged, "problem.damaged"},
	"meetings.ErrMoved":       {meetings.ErrMoved, "problem.moved"},
	// What is added to a list that is full, or under a bad name, is told there.
	"meetings.ErrTooMany": {meetings.ErrTooMany, unknown},
	"meetings.ErrInvalid": {meetings.ErrInvalid, unknown},
	// A screen reaches these only by a mistake in the code.
	"meetings.ErrNotFound": {meetings.ErrNotFound, unknown},
	"meetings.ErrClosed":   {meetings.ErrClosed, unknown},
	// A backup says of all its parts alike that it is damaged.
	"meetings.ErrNotBackup": {meetings.ErrNotBackup, unknown},

	"checklists.ErrNotBackup": {checklists.ErrNotBackup, "problem.backup-not-one"},
	"checklists.ErrTooLarge":  {checklists.ErrTooLarge, "problem.backup-too-large"},
	"checklists.ErrTooMany":   {checklists.ErrTooMany, "problem.reports-full"},

	"organisation.ErrNotOrganisation": {organisation.ErrNotOrganisation, "problem.company-not-one"},
	"organisation.ErrCutShort":        {organisation.ErrCutShort, "problem.company-cut-short"},
	"organisation.ErrBadSignature":    {organisation.ErrBadSignature, "problem.company-signature"},
	"organisation.ErrTooLarge":        {organisation.ErrTooLarge, "problem.company-too-large"},
	"organisation.ErrNewer":           {organisation.ErrNewer, "problem.company-newer"},
	"organisation.ErrInvalid":         {organisation.ErrInvalid, "problem.company-invalid"},
	"organisation.ErrOtherKey":        {organisation.ErrOtherKey, "problem.company-other-key"},
	"organisation.ErrOtherCompany":    {organisation.ErrOtherCompany, "problem.company-other"},
	"organisation.ErrOlder":           {organisation.ErrOlder, "problem.company-older"},
	"organisation.ErrConflict":        {organisation.ErrConflict, "problem.company-conflict"},
	"organisation.ErrNotKey":          {organisation.ErrNotKey, "problem.key-not-one"},
	"organisation.ErrWrongPassphrase": {organisation.ErrWrongPassphrase, "problem.key-passphrase"},
	"organisation.ErrUnreachable":     {organisation.ErrUnreachable, "problem.company-unreachable"},

	"credentials.ErrNotFound":     {credentials.ErrNotFound, "problem.key-missing"},
	"credentials.ErrLocked":       {credentials.ErrLocked, "problem.keyring-locked"},
	"credentials.ErrNoCollection": {credentials.ErrNoCollection, "problem.keyring-unmade"},
	"credentials.ErrNoKeyring":    {credentials.ErrNoKeyring, "problem.keyring-none"},
	"credentials.ErrRefused":      {credentials.ErrRefused, "problem.keyring-refused"},
	"credentials.ErrPending":      {credentials.ErrPending, "problem.keyring-pending"},
	"credentials.ErrGone":         {credentials.ErrGone, "problem.keyring-gone"},

	"report.ErrIsPDF":     {report.ErrIsPDF, "problem.report-pdf"},
	"report.ErrIsCSV":     {report.ErrIsCSV, "problem.report-csv"},
	"report.ErrNotReport": {report.ErrNotReport, "problem.report-not-one"},
	"report.ErrNewer":     {report.ErrNewer, "problem.report-newer"},
	"report.ErrDamaged":   {report.ErrDamaged, "problem.report-damaged"},
	"report.ErrClock":     {report.ErrClock, "problem.report-clock"},
	"report.ErrTooLarge":  {report.ErrTooLarge, "problem.report-too-large"},
	"report.ErrTooMany":   {report.ErrTooMany, "problem.report-too-many"},

	"backup.ErrNotBackup": {backup.ErrNotBackup, "problem.backup-not-one"},
	"backup.ErrNewer":     {backup.ErrNewer, "problem.backup-newer"},
	"backup.ErrDamaged":   {backup.ErrDamaged, "problem.backup-damaged"},
	"backup.ErrTooLarge":  {backup.ErrTooLarge, "problem.backup-too-large"},

	// Whether a file takes the place of the one that is held is told on its own.
	"organisation.ErrSame":      {organisation.ErrSame, unknown},
	"organisation.ErrUnchanged": {organisation.ErrUnchanged, unknown},
	// The page says of any text that leads nowhere that it is no address.
	"organisation.ErrNotSource": {organisation.ErrNotSource, unknown},
	// The editor and the cards have words for each field.
	"organisation.ErrBadCharacter":     {organisation.ErrBadCharacter, unknown},
	"organisation.ErrCredentials":      {organisation.ErrCredentials, unknown},
	"organisation.ErrDuplicate":        {organisation.ErrDuplicate, unknown},
	"organisation.ErrEmpty":            {organisation.ErrEmpty, unknown},
	"organisation.ErrMalformedAddress": {organisation.ErrMalformedAddress, unknown},
	"organisation.ErrMalformedEmail":   {organisation.ErrMalformedEmail, unknown},
	"organisation.ErrMalformedID":      {organisation.ErrMalformedID, unknown},
	"organisation.ErrNotAllowed":       {organisation.ErrNotAllowed, unknown},
	"organisation.ErrOutOfRange":       {organisation.ErrOutOfRange, unknown},
	"organisation.ErrTooFewCharacters": {organisation.ErrTooFewCharacters, unknown},
	"organisation.ErrTooFewDigits":     {organisation.ErrTooFewDigits, unknown},
	"organisation.ErrTooLong":          {organisation.ErrTooLong, unknown},
	"organisation.ErrTooMany":          {organisation.ErrTooMany, unknown},
	"organisation.ErrTooManyDigits":    {organisation.ErrTooManyDigits, unknown},
	"organisation.ErrUnknownPriority":  {organisation.ErrUnknownPriority, unknown},
	"organisation.ErrUnknownRole":      {organisation.ErrUnknownRole, unknown},
	"organisation.ErrUnreached":        {organisation.ErrUnreached, unknown},
	"organisation.ErrWrongScheme":      {organisation.ErrWrongScheme, unknown},
	// Nothing can be saved before there is a name, and nothing but files is read.
	"report.ErrNoName":  {report.ErrNoName, unknown},
	"report.ErrNotFile": {report.ErrNotFile, "problem.report-not-one"},
	// A screen reaches these only by a mistake in the code.
	"credentials.ErrClosed":   {credentials.ErrClosed, unknown},
	"credentials.ErrEmpty":    {credentials.ErrEmpty, unknown},
	"credentials.ErrName":     {credentials.ErrName, unknown},
	"credentials.ErrTooLarge": {credentials.ErrTooLarge, unknown},

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
		"../checklists", "../checklists/organisation", "../checklists/report", "../checklists/backup", "../meetings/credentials", "../meetings/media/video", "../meetings/media/audio", "../meetings/call",
		"../meetings/direct", "../meetings/mailbox", "../meetings/link", "../meetings",
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
