package reports

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/sign"
	"hjemmekontor/ui/widgets"
)

// statuses lists what a cell can say, in the order of the legend.
var statuses = []checklists.Status{
	checklists.StatusDone, checklists.StatusDue, checklists.StatusOpen, checklists.StatusNotForMe,
}

// newLegend explains the signs.
func newLegend(texts *locales.Texts) fyne.CanvasObject {
	const apart = -6 // the label brings room of its own
	side := fyne.NewSquareSize(fynetheme.Size(fynetheme.SizeNameInlineIcon))
	legend := widgets.NewFlow()
	for _, status := range statuses {
		mark := container.NewCenter(container.NewGridWrap(side, widget.NewIcon(sign.Of(status))))
		legend.Add(container.New(layout.NewCustomPaddedHBoxLayout(apart), mark,
			widgets.NewLabel(statusWord(texts, status), widgets.Caption)))
	}
	return legend
}

// statusWord is what a sign means, "" for what has none.
func statusWord(texts *locales.Texts, status checklists.Status) string {
	switch status {
	case checklists.StatusDone:
		return texts.Text("reports.status.done")
	case checklists.StatusDue:
		return texts.Text("reports.status.due")
	case checklists.StatusOpen:
		return texts.Text("reports.status.open")
	case checklists.StatusNotForMe:
		return texts.Text("reports.status.not-for-me")
	default:
		return ""
	}
}
