package guide

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/theme"
)

// BenchmarkOpen is the time from the wish to see a part of the guide for the
// first time to its having been laid out.
func BenchmarkOpen(b *testing.B) {
	ways := map[string]State{
		"choose":  {Way: Choose, Answers: map[tools.QuestionID]tools.AnswerID{"talk": "confidential", "people": "guests"}},
		"compare": {Way: Compare},
		"all":     {Way: Compare, Alike: true},
		"read":    {Way: Read, Tool: tools.Zoom},
	}
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		b.Fatal(err)
	}
	guide, err := tools.Load()
	if err != nil {
		b.Fatal(err)
	}
	test.NewTempApp(b).Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	for name, state := range ways {
		b.Run(name, func(b *testing.B) {
			s := New(texts, guide, Actions{})
			s.Show(Model{Now: today})
			w := test.NewTempWindow(b, s.Object())
			w.Resize(fyne.NewSize(890, 720))
			for b.Loop() {
				s.Restore(state)
				w.Resize(fyne.NewSize(890, 721))
				w.Resize(fyne.NewSize(890, 720))
			}
		})
	}
}
