package guide

import (
	"strings"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/widgets"
)

// evidence says in full how old and how sure something is, and where it comes
// from.
func (s *Screen) evidence(e tools.Evidence) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(s.standing(e), widgets.Caption))
	for _, source := range e.Sources {
		lines.Add(s.link(source.Title, source.URL))
	}
	return lines
}

// reference says the same in one short link, for a cell.
func (s *Screen) reference(e tools.Evidence) fyne.CanvasObject {
	if len(e.Sources) == 0 {
		return widgets.NewText(s.standing(e), widgets.Caption)
	}
	return s.link(s.standing(e), e.Sources[0].URL)
}

// standing is the date, whether it is old, and the certainty.
func (s *Screen) standing(e tools.Evidence) string {
	said := []string{s.texts.Text(tools.KeyUndated)}
	if e.AsOf != "" {
		said[0] = s.texts.PartialDate(e.AsOf)
	}
	if e.AsOf != "" && e.Older(s.now, tools.TwelveMonths) {
		said = append(said, s.texts.Text("guide.old"))
	}
	return strings.Join(append(said, s.texts.Text(e.Certainty.Key())), " · ")
}

func (s *Screen) link(text, url string) *widget.Hyperlink {
	link := widgets.NewLink(text, func() { s.actions.Open(url) })
	link.SizeName = fynetheme.SizeNameCaptionText
	return link
}
