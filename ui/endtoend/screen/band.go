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

func (b band) height() int { return b.bottom - b.top }

func (b band) empty() bool { return b.height() <= 0 }

// changed returns the band outside which a picture is the same as one taken
// before of the same part of the screen, or of a larger one. It cuts none of the
// words that were read there, and is empty if nothing has changed.
func changed(before, after *image.RGBA, words []word) band {
	var b band
	bounds := after.Rect
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		if bytes.Equal(row(before, y, bounds), row(after, y, bounds)) {
			continue
		}
		if b.empty() {
			b.top = y
		}
		b.bottom = y + 1
	}
	if b.empty() {
		return band{}
	}
	b = band{max(b.top-around, bounds.Min.Y), min(b.bottom+around, bounds.Max.Y)}
	for smaller := (band{}); b != smaller; {
		smaller = b
		for _, w := range words {
			if b.cuts(w) {
				b = band{min(b.top, w.box.Min.Y), max(b.bottom, w.box.Max.Y)}
			}
		}
	}
	return b
}

// row returns the pixels of a row of a picture that lie within bounds.
func row(picture *image.RGBA, y int, bounds image.Rectangle) []byte {
	return picture.Pix[picture.PixOffset(bounds.Min.X, y):picture.PixOffset(bounds.Max.X, y)]
}

// cuts reports whether some of the word lies in the band.
func (b band) cuts(w word) bool { return w.box.Min.Y < b.bottom && w.box.Max.Y > b.top }

// of returns the band of a picture as a picture.
func (b band) of(picture *image.RGBA) *image.RGBA {
	rect := image.Rect(picture.Rect.Min.X, b.top, picture.Rect.Max.X, b.bottom)
	return picture.SubImage(rect).(*image.RGBA)
}
