package launcher

import "slices"

// step moves a line one place up or down.
func (f *favourites) step(line *favourite, by int) {
	at := slices.Index(f.lines, line)
	if to := at + by; at >= 0 && to >= 0 && to < len(f.lines) {
		f.actions.MoveFavourite(line.shown.ID, to)
	}
}

// drag moves a line among the others as the mouse goes; where it is left is
// told by drop.
func (f *favourites) drag(line *favourite, by float32) {
	at := slices.Index(f.lines, line)
	if at < 0 {
		return
	}
	f.dragging = line
	line.pulled += by
	for at+1 < len(f.lines) && line.pulled > height(f.lines[at+1])/2 {
		line.pulled -= height(f.lines[at+1])
		f.lines[at], f.lines[at+1] = f.lines[at+1], f.lines[at]
		at++
	}
	for at > 0 && -line.pulled > height(f.lines[at-1])/2 {
		line.pulled += height(f.lines[at-1])
		f.lines[at], f.lines[at-1] = f.lines[at-1], f.lines[at]
		at--
	}
	f.arrange()
}

func height(line *favourite) float32 { return line.object.Size().Height }

// drop asks for the place at which a line was left.
func (f *favourites) drop(line *favourite) {
	line.pulled, f.dragging = 0, nil
	if at := slices.Index(f.lines, line); at >= 0 && at != line.place {
		f.actions.MoveFavourite(line.shown.ID, at)
	}
}

// sameLines tells whether two lists have the same lines, in whatever order.
func sameLines(a, b []*favourite) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(line *favourite) bool { return !slices.Contains(b, line) })
}
