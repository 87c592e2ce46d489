// Package sign has the signs by which the screens show how an item stands.
package sign

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/checklists"
	"hjemmekontor/ui/theme"
)

// Of is the sign for how an item stands, nil for what is no status.
func Of(status checklists.Status) fyne.Resource {
	switch status {
	case checklists.StatusDone:
		return theme.NewIcon("check", fynetheme.ColorNameSuccess)
	case checklists.StatusDue:
		return theme.NewIcon("clock", fynetheme.ColorNameError)
	case checklists.StatusNotForMe:
		return theme.NewIcon("minus", theme.ColorNameMuted)
	case checklists.StatusOpen:
		return theme.NewIcon("circle", theme.ColorNameMuted)
	default:
		return nil
	}
}
