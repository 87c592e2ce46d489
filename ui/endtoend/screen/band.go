package screen

import (
	"bytes"
	"image"
)

// band is the rows of a picture from top to before bottom.
type band struct{ top, bottom int }

// around is how many rows a band takes in above and below what has changed, so
// that it cuts no new letter.
const around = 12

// changed returns the band outside which two pictures of one part of the screen
// are the same. It cuts none of the words that were read in the first.
func changed(before, after *image.RGBA, words []word) band {
	bounds := after.Rect
	b := band{bounds.Max.Y, bounds.Min.Y}
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		row, end := (y-bounds.Min.Y)*after.Stride, (y-bounds.Min.Y+1)*after.Stride
		if !bytes.Equal(before.Pix[row:end], after.Pix[row:end]) {
			b = band{min(b.top, y), y + 1}
		}
	}
	b = band{max(b.top-around, bounds.Min.Y), min(b.bottom+around, bounds.Max.Y)}
	for before := (band{}); b != before; {
		before = b
		for _, w := range words {
			if b.cuts(w) {
				b = band{min(b.top, w.box.Min.Y), max(b.bottom, w.box.Max.Y)}
			}
		}
	}
	return b
}

// cuts reports whether some of the word lies in the band.
func (b band) cuts(w word) bool { return w.box.Min.Y < b.bottom && w.box.Max.Y > b.top }

// of returns the band of a picture as a picture.
func (b band) of(picture *image.RGBA) *image.RGBA {
	rect := image.Rect(picture.Rect.Min.X, b.top, picture.Rect.Max.X, b.bottom)
	return picture.SubImage(rect).(*image.RGBA)
}
