package ui

import (
	"errors"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/backup"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/checklists/report"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/direct"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/mailbox"
	"hjemmekontor/meetings/media/audio"
	"hjemmekontor/meetings/media/video"
)

// EndKey is the key of the sentence that tells the user how a call ended.
func EndKey(ended *call.Call) string {
	reason := ended.EndReason()
	if reason == call.RemoteHungUp && ended.Started().IsZero() {
		return "call.withdrawn"
	}
	return "call.end." + string(reason)
}

// ProblemKey is the key of the sentence that tells the user what an error
// means and what to do.
func ProblemKey(err error) string {
	for _, known := range []struct {
		err error
		key string
	}{
		// What is wrong with a backup is wrong with the copy in it as well.
		{backup.ErrNotBackup, "problem.backup-not-one"},
		{backup.ErrNewer, "problem.backup-newer"},
		{backup.ErrDamaged, "problem.backup-damaged"},
		{backup.ErrTooLarge, "problem.backup-too-large"},
		{checklists.ErrNewer, "problem.newer"},
		{checklists.ErrNotWritable, "problem.not-writable"},
		{checklists.ErrFull, "problem.full"},
		{checklists.ErrBusy, "problem.busy"},
		{checklists.ErrDamaged, "problem.damaged"},
		{checklists.ErrMoved, "problem.moved"},
		{checklists.ErrNotBackup, "problem.backup-not-one"},
		{checklists.ErrTooLarge, "problem.backup-too-large"},
		{checklists.ErrTooMany, "problem.reports-full"},
		{meetings.ErrNewer, "problem.newer"},
		{meetings.ErrNotWritable, "problem.not-writable"},
		{meetings.ErrFull, "problem.full"},
		{meetings.ErrBusy, "problem.busy"},
		{meetings.ErrDamaged, "problem.damaged"},
		{meetings.ErrMoved, "problem.moved"},
		{organisation.ErrNotOrganisation, "problem.company-not-one"},
		{organisation.ErrCutShort, "problem.company-cut-short"},
		{organisation.ErrBadSignature, "problem.company-signature"},
		{organisation.ErrTooLarge, "problem.company-too-large"},
		{organisation.ErrNewer, "problem.company-newer"},
		{organisation.ErrInvalid, "problem.company-invalid"},
		{organisation.ErrOtherKey, "problem.company-other-key"},
		{organisation.ErrOtherCompany, "problem.company-other"},
		{organisation.ErrOlder, "problem.company-older"},
		{organisation.ErrConflict, "problem.company-conflict"},
		{organisation.ErrNotKey, "problem.key-not-one"},
		{organisation.ErrWrongPassphrase, "problem.key-passphrase"},
		{organisation.ErrUnreachable, "problem.company-unreachable"},
		{errNoCompany, "problem.key-no-company"},
		{errOtherKey, "problem.key-other"},
		{credentials.ErrNotFound, "problem.key-missing"},
		{credentials.ErrLocked, "problem.keyring-locked"},
		{credentials.ErrNoCollection, "problem.keyring-unmade"},
		{credentials.ErrNoKeyring, "problem.keyring-none"},
		{credentials.ErrRefused, "problem.keyring-refused"},
		{credentials.ErrPending, "problem.keyring-pending"},
		{credentials.ErrGone, "problem.keyring-gone"},
		{report.ErrIsPDF, "problem.report-pdf"},
		{report.ErrIsCSV, "problem.report-csv"},
		{report.ErrNotReport, "problem.report-not-one"},
		{report.ErrNotFile, "problem.report-not-one"},
		{report.ErrNewer, "problem.report-newer"},
		{report.ErrDamaged, "problem.report-damaged"},
		{report.ErrClock, "problem.report-clock"},
		{report.ErrTooLarge, "problem.report-too-large"},
		{report.ErrTooMany, "problem.report-too-many"},
		{video.ErrNone, "problem.no-camera"},
		{video.ErrNoCamera, "problem.no-camera"},
		{video.ErrUnknownCamera, "problem.unknown-camera"},
		{video.ErrBusy, "problem.camera-busy"},
		{video.ErrDenied, "problem.camera-denied"},
		{video.ErrGone, "problem.camera-gone"},
		{video.ErrBadFile, "problem.camera-file"},
		{audio.ErrNoMicrophone, "problem.no-microphone"},
		{audio.ErrNoSoundSystem, "problem.no-microphone"},
		{audio.ErrNotAllowed, "problem.microphone-denied"},
		{audio.ErrInUse, "problem.microphone-busy"},
		{audio.ErrUnknownMicrophone, "problem.unknown-microphone"},
		{audio.ErrGone, "problem.microphone-gone"},
		{audio.ErrBadFile, "problem.microphone-file"},
		{direct.ErrNoNetwork, "problem.no-network"},
		{direct.ErrNoMailbox, "problem.code-alone"},
		{mailbox.ErrUnreachable, "problem.unreachable"},
		{mailbox.ErrBusy, "problem.unreachable"},
		{link.ErrNotOurs, "problem.not-our-link"},
		{link.ErrMalformed, "problem.broken-link"},
	} {
		if errors.Is(err, known.err) {
			return known.key
		}
	}
	return "problem.unknown"
}
