package audio

// depthWindowPackets is how many packets each half of the window spans: about
// a second.
const depthWindowPackets = 50

// depthWindow keeps the greatest depth of the last one to two seconds. That is
// the depth when the quickest packet came, and thus how long packets wait
// without the network's own variation.
type depthWindow struct {
	newest, older int // greatest depth of the half being filled, of the one before
	packets       int // in the half being filled
	full          bool
}

func (w *depthWindow) reset() { *w = depthWindow{} }

func (w *depthWindow) add(depth int) {
	if w.packets == 0 {
		w.newest = depth
	}
	w.newest = max(w.newest, depth)
	w.packets++
	if w.packets == depthWindowPackets {
		w.older, w.packets, w.full = w.newest, 0, true
	}
}

// shift corrects the window for a change of all depths by that many samples.
func (w *depthWindow) shift(samples int) {
	w.newest += samples
	w.older += samples
}

// excess is the greatest depth less target, or 0 before the window has filled.
func (w *depthWindow) excess(target int) int {
	if !w.full {
		return 0
	}
	greatest := w.older
	if w.packets > 0 {
		greatest = max(greatest, w.newest)
	}
	return greatest - target
}
