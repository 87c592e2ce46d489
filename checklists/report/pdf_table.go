package report

import (
	"hjemmekontor/checklists"
	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

// Where the columns of the table begin, and how wide the titles may be.
const (
	titleX     = leftEdge + 7
	statusX    = leftEdge + 98
	onX        = leftEdge + 129
	dueX       = leftEdge + 151
	titleWidth = statusX - titleX - 4
	quoteX     = titleX + 3
	quoteWidth = rightEdge - quoteX
)

var (
	columnHeadStyle = style{paper.Regular, 8, 4, muted}
	groupHeadStyle  = style{paper.SemiBold, 11, 5.5, paper.Ink}
	bodyStyle       = style{paper.Regular, 9.5, 4.6, paper.Ink}
	doneStyle       = style{paper.Regular, 9, 4.6, success}
	dueStyle        = style{paper.SemiBold, 9, 4.6, warning}
	openStyle       = style{paper.Regular, 9, 4.6, paper.Ink}
	quietStyle      = style{paper.Regular, 9, 4.6, muted}
	quoteStyle      = style{paper.Regular, 8.5, 4.1, muted}
)

// writeTable lists the items in groups, the most important first, and within
// them in the order of the list.
func (d *document) writeTable() {
	for _, priority := range priorities {
		var answers []Answer
		for _, a := range d.report.Answers {
			if a.Priority == priority {
				answers = append(answers, a)
			}
		}
		if len(answers) > 0 {
			d.writeGroup(priority, answers)
		}
	}
}

func (d *document) writeGroup(priority checklists.Priority, answers []Answer) {
	d.room(40) // a heading does not stand alone at the end of a page
	progress := Report{Answers: answers}.Progress()
	count := d.texts.Text("report-file.summary", locales.Data{"Done": progress.Done, "Total": progress.Total()})
	d.put(quietStyle, rightEdge-d.width(quietStyle, count), d.y+0.6, count)
	d.writeHeads(priority)
	for _, a := range answers {
		d.writeAnswer(a)
	}
	d.y += 7
}

// writeHeads writes what stands above the rows of a group.
func (d *document) writeHeads(priority checklists.Priority) {
	d.lines(groupHeadStyle, leftEdge, []string{priorityWord(priority, d.texts)})
	d.y += 1
	d.put(columnHeadStyle, titleX, d.y, d.texts.Text("report-file.column.item"))
	d.put(columnHeadStyle, statusX, d.y, d.texts.Text("report-file.column.status"))
	d.put(columnHeadStyle, onX, d.y, d.texts.Text("report-file.column.on"))
	d.put(columnHeadStyle, dueX, d.y, d.texts.Text("report-file.column.due"))
	d.y += columnHeadStyle.line + 1
	d.rule(d.y)
}

// writeAnswer writes a row. Its title is kept in one piece; the person's own
// words may go on overleaf.
func (d *document) writeAnswer(a Answer) {
	const padding = 1.7
	title := d.wrap(bodyStyle, a.Title, titleWidth)
	words := d.wordsOf(a)
	height := padding + float64(len(title))*bodyStyle.line + padding
	if d.room(height + float64(min(len(words), 3))*quoteStyle.line) {
		d.writeHeads(a.Priority)
	}
	d.y += padding
	d.drawMark(a.Status, leftEdge+markRadius+0.2, d.y+bodyStyle.line/2)
	status := statusStyle(a.Status)
	d.put(status, statusX, d.y, statusWord(a.Status, d.texts))
	d.put(quietStyle, onX, d.y, shortDate(a.On, d.texts))
	if a.Status != checklists.StatusDue {
		status = quietStyle
	}
	d.put(status, dueX, d.y, shortDate(a.Due, d.texts))
	d.lines(bodyStyle, titleX, title)
	d.y += padding
	d.writeWords(a.Priority, words)
	if len(words) > 0 {
		d.y += padding
	}
	d.rule(d.y)
}

// writeWords writes what the person has said, with a bar beside it.
func (d *document) writeWords(priority checklists.Priority, words []string) {
	const overlap = 0.1 // keeps the pieces of the bar together
	for _, text := range words {
		if d.room(quoteStyle.line) {
			d.writeHeads(priority)
			d.y += 1
		}
		d.panel(hairline, titleX, d.y, 0.6, quoteStyle.line+overlap, 0)
		d.lines(quoteStyle, quoteX, []string{text})
	}
}

// wordsOf is what the person has written, broken into lines.
func (d *document) wordsOf(a Answer) []string {
	var lines []string
	if a.Reason != "" {
		lines = d.wrap(quoteStyle, d.texts.Text("report-file.reason", locales.Data{"Words": a.Reason}), quoteWidth)
	}
	if a.Note != "" {
		lines = append(lines, d.wrap(quoteStyle, d.texts.Text("report-file.note", locales.Data{"Words": a.Note}), quoteWidth)...)
	}
	return lines
}

func statusStyle(s checklists.Status) style {
	switch s {
	case checklists.StatusDone:
		return doneStyle
	case checklists.StatusDue:
		return dueStyle
	case checklists.StatusNotForMe:
		return quietStyle
	default:
		return openStyle
	}
}
