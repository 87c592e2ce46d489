package screen

import "image"

const (
	// field is the least number of pixels of one shade, side by side, that
	// make a background: more than a stroke of the largest letter has, less
	// than the smallest button.
	field = 1200
	// widest and highest bound what may be a letter, in pixels; what is
	// larger is a frame, an icon or a picture.
	widest, highest = 80, 60
	// frameWidth, frameHeight and frameShare tell a button's frame, which may
	// be smaller than that, from a letter: less than this share of the
	// rectangle around it is ink, in percent.
	frameWidth, frameHeight, frameShare = 40, 24, 20
	// contrast strengthens what differs from the background, for dimmed text.
	contrast = 2
	// ink is the shade from which on something stands out.
	ink = 200
	// paper is the shade of what does not.
	paper = 255
)

// prepare turns a picture into dark letters on white, enlarged. What counts
// is how much a pixel differs from its own background, so light text on a
// dark theme, and a coloured button on either, read alike; what is too large
// for a letter is left out.
func prepare(picture *image.RGBA) *image.Gray {
	gray := brightness(picture)
	flat := flatten(gray)
	for _, region := range regions(flat, func(a, b uint8) bool { return a < ink && b < ink }) {
		if region.shade < ink && !region.letter() {
			for _, i := range region.pixels {
				flat.Pix[i] = paper
			}
		}
	}
	return enlarge(flat)
}

// brightness is the picture in shades of grey, with its corner at (0, 0).
func brightness(picture *image.RGBA) *image.Gray {
	gray := image.NewGray(image.Rectangle{Max: picture.Rect.Size()})
	for i := range gray.Pix {
		p := picture.Pix[4*i:]
		// ITU-R BT.601 weights, in thousandths.
		gray.Pix[i] = uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2])) / 1000)
	}
	return gray
}

// flatten makes every background white, and everything else darker the more
// it differs from the background last met on its line.
func flatten(gray *image.Gray) *image.Gray {
	background := make([]bool, len(gray.Pix))
	for _, region := range regions(gray, func(a, b uint8) bool { return a == b }) {
		if len(region.pixels) >= field {
			for _, i := range region.pixels {
				background[i] = true
			}
		}
	}
	flat := image.NewGray(gray.Rect)
	for y := range gray.Rect.Dy() {
		shade := int(gray.Pix[y*gray.Stride])
		for x := range gray.Rect.Dx() {
			i := y*gray.Stride + x
			flat.Pix[i] = paper
			if background[i] {
				shade = int(gray.Pix[i])
				continue
			}
			difference := int(gray.Pix[i]) - shade
			flat.Pix[i] = uint8(paper - min(paper, contrast*max(difference, -difference)))
		}
	}
	return flat
}

// region is pixels that belong together.
type region struct {
	shade  uint8 // of the first of them
	box    image.Rectangle
	pixels []int // places in Pix
}

// letter tells whether the region may be a letter or part of one.
func (r region) letter() bool {
	width, height := r.box.Dx(), r.box.Dy()
	if width > widest || height > highest {
		return false
	}
	frame := width > frameWidth && height > frameHeight && 100*len(r.pixels) < frameShare*width*height
	return !frame
}

// regions divides a picture into pixels that are joined, each to a neighbour
// above, below or beside it.
func regions(gray *image.Gray, joined func(a, b uint8) bool) []region {
	var all []region
	width, height := gray.Rect.Dx(), gray.Rect.Dy()
	seen := make([]bool, len(gray.Pix))
	pixels := make([]int, 0, len(gray.Pix)) // of one region after the other
	for start := range gray.Pix {
		if seen[start] {
			continue
		}
		seen[start] = true
		first := len(pixels)
		pixels = append(pixels, start)
		r := region{shade: gray.Pix[start]}
		for next := first; next < len(pixels); next++ {
			i := pixels[next]
			x, y := i%width, i/width
			r.box = r.box.Union(image.Rect(x, y, x+1, y+1))
			visit := func(j int, inside bool) {
				if inside && !seen[j] && joined(gray.Pix[i], gray.Pix[j]) {
					seen[j] = true
					pixels = append(pixels, j)
				}
			}
			visit(i-1, x > 0)
			visit(i+1, x < width-1)
			visit(i-width, y > 0)
			visit(i+width, y < height-1)
		}
		r.pixels = pixels[first:]
		all = append(all, r)
	}
	return all
}

// enlarge makes the picture larger by the factor enlargement, with straight
// lines between the pixels' centres.
func enlarge(src *image.Gray) *image.Gray {
	size := src.Rect.Size()
	dst := image.NewGray(image.Rectangle{Max: size.Mul(enlargement)})
	for y := range dst.Rect.Dy() {
		y0, y1, wy := neighbours(y, size.Y)
		row0, row1 := src.Pix[y0*src.Stride:], src.Pix[y1*src.Stride:]
		for x := range dst.Rect.Dx() {
			x0, x1, wx := neighbours(x, size.X)
			top := int(row0[x0])*(whole-wx) + int(row0[x1])*wx
			bottom := int(row1[x0])*(whole-wx) + int(row1[x1])*wx
			dst.Pix[y*dst.Stride+x] = uint8((top*(whole-wy) + bottom*wy) / (whole * whole))
		}
	}
	return dst
}

// whole is the sum of two neighbours' weights: an enlarged pixel's centre
// lies a whole number of its parts between them.
const whole = 2 * enlargement

// neighbours returns the two source pixels between whose centres the centre
// of enlarged pixel i lies, and the second one's weight out of whole.
func neighbours(i, length int) (first, second, weight int) {
	position := 2*i + 1 - enlargement // in parts, from the first centre
	if position < 0 {
		return 0, 0, 0
	}
	first = position / whole
	return first, min(first+1, length-1), position % whole
}
