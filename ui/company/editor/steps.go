package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// steps leads to the sections and the preview, and shows where something is
// wrong.
type steps struct {
	screen  *Screen
	buttons []*widget.Button
	object  fyne.CanvasObject
}

func newSteps(s *Screen) *steps {
	st := &steps{screen: s}
	var objects []fyne.CanvasObject
	add := func(name, icon string) {
		i := len(st.buttons)
		button := widgets.NewSecondary(name, icon, func() { s.goTo(i) })
		st.buttons = append(st.buttons, button)
		objects = append(objects, button)
	}
	for _, section := range s.sections {
		add(section.name, "")
	}
	add(s.texts.Text("company.editor.preview"), "eye")
	st.object = widgets.NewFlow(objects...)
	for i := range s.sections {
		s.onward(i)
	}
	return st
}

// mark shows which section is in sight, and which have something wrong.
func (st *steps) mark() {
	for i, button := range st.buttons {
		importance, color := widget.MediumImportance, fynetheme.ColorNameForeground
		if i == st.screen.chosen {
			importance, color = widget.HighImportance, fynetheme.ColorNameForegroundOnPrimary
		}
		icon := ""
		switch {
		case i == len(st.screen.sections):
			icon = "eye"
		case st.screen.sections[i].count > 0:
			icon = "warning"
			if i != st.screen.chosen {
				color = fynetheme.ColorNameWarning
			}
		}
		button.Importance, button.Icon = importance, nil
		if icon != "" {
			button.Icon = theme.NewIcon(icon, color)
		}
		button.Refresh()
	}
}
