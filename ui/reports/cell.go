package reports

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
	"hjemmekontor/ui/sign"
	"hjemmekontor/ui/widgets"
)

// cell shows how one person stands with one item: a sign, and the day.
type cell struct {
	widget.BaseWidget
	mark *widget.Icon
	day  *widget.Label
}

func newCell() *cell {
	c := &cell{mark: widget.NewIcon(nil), day: widget.NewLabel("")}
	c.day.SizeName = fynetheme.SizeNameCaptionText
	c.ExtendBaseWidget(c)
	return c
}

func (c *cell) set(status checklists.Status, day string) {
	c.mark.SetResource(sign.Of(status))
	c.day.SetText(day)
}

// CreateRenderer draws the cell.
func (c *cell) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewPadded(container.NewHBox(c.mark, c.day)))
}

// statuses lists what a cell can say, in the order of the legend.
var statuses = []checklists.Status{
	checklists.StatusDone, checklists.StatusDue, checklists.StatusOpen, checklists.StatusNotForMe,
}

// newLegend explains the signs.
func newLegend(texts *locales.Texts) fyne.CanvasObject {
	var entries []fyne.CanvasObject
	for _, status := range statuses {
		entries = append(entries, container.NewHBox(widget.NewIcon(sign.Of(status)),
			widgets.NewLabel(texts.Text("reports.status."+string(status)), widgets.Caption)))
	}
	return widgets.NewFlow(entries...)
}

// shortDate writes a day in figures, as both languages do in Norway.
func shortDate(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Local().Format("02.01.06")
}
