// Package yuv does the arithmetic on planar Y'CbCr 4:2:0 pictures: sizing,
// copying, scaling, and conversion to and from other forms. Colours are BT.601
// in limited range (luma 16 to 235, chroma 16 to 240), as RFC 6386 section 9.2
// has it for VP8.
//
// The inner loops are C that compilers vectorise; the Go side checks that the
// planes hold what the sizes promise.
package yuv

/*
#cgo CFLAGS: -O3 -Wall -Wextra
#include "yuv.h"
*/
import "C"

import (
	"image"
	"sync"
)

// Resize makes img a 4:2:0 picture of w by h pixels with its origin at (0,0),
// reusing planes that are large enough. What it shows afterwards is undefined.
func Resize(img *image.YCbCr, w, h int) {
	cw, ch := (w+1)/2, (h+1)/2
	img.Y = grow(img.Y, w*h)
	img.Cb = grow(img.Cb, cw*ch)
	img.Cr = grow(img.Cr, cw*ch)
	img.YStride, img.CStride = w, cw
	img.SubsampleRatio = image.YCbCrSubsampleRatio420
	img.Rect = image.Rect(0, 0, w, h)
}

func grow(b []byte, n int) []byte {
	if cap(b) < n {
		return make([]byte, n)
	}
	return b[:n]
}

// Valid reports whether img is a 4:2:0 picture of at least one pixel whose
// planes hold what its bounds promise. Functions of this package leave dst as
// it is when src is not valid.
func Valid(img *image.YCbCr) bool {
	if img == nil || img.SubsampleRatio != image.YCbCrSubsampleRatio420 || img.Rect.Empty() {
		return false
	}
	p := planesOf(img)
	return p.y.holds() && p.cb.holds() && p.cr.holds()
}

// plane is one component of a picture.
type plane struct {
	pix    []byte
	stride int
	w, h   int
}

func (p plane) holds() bool {
	return p.stride >= p.w && len(p.pix) >= (p.h-1)*p.stride+p.w
}

type planes struct{ y, cb, cr plane }

// planesOf returns the planes of a 4:2:0 picture. Planes begin at the upper
// left pixel of the bounds, also in a picture cut from a larger one; where that
// pixel is odd, its chroma sample comes first.
func planesOf(img *image.YCbCr) planes {
	r := img.Rect
	cw := (r.Max.X+1)/2 - r.Min.X/2
	ch := (r.Max.Y+1)/2 - r.Min.Y/2
	return planes{
		y:  plane{img.Y, img.YStride, r.Dx(), r.Dy()},
		cb: plane{img.Cb, img.CStride, cw, ch},
		cr: plane{img.Cr, img.CStride, cw, ch},
	}
}

// scratch is working memory for one call, kept between calls.
type scratch struct{ a, b, row []byte }

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// scaledPool keeps pictures between the two halves of ToRGBA.
var scaledPool = sync.Pool{New: func() any { return new(image.YCbCr) }}

func ptr(b []byte) *C.uint8_t { return (*C.uint8_t)(&b[0]) }
