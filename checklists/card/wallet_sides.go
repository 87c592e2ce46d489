package card

import (
	"slices"

	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

var (
	walletHeadline = style{paper.SemiBold, 10, paper.Primary, 1.3}
	walletSmall    = style{paper.Regular, 7, grey, 1.3}
	walletLabel    = style{paper.SemiBold, 7.5, paper.Ink, 1.3}
	walletNumber   = style{paper.SemiBold, 18, paper.Ink, 1.2}
	walletLine     = style{paper.SemiBold, 9, paper.Ink, 1.3}
)

// The least size of type on the card, in points, and of a code in millimetres
// (0.5 mm a square, which any phone reads).
const (
	walletLeast = 7.0
	walletCode  = 17.5
)

// front is the two most important contacts.
func (p wallet) front(x, y float64) {
	x, y = x+cardEdge, y+cardEdge-0.5
	title := p.texts.Text("card.wallet.headline")
	p.line(walletHeadline, title, x, y)
	rest := cardInner - p.width(walletHeadline, title) - 4
	if name := p.oneLine(walletSmall, p.card.Company, rest); name != "" {
		p.lineRight(walletSmall, name, x+cardInner, y+0.7)
	}
	y += p.lineHeight(walletHeadline) + 1.5
	const row = 20.6
	for _, e := range p.card.Contacts[:min(2, len(p.card.Contacts))] {
		p.rule(paper.Primary, 0.3, x, y, x+cardInner, y)
		p.contact(e, x, y+1.2)
		y += row
	}
}

func (p wallet) contact(e Entry, x, y float64) {
	width := cardInner
	if e.TelURL != "" {
		width -= walletCode + 1
		p.code(e.TelURL, x+cardInner-walletCode+2, y-0.3, walletCode)
	}
	y = p.shrunk(walletLabel, e.Label, x, y+0.6, width)
	if e.blank() {
		p.rule(grey, 0.2, x, y+11, x+cardInner, y+11)
		return
	}
	number := e.Phone
	if number == "" {
		number = e.Email
	}
	y = p.shrunk(walletNumber, number, x, y, width)
	y = p.shrunk(walletLabel, e.Name, x, y, width)
	p.shrunk(walletSmall, e.Hours, x, y, width)
}

// shrunk sets a text on one line, as small as a card allows if it must be, and
// cut where even that is too wide. Nothing takes no room.
func (p wallet) shrunk(st style, text string, x, y, width float64) float64 {
	if text == "" {
		return y
	}
	st = p.fitted(st, text, width, walletLeast)
	return p.line(st, p.oneLine(st, text, width), x, y)
}

// back is the first thing to do in each incident, and other numbers below it,
// as many as there is room for.
func (p wallet) back(x, y float64) {
	x, bottom := x+cardEdge, y+cardHeight-cardEdge+1
	y += cardEdge - 0.5
	p.line(walletHeadline, p.texts.Text("card.wallet.first"), x, y)
	made := p.texts.Text("card.wallet.made", locales.Data{"Date": p.texts.Date(p.card.Made)})
	p.lineRight(walletSmall, made, x+cardInner, y+0.7)
	y += p.lineHeight(walletHeadline) + 0.6
	for _, r := range p.card.Routines[:min(4, len(p.card.Routines))] {
		first := r.Short
		if r.Own && len(r.Steps) > 0 {
			first = r.Steps[0]
		}
		y = p.shrunk(walletLabel, r.Title, x, y, cardInner)
		y = p.shrunk(walletSmall, first, x, y, cardInner) + 0.3
	}
	p.numbers(x, y+1.2, bottom)
}

// numbers is a line each for the company's next two contacts and then the
// authorities, as far as there is room.
func (p wallet) numbers(x, y, bottom float64) {
	entries := slices.Concat(p.next(), p.card.Public)
	height := p.lineHeight(walletLine)
	entries = entries[:min(len(entries), max(0, int((bottom-y)/height)))]
	column := 0.0
	for _, e := range entries {
		column = max(column, p.width(walletLine, e.Phone)+3)
	}
	if len(entries) > 0 {
		p.rule(paper.Primary, 0.3, x, y-0.6, x+cardInner, y-0.6)
	}
	for _, e := range entries {
		p.line(walletLine, e.Phone, x, y)
		p.shrunk(walletSmall, joined(e.Label, e.Name), x+column, y+(height-p.lineHeight(walletSmall))/2, cardInner-column)
		y += height
	}
}

// next is the third and fourth of the company's contacts, if they have a number.
func (p wallet) next() []Entry {
	var entries []Entry
	for _, e := range p.card.Contacts[min(2, len(p.card.Contacts)):min(4, len(p.card.Contacts))] {
		if e.Phone != "" {
			entries = append(entries, e)
		}
	}
	return entries
}
