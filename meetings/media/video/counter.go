package video

import (
	"image"

	"hjemmekontor/meetings/media/video/yuv"
)

// The strip at the lower edge of the pattern holds the number of the picture
// in 32 columns, highest bit left, white for one. It is in Gray code, so that
// from one picture to the next a single column changes and the strip does not
// flicker. Below it stands its negative, which tells a strip from any other
// picture. Columns and rows are shares of the picture, so the strip survives
// scaling as well as compression.
const (
	counterBits = 32
	counterRows = 36 // rows of this height would fill the picture

	counterBlack = 40
	counterWhite = 216
	// counterContrast is how far a block and its negative must lie apart.
	counterContrast = 60

	// Smallest picture, in pixels, whose strip is large enough to be read.
	counterMinWidth  = 4 * counterBits
	counterMinHeight = 2 * counterRows
)

// counterBlock is the place of one block: column 0 to 31 from the left, row 0
// for the strip and 1 for its negative.
func counterBlock(bounds image.Rectangle, column, row int) image.Rectangle {
	w, h := bounds.Dx(), bounds.Dy()
	top := h - (2-row)*h/counterRows
	return image.Rect(
		column*w/counterBits, top,
		(column+1)*w/counterBits, h-(1-row)*h/counterRows,
	).Add(bounds.Min)
}

func paintCounter(img *image.YCbCr, n uint32) {
	gray := n ^ n>>1
	for column := range counterBits {
		upper, lower := byte(counterBlack), byte(counterWhite)
		if gray>>(counterBits-1-column)&1 == 1 {
			upper, lower = lower, upper
		}
		fillLuma(img, counterBlock(img.Rect, column, 0), upper)
		fillLuma(img, counterBlock(img.Rect, column, 1), lower)
	}
	top := counterBlock(img.Rect, 0, 0).Min.Y / 2
	for _, pix := range [][]byte{img.Cb, img.Cr} {
		strip := pix[top*img.CStride:]
		for i := range strip {
			strip[i] = 128
		}
	}
}

// ReadCounter reads the number of a picture of the "pattern" source, also
// after it has been compressed and scaled. It reports false when img is not
// such a picture, is too damaged to tell, or is smaller than 128 by 72 pixels.
func ReadCounter(img *image.YCbCr) (uint32, bool) {
	if !yuv.Valid(img) || img.Rect.Dx() < counterMinWidth || img.Rect.Dy() < counterMinHeight {
		return 0, false
	}
	var gray uint32
	for column := range counterBits {
		difference := brightness(img, counterBlock(img.Rect, column, 0)) -
			brightness(img, counterBlock(img.Rect, column, 1))
		gray <<= 1
		switch {
		case difference >= counterContrast:
			gray |= 1
		case difference > -counterContrast:
			return 0, false
		}
	}
	n := gray
	for shift := 1; shift < counterBits; shift *= 2 {
		n ^= n >> shift
	}
	return n, true
}

// brightness averages the middle of a block, away from its blurred edges.
func brightness(img *image.YCbCr, block image.Rectangle) int {
	block = block.Inset(min(block.Dx(), block.Dy()) / 4)
	sum := 0
	for y := block.Min.Y; y < block.Max.Y; y++ {
		for _, v := range img.Y[img.YOffset(block.Min.X, y):][:block.Dx()] {
			sum += int(v)
		}
	}
	return sum / (block.Dx() * block.Dy())
}
