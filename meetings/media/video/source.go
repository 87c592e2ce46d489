package video

import (
	"context"
	"strings"
)

// Specs that [Open] understands besides the names of cameras and films.
const (
	SpecDefault = ""        // the system's first camera
	SpecPattern = "pattern" // a moving test picture with a frame counter
	SpecNone    = "none"    // no picture at all
)

// filmSuffix is what tells a film from the name of a camera.
const filmSuffix = ".y4m"

// Format says how large pictures are, in pixels, and how many come a second.
// A zero field in a wish means "whatever suits".
type Format struct {
	Width, Height int
	FrameRate     float64
}

// Source is a camera or what stands in for one.
type Source interface {
	// Read waits for the next picture, at the source's own pace, and copies it
	// into dst. It returns ctx.Err() when ctx ends, [ErrGone] when the camera
	// has been unplugged, and [ErrClosed] after Close. One goroutine at a time
	// may read.
	Read(ctx context.Context, dst *Frame) error
	// Format is what the source delivers, which may differ from the wish.
	Format() Format
	// Close stops the source and frees the device. It may be called while
	// another goroutine reads, and more than once.
	Close() error
}

// Open opens what spec names:
//
//	""           the default camera
//	"pattern"    a moving picture with a frame counter, see [ReadCounter]
//	"none"       nothing: the error is [ErrNone]
//	*.y4m        a film in YUV4MPEG2 format, repeated for ever
//	other        the camera with this id or name, see [Devices]
//
// want is a wish; Format tells what it became. A film keeps its own format.
// The error is one of the sentinels of this package, wrapped. ctx bounds the
// opening alone, not the life of the source.
func Open(ctx context.Context, spec string, want Format) (Source, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	want = want.orDefault()
	switch {
	case spec == SpecNone:
		return nil, ErrNone
	case spec == SpecPattern:
		return newPattern(want), nil
	case strings.HasSuffix(strings.ToLower(spec), filmSuffix):
		return openFilm(spec, want.FrameRate)
	default:
		return openCamera(ctx, spec, want)
	}
}

// orDefault fills in what the wish left open and bounds the rest.
func (f Format) orDefault() Format {
	if f.Width <= 0 || f.Height <= 0 {
		f.Width, f.Height = 1280, 720
	}
	if f.FrameRate <= 0 {
		f.FrameRate = 30
	}
	f.Width = min(max(f.Width, minSide), MaxWidth)
	f.Height = min(max(f.Height, minSide), MaxHeight)
	f.FrameRate = min(max(f.FrameRate, minFrameRate), maxFrameRate)
	return f
}

// Bounds on what a source may deliver: one macroblock, and rates that a call
// can make use of.
const (
	minSide      = 16
	minFrameRate = 1
	maxFrameRate = 120
)
