package card

import (
	"strings"

	"hjemmekontor/checklists/internal/paper"
	"hjemmekontor/locales"
)

// blocks is the poster from top to bottom.
func (p *poster) blocks() []block {
	blocks := []block{{draw: p.head}}
	heroes, others := p.contacts()
	for _, e := range heroes {
		blocks = append(blocks, block{p.mm(4), func(y float64) float64 { return p.hero(e, y) }})
	}
	blocks = append(blocks, p.grid(p.mm(4), 2, len(others), func(i int, x, y, width float64) float64 {
		return p.contact(others[i], x, y, width)
	})...)
	if len(p.card.General) > 0 {
		general := Routine{Title: p.texts.Text("card.general"), Steps: p.card.General}
		blocks = append(blocks, block{p.mm(6), func(y float64) float64 {
			return p.routine(general, posterSide, y, posterWidth)
		}})
	}
	blocks = append(blocks, p.grid(p.mm(5), 2, len(p.card.Routines), func(i int, x, y, width float64) float64 {
		return p.routine(p.card.Routines[i], x, y, width)
	})...)
	if p.leavesOut() {
		blocks = append(blocks, block{p.mm(1.5), func(y float64) float64 {
			return p.paragraph(note, p.texts.Text("card.more"), posterSide, y, posterWidth)
		}})
	}
	return append(blocks, block{p.mm(6), p.outside})
}

// contacts parts those who stand across the page from those who stand side by
// side: a third one alone would leave half a row empty.
func (p *poster) contacts() (heroes, others []Entry) {
	n := min(2, len(p.card.Contacts))
	if len(p.card.Contacts) == 3 {
		n = 3
	}
	return p.card.Contacts[:n], p.card.Contacts[n:]
}

// grid makes a block of each row of cells; all cells of a row begin at the same
// height.
func (p *poster) grid(gap float64, columns, cells int, draw func(i int, x, y, width float64) float64) []block {
	var rows []block
	width := (posterWidth - gutter*float64(columns-1)) / float64(columns)
	for first := 0; first < cells; first += columns {
		rows = append(rows, block{gap, func(y float64) float64 {
			bottom := y
			for i := first; i < min(first+columns, cells); i++ {
				x := posterSide + float64(i-first)*(width+gutter)
				bottom = max(bottom, draw(i, x, y, width))
			}
			return bottom
		}})
	}
	return rows
}

// The poster's styles.
var (
	company  = style{paper.SemiBold, 11, paper.Primary, 1.5}
	headline = style{paper.SemiBold, 27, paper.Ink, 1.3}
	lead     = style{paper.Regular, 10.5, grey, 1.4}
	note     = style{paper.Regular, 8.5, grey, 1.4}
)

// head is the top of the first page.
func (p *poster) head(y float64) float64 {
	y = p.paragraph(p.fitted(company, p.card.Company, posterWidth, 8), p.card.Company, posterSide, y, posterWidth)
	title := p.texts.Text("card.headline")
	y = p.line(p.fitted(headline, title, posterWidth, 16), title, posterSide, y)
	return p.paragraph(lead, p.texts.Text("card.advice"), posterSide, y+p.mm(0.5), posterWidth)
}

// foot stands below every page, in one size.
func (p *poster) foot(page, pages int) {
	was := p.scale
	p.scale = 1
	defer func() { p.scale = was }()
	right := posterSide + posterWidth
	p.rule(pale, 0.2, posterSide, posterFoot-2, right, posterFoot-2)
	p.line(note, p.texts.Text("card.made", locales.Data{"Date": p.texts.Date(p.card.Made)}), posterSide, posterFoot)
	if pages > 1 {
		number := p.texts.Text("card.page", locales.Data{"Page": page, "Pages": pages})
		p.lineRight(note, joined(p.oneLine(note, p.card.Company, posterWidth/3), number), right, posterFoot)
	}
}

// joined puts details on one line with points between them.
func joined(details ...string) string {
	var present []string
	for _, d := range details {
		if d != "" {
			present = append(present, d)
		}
	}
	return strings.Join(present, "  ·  ")
}
