package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// written is the texts of an object, in order.
func written(o fyne.CanvasObject) []string {
	switch o := o.(type) {
	case *Text:
		return []string{o.String()}
	case *fyne.Container:
		var all []string
		for _, child := range o.Objects {
			all = append(all, written(child)...)
		}
		return all
	}
	return nil
}

func TestStepsAreNumbered(t *testing.T) {
	tests := []struct {
		name, lines string
		want        []string // the steps, each with its number before it
	}{
		{"one", "Ring Kari.", []string{"1. Ring Kari."}},
		{"several", "Ring Kari.\nIkke slett noe.", []string{"1. Ring Kari.", "2. Ikke slett noe."}},
		{"stray blanks", "\n  Ring Kari. \n\tIkke slett noe.\n\n", []string{"1. Ring Kari.", "2. Ikke slett noe."}},
		{"empty lines between", "Ring Kari.\n\n \nIkke slett noe.", []string{"1. Ring Kari.", "2. Ikke slett noe."}},
		{"none", " \n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			var got []string
			for _, step := range NewSteps(tt.lines).(*fyne.Container).Objects {
				words := written(step)
				slices.SortFunc(words, func(a, b string) int { return len(a) - len(b) })
				got = append(got, strings.Join(words, " "))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("it says %q, want %q", got, tt.want)
			}
		})
	}
}

// The numbers stand in a column of their own, wide enough for the last.
func TestStepsBeginBelowEachOther(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		for _, n := range []int{1, 9, 10, 120} {
			t.Run(fmt.Sprint(n, "at", scale), func(t *testing.T) {
				useTheme(t, scale)
				list := NewSteps(strings.Repeat(sentences+"\n", n)).(*fyne.Container)
				list.Resize(fyne.NewSize(400, 0))
				list.Resize(fyne.NewSize(400, list.MinSize().Height))
				if len(list.Objects) != n {
					t.Fatalf("there are %d steps", len(list.Objects))
				}
				for i, o := range list.Objects {
					step := o.(*fyne.Container)
					words, number := step.Objects[0], step.Objects[1].(*fyne.Container).Objects[0]
					if _, isText := words.(*Text); !isText {
						words, number = step.Objects[1], step.Objects[0].(*fyne.Container).Objects[0]
					}
					label := number.(*fyne.Container).Objects[0]
					if words.Position().X < label.MinSize().Width || words.Position().X != list.Objects[0].(*fyne.Container).Objects[0].Position().X {
						t.Fatalf("step %d begins at %v, and its number takes %v", i+1, words.Position().X, label.MinSize().Width)
					}
					if words.MinSize().Height > step.Size().Height+0.5 {
						t.Fatalf("step %d has %v, and needs %v", i+1, step.Size().Height, words.MinSize().Height)
					}
				}
			})
		}
	}
}
