// Package report is what an employee chooses to tell the employer about a
// checklist: a report signed off with a name and a date, written as PDF, CSV
// and JSON, and read back from many people into one matrix.
//
// A report holds ticks, dates, "not for me" and the notes that the employee has
// marked as shared, and nothing else: never the result of a device check.
//
//	r := report.New(report.Author{...}, items, marks, notes, texts, time.Now())
//	err := r.WritePDF(w, texts)
//
//	read := report.ReadAll(ctx, paths)
//	matrix := report.NewMatrix(read.Reports, items, title, time.Now())
//
// The PDF and the CSV are for people. JSON is what is read back, and whatever
// is read is taken to be hostile until [Parse] has let it through.
package report
