package before

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Sheet is the sheet over the window.
type Sheet struct {
	texts   *locales.Texts
	model   Model
	actions Actions

	points *container.Scroll
	open   *widgets.SheetButton
	tick   *tick
	quiet  bool // not to be shown again

	sheet *widgets.Sheet
}

// Show opens the sheet over a window, with the keys on the button that goes on.
func Show(window fyne.Window, texts *locales.Texts, model Model, actions Actions) *Sheet {
	s := &Sheet{texts: texts, model: model, actions: actions, quiet: true}
	s.sheet = widgets.NewSheet(window, s.content(), s.fit)
	s.sheet.Open(func(key *fyne.KeyEvent) { s.key(key) })
	window.Canvas().Focus(s.open)
	return s
}

// Close takes the sheet away with nothing opened, and tells whether it was
// there.
func (s *Sheet) Close() bool {
	if !s.sheet.Close() {
		return false
	}
	if s.actions.Cancelled != nil {
		s.actions.Cancelled()
	}
	return true
}

// goOn opens the tool.
func (s *Sheet) goOn() {
	if s.sheet.Close() {
		s.actions.Open(!s.quiet)
	}
}

// edge is the room between the sheet's edge and what it holds.
const edge = 10

func (s *Sheet) content() fyne.CanvasObject {
	data := locales.Data{"Tool": s.model.Tool}
	title := widgets.NewText(s.texts.Text("before.title", data), widgets.Subtitle)
	s.points = container.NewVScroll(s.list())
	s.open = widgets.NewSheetButton(widgets.NewPrimary(s.texts.Text("before.open", data), "external", s.goOn), s.key)
	cancel := widgets.NewSheetButton(widgets.NewSecondary(s.texts.Text("app.cancel"), "", func() { s.Close() }), s.key)
	bottom := container.NewVBox(s.quietLine(), widgets.NewFlow(s.open, cancel))
	return container.New(layout.NewCustomPaddedLayout(edge, edge, edge, edge),
		container.New(layout.NewBorderLayout(title, bottom, nil, nil), title, s.points, bottom))
}

// list is what is worth knowing, the company's verdict first.
func (s *Sheet) list() fyne.CanvasObject {
	list := container.NewVBox()
	if s.model.Unapproved {
		words := s.texts.Text("before.unapproved", locales.Data{"Tool": s.model.Tool, "Company": s.model.Company})
		list.Add(widgets.NewField(widgets.NewNotice(strings.TrimSpace(words + " " + s.model.Note))))
	}
	if len(s.model.Points) > 0 {
		list.Add(widgets.NewText(s.texts.Text("before.intro"), widgets.Muted))
	}
	for _, point := range s.model.Points {
		list.Add(s.point(point))
	}
	return list
}

func (s *Sheet) point(p Point) fyne.CanvasObject {
	lines := widgets.NewLines(widgets.NewText(p.Text, widgets.Body))
	if p.Source != "" {
		lines.Add(s.newLink(s.texts.Text("before.source", locales.Data{"Title": p.SourceTitle}), p.Source))
	}
	return container.NewBorder(nil, nil, sign(), nil, lines)
}

// quietLine is the box to tick for the sheet not to come again.
func (s *Sheet) quietLine() fyne.CanvasObject {
	s.tick = s.newTick()
	s.tick.Set(s.quiet, false)
	words := widgets.NewPressed(s.texts.Text("before.quiet", locales.Data{"Tool": s.model.Tool}), s.turn)
	const inward = 4 // so that the box stands below the texts above it
	box := container.New(layout.NewCustomPaddedLayout(0, 0, inward, 0), container.NewVBox(s.tick))
	return container.NewBorder(nil, nil, box, nil, words)
}

// turn ticks the box, or takes the tick away.
func (s *Sheet) turn() {
	s.quiet = !s.quiet
	s.tick.Set(s.quiet, false)
}

// fit makes the sheet as wide as is easy to read, and as high as it needs, both
// as far as the window allows.
func (s *Sheet) fit(room fyne.Size) fyne.Size {
	const widest, share, normal = 560, 0.94, 15
	scale := fynetheme.Size(fynetheme.SizeNameText) / normal
	width := min(room.Width*share, widest*scale)
	// What is to be read is laid out first: how high it is depends on its width.
	s.sheet.Content.Resize(fyne.NewSize(width, room.Height*share))
	frame := s.sheet.Content.MinSize().Height - s.points.MinSize().Height
	needed := frame + s.points.Content.MinSize().Height + 2*fynetheme.Size(fynetheme.SizeNameInnerPadding)
	return fyne.NewSize(width, min(room.Height*share, needed))
}
