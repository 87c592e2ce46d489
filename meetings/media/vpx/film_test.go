package vpx

import (
	"bufio"
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"hjemmekontor/meetings/media/video/yuv"
)

// portrait makes a film with the motion of a video call: a textured wall that
// a hand-held camera lets drift by a pixel, a textured head that nods and
// sways before it, and the noise of a small sensor. The same seed gives the
// same film.
func portrait(w, h, pictures int) []*image.YCbCr {
	random := rand.New(rand.NewPCG(7, 11))
	wall := texture(random, w+16, h+16, 40, 150)
	head := texture(random, w/3, h*2/3, 90, 220)
	grain := make([]int8, 1<<16)
	for i := range grain {
		grain[i] = int8(random.NormFloat64() * 1.5)
	}
	film := make([]*image.YCbCr, pictures)
	for n := range film {
		img := new(image.YCbCr)
		yuv.Resize(img, w, h)
		time := float64(n) / 30
		drift := image.Pt(int(2+2*math.Sin(time*1.3)), int(2+2*math.Cos(time*0.9)))
		centre := image.Pt(
			w/2+int(float64(w)/40*math.Sin(time*2.1)),
			h/2+int(float64(h)/30*math.Sin(time*3.7)),
		)
		compose(img, wall, head, drift, centre)
		addGrain(img.Y, grain, random.IntN(len(grain)))
		film[n] = img
	}
	return film
}

// texture is smooth noise in four octaves, as cloth and wallpaper have it.
func texture(random *rand.Rand, w, h int, low, high float64) *image.Gray {
	sum := make([]float64, w*h)
	for octave, weight := 64, 0.5; octave >= 4; octave, weight = octave/2, weight*0.6 {
		cells := w/octave + 2
		grid := make([]float64, cells*(h/octave+2))
		for i := range grid {
			grid[i] = random.Float64()
		}
		for y := range h {
			for x := range w {
				cx, cy := x/octave, y/octave
				fx, fy := float64(x%octave)/float64(octave), float64(y%octave)/float64(octave)
				top := grid[cy*cells+cx]*(1-fx) + grid[cy*cells+cx+1]*fx
				bottom := grid[(cy+1)*cells+cx]*(1-fx) + grid[(cy+1)*cells+cx+1]*fx
				sum[y*w+x] += weight * (top*(1-fy) + bottom*fy)
			}
		}
	}
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i, v := range sum {
		img.Pix[i] = byte(low + (high-low)*min(1, v/1.2))
	}
	return img
}

func compose(img *image.YCbCr, wall, head *image.Gray, drift, centre image.Point) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	rx, ry := head.Rect.Dx()/2, head.Rect.Dy()/2
	for y := range h {
		copy(img.Y[y*img.YStride:][:w], wall.Pix[(y+drift.Y)*wall.Stride+drift.X:])
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = 134, 122
	}
	for y := -ry; y < ry; y++ {
		half := int(float64(rx) * math.Sqrt(1-float64(y*y)/float64(ry*ry)))
		for x := -half; x < half; x++ {
			px, py := centre.X+x, centre.Y+y
			if px < 0 || py < 0 || px >= w || py >= h {
				continue
			}
			img.Y[py*img.YStride+px] = head.Pix[(y+ry)*head.Stride+x+rx]
			img.Cb[py/2*img.CStride+px/2] = 108
			img.Cr[py/2*img.CStride+px/2] = 152
		}
	}
}

func addGrain(luma []byte, grain []int8, start int) {
	for i := range luma {
		luma[i] = byte(min(235, max(16, int(luma[i])+int(grain[(start+i)%len(grain)]))))
	}
}

// saveFilm writes pictures as a YUV4MPEG2 file and returns its path.
func saveFilm(tb testing.TB, film []*image.YCbCr) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "portrait.y4m")
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriterSize(file, 1<<20)
	_, _ = fmt.Fprintf(w, "YUV4MPEG2 W%d H%d F30:1 Ip C420jpeg\n", film[0].Rect.Dx(), film[0].Rect.Dy())
	for _, img := range film {
		_, _ = fmt.Fprintln(w, "FRAME")
		for _, plane := range [][]byte{img.Y, img.Cb, img.Cr} {
			_, _ = w.Write(plane)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	if err := file.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// psnr compares two pictures in dB, luma only.
func psnr(a, b *image.YCbCr) float64 {
	var sum float64
	w, h := a.Rect.Dx(), a.Rect.Dy()
	for y := range h {
		for x := range w {
			d := float64(a.Y[y*a.YStride+x]) - float64(b.Y[y*b.YStride+x])
			sum += d * d
		}
	}
	if sum == 0 {
		return math.Inf(1)
	}
	return 10 * math.Log10(255*255*float64(w*h)/sum)
}
