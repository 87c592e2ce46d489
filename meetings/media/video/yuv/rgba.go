package yuv

// #include "yuv.h"
import "C"

import "image"

// ToRGBA converts src to opaque pixels in dst, scaled to the size of dst.
func ToRGBA(dst *image.RGBA, src *image.YCbCr) {
	if !Valid(src) || !holdsRGBA(dst) {
		return
	}
	w, h := dst.Rect.Dx(), dst.Rect.Dy()
	if w == src.Rect.Dx() && h == src.Rect.Dy() {
		convert(dst, planesOf(src))
		return
	}
	scaled := scaledPool.Get().(*image.YCbCr)
	defer scaledPool.Put(scaled)
	Resize(scaled, w, h)
	Scale(scaled, src)
	convert(dst, planesOf(scaled))
}

func convert(dst *image.RGBA, p planes) {
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	w := dst.Rect.Dx()
	s.row = grow(s.row, 2*(w+1))
	C.yuv_to_rgba(ptr(dst.Pix), C.int(dst.Stride), ptr(p.y.pix), C.int(p.y.stride),
		ptr(p.cb.pix), ptr(p.cr.pix), C.int(p.cb.stride),
		C.int(w), C.int(dst.Rect.Dy()), ptr(s.row))
}

func holdsRGBA(img *image.RGBA) bool {
	r := img.Rect
	return !r.Empty() && img.Stride >= 4*r.Dx() && len(img.Pix) >= (r.Dy()-1)*img.Stride+4*r.Dx()
}
