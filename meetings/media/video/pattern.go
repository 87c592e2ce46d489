package video

import (
	"context"
	"image"
	"math"
)

// pattern is the source behind SpecPattern: a sun going its slow round before
// an evening sky, the number of the picture in digits, and the same number as
// a strip of black and white blocks for machines, see [ReadCounter]. Pictures
// count from zero, one for each Read.
type pattern struct {
	format  Format
	pace    *pace
	counter uint32
	sky     image.YCbCr
	sun     *disc
}

// roundTime is how long the sun takes for one round, in seconds.
const roundTime = 8

func newPattern(format Format) *pattern {
	p := &pattern{format: format, pace: newPace(format.FrameRate)}
	paintSky(&p.sky, format.Width, format.Height)
	p.sun = newDisc(min(format.Width, format.Height) / 3)
	return p
}

func (p *pattern) Read(ctx context.Context, dst *Frame) error {
	now, err := p.pace.wait(ctx)
	if err != nil {
		return err
	}
	p.paint(dst, p.counter)
	p.counter++
	dst.Captured = now
	return nil
}

func (p *pattern) Format() Format { return p.format }

func (p *pattern) Close() error {
	p.pace.close()
	return nil
}

// paint draws picture number n.
func (p *pattern) paint(dst *Frame, n uint32) {
	dst.Resize(p.format.Width, p.format.Height)
	img := dst.Image
	copy(img.Y, p.sky.Y)
	copy(img.Cb, p.sky.Cb)
	copy(img.Cr, p.sky.Cr)
	p.sun.paint(img, p.sunAt(n))
	paintDigits(img, n)
	paintCounter(img, n)
}

// sunAt is where the middle of the sun stands in picture n: a lying eight.
func (p *pattern) sunAt(n uint32) image.Point {
	picturesARound := max(1, uint32(roundTime*p.format.FrameRate))
	angle := 2 * math.Pi * float64(n%picturesARound) / float64(picturesARound)
	return image.Pt(
		int(float64(p.format.Width)*(0.5+0.30*math.Cos(angle))),
		int(float64(p.format.Height)*(0.45+0.15*math.Sin(2*angle))),
	)
}
