package video

import (
	"image"
	"sync"
	"testing"

	"hjemmekontor/meetings/media/video/yuv"
)

// grey is a frame of one brightness, luma 16 to 235.
func grey(w, h int, luma byte) *Frame {
	f := new(Frame)
	f.Resize(w, h)
	for i := range f.Image.Y {
		f.Image.Y[i] = luma
	}
	for i := range f.Image.Cb {
		f.Image.Cb[i], f.Image.Cr[i] = 128, 128
	}
	return f
}

// shade is what a grey frame of this luma looks like on the screen.
func shade(luma byte) byte { return byte((int(luma) - 16) * 255 / 219) }

func near(a, b byte) bool { return max(a, b)-min(a, b) <= 1 }

func TestViewShowsTheNewestFrame(t *testing.T) {
	v := NewView()
	if img, seq := v.Newest(); img != nil || seq != 0 {
		t.Errorf("before the first frame: %v, %d", img, seq)
	}
	v.Put(grey(64, 36, 100))
	if img, _ := v.Newest(); img != nil {
		t.Error("a hidden view took a frame")
	}
	v.SetSize(64, 36)
	for i, luma := range []byte{50, 100, 150, 200} {
		v.Put(grey(64, 36, 16))
		v.Put(grey(64, 36, luma))
		img, seq := v.Newest()
		if seq != uint64(2*i+2) || !near(img.Pix[0], shade(luma)) {
			t.Errorf("after luma %d: number %d, shade %d", luma, seq, img.Pix[0])
		}
		if again, same := v.Newest(); again != img || same != seq {
			t.Error("asking again gave another picture")
		}
	}
}

func TestPicturesFitTheTile(t *testing.T) {
	for _, test := range []struct{ frame, tile, want image.Point }{
		{image.Pt(1280, 720), image.Pt(1280, 720), image.Pt(1280, 720)},
		{image.Pt(1280, 720), image.Pt(640, 360), image.Pt(640, 360)},
		{image.Pt(1280, 720), image.Pt(640, 640), image.Pt(640, 360)},
		{image.Pt(1280, 720), image.Pt(2000, 360), image.Pt(640, 360)},
		{image.Pt(320, 180), image.Pt(1920, 1080), image.Pt(320, 180)},
		{image.Pt(320, 180), image.Pt(1920, 90), image.Pt(160, 90)},
		{image.Pt(720, 1280), image.Pt(300, 300), image.Pt(169, 300)},
		{image.Pt(4096, 16), image.Pt(100, 100), image.Pt(100, 1)},
		{image.Pt(1, 1), image.Pt(1, 1), image.Pt(1, 1)},
	} {
		v := NewView()
		v.SetSize(test.tile.X, test.tile.Y)
		v.Put(grey(test.frame.X, test.frame.Y, 200))
		img, _ := v.Newest()
		if img.Rect != (image.Rectangle{Max: test.want}) || img.Stride != 4*test.want.X || len(img.Pix) != 4*test.want.X*test.want.Y {
			t.Errorf("%v in %v: %v, stride %d, want %v", test.frame, test.tile, img.Rect, img.Stride, test.want)
		}
		last := img.Pix[len(img.Pix)-4:]
		if !near(last[0], shade(200)) || last[3] != 255 {
			t.Errorf("%v in %v: last pixel %v", test.frame, test.tile, last)
		}
	}
}

func TestBlankAndHiddenViews(t *testing.T) {
	v := NewView()
	v.SetSize(64, 36)
	v.Put(grey(64, 36, 100))
	before, seq := v.Newest()
	v.SetSize(0, 0)
	v.Put(grey(64, 36, 200))
	if img, same := v.Newest(); img != before || same != seq {
		t.Error("a hidden view took a frame")
	}
	v.SetSize(64, 36)
	v.Blank()
	if img, next := v.Newest(); img != nil || next != seq+1 {
		t.Errorf("blank: %v, %d", img, next)
	}
	for range 5 {
		v.Put(grey(64, 36, 150))
		v.Put(grey(64, 36, 50))
	}
	if !near(before.Pix[0], shade(100)) {
		t.Error("the picture shown before Blank was overwritten")
	}
	if img, _ := v.Newest(); img == nil || !near(img.Pix[0], shade(50)) {
		t.Error("no picture after Blank")
	}
	v.SetSize(-1, 36)
	v.Put(&Frame{})
	v.Put(&Frame{Image: &image.YCbCr{}})
}

// A conversion that was under way when the camera went off must not bring the
// picture back.
func TestBlankBeatsAPutUnderWay(t *testing.T) {
	v := NewView()
	v.SetSize(64, 36)
	img, epoch := v.take(image.Pt(64, 36))
	v.Blank()
	v.publish(img, epoch)
	if got, _ := v.Newest(); got != nil {
		t.Error("the picture came back")
	}
}

// A picture handed out stays as it was until Newest has given two others, so
// its shade must not change while the window draws it.
func TestPicturesStandStillWhileShown(t *testing.T) {
	v := NewView()
	v.SetSize(96, 54)
	stop := make(chan struct{})
	var media sync.WaitGroup
	for start := range 2 {
		media.Go(func() {
			for n := start; ; n += 2 {
				select {
				case <-stop:
					return
				default:
				}
				size := image.Pt(64+n%64, 36+n%36)
				v.Put(grey(size.X, size.Y, byte(16+n%220)))
				switch n % 97 {
				case 0:
					v.Blank()
				case 1:
					v.SetSize(32+n%100, 18+n%60)
				}
			}
		})
	}
	type shown struct {
		img   *image.RGBA
		rect  image.Rectangle
		shade byte
	}
	var last, previous shown
	for seen := 0; seen < 500; {
		for _, s := range []shown{last, previous} {
			if s.img == nil {
				continue
			}
			if s.img.Rect != s.rect {
				t.Fatalf("bounds went from %v to %v", s.rect, s.img.Rect)
			}
			for i := 0; i < len(s.img.Pix); i += 64 {
				if s.img.Pix[i] != s.shade {
					t.Fatalf("pixel %d went from %d to %d", i/4, s.shade, s.img.Pix[i])
				}
			}
		}
		if img, _ := v.Newest(); img != nil && img != last.img {
			seen++
			last, previous = shown{img, img.Rect, img.Pix[0]}, last
		}
	}
	close(stop)
	media.Wait()
}

func TestViewDoesNotAllocateWhileRunning(t *testing.T) {
	v := NewView()
	v.SetSize(320, 180)
	frame := grey(640, 360, 100)
	put := func() {
		v.Put(frame)
		v.Newest()
	}
	for range 8 {
		put()
	}
	if n := testing.AllocsPerRun(50, put); n > 2 {
		t.Errorf("%.0f allocations a frame", n)
	}
}

func TestSmallTilesLetGoOfMemory(t *testing.T) {
	v := NewView()
	frame := grey(1280, 720, 100)
	for _, size := range []image.Point{{1280, 720}, {160, 90}} {
		v.SetSize(size.X, size.Y)
		for range 8 {
			v.Put(frame)
			v.Newest()
		}
	}
	held := 0
	for i := range v.pool {
		held += cap(v.pool[i].Pix)
	}
	if want := len(v.pool) * 4 * 160 * 90 * 4; held > want {
		t.Errorf("a tile of 160×90 holds %d bytes, want at most %d", held, want)
	}
	if !yuv.Valid(frame.Image) {
		t.Error("Put damaged the frame")
	}
}
