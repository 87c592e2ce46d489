package vpx

import "errors"

// Faults that callers tell apart with errors.Is.
var (
	// ErrCorrupt means that a frame cannot be decoded, because it is damaged or
	// because one that it builds on is missing. The picture stands still until
	// the next keyframe: ask the sender for one (PLI).
	ErrCorrupt = errors.New("corrupt VP8 frame")
	// ErrHidden means that a frame was decoded but is not to be shown.
	ErrHidden = errors.New("VP8 frame not for display")
	// ErrSize means that a picture has another size than the encoder was set
	// to, or a size that VP8 or the limits do not allow.
	ErrSize = errors.New("picture size not allowed")
	// ErrClosed means that the encoder or decoder was closed.
	ErrClosed = errors.New("codec closed")
)
