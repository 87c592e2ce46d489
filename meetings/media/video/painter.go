package video

import (
	"image"
	"math"

	"hjemmekontor/meetings/media/video/yuv"
)

// colour is a Y'CbCr colour in limited range.
type colour struct{ y, cb, cr float64 }

// rgb converts by BT.601, components 0 to 255.
func rgb(r, g, b float64) colour {
	return colour{
		y:  16 + (65.481*r+128.553*g+24.966*b)/255,
		cb: 128 + (-37.797*r-74.203*g+112*b)/255,
		cr: 128 + (112*r-93.786*g-18.214*b)/255,
	}
}

func (c colour) mix(d colour, share float64) colour {
	return colour{
		y:  c.y + (d.y-c.y)*share,
		cb: c.cb + (d.cb-c.cb)*share,
		cr: c.cr + (d.cr-c.cr)*share,
	}
}

var (
	skyHigh = rgb(38, 66, 96)
	skyLow  = rgb(226, 182, 158)
	sunlit  = rgb(252, 232, 196)
)

// paintSky fills img with the still part of the pattern: dusk, lighter towards
// one lower corner.
func paintSky(img *image.YCbCr, w, h int) {
	yuv.Resize(img, w, h)
	at := func(x, y int) colour {
		down, across := float64(y)/float64(h), float64(x)/float64(w)
		return skyHigh.mix(skyLow, (3*down*down+across*down)/4)
	}
	for y := range h {
		for x := range w {
			img.Y[y*img.YStride+x] = byte(at(x, y).y + 0.5)
		}
	}
	for y := range (h + 1) / 2 {
		for x := range (w + 1) / 2 {
			c := at(2*x, 2*y)
			img.Cb[y*img.CStride+x] = byte(c.cb + 0.5)
			img.Cr[y*img.CStride+x] = byte(c.cr + 0.5)
		}
	}
}

// disc is a circle with a soft edge, ready to be laid over a picture.
type disc struct {
	size   int    // of the square it fits in, even
	luma   []byte // how much it covers, 0 to 255, size by size
	chroma []byte // the same for chroma, half the size each way
}

func newDisc(size int) *disc {
	size = max(4, size&^1)
	return &disc{size: size, luma: coverage(size), chroma: coverage(size / 2)}
}

// coverage draws a disc that fills a square of n by n, its outer tenth fading.
func coverage(n int) []byte {
	cover := make([]byte, n*n)
	radius := float64(n) / 2
	for y := range n {
		for x := range n {
			away := math.Hypot(float64(x)+0.5-radius, float64(y)+0.5-radius) / radius
			cover[y*n+x] = byte(255 * min(1, max(0, (1-away)*10)))
		}
	}
	return cover
}

// paint lays the disc over img with its middle at centre.
func (d *disc) paint(img *image.YCbCr, centre image.Point) {
	corner := image.Pt((centre.X-d.size/2)&^1, (centre.Y-d.size/2)&^1)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	overlay(img.Y, img.YStride, w, h, d.luma, d.size, corner, byte(sunlit.y))
	cw, ch, half := (w+1)/2, (h+1)/2, corner.Div(2)
	overlay(img.Cb, img.CStride, cw, ch, d.chroma, d.size/2, half, byte(sunlit.cb))
	overlay(img.Cr, img.CStride, cw, ch, d.chroma, d.size/2, half, byte(sunlit.cr))
}

// overlay mixes value into a plane of w by h as far as cover says.
func overlay(pix []byte, stride, w, h int, cover []byte, size int, corner image.Point, value byte) {
	square := image.Rectangle{Min: corner, Max: corner.Add(image.Pt(size, size))}
	square = square.Intersect(image.Rect(0, 0, w, h))
	for y := square.Min.Y; y < square.Max.Y; y++ {
		row := pix[y*stride:][square.Min.X:square.Max.X]
		share := cover[(y-corner.Y)*size:][square.Min.X-corner.X:][:len(row)]
		for x, s := range share {
			switch s {
			case 0:
			case 255:
				row[x] = value
			default:
				old := int(row[x])
				row[x] = byte(old + (int(value)-old)*int(s)/255)
			}
		}
	}
}
