package card

import "hjemmekontor/checklists/internal/paper"

var (
	heroLabel  = style{paper.SemiBold, 10, paper.Primary, 1.4}
	heroNumber = style{paper.SemiBold, 31, paper.Ink, 1.2}
	heroName   = style{paper.SemiBold, 13, paper.Ink, 1.4}
	heroDetail = style{paper.Regular, 10.5, grey, 1.4}

	cellLabel  = style{paper.SemiBold, 8.5, paper.Primary, 1.35}
	cellNumber = style{paper.SemiBold, 15, paper.Ink, 1.3}
	cellName   = style{paper.SemiBold, 9.5, paper.Ink, 1.35}
	cellDetail = style{paper.Regular, 8.5, grey, 1.35}
)

// hero is a contact across the page, its number large enough to read from a
// chair.
func (p *poster) hero(e Entry, y float64) float64 {
	p.rule(paper.Primary, 0.5, posterSide, y, posterSide+posterWidth, y)
	y += p.mm(3)
	c := p.column(e, posterSide, y-p.mm(1), posterWidth, p.mm(27))
	y = p.paragraph(heroLabel, e.Label, c.x, y, c.width(y))
	if e.blank() {
		return p.lines(heroDetail, e, c.x, y, c.width(y))
	}
	y = p.number(heroNumber, e, c.x, y, c.width(y))
	y = p.nameAndDetails(e.Name, joined(e.mailBesideNumber(), e.Hours), c.x, y, c.width(y))
	return max(c.bottom, p.paragraph(heroDetail, e.When, c.x, y, c.width(y)))
}

// nameAndDetails sets both on one line if there is room.
func (p *poster) nameAndDetails(name, details string, x, y, width float64) float64 {
	beside := p.width(heroName, name) + p.mm(4)
	if name == "" || beside+p.width(heroDetail, details) > width {
		y = p.paragraph(heroName, name, x, y, width)
		return p.paragraph(heroDetail, details, x, y, width)
	}
	p.line(heroDetail, details, x+beside, y+(p.lineHeight(heroName)-p.lineHeight(heroDetail))/2+p.mm(0.3))
	return p.line(heroName, name, x, y)
}

// contact is one of several contacts beside each other.
func (p *poster) contact(e Entry, x, y, width float64) float64 {
	p.rule(pale, 0.3, x, y, x+width, y)
	y += p.mm(2)
	c := p.column(e, x, y-p.mm(1), width, p.mm(18))
	y = p.paragraph(cellLabel, e.Label, x, y, c.width(y))
	y = p.number(cellNumber, e, x, y, c.width(y))
	y = p.paragraph(cellName, e.Name, x, y, c.width(y))
	mail := e.mailBesideNumber()
	y = p.paragraph(p.fitted(cellDetail, mail, c.width(y), 7.5), mail, x, y, c.width(y))
	y = p.paragraph(cellDetail, e.Hours, x, y, c.width(y))
	return max(c.bottom, p.paragraph(cellDetail, e.When, x, y, c.width(y)))
}

// column is where an entry stands, with the code that dials at its top right.
type column struct {
	x            float64
	narrow, full float64 // beside the code, and below it
	bottom       float64 // of the code
}

// column draws the code of an entry, if it can be dialled, and gives the room
// that is left for text.
func (p *poster) column(e Entry, x, y, width, side float64) column {
	if e.TelURL == "" {
		return column{x: x, narrow: width, full: width, bottom: y}
	}
	p.code(e.TelURL, x+width-side, y, side)
	return column{x: x, narrow: width - side - p.mm(2), full: width, bottom: y + side}
}

// width is how wide a text that begins at y may be.
func (c column) width(y float64) float64 {
	if y < c.bottom {
		return c.narrow
	}
	return c.full
}

// number sets what to ring, or where to write if that is all there is, and lets
// a click on it dial.
func (p *poster) number(st style, e Entry, x, y, width float64) float64 {
	text, least := e.Phone, st.size/2
	if text == "" {
		text, least = e.Email, st.size/3
	}
	if text == "" {
		return y
	}
	st = p.fitted(st, text, width, least)
	top := y
	y = p.paragraph(st, text, x, y, width)
	if e.TelURL != "" && !p.measuring {
		p.LinkString(x, top, p.width(st, text), y-top, e.TelURL)
	}
	return y
}

// mailBesideNumber is the address where it does not stand in the number's place.
func (e Entry) mailBesideNumber() string {
	if e.Phone == "" {
		return ""
	}
	return e.Email
}

// lines gives room to write a contact by hand.
func (p *poster) lines(st style, e Entry, x, y, width float64) float64 {
	y += p.mm(5)
	half := (width - gutter) / 2
	for i, word := range []string{p.texts.Text("card.write-name"), p.texts.Text("card.write-phone")} {
		from := x + float64(i)*(half+gutter)
		p.line(st, word, from, y)
		p.rule(grey, 0.25, from+p.width(st, word)+p.mm(2), y+p.lineHeight(st)*0.8, from+half, y+p.lineHeight(st)*0.8)
	}
	return p.paragraph(st, e.When, x, y+p.lineHeight(st)+p.mm(2), width)
}
