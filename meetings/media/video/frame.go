package video

import (
	"image"
	"time"

	"hjemmekontor/meetings/media/video/yuv"
)

// Largest picture taken from any source or peer, in pixels.
const (
	MaxWidth  = 4096
	MaxHeight = 2304
)

// Frame is one picture in 4:2:0 with its capture time. The caller owns the
// buffers: whatever fills a frame resizes and overwrites them, so a reader
// that wants to keep a picture copies it.
//
// The zero Frame is ready to be filled.
type Frame struct {
	// Image is the picture; nil until the frame is first filled. Its bounds
	// start at (0,0).
	Image *image.YCbCr
	// Captured is when the picture was taken; zero when that is not known.
	Captured time.Time
}

// Resize makes Image a 4:2:0 picture of w by h pixels, reusing the planes
// where they are large enough. What the picture shows afterwards is undefined.
func (f *Frame) Resize(w, h int) {
	if f.Image == nil {
		f.Image = new(image.YCbCr)
	}
	yuv.Resize(f.Image, w, h)
}

// ScaleFrom fills f with src scaled to w by h pixels, keeping its capture
// time. A sender uses it to send a smaller picture than the camera delivers.
// src must not be f.
func (f *Frame) ScaleFrom(src *Frame, w, h int) {
	f.Resize(w, h)
	yuv.Scale(f.Image, src.Image)
	f.Captured = src.Captured
}
