package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui/settings"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// longName is a device as some makers name theirs.
var longName = strings.Repeat("Innebygd kamera og mikrofon ", 4)

// fill keeps much for every page: all kinds of marks, and long names.
func fill(t *testing.T, s *testShell) {
	t.Helper()
	states := []checklists.State{checklists.Done, checklists.Open, checklists.NotForMe}
	for _, role := range []checklists.Role{checklists.Employee, checklists.Employer} {
		for i, item := range s.catalogue.Items(role) {
			s.setState(item.ID, states[i%len(states)], "")
		}
	}
	s.saved()
	s.open(Contacts)
	s.saved()
	s.saveContact(organisation.Contact{
		Role: organisation.SecurityOfficer, Name: "Kari Nordmann-Hansen", Phone: "+47 22 00 00 00",
		Email: "sikkerhetsansvarlig.kari@bedriften.no", Hours: "Hverdager 8–16",
	}, func(problem string) {
		if problem != "" {
			t.Error(problem)
		}
	})
	s.saved()
}

// shownPage opens a page and unfolds what can be on it.
func shownPage(s *testShell, page Page) *widgets.Page {
	if page == Settings {
		// Looking for the machine's own devices would take its time.
		s.screens[page] = s.screen(page)
		many := settings.Kind{Chosen: "borte", Devices: []settings.Device{{ID: "a", Name: longName}, {ID: "b", Name: longName}}}
		s.settings.ShowDevices(settings.Present{Cameras: many, Microphones: many, Speakers: many})
		s.content.Objects = []fyne.CanvasObject{s.screens[page]}
		s.content.Refresh()
		return s.screens[page].(*widgets.Page)
	}
	s.open(page)
	s.saved()
	switch page {
	case Employee, Employer:
		items := s.catalogue.Items(roleOf(page))
		for _, item := range items {
			s.lists[roleOf(page)].Reveal(item.ID)
		}
	case Contacts:
		s.numbers.Restore([]organisation.Contact{{Role: organisation.ITSupport, Name: longName}})
	case secretsPage:
		s.vault = vault{known: true, names: []credentials.Name{"calendar/1", "meeting-link/2", "organisation-key/3", "store-key/4", "next/5"}}
		s.show()
	case Meetings:
		s.view = busyWeek(time.Now())
		s.show()
		s.meetings.Paste(zoomLink)
	}
	return s.screens[page].(*widgets.Page)
}

// Everything on every page can be read and reached, in the smallest window
// with the largest text too.
func TestEveryPageFits(t *testing.T) {
	windows := []struct {
		width, textScale float32
	}{{900, 2}, {480, 1}, {480, 1.5}, {480, 2}, {1100, 1}, {1100, 1.5}, {1920, 1}}
	for _, l := range locales.Languages() {
		for _, size := range windows {
			t.Run(fmt.Sprintf("%s, %v wide at %v", l, size.width, size.textScale), func(t *testing.T) {
				s := newShell(t, l, theme.Choice{Appearance: theme.Light, TextScale: size.textScale})
				fill(t, s)
				width := max(size.width, s.window.Content().MinSize().Width)
				s.window.Resize(fyne.NewSize(width, 700))
				for _, page := range append(Pages(), calendarsPage, secretsPage) {
					t.Run(string(page), func(t *testing.T) {
						shown := shownPage(s, page)
						// A real window lays out anew by itself when something on it
						// grows; that of the test driver only when it is resized.
						s.window.Resize(fyne.NewSize(width, 701))
						s.window.Resize(fyne.NewSize(width, 700))
						checkPage(t, shown)
						if page != Guide {
							return
						}
						for _, part := range guideParts(s) {
							test.Tap(button(t, shown, part))
							s.window.Resize(fyne.NewSize(width, 701))
							s.window.Resize(fyne.NewSize(width, 700))
							checkPage(t, shown)
						}
					})
				}
			})
		}
	}
}

// checkPage fails if something on a page has too little room, cannot be
// scrolled to, or lies on something else.
func checkPage(t *testing.T, page *widgets.Page) {
	t.Helper()
	content := page.Content
	if least, width := content.MinSize().Width, page.Size().Width; least > width {
		t.Errorf("the content needs %v, and has %v", least, width)
	}
	pieces := piecesOf(content, fyne.NewPos(0, 0))
	if len(pieces) < 10 {
		t.Fatalf("only %d pieces were found", len(pieces))
	}
	const rounding = 1
	for i, p := range pieces {
		if p.at.X < 0 || p.at.Y < 0 || p.end().X > page.Size().Width+rounding || p.end().Y > content.Size().Height+rounding {
			t.Errorf("%s at %v with %v stands outside %v x %v", p.name, p.at, p.size, page.Size().Width, content.Size().Height)
		}
		if p.size.Width < p.least.Width-rounding || p.size.Height < p.least.Height-rounding {
			t.Errorf("%s has %v, and needs %v", p.name, p.size, p.least)
		}
		for _, other := range pieces[:i] {
			if p.overlaps(other) {
				t.Errorf("%s at %v with %v lies on %s at %v with %v", p.name, p.at, p.size, other.name, other.at, other.size)
			}
		}
	}
}

// piece is something to read or press, with its place on the page.
type piece struct {
	object      fyne.CanvasObject
	name        string
	at          fyne.Position
	size, least fyne.Size
}

func (p piece) end() fyne.Position { return p.at.AddXY(p.size.Width, p.size.Height) }

func (p piece) overlaps(q piece) bool {
	const rounding = 1
	return p.at.X+rounding < q.end().X && q.at.X+rounding < p.end().X &&
		p.at.Y+rounding < q.end().Y && q.at.Y+rounding < p.end().Y
}

// piecesOf finds all that is to be read or pressed in an object.
func piecesOf(o fyne.CanvasObject, at fyne.Position) []piece {
	if !o.Visible() {
		return nil
	}
	p := piece{object: o, at: at, size: o.Size(), least: o.MinSize()}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if o.Text == "" {
			return nil
		}
		p.name, p.size = o.Text, o.MinSize() // of the letters, not of the line
		return []piece{p}
	case *widget.Button:
		p.name = o.Text
		return []piece{p}
	case *widget.Select, *widgets.Entry, *widgets.Tick, *widgets.Ring:
		p.name = fmt.Sprintf("%T", o)
		return []piece{p}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	var pieces []piece
	for _, child := range children {
		pieces = append(pieces, piecesOf(child, at.Add(child.Position()))...)
	}
	return pieces
}

// guideParts is the names of the buttons that lead through all of the guide.
func guideParts(s *testShell) []string {
	names := []string{s.texts.Text("guide.compare"), s.texts.Text("guide.read")}
	for _, tool := range s.guide.Tools() {
		if tool.Retired {
			names = append(names, s.texts.Text("guide.retired-name", locales.Data{"Tool": tool.Name}))
		} else {
			names = append(names, tool.Name)
		}
	}
	return names
}

// button finds a button on a page by its words.
func button(t *testing.T, page *widgets.Page, words string) *widget.Button {
	t.Helper()
	for _, p := range piecesOf(page.Content, fyne.Position{}) {
		if b, ok := p.object.(*widget.Button); ok && b.Text == words {
			return b
		}
	}
	t.Fatalf("there is no button %q", words)
	return nil
}
