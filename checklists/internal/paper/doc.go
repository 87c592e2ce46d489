// Package paper begins documents in PDF: A4, in the app's typeface, with the
// same bytes for the same content.
//
//	p, err := paper.New(paper.About{Title: title, Author: name, Made: made, Language: "nb"})
//	p.AddPage()
//	p.SetType(paper.SemiBold, 22, paper.Ink)
//	p.Text(x, y, fitted)
//	err = p.Output(w)
//
// Lengths are millimetres from the top left corner, sizes of type are points.
// Of a text only what [Glyphs] has can be written.
package paper
