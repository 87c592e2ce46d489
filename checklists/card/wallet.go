package card

import (
	"io"

	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

// A card of ISO/IEC 7810 size ID-1, in millimetres, and what is kept free along
// its edges.
const (
	cardWidth  = 85.6
	cardHeight = 54.0
	cardEdge   = 4.0
	cardInner  = cardWidth - 2*cardEdge
)

// Where the cards lie on the sheet.
const (
	walletCopies = 4
	walletLeft   = (paper.Width - 2*cardWidth) / 2
	walletTop    = 38.0
	walletGap    = 6.0
)

// WriteWallet writes an A4 page with the card for the wallet, as PDF: the
// company's numbers with codes that dial on the front, the authorities and the
// first thing to do on the back. Front and back lie side by side and are folded
// together, because any printer can do that, while printing on both sides seldom
// meets to the millimetre. There are four of them, since the sheet has room. No
// type is smaller than 7 points. The same card gives the same bytes.
func WriteWallet(w io.Writer, c Card, texts *locales.Texts) error {
	s, err := newSheet(texts.Text("card.wallet.title"), c, texts)
	if err != nil {
		return err
	}
	s.AddPage()
	p := wallet{sheet: s, card: c, texts: texts}
	p.instructions()
	for i := range walletCopies {
		y := walletTop + float64(i)*(cardHeight+walletGap)
		p.cutMarks(y)
		p.front(walletLeft, y)
		p.back(walletLeft+cardWidth, y)
	}
	return s.writeTo(w)
}

// wallet is the page of cards while it is drawn.
type wallet struct {
	*sheet
	card  Card
	texts *locales.Texts
}

var (
	walletTitle = style{paper.SemiBold, 12, paper.Ink, 1.4}
	walletText  = style{paper.Regular, 9, grey, 1.4}
)

// instructions stand above the cards, with a line to check the size by.
func (p wallet) instructions() {
	const ruler = 50.0
	width := 2 * cardWidth
	y := p.line(walletTitle, p.texts.Text("card.wallet.title"), walletLeft, 10)
	y = p.paragraph(walletText, p.texts.Text("card.wallet.print"), walletLeft, y, width)
	y += 1.5
	middle := y + p.lineHeight(walletText)/2
	p.rule(paper.Ink, 0.3, walletLeft, middle, walletLeft+ruler, middle)
	for _, x := range []float64{walletLeft, walletLeft + ruler} {
		p.rule(paper.Ink, 0.3, x, middle-1.2, x, middle+1.2)
	}
	p.line(walletText, p.texts.Text("card.wallet.ruler"), walletLeft+ruler+3, y)
}

// cutMarks show where a card is cut and folded: the outline for scissors, the
// marks outside it for a guillotine.
func (p wallet) cutMarks(y float64) {
	const thin, off, long = 0.1, 1.0, 3.0
	left, right, bottom := walletLeft, walletLeft+2*cardWidth, y+cardHeight
	for _, x := range []float64{left, right} {
		p.rule(pale, thin, x, y, x, bottom)
		p.rule(paper.Ink, thin, x, y-off, x, y-walletGap/2+0.3)
		p.rule(paper.Ink, thin, x, bottom+off, x, bottom+walletGap/2-0.3)
	}
	for _, edge := range []float64{y, bottom} {
		p.rule(pale, thin, left, edge, right, edge)
		p.rule(paper.Ink, thin, left-off-long, edge, left-off, edge)
		p.rule(paper.Ink, thin, right+off, edge, right+off+long, edge)
	}
	p.dashed(pale, 0.2, left+cardWidth, y, left+cardWidth, bottom)
}
