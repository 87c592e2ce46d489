package ui

import (
	"errors"

	"hjemmekontor/checklists"
	"hjemmekontor/meetings/call"
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
		{checklists.ErrNewer, "problem.newer"},
		{checklists.ErrNotWritable, "problem.not-writable"},
		{checklists.ErrFull, "problem.full"},
		{checklists.ErrBusy, "problem.busy"},
		{checklists.ErrDamaged, "problem.damaged"},
		{checklists.ErrMoved, "problem.moved"},
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
