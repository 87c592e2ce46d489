package yuv

// #include "yuv.h"
import "C"

import "image"

// Scale fills dst with src, scaled to the size of dst. Halvings are made by
// averaging, the rest by two-tap interpolation, so that text and faces stay
// whole. The slowest case is a size that is no half of the other: a 720p
// picture for a tile of 900 by 506 pixels takes about 1.5 ms.
func Scale(dst, src *image.YCbCr) {
	if !Valid(dst) || !Valid(src) {
		return
	}
	s := scratches.Get().(*scratch)
	defer scratches.Put(s)
	d, p := planesOf(dst), planesOf(src)
	s.scale(d.y, p.y)
	s.scale(d.cb, p.cb)
	s.scale(d.cr, p.cr)
}

func (s *scratch) scale(dst, src plane) {
	for src.w >= 2*dst.w && src.h >= 2*dst.h {
		half := dst
		if w, h := (src.w+1)/2, (src.h+1)/2; w != dst.w || h != dst.h {
			s.a, s.b = grow(s.b, w*h), s.a
			half = plane{s.a, w, w, h}
		}
		C.yuv_halve(ptr(half.pix), C.int(half.stride),
			ptr(src.pix), C.int(src.stride), C.int(src.w), C.int(src.h))
		if half.w == dst.w && half.h == dst.h {
			return
		}
		src = half
	}
	if src.w == dst.w && src.h == dst.h {
		copyPlane(dst, src)
		return
	}
	s.row = grow(s.row, src.w)
	C.yuv_bilinear(ptr(dst.pix), C.int(dst.stride), C.int(dst.w), C.int(dst.h),
		ptr(src.pix), C.int(src.stride), C.int(src.w), C.int(src.h), ptr(s.row))
}

func copyPlane(dst, src plane) {
	for y := range dst.h {
		copy(dst.pix[y*dst.stride:][:dst.w], src.pix[y*src.stride:][:src.w])
	}
}
