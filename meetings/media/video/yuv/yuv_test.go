package yuv

import (
	"errors"
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// picture is 4:2:0 of one colour.
func picture(w, h int, y, cb, cr byte) *image.YCbCr {
	img := new(image.YCbCr)
	Resize(img, w, h)
	fillBytes(img.Y, y)
	fillBytes(img.Cb, cb)
	fillBytes(img.Cr, cr)
	return img
}

func fillBytes(b []byte, v byte) {
	for i := range b {
		b[i] = v
	}
}

// reference is ITU-R BT.601 limited range in floating point.
func reference(y, cb, cr byte) (r, g, b float64) {
	l := 255.0 / 219 * (float64(y) - 16)
	u, v := 255.0/224*(float64(cb)-128), 255.0/224*(float64(cr)-128)
	clip := func(x float64) float64 { return min(255, max(0, x)) }
	return clip(l + 1.402*v), clip(l - 0.344136*u - 0.714136*v), clip(l + 1.772*u)
}

func TestColoursFollowBT601(t *testing.T) {
	dst := image.NewRGBA(image.Rect(0, 0, 16, 2))
	worst := 0.0
	for y := 0; y < 256; y += 5 {
		for cb := 0; cb < 256; cb += 5 {
			for cr := 0; cr < 256; cr += 5 {
				src := picture(16, 2, byte(y), byte(cb), byte(cr))
				ToRGBA(dst, src)
				r, g, b := reference(byte(y), byte(cb), byte(cr))
				for i, want := range []float64{r, g, b, 255} {
					worst = max(worst, math.Abs(want-float64(dst.Pix[i])))
				}
			}
		}
	}
	if worst > 1 {
		t.Errorf("off by %.2f of 255, want at most 1", worst)
	}
}

// Every pixel takes its own luma and the chroma of its block of four, at any
// size, with any stride, to the last column and row.
func TestEveryPixelIsConverted(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, size := range []image.Point{{1, 1}, {2, 1}, {3, 5}, {31, 7}, {33, 2}, {64, 64}, {641, 9}} {
		var whole image.YCbCr
		Resize(&whole, size.X+6, size.Y+4)
		for _, plane := range [][]byte{whole.Y, whole.Cb, whole.Cr} {
			for i := range plane {
				plane[i] = byte(random.Uint32())
			}
		}
		src := whole.SubImage(image.Rect(2, 2, 2+size.X, 2+size.Y)).(*image.YCbCr)
		dst := image.NewRGBA(image.Rect(0, 0, size.X+3, size.Y)).
			SubImage(image.Rect(1, 0, 1+size.X, size.Y)).(*image.RGBA)
		ToRGBA(dst, src)
		for y := range size.Y {
			for x := range size.X {
				at, c := src.YOffset(2+x, 2+y), src.COffset(2+x, 2+y)
				r, g, b := reference(src.Y[at], src.Cb[c], src.Cr[c])
				got := dst.RGBAAt(1+x, y)
				if off(got.R, r) || off(got.G, g) || off(got.B, b) || got.A != 255 {
					t.Fatalf("%v at (%d,%d): %v, want %.0f %.0f %.0f", size, x, y, got, r, g, b)
				}
			}
		}
	}
}

func off(got byte, want float64) bool { return math.Abs(float64(got)-want) > 1 }

func TestScalingKeepsAFlatPictureFlat(t *testing.T) {
	for _, from := range []image.Point{{1280, 720}, {641, 359}, {17, 3}, {2, 2}, {1, 1}} {
		for _, to := range []image.Point{{640, 360}, {900, 506}, {160, 90}, {33, 77}, {2000, 5}, {1, 1}} {
			dst := picture(to.X, to.Y, 0, 0, 0)
			Scale(dst, picture(from.X, from.Y, 90, 60, 200))
			for i, want := range [][]byte{{90}, {60}, {200}} {
				for j, got := range [][]byte{dst.Y, dst.Cb, dst.Cr}[i] {
					if got != want[0] {
						t.Fatalf("%v to %v, plane %d, sample %d: %d, want %d", from, to, i, j, got, want[0])
					}
				}
			}
		}
	}
}

// A ramp stays a ramp: neither end is lost and nothing shifts.
func TestScalingKeepsPlaces(t *testing.T) {
	const w, h = 640, 360
	src := picture(w, h, 0, 128, 128)
	for y := range h {
		for x := range w {
			src.Y[y*src.YStride+x] = byte(255 * (x + y) / (w + h))
		}
	}
	for _, to := range []image.Point{{320, 180}, {480, 270}, {213, 120}, {80, 45}, {1280, 720}, {100, 360}} {
		dst := picture(to.X, to.Y, 0, 0, 0)
		Scale(dst, src)
		for y := range to.Y {
			for x := range to.X {
				sx := (float64(x) + 0.5) * w / float64(to.X)
				sy := (float64(y) + 0.5) * h / float64(to.Y)
				want := 255 * (sx + sy - 1) / (w + h)
				if got := float64(dst.Y[y*dst.YStride+x]); math.Abs(got-want) > 2 {
					t.Fatalf("%v at (%d,%d): %.0f, want %.1f", to, x, y, got, want)
				}
			}
		}
	}
}

func TestFromEveryForm(t *testing.T) {
	const w, h = 34, 18
	for _, ratio := range []image.YCbCrSubsampleRatio{
		image.YCbCrSubsampleRatio444, image.YCbCrSubsampleRatio422, image.YCbCrSubsampleRatio420,
		image.YCbCrSubsampleRatio440, image.YCbCrSubsampleRatio411, image.YCbCrSubsampleRatio410,
	} {
		src := image.NewYCbCr(image.Rect(0, 0, w, h), ratio)
		fillBytes(src.Y, 100)
		fillBytes(src.Cb, 70)
		fillBytes(src.Cr, 190)
		var dst image.YCbCr
		if err := From(&dst, src, false); err != nil {
			t.Fatalf("%v: %v", ratio, err)
		}
		expect(t, ratio.String(), &dst, w, h, 100, 70, 190)
	}
	gray := image.NewGray(image.Rect(0, 0, w, h))
	fillBytes(gray.Pix, 77)
	var dst image.YCbCr
	if err := From(&dst, gray, false); err != nil {
		t.Fatal(err)
	}
	expect(t, "grey", &dst, w, h, 77, 128, 128)
}

func expect(t *testing.T, name string, img *image.YCbCr, w, h int, y, cb, cr byte) {
	t.Helper()
	if !Valid(img) || img.Rect != image.Rect(0, 0, w, h) {
		t.Fatalf("%s: bounds %v", name, img.Rect)
	}
	for i, plane := range [][]byte{img.Y, img.Cb, img.Cr} {
		for _, v := range plane {
			if want := []byte{y, cb, cr}[i]; v != want {
				t.Fatalf("%s: plane %d holds %d, want %d", name, i, v, want)
			}
		}
	}
}

func TestFullRangeIsSqueezed(t *testing.T) {
	for v := range 256 {
		var dst image.YCbCr
		if err := From(&dst, picture(16, 2, byte(v), byte(v), byte(v)), true); err != nil {
			t.Fatal(err)
		}
		luma, chroma := 16+float64(v)*219/255, 128+(float64(v)-128)*224/255
		if math.Abs(float64(dst.Y[5])-luma) > 0.75 || math.Abs(float64(dst.Cb[5])-chroma) > 0.75 {
			t.Errorf("%d became luma %d and chroma %d, want %.1f and %.1f", v, dst.Y[5], dst.Cb[5], luma, chroma)
		}
	}
}

// Drivers have handed out pictures shorter than they claim.
func TestTornPicturesAreRefused(t *testing.T) {
	good := func() *image.YCbCr { return picture(16, 16, 1, 2, 3) }
	for name, tear := range map[string]func(*image.YCbCr){
		"short luma":      func(p *image.YCbCr) { p.Y = p.Y[:255] },
		"short chroma":    func(p *image.YCbCr) { p.Cr = p.Cr[:63] },
		"no chroma":       func(p *image.YCbCr) { p.Cb = nil },
		"narrow stride":   func(p *image.YCbCr) { p.YStride = 15 },
		"negative stride": func(p *image.YCbCr) { p.CStride = -8 },
		"empty":           func(p *image.YCbCr) { p.Rect = image.Rectangle{} },
		"turned over":     func(p *image.YCbCr) { p.Rect = image.Rectangle{Min: image.Pt(9, 9)} },
		"outside":         func(p *image.YCbCr) { p.Rect.Max = image.Pt(1<<20, 1<<20) },
	} {
		torn := good()
		tear(torn)
		if Valid(torn) {
			t.Errorf("%s: counts as valid", name)
		}
		if err := From(new(image.YCbCr), torn, false); !errors.Is(err, ErrForm) {
			t.Errorf("%s: From gave %v, want ErrForm", name, err)
		}
		dst := image.NewRGBA(image.Rect(0, 0, 4, 4))
		ToRGBA(dst, torn)
		Scale(good(), torn)
		if dst.Pix[3] != 0 {
			t.Errorf("%s: was converted", name)
		}
	}
	if Valid(nil) || !Valid(good()) {
		t.Error("Valid(nil) or not Valid(good)")
	}
	if err := From(new(image.YCbCr), image.NewRGBA(image.Rect(0, 0, 2, 2)), false); !errors.Is(err, ErrForm) {
		t.Errorf("RGBA: %v, want ErrForm", err)
	}
}

func TestResizeReusesPlanes(t *testing.T) {
	img := picture(640, 360, 1, 2, 3)
	first := &img.Y[0]
	Resize(img, 320, 181)
	if !Valid(img) || &img.Y[0] != first {
		t.Error("a smaller picture did not reuse the planes")
	}
	Resize(img, 641, 361)
	if !Valid(img) || img.CStride != 321 || len(img.Cb) != 321*181 {
		t.Errorf("641×361: chroma stride %d, %d samples", img.CStride, len(img.Cb))
	}
}

// The fastest round counts: what else the machine does only ever adds.
func BenchmarkToRGBA720p(b *testing.B) {
	src := picture(1280, 720, 90, 60, 200)
	for _, size := range []image.Point{{1280, 720}, {900, 506}, {640, 360}, {320, 180}} {
		b.Run(fmt.Sprintf("to=%dx%d", size.X, size.Y), func(b *testing.B) {
			dst := image.NewRGBA(image.Rectangle{Max: size})
			best := time.Duration(math.MaxInt64)
			for range b.N {
				start := time.Now()
				ToRGBA(dst, src)
				best = min(best, time.Since(start))
			}
			b.ReportMetric(float64(best.Nanoseconds())/1e6, "ms/frame")
			b.ReportMetric(0, "ns/op")
		})
	}
}
