package yuv

// #include "yuv.h"
import "C"

import (
	"errors"
	"image"
)

// ErrForm means that a picture is of a form that cameras do not deliver.
var ErrForm = errors.New("picture form not supported")

// From fills dst with src, sizing dst to it. src may be Y'CbCr of any
// subsampling or grey. fullRange says that src uses 0 to 255, as JPEG does
// (JFIF section 7); it is brought into limited range.
func From(dst *image.YCbCr, src image.Image, fullRange bool) error {
	var p planes
	switch src := src.(type) {
	case *image.YCbCr:
		p = anyPlanesOf(src)
		if !p.y.holds() || !p.cb.holds() || !p.cr.holds() {
			return ErrForm
		}
	case *image.Gray:
		p.y = plane{src.Pix, src.Stride, src.Rect.Dx(), src.Rect.Dy()}
		if !p.y.holds() {
			return ErrForm
		}
	default:
		return ErrForm
	}
	if p.y.w <= 0 || p.y.h <= 0 {
		return ErrForm
	}
	Resize(dst, p.y.w, p.y.h)
	fill(planesOf(dst), p)
	if fullRange {
		limit(planesOf(dst))
	}
	return nil
}

// anyPlanesOf is planesOf for every subsampling. Pictures from a decoder start
// at a whole sample.
func anyPlanesOf(img *image.YCbCr) planes {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	sx, sy := subsampling(img.SubsampleRatio)
	cw, ch := (w+sx-1)/sx, (h+sy-1)/sy
	return planes{
		y:  plane{img.Y, img.YStride, w, h},
		cb: plane{img.Cb, img.CStride, cw, ch},
		cr: plane{img.Cr, img.CStride, cw, ch},
	}
}

// subsampling is how many pixels share one chroma sample, across and down.
func subsampling(ratio image.YCbCrSubsampleRatio) (across, down int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	default:
		return 1, 1
	}
}

// fill copies luma and brings chroma to quarter size; a picture without chroma
// becomes grey.
func fill(dst, src planes) {
	copyPlane(dst.y, src.y)
	if src.cb.w == 0 {
		blank(dst.cb)
		blank(dst.cr)
		return
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	s.scale(dst.cb, src.cb)
	s.scale(dst.cr, src.cr)
}

func blank(p plane) {
	for i := range p.pix {
		p.pix[i] = 128
	}
}

// limit squeezes full range into limited range: luma by 219/255 onto 16,
// chroma by 224/255 around 128, in 256ths and rounded.
func limit(p planes) {
	squeeze := func(p plane, scale, offset int) {
		C.yuv_limit(ptr(p.pix), C.int(p.stride), C.int(p.w), C.int(p.h), C.int(scale), C.int(offset))
	}
	squeeze(p.y, 220, 16*256+128)
	squeeze(p.cb, 225, 128*(256-225)+128)
	squeeze(p.cr, 225, 128*(256-225)+128)
}
