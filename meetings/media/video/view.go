package video

import (
	"image"
	"sync"

	"hjemmekontor/meetings/media/video/yuv"
)

// View is the newest-frame slot between the media goroutines and one tile in a
// window. Frames are put in at their own pace and converted there and then; the
// user interface takes the newest picture when it paints. Frames that come in
// between are overwritten, never queued.
//
// All methods may be called from any goroutine. Put does its work on the
// caller's, outside the lock, so Newest never waits for a conversion.
type View struct {
	putting sync.Mutex // held by the one Put at work

	mu     sync.Mutex
	width  int
	height int
	epoch  int // counts Blank, so that a Put under way cannot bring a picture back
	seq    uint64

	// Of the four pictures two are held by the reader and one waits for it, so
	// one is always free to be filled. The fourth costs memory only once a
	// frame has overtaken another.
	pool   [4]image.RGBA
	newest *image.RGBA // last picture put, nil when blank
	held   [2]*image.RGBA
}

// NewView returns an empty, hidden view; SetSize shows it.
func NewView() *View { return new(View) }

// SetSize says how large the tile is, in device pixels. With 0 by 0 the tile
// is hidden and Put does nothing; the last picture stays.
func (v *View) SetSize(w, h int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.width, v.height = max(w, 0), max(h, 0)
}

// Put shows f: it is converted to RGBA, scaled to fit the tile with its shape
// kept and never enlarged beyond its own size. f is not kept.
func (v *View) Put(f *Frame) {
	if !yuv.Valid(f.Image) {
		return
	}
	v.putting.Lock()
	defer v.putting.Unlock()
	img, epoch := v.take(f.Image.Rect.Size())
	if img == nil {
		return
	}
	yuv.ToRGBA(img, f.Image)
	v.publish(img, epoch)
}

// take finds the picture that nobody looks at and sizes it for a frame. It
// returns nil while the tile is hidden.
func (v *View) take(frame image.Point) (img *image.RGBA, epoch int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	size := fit(frame, image.Pt(v.width, v.height))
	if size.X == 0 {
		return nil, v.epoch
	}
	for i := range v.pool {
		img = &v.pool[i]
		if img != v.newest && img != v.held[0] && img != v.held[1] {
			break
		}
	}
	resizeRGBA(img, size)
	return img, v.epoch
}

func (v *View) publish(img *image.RGBA, epoch int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if epoch == v.epoch {
		v.newest = img
		v.seq++
	}
}

// Newest returns the newest picture and its number, which grows by one with
// every picture put and every Blank; img is nil before the first picture and
// after Blank.
//
// A picture that was returned stays untouched until Newest has returned two
// other pictures since: whoever shows the one may still be reading it after
// one further call. Stride is always four times the width and the bounds start
// at (0,0).
func (v *View) Newest() (img *image.RGBA, seq uint64) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.newest != nil && v.newest != v.held[0] {
		v.held[1], v.held[0] = v.held[0], v.newest
	}
	return v.newest, v.seq
}

// Blank takes the picture away, as when the camera is switched off. A Put that
// has begun before has no effect after.
func (v *View) Blank() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.newest = nil
	v.epoch++
	v.seq++
}

// fit is the size of frame scaled down into tile, zero when there is no tile.
func fit(frame, tile image.Point) image.Point {
	if tile.X <= 0 || tile.Y <= 0 {
		return image.Point{}
	}
	if frame.X <= tile.X && frame.Y <= tile.Y {
		return frame
	}
	if frame.X*tile.Y >= frame.Y*tile.X { // the frame is the wider of the two
		return image.Pt(tile.X, max(1, (frame.Y*tile.X+frame.X/2)/frame.X))
	}
	return image.Pt(max(1, (frame.X*tile.Y+frame.Y/2)/frame.Y), tile.Y)
}

// resizeRGBA gives img its size, letting go of memory that it has far too much
// of since the tile became smaller.
func resizeRGBA(img *image.RGBA, size image.Point) {
	n := 4 * size.X * size.Y
	if cap(img.Pix) < n || cap(img.Pix) > 4*n {
		img.Pix = make([]byte, n)
	}
	img.Pix = img.Pix[:n]
	img.Stride = 4 * size.X
	img.Rect = image.Rectangle{Max: size}
}
