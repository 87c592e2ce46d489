package audio

import "errors"

// What can be wrong with a microphone, a speaker or a file. Test with
// errors.Is; the messages carry the details.
var (
	// ErrNoMicrophone: the system has no microphone, or no sound at all.
	ErrNoMicrophone = errors.New("no microphone")
	// ErrNoSpeaker: the system has no speaker, or no sound at all.
	ErrNoSpeaker = errors.New("no speaker")
	// ErrUnknownMicrophone: there are microphones, but none of that name.
	ErrUnknownMicrophone = errors.New("unknown microphone")
	// ErrUnknownSpeaker: there are speakers, but none of that name.
	ErrUnknownSpeaker = errors.New("unknown speaker")
	// ErrNoSoundSystem: no sound server or sound interface could be reached.
	ErrNoSoundSystem = errors.New("no sound system")
	// ErrNotAllowed: the system refuses the app the device (privacy settings).
	ErrNotAllowed = errors.New("the system does not allow it")
	// ErrInUse: another program holds the device for itself.
	ErrInUse = errors.New("device in use by another program")
	// ErrBadFile: a sound file cannot be read or written as WAV.
	ErrBadFile = errors.New("unusable sound file")
	// ErrGone: the device was there but disappeared or stopped delivering.
	ErrGone = errors.New("sound device is gone")
	// ErrClosed: the source or sink has been closed by its owner.
	ErrClosed = errors.New("sound device is closed")
)
