package call

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// stage is the dark part of the window: the pictures, the words across them,
// and the controls below.
type stage struct {
	main, own *tile // the other side, or oneself while waiting; oneself, small
	ownFrame  *widgets.Panel
	status    *widgets.Text // top: who, and for how long
	absent    *widgets.Text // middle: why there is no picture
	level     *levelMeter
	controls  *fyne.Container
	waited    int // looks since the last new large picture
	object    *fyne.Container
}

func newStage(controls ...fyne.CanvasObject) *stage {
	s := &stage{
		main:   newTile(canvas.ImageFillContain, 0),
		own:    newTile(canvas.ImageFillCover, fynetheme.Size(fynetheme.SizeNameCardRadius)),
		status: widgets.NewText("", widgets.OnStage.Bold().Centered()),
		absent: widgets.NewText("", widgets.OnStage.Centered()),
		level:  newLevelMeter(),
	}
	off := container.NewCenter(widget.NewIcon(theme.NewIcon("camera-off", theme.ColorNameOnStage)))
	s.ownFrame = widgets.NewTile(theme.ColorNameStageControl, container.NewStack(off, s.own))
	s.ownFrame.Hide()
	s.controls = container.NewCenter(container.NewHBox(controls...))
	s.object = container.New(&stageLayout{stage: s},
		widgets.NewGround(theme.ColorNameStage), s.main, s.absent, s.status, s.ownFrame, s.level, s.controls)
	return s
}

// say shows words where a picture would be; "" shows none.
func (s *stage) say(words string) { s.absent.Set(words) }

// title shows words at the top.
func (s *stage) title(words string) { s.status.Set(words) }

// restless is how many looks without a new large picture are waited for before
// what is small is painted on its own.
const restless = 6

// pull brings in what is new. All of the window is painted anew whatever
// changes, so what is small waits for the large picture: painting each by
// itself would cost twice as much.
func (s *stage) pull(level float64) {
	s.waited++
	if s.main.pull() {
		s.waited = 0
	}
	if s.waited == 0 || s.waited >= restless {
		s.own.pull()
		s.level.show(level)
	}
	if s.absent.Visible() == s.main.hasPicture() {
		s.absent.Hidden = s.main.hasPicture()
		s.absent.Refresh()
	}
}

// stageLayout lets the picture fill the stage above the controls and puts the
// small one in its corner.
type stageLayout struct {
	stage *stage
}

const stageGap = 12

func (l *stageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	least := l.stage.controls.MinSize()
	return fyne.NewSize(least.Width+2*stageGap, least.Height+220)
}

func (l *stageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s := l.stage
	objects[0].Resize(size)
	controls := s.controls.MinSize().Height
	bottom := size.Height - controls - stageGap
	s.controls.Resize(fyne.NewSize(size.Width, controls))
	s.controls.Move(fyne.NewPos(0, bottom))
	meter := fynetheme.Size(fynetheme.SizeNamePadding)
	s.level.Resize(fyne.NewSize(min(size.Width/3, 220), meter))
	s.level.Move(fyne.NewPos((size.Width-s.level.Size().Width)/2, bottom-meter-stageGap/2))

	s.status.Resize(fyne.NewSize(size.Width-2*stageGap, s.status.MinSize().Height))
	s.status.Move(fyne.NewPos(stageGap, 4))
	top := s.status.MinSize().Height + 8
	room := fyne.NewSize(size.Width, bottom-meter-stageGap-top)
	s.main.Resize(room)
	s.main.Move(fyne.NewPos(0, top))
	s.absent.Resize(fyne.NewSize(size.Width*0.8, s.absent.MinSize().Height))
	s.absent.Move(fyne.NewPos(size.Width*0.1, top+(room.Height-s.absent.MinSize().Height)/2))

	own := fyne.NewSize(size.Width*0.24, size.Width*0.24*9/16)
	s.ownFrame.Resize(own)
	s.ownFrame.Move(fyne.NewPos(size.Width-own.Width-stageGap, top+room.Height-own.Height-stageGap))
}
