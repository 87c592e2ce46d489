package audio

import "math"

const (
	// quietDB is the level below which a change of length is not heard.
	quietDB = -50.0
	// crossfadeSamples is the length over which two pieces are joined: 5 ms.
	crossfadeSamples = SampleRate / 200
	// minLag and maxLag bound what is left out or repeated at a time: 2.5 to
	// 15 ms, the periods of voices.
	minLag = SampleRate / 400
	maxLag = SampleRate * 15 / 1000
	// patience is how much too deep the buffer may be while a quiet place is
	// waited for. Too shallow a buffer cannot wait: it is about to run dry.
	patience = SampleRate * 40 / 1000
	// lastResort is the error in depth from which any place will do.
	lastResort = SampleRate * 100 / 1000
	// alike is the correlation from which sound counts as periodic.
	alike = 0.7
)

// changeLength shortens the first n samples of buffer if excess is positive
// and stretches them if it is negative, by at most 15 ms and no more than the
// excess, if they have a place where that is hard to hear. It returns the
// result, which begins at the start of buffer. Stretching needs room.
func changeLength(buffer []int16, n, excess int) []int16 {
	pcm := buffer[:n]
	amount := max(excess, -excess)
	lag := 0
	if n >= maxLag+crossfadeSamples && amount >= minLag {
		lag = chooseLag(pcm, excess)
	}
	switch {
	case lag == 0:
		return pcm
	case excess > 0:
		return shorten(pcm, lag)
	}
	return stretch(buffer, n, lag)
}

// chooseLag is the number of samples to leave out or repeat, 0 for none.
func chooseLag(pcm []int16, excess int) int {
	amount := max(excess, -excess)
	if levelDB(pcm) < quietDB {
		return min(amount, maxLag)
	}
	if excess > 0 && excess < patience {
		return 0
	}
	lag, likeness := bestLag(pcm, min(amount, maxLag))
	if likeness < alike && amount < lastResort {
		return 0
	}
	return lag
}

// bestLag finds the distance, up to limit, at which the beginning of pcm is
// most like itself, and how much: the normalised correlation, at most 1.
func bestLag(pcm []int16, limit int) (lag int, likeness float64) {
	likeness = -1
	head := pcm[:crossfadeSamples]
	headPower := 0.0
	for _, sample := range head {
		headPower += float64(sample) * float64(sample)
	}
	for candidate := minLag; candidate <= limit; candidate++ {
		product, power := 0.0, 0.0
		for i, sample := range pcm[candidate : candidate+crossfadeSamples] {
			product += float64(sample) * float64(head[i])
			power += float64(sample) * float64(sample)
		}
		if found := product / (math.Sqrt(power*headPower) + 1); found > likeness {
			lag, likeness = candidate, found
		}
	}
	return lag, likeness
}

// shorten leaves out lag samples, fading from the beginning of pcm to what
// comes lag later.
func shorten(pcm []int16, lag int) []int16 {
	for i := range crossfadeSamples {
		pcm[i] = blend(pcm[i], pcm[lag+i], i)
	}
	copy(pcm[crossfadeSamples:], pcm[lag+crossfadeSamples:])
	return pcm[:len(pcm)-lag]
}

// stretch plays the first lag samples of buffer's n twice, fading from what
// follows them back to the beginning.
func stretch(buffer []int16, n, lag int) []int16 {
	var joint [crossfadeSamples]int16
	for i := range joint {
		joint[i] = blend(buffer[lag+i], buffer[i], i)
	}
	copy(buffer[lag+crossfadeSamples:n+lag], buffer[crossfadeSamples:n])
	copy(buffer[lag:], joint[:])
	return buffer[:n+lag]
}

// blend mixes from and to at position i of a crossfade.
func blend(from, to int16, i int) int16 {
	weight := (float64(i) + 0.5) / crossfadeSamples
	return int16(math.Round(float64(from)*(1-weight) + float64(to)*weight))
}

// fadeIn lets the first 5 ms of pcm rise from silence.
func fadeIn(pcm []int16) {
	for i := range min(len(pcm), crossfadeSamples) {
		pcm[i] = blend(0, pcm[i], i)
	}
}

// fadeOut lets all of pcm fall to silence.
func fadeOut(pcm []int16) {
	for i := range pcm {
		pcm[i] = int16(float64(pcm[i]) * float64(len(pcm)-i-1) / float64(len(pcm)))
	}
}
