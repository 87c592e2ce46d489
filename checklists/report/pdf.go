package report

import (
	"fmt"
	"io"
	"strings"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

// WritePDF writes the report for people: on A4, in the language of texts but
// for the titles, with the same bytes for the same report. What the typeface
// cannot show is replaced by a question mark and told about at the end. It
// fails as [Report.WriteJSON] does.
func (r Report) WritePDF(w io.Writer, texts *locales.Texts) error {
	if err := r.check(); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	title := titleOf(r.Role, texts)
	s, err := newSheet(paper.About{Title: title + " – " + r.Name, Author: r.Name, Made: r.Made, Language: string(texts.Language())})
	if err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	d := document{sheet: s, report: r, texts: texts, title: title}
	d.writeTop()
	d.writeSummary()
	d.writeTable()
	d.writeSignature()
	d.writeMargins()
	if err := s.Output(w); err != nil {
		return fmt.Errorf("writing PDF: %w", err)
	}
	return nil
}

// document lays a report out on paper, from the top down.
type document struct {
	*sheet
	report Report
	texts  *locales.Texts
	title  string // of the list
}

var (
	companyStyle    = style{paper.SemiBold, 9.5, 5.5, paper.Primary}
	headingStyle    = style{paper.SemiBold, 22, 9.5, paper.Ink}
	subheadingStyle = style{paper.Regular, 11, 6, muted}
	figureStyle     = style{paper.SemiBold, 14, 7, onTint}
	onPanelStyle    = style{paper.Regular, 9.5, 5, onTint}
	signatureStyle  = style{paper.SemiBold, 11, 5.5, paper.Ink}
	smallStyle      = style{paper.Regular, 8.5, 4.1, muted}
)

// writeTop says who reports what, and when.
func (d *document) writeTop() {
	if d.report.CompanyName != "" {
		d.paragraph(companyStyle, leftEdge, textWidth, d.report.CompanyName)
	}
	d.paragraph(headingStyle, leftEdge, textWidth, d.report.Name)
	d.y += 1
	d.paragraph(subheadingStyle, leftEdge, textWidth, d.title+" · "+d.texts.Date(dayOf(d.report.Made)))
	d.y += 5
}

// writeSummary says at a glance how far the person has come.
func (d *document) writeSummary() {
	const height, padding, bar = 27.0, 7.0, 2.6
	progress := d.report.Progress()
	d.panel(tint, leftEdge, d.y, textWidth, height, 3)
	d.put(figureStyle, leftEdge+padding, d.y+4.5, d.texts.Text("report-file.summary", locales.Data{
		"Done": progress.Done, "Total": progress.Total(),
	}))
	width := textWidth - 2*padding
	d.panel(white, leftEdge+padding, d.y+13, width, bar, bar/2)
	if done := width * progress.Fraction(); done > 0 {
		d.panel(paper.Primary, leftEdge+padding, d.y+13, max(done, bar), bar, bar/2)
	}
	d.put(onPanelStyle, leftEdge+padding, d.y+18.5, d.details(progress))
	d.y += height + 6
}

// details counts what is not done, where there is such.
func (d *document) details(p checklists.Progress) string {
	details := []string{d.texts.Text("report-file.left", locales.Data{"Number": p.Open})}
	if p.Open == 0 {
		details = []string{d.texts.Text("report-file.finished")}
	}
	if p.Due > 0 {
		details = append(details, d.texts.Text("report-file.due-again", locales.Data{"Number": p.Due}))
	}
	if p.NotForMe > 0 {
		details = append(details, d.texts.Count("report-file.aside", p.NotForMe))
	}
	return strings.Join(details, " · ")
}

// writeSignature says who stands for the report, and what it holds.
func (d *document) writeSignature() {
	const indent = 7.0
	signed := d.wrap(signatureStyle, d.texts.Text("report-file.signed", locales.Data{
		"Name": d.report.Name, "Date": d.texts.Date(dayOf(d.report.Made)),
	}), textWidth-indent)
	about := d.texts.Text("report-file.about")
	if d.lacked {
		about += "\n" + d.texts.Text("report-file.lacked", locales.Data{"Sign": string(paper.Unknown)})
	}
	aboutLines := d.wrap(smallStyle, about, textWidth-indent)
	d.room(7 + float64(len(signed))*signatureStyle.line + 1.5 + float64(len(aboutLines))*smallStyle.line)
	d.y += 7
	d.drawDone(leftEdge+2.2, d.y+signatureStyle.line/2)
	d.lines(signatureStyle, leftEdge+indent, signed)
	d.y += 1.5
	d.lines(smallStyle, leftEdge+indent, aboutLines)
}

// writeMargins writes what stands above and below the text of every page, once
// it is known how many there are.
func (d *document) writeMargins() {
	pages := d.PageCount()
	for n := 1; n <= pages; n++ {
		d.SetPage(n)
		if n > 1 {
			d.set(smallStyle)
			d.put(smallStyle, leftEdge, topEdge-8, d.Shorten(d.fit(d.report.Name+" · "+d.title), textWidth))
		}
		d.put(smallStyle, leftEdge, bottomEdge+8, d.texts.Text("report-file.program"))
		number := d.texts.Text("report-file.page", locales.Data{"Number": n, "Pages": pages})
		d.put(smallStyle, rightEdge-d.width(smallStyle, number), bottomEdge+8, number)
	}
}
