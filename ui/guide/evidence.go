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

// reference says the same in one link, to the best source.
func (s *Screen) reference(e tools.Evidence) fyne.CanvasObject {
	return s.referring(s.standing(e), e)
}

// brief is a reference for where there is little room. What its words mean is
// said above the table.
func (s *Screen) brief(e tools.Evidence) fyne.CanvasObject {
	words := s.said(e, s.texts.Text("guide.brief.undated"), s.texts.Text("guide.brief.old"), s.texts.Text(briefKey(e.Certainty)))
	return s.referring(words, e)
}

func briefKey(c tools.Certainty) string {
	switch c {
	case tools.High:
		return "guide.brief.high"
	case tools.Medium:
		return "guide.brief.medium"
	default:
		return "guide.brief.low"
	}
}

func (s *Screen) referring(words string, e tools.Evidence) fyne.CanvasObject {
	if len(e.Sources) == 0 {
		return widgets.NewText(words, widgets.Caption)
	}
	return s.link(words, e.Sources[0].URL)
}

// standing is the date, whether it is old, and the certainty.
func (s *Screen) standing(e tools.Evidence) string {
	return s.said(e, s.texts.Text(tools.KeyUndated), s.texts.Text("guide.old"), s.texts.Text(e.Certainty.Key()))
}

func (s *Screen) said(e tools.Evidence, undated, old, certainty string) string {
	if len(e.Sources) == 0 {
		return s.texts.Text(tools.KeyUnsourced)
	}
	said := []string{undated}
	if e.AsOf != "" {
		said[0] = s.texts.PartialDate(e.AsOf)
	}
	if e.AsOf != "" && e.Older(s.model.Now, tools.TwelveMonths) {
		said = append(said, old)
	}
	return strings.Join(append(said, certainty), " · ")
}

func (s *Screen) link(text, url string) *widget.Hyperlink {
	link := widgets.NewLink(text, func() { s.actions.Open(url) })
	link.SizeName = fynetheme.SizeNameCaptionText
	return link
}
