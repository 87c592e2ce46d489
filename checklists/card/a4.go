package card

import (
	"io"
	"math"

	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

// WriteA4 writes a page to hang on the wall, as PDF: whom to ring in large
// type with codes that dial, what to do, and the authorities. It keeps to one
// page as long as the type can be read at arm's length, and takes as many more
// as it needs for every contact to be there whole. Of long routines it shows
// the first steps and says where the others are. The same card gives the same
// bytes.
func WriteA4(w io.Writer, c Card, texts *locales.Texts) error {
	s, err := newSheet(texts.Text("card.title"), c, texts)
	if err != nil {
		return err
	}
	p := poster{sheet: s, card: c, texts: texts}
	p.choose()
	p.draw()
	return s.writeTo(w)
}

// The poster's margins and columns, in millimetres.
const (
	posterSide   = 14.0
	posterTop    = 13.0
	posterBottom = paper.Height - 19
	posterFoot   = paper.Height - 14
	posterWidth  = paper.Width - 2*posterSide
	gutter       = 7.0
)

// poster is the page for the wall while it is laid out.
type poster struct {
	*sheet
	card  Card
	texts *locales.Texts
	plan  plan
	pages int
	// stretch is added between the blocks, to fill a page that is alone.
	stretch float64
}

// plan is how much is put on a page and how large.
type plan struct {
	scale float64
	// steps is how many of a routine's steps are shown, and lines how many
	// lines of each; 0 is all.
	steps, lines int
}

// The scales of the poster's type. At the smallest, steps are set in 8 points
// and details in 7; a third page is worse than one step below that.
const (
	largest  = 1.3
	smallest = 0.85
	tightest = 0.7
	finer    = 0.05
)

// plans is what is tried on a number of pages until one fits, the best first.
func plans(pages int) []plan {
	var all []plan
	for _, steps := range []int{0, 5, 4, 3} {
		for scale := largest; scale > smallest-finer/2; scale -= finer {
			all = append(all, plan{scale, steps, steps})
		}
	}
	if pages == 2 {
		for scale := smallest - finer; scale > tightest-finer/2; scale -= finer {
			all = append(all, plan{scale, 3, 3})
		}
	}
	return all
}

// choose takes the best plan that fits one page, else two, and so on.
func (p *poster) choose() {
	p.measuring = true
	defer func() { p.measuring = false }()
	for pages := 1; pages <= len(p.blocks()); pages++ {
		for _, p.plan = range plans(pages) {
			if fits, spare := p.layOut(pages, nil); fits {
				if pages == 1 {
					p.stretch = min(p.mm(5), spare/float64(len(p.blocks())))
				}
				return
			}
		}
	}
}

// draw puts the chosen plan on paper. Should a page hold less than was measured,
// there is one more rather than something lost.
func (p *poster) draw() {
	pages := p.pages
	p.layOut(math.MaxInt, func(page int) {
		p.AddPage()
		p.foot(page, pages)
	})
}

// block is a part of the poster that stays on one page.
type block struct {
	gap  float64 // above it, unless it is on top of a page
	draw func(y float64) float64
}

// layOut goes through the blocks from top to bottom, and begins a page before
// one that has no room. It reports whether they fit on a number of pages, and
// how much is left of the last one.
func (p *poster) layOut(most int, begin func(page int)) (fits bool, spare float64) {
	p.scale = p.plan.scale
	p.pages = 0
	newPage := func() float64 {
		p.pages++
		if begin != nil {
			begin(p.pages)
		}
		return posterTop
	}
	fits = true
	y := newPage()
	for i, b := range p.blocks() {
		height := p.measure(b.draw)
		fits = fits && height <= posterBottom-posterTop
		gap := b.gap + p.stretch
		switch {
		case i == 0:
		case y+gap+height > posterBottom && p.pages == most:
			return false, 0
		case y+gap+height > posterBottom:
			y = newPage()
		default:
			y += gap
		}
		if p.measuring {
			y += height
		} else {
			y = b.draw(y)
		}
	}
	return fits, posterBottom - y
}
