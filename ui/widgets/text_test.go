package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

func TestTextWrapsAndALabelDoesNot(t *testing.T) {
	useTheme(t, 1)
	text, label := NewText(sentences, Body), NewLabel(sentences, Body)
	line := label.MinSize().Height
	text.Resize(fyne.NewSize(200, line))
	if text.MinSize().Height < 3*line {
		t.Errorf("200 wide the text is %v high, and one line is %v", text.MinSize().Height, line)
	}
	if text.MinSize().Width > 200 {
		t.Errorf("the text asks for %v, and has 200", text.MinSize().Width)
	}
	if label.MinSize().Width < 400 {
		t.Errorf("a label of %d letters takes %v", len(sentences), label.MinSize().Width)
	}
}

func TestTextStyles(t *testing.T) {
	useTheme(t, 1)
	text := NewText("Gjort", Body)
	text.Restyle(Muted.Bold().Centered())
	if text.String() != "Gjort" {
		t.Errorf("a new style makes it say %q", text.String())
	}
	text.Set("Gjort 23. november")
	got := text.Segments[0].(*widget.TextSegment)
	if got.Style.ColorName != theme.ColorNameMuted || !got.Style.TextStyle.Bold || got.Style.Alignment != fyne.TextAlignCenter {
		t.Errorf("new words have the style %+v", got.Style)
	}
	if got.Text != "Gjort 23. november" || len(text.Segments) != 1 {
		t.Errorf("it says %q", text.String())
	}
	if Muted.bold || Muted.centered {
		t.Error("making a style bold changed the style it was made of")
	}
}

func TestHeadingsAreLargerThanText(t *testing.T) {
	useTheme(t, 1)
	height := func(s Style) float32 { return NewLabel("Æ", s).MinSize().Height }
	if !(height(Title) > height(Subtitle) && height(Subtitle) > height(Body) && height(Body) > height(Caption)) {
		t.Errorf("title %v, subtitle %v, body %v, caption %v", height(Title), height(Subtitle), height(Body), height(Caption))
	}
}

// What stands below the words beside a tick begins where they do.
func TestIndentIsAsWideAsATick(t *testing.T) {
	for _, scale := range theme.TextScales() {
		useTheme(t, scale)
		inner := NewText("Hvorfor", Body)
		indented := NewIndent(inner)
		indented.Resize(fyne.NewSize(400, 100))
		if got, least := inner.Position().X, NewTick(func() {}).MinSize().Width; got < least {
			t.Errorf("at %v the text begins at %v, and a tick ends at %v", scale, got, least)
		}
	}
}
