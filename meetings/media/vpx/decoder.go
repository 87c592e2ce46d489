package vpx

// #include "codec.h"
import "C"

import (
	"fmt"
	"sync"
	"unsafe"

	"hjemmekontor/meetings/media/video"
)

// maxFrameSize bounds one compressed frame, in bytes. A keyframe of 4096 by
// 2304 pixels at the finest quantiser stays well below it.
const maxFrameSize = 16 << 20

// Limits bounds what a decoder takes from a peer. Zero fields mean
// video.MaxWidth, video.MaxHeight (larger values too) and one thread.
type Limits struct {
	MaxWidth, MaxHeight int // pixels
	Threads             int
}

func (l Limits) withDefaults() Limits {
	if l.MaxWidth <= 0 || l.MaxWidth > video.MaxWidth {
		l.MaxWidth = video.MaxWidth
	}
	if l.MaxHeight <= 0 || l.MaxHeight > video.MaxHeight {
		l.MaxHeight = video.MaxHeight
	}
	l.Threads = min(max(l.Threads, 1), 16)
	return l
}

// Decoder turns VP8 frames into pictures. Its methods may be called from any
// goroutine, frames in the order they were sent.
type Decoder struct {
	limits Limits

	mu     sync.Mutex
	codec  *C.decoder // nil while a keyframe is awaited
	closed bool
}

// NewDecoder returns a decoder that waits for its first keyframe.
func NewDecoder(limits Limits) (*Decoder, error) {
	d := &Decoder{limits: limits.withDefaults()}
	if err := d.open(); err != nil {
		return nil, err
	}
	d.reset() // proven to open; the memory is taken with the first keyframe
	return d, nil
}

// Decode decompresses data into dst, whose picture is resized as needed and
// whose capture time is left alone. dst is overwritten only when the error is
// nil.
//
// [ErrCorrupt] asks for a keyframe; until one has been decoded, other frames
// are refused with it too, so that no smeared picture is shown. [ErrSize] is a
// keyframe beyond the limits. [ErrHidden] is no fault.
func (d *Decoder) Decode(data []byte, dst *video.Frame) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return ErrClosed
	}
	if err := d.admit(data); err != nil {
		d.reset()
		return err
	}
	var picture C.decoder_picture
	var broken C.int
	status := C.decoder_decode(d.codec, (*C.uint8_t)(&data[0]), C.uint(len(data)), &picture, &broken)
	switch {
	case status != C.VPX_CODEC_OK:
		d.reset()
		return fmt.Errorf("decoding VP8: %s: %w", explain(status), ErrCorrupt)
	case broken != 0:
		d.reset()
		return fmt.Errorf("decoding VP8: reference picture missing: %w", ErrCorrupt)
	case picture.y == nil:
		return ErrHidden
	}
	return d.copyTo(dst, &picture)
}

// admit checks a frame before libvpx sees it, and makes the codec ready for a
// keyframe.
func (d *Decoder) admit(data []byte) error {
	if len(data) > maxFrameSize {
		return fmt.Errorf("decoding VP8: frame of %d bytes: %w", len(data), ErrCorrupt)
	}
	h, err := parseHeader(data)
	switch {
	case err != nil:
		return fmt.Errorf("decoding VP8: %w", err)
	case !h.key && d.codec == nil:
		return fmt.Errorf("decoding VP8: waiting for a keyframe: %w", ErrCorrupt)
	case !h.key:
		return nil
	case h.width == 0 || h.height == 0 || h.width > d.limits.MaxWidth || h.height > d.limits.MaxHeight:
		return fmt.Errorf("decoding VP8: picture of %d×%d: %w", h.width, h.height, ErrSize)
	case d.codec == nil:
		return d.open()
	}
	return nil
}

func (d *Decoder) open() error {
	var status C.int
	d.codec = C.decoder_open(C.uint(d.limits.Threads), &status)
	if d.codec == nil {
		return fmt.Errorf("opening VP8 decoder: %s", explain(status))
	}
	return nil
}

// reset forgets everything decoded so far. A decoder that has met an error is
// not trusted with the next frame.
func (d *Decoder) reset() {
	if d.codec != nil {
		C.decoder_close(d.codec)
		d.codec = nil
	}
}

func (d *Decoder) copyTo(dst *video.Frame, p *C.decoder_picture) error {
	w, h := int(p.width), int(p.height)
	if w < 1 || h < 1 || w > d.limits.MaxWidth || h > d.limits.MaxHeight {
		d.reset()
		return fmt.Errorf("decoding VP8: picture of %d×%d: %w", w, h, ErrSize)
	}
	dst.Resize(w, h)
	img := dst.Image
	copyRows(img.Y, img.YStride, p.y, p.y_stride, w, h)
	copyRows(img.Cb, img.CStride, p.cb, p.c_stride, (w+1)/2, (h+1)/2)
	copyRows(img.Cr, img.CStride, p.cr, p.c_stride, (w+1)/2, (h+1)/2)
	return nil
}

func copyRows(dst []byte, dstStride int, src *C.uint8_t, srcStride C.int, w, h int) {
	from := unsafe.Slice((*byte)(src), (h-1)*int(srcStride)+w)
	for y := range h {
		copy(dst[y*dstStride:][:w], from[y*int(srcStride):])
	}
}

// Close frees the decoder. It may be called more than once.
func (d *Decoder) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.reset()
	d.closed = true
	return nil
}
