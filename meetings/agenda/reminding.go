package agenda

import "time"

// tooLate is how long after its start nobody is reminded of a meeting any more:
// whoever starts the program, or wakes the machine, in the middle of one is
// there already, or will not come.
const tooLate = time.Minute

// remindOf reminds the user of the meetings that begin soon, of each once.
func (b *board) remindOf(v View) {
	if v.Lead == 0 {
		return
	}
	for _, m := range v.Meetings {
		if b.reminded[m.ID] || !m.attended() || m.Free ||
			v.Now.Before(m.Start.Add(-v.lead())) || v.Now.After(m.Start.Add(tooLate)) {
			continue
		}
		b.reminded[m.ID] = true
		first, err := b.store.Remind(b.ctx, m.ID, m.Start)
		if err != nil && b.ctx.Err() == nil {
			b.unsaved, b.dirty = err, true
		}
		if first || err != nil {
			b.remind(m)
		}
	}
}
