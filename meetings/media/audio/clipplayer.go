package audio

import "math"

const (
	// kernelZeros is the number of zero crossings on each side of the
	// interpolation kernel: the longer, the steeper its filter.
	kernelZeros = 16
	// kernelSteps is the number of table entries between two of them.
	kernelSteps = 256
)

// kernel is the right half of a sinc function under a Hann window, the
// interpolation filter of a resampler.
var kernel = func() (table [kernelZeros*kernelSteps + 2]float32) {
	for i := range kernelZeros * kernelSteps {
		x := float64(i) / kernelSteps
		window := (1 + math.Cos(math.Pi*x/kernelZeros)) / 2
		sinc := 1.0
		if i > 0 {
			sinc = math.Sin(math.Pi*x) / (math.Pi * x)
		}
		table[i] = float32(sinc * window)
	}
	return table
}()

// clipPlayer plays a clip over and over at SampleRate, by band-limited
// interpolation if the clip's own rate is another.
type clipPlayer struct {
	clip clip
	// The position is whole + part/SampleRate samples into the clip.
	whole, part int
	// cutoff is the highest frequency let through, as a share of half the
	// clip's rate: less than 1 when the clip holds more than can be played.
	cutoff float64
}

func newClipPlayer(c clip) *clipPlayer {
	return &clipPlayer{clip: c, cutoff: min(1, SampleRate/float64(c.rate))}
}

func (p *clipPlayer) fill(pcm []int16) {
	for i := range pcm {
		if p.clip.rate == SampleRate {
			pcm[i] = p.clip.samples[p.whole]
		} else {
			pcm[i] = p.interpolate()
		}
		p.part += p.clip.rate
		p.whole = (p.whole + p.part/SampleRate) % len(p.clip.samples)
		p.part %= SampleRate
	}
}

// interpolate is the value of the clip at the position.
func (p *clipPlayer) interpolate() int16 {
	fraction := float64(p.part) / SampleRate
	reach := int(math.Ceil(kernelZeros / p.cutoff))
	length := len(p.clip.samples)
	at := (p.whole - reach + 1) % length
	if at < 0 {
		at += length
	}
	sum := 0.0
	for i := 1 - reach; i <= reach; i++ {
		distance := math.Abs(float64(i)-fraction) * p.cutoff
		sum += float64(p.clip.samples[at]) * kernelAt(distance)
		if at++; at == length {
			at = 0
		}
	}
	return clampSample(sum * p.cutoff)
}

// kernelAt reads the kernel at a distance of x zero crossings, between two
// entries of the table.
func kernelAt(x float64) float64 {
	if x >= kernelZeros {
		return 0
	}
	scaled := x * kernelSteps
	index := int(scaled)
	part := scaled - float64(index)
	return float64(kernel[index])*(1-part) + float64(kernel[index+1])*part
}
