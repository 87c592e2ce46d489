package link

// maxLabelled is the number of links beside which a number and a passcode are
// looked for.
const maxLabelled = 64

// readLabels takes to each meeting found in a text the number and passcode
// that stand behind its link, up to the next; what stands before the first
// link is the first meeting's.
func (t *table) readLabels(text string, found []sighting) {
	found = found[:min(len(found), maxLabelled)]
	for i := range found {
		s := t.service(found[i].meeting.Service)
		if s == nil || s.Passcode == nil {
			continue
		}
		from := found[i].end
		to := min(len(text), from+labelsAfter, nextMeeting(found, i, len(text)))
		number, code := t.labels.find(text[from:max(from, to)])
		if i == 0 && number == "" && code == "" {
			from = found[i].start
			number, code = t.labels.find(text[max(0, from-labelsBefore):from])
		}
		found[i].meeting.number, found[i].meeting.passcode = number, code
	}
}

// nextMeeting returns where the next link to another meeting begins, or the
// end. The same link comes twice in a text made of HTML.
func nextMeeting(found []sighting, i, end int) int {
	for _, next := range found[i+1:] {
		if next.meeting.Address != found[i].meeting.Address {
			return next.start
		}
	}
	return end
}
