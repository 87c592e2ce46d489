package call

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
)

// levelMeter shows how loud the microphone hears.
type levelMeter struct {
	widget.BaseWidget
	fraction float32
}

// Levels below quiet show nothing, levels from loud up a full meter, in dBFS.
const (
	quiet = -55
	loud  = -8
)

func newLevelMeter() *levelMeter {
	m := &levelMeter{}
	m.ExtendBaseWidget(m)
	return m
}

// show takes a level in dBFS.
func (m *levelMeter) show(db float64) {
	fraction := float32(min(max((db-quiet)/(loud-quiet), 0), 1))
	if diff := fraction - m.fraction; diff < 0.01 && diff > -0.01 {
		return
	}
	m.fraction = fraction
	m.Refresh()
}

func (m *levelMeter) CreateRenderer() fyne.WidgetRenderer {
	r := &levelRenderer{meter: m, track: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	r.update()
	return r
}

type levelRenderer struct {
	meter      *levelMeter
	track, bar *canvas.Rectangle
}

func (r *levelRenderer) update() {
	r.track.FillColor = fynetheme.Color(theme.ColorNameStageControl)
	r.bar.FillColor = fynetheme.Color(fynetheme.ColorNamePrimary)
}

func (r *levelRenderer) Layout(size fyne.Size) {
	r.track.CornerRadius, r.bar.CornerRadius = size.Height/2, size.Height/2
	r.track.Resize(size)
	r.bar.Resize(fyne.NewSize(size.Width*r.meter.fraction, size.Height))
}

func (r *levelRenderer) MinSize() fyne.Size { return fyne.NewSize(40, 4) }

func (r *levelRenderer) Refresh() {
	r.update()
	r.Layout(r.meter.Size())
	canvas.Refresh(r.meter)
}

func (r *levelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.track, r.bar} }

func (r *levelRenderer) Destroy() {}
