package video

import (
	"image"
	"strconv"
)

// glyphs are the ten digits, five dots by seven, the top bit of five leftmost.
var glyphs = [10][7]byte{
	{0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110},
	{0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110},
	{0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111},
	{0b11111, 0b00010, 0b00100, 0b00010, 0b00001, 0b10001, 0b01110},
	{0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010},
	{0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110},
	{0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110},
	{0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000},
	{0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110},
	{0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100},
}

const (
	glyphWidth  = 5
	glyphHeight = 7
	inkLuma     = 235
)

// paintDigits writes n in the upper left corner, white on the sky.
func paintDigits(img *image.YCbCr, n uint32) {
	dot := max(1, img.Rect.Dy()/90)
	var text [10]byte
	left := 3 * dot
	for _, digit := range strconv.AppendUint(text[:0], uint64(n), 10) {
		paintGlyph(img, glyphs[digit-'0'], left, 3*dot, dot)
		left += (glyphWidth + 1) * dot
	}
}

func paintGlyph(img *image.YCbCr, glyph [glyphHeight]byte, left, top, dot int) {
	for row, bits := range glyph {
		for column := range glyphWidth {
			if bits>>(glyphWidth-1-column)&1 == 1 {
				x, y := left+column*dot, top+row*dot
				fillLuma(img, image.Rect(x, y, x+dot, y+dot), inkLuma)
			}
		}
	}
}

// fillLuma sets the brightness of the part of r that lies in img.
func fillLuma(img *image.YCbCr, r image.Rectangle, value byte) {
	r = r.Intersect(img.Rect)
	if r.Empty() {
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := img.Y[img.YOffset(r.Min.X, y):][:r.Dx()]
		for x := range row {
			row[x] = value
		}
	}
}
