package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/ui/theme"
)

// sentences is enough words to wrap at every width tried here.
const sentences = "Lås skjermen når du går fra maskinen. Andre i huset skal ikke kunne lese det du jobber med, og barn trykker på alt som lyser."

// useTheme gives the test an app in the app's own look.
func useTheme(t *testing.T, textScale float32) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: textScale}))
}

// checkLaidOut fails if an object in the container has less room than it
// needs, stands outside the container, or lies on another.
func checkLaidOut(t *testing.T, c *fyne.Container) {
	t.Helper()
	const rounding = 0.5
	shown := visible(c.Objects)
	for i, o := range shown {
		at, size, least := o.Position(), o.Size(), o.MinSize()
		if size.Width < least.Width-rounding || size.Height < least.Height-rounding {
			t.Errorf("object %d has %v, and needs %v", i, size, least)
		}
		if at.X < 0 || at.Y < 0 || at.X+size.Width > c.Size().Width+rounding || at.Y+size.Height > c.Size().Height+rounding {
			t.Errorf("object %d at %v with %v stands outside %v", i, at, size, c.Size())
		}
		for j, other := range shown[:i] {
			apartX := at.X >= other.Position().X+other.Size().Width || other.Position().X >= at.X+size.Width
			apartY := at.Y >= other.Position().Y+other.Size().Height || other.Position().Y >= at.Y+size.Height
			if !apartX && !apartY {
				t.Errorf("objects %d and %d overlap", j, i)
			}
		}
	}
}

// settle gives a container a width and the height it then asks for, as a page
// does.
func settle(c *fyne.Container, width float32) {
	c.Resize(fyne.NewSize(width, c.Size().Height))
	c.Resize(fyne.NewSize(width, c.MinSize().Height))
}

func TestColumnsFillTheWidthAtEverySize(t *testing.T) {
	for _, scale := range theme.TextScales() {
		for _, width := range []float32{320, 480, 700, 980, 1600} {
			t.Run(fmt.Sprintf("%v wide at %v", width, scale), func(t *testing.T) {
				useTheme(t, scale)
				c := NewColumns(200, 3,
					NewText(sentences, Body), NewCard(NewText(sentences, Body)), NewText("Kort", Title),
					NewNotice(sentences, NewSecondary("Greit", "check", nil)), NewText(sentences, Caption))
				settle(c, width)
				checkLaidOut(t, c)
			})
		}
	}
}

func TestColumnsCount(t *testing.T) {
	tests := []struct {
		name             string
		width, textScale float32
		want             int
	}{
		{"no room for one", 100, 1, 1},
		{"room for one", 200, 1, 1},
		{"a hair too narrow for two", 411, 1, 1},
		{"room for two and the gap", 412, 1, 2},
		{"never more than asked for", 5000, 1, 3},
		{"large text needs wider columns", 412, 2, 1},
		{"large text in a wide window", 812, 2, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, tt.textScale)
			c := &columns{narrowest: 200, most: 3, gap: 12}
			if got := c.count(tt.width); got != tt.want {
				t.Errorf("%d columns at %v, want %d", got, tt.width, tt.want)
			}
		})
	}
}

func TestColumnsInARowAreEquallyHigh(t *testing.T) {
	useTheme(t, 1)
	short, long := NewCard(NewText("Kort", Body)), NewCard(NewText(sentences, Body))
	settle(NewColumns(200, 2, short, long), 500)
	if short.Size() != long.Size() {
		t.Errorf("side by side are %v and %v", short.Size(), long.Size())
	}
}

func TestHiddenObjectsTakeNoRoom(t *testing.T) {
	useTheme(t, 1)
	for name, arrange := range map[string]func(...fyne.CanvasObject) *fyne.Container{
		"columns": func(o ...fyne.CanvasObject) *fyne.Container { return NewColumns(200, 1, o...) },
		"flow":    NewFlow,
		"page":    func(o ...fyne.CanvasObject) *fyne.Container { return NewPage(o...).Content.(*fyne.Container) },
	} {
		t.Run(name, func(t *testing.T) {
			hidden := NewSecondary("Gjemt", "", nil)
			c := arrange(NewSecondary("Først", "", nil), hidden, NewSecondary("Sist", "", nil))
			settle(c, 150)
			with := c.MinSize().Height
			hidden.Hide()
			settle(c, 150)
			if without := c.MinSize().Height; without >= with {
				t.Errorf("%v high with it, %v without", with, without)
			}
			checkLaidOut(t, c)
		})
	}
}

func TestFlowGoesOnBelow(t *testing.T) {
	for _, scale := range theme.TextScales() {
		for _, width := range []float32{200, 260, 400, 800} {
			t.Run(fmt.Sprintf("%v wide at %v", width, scale), func(t *testing.T) {
				useTheme(t, scale)
				c := NewFlow(NewPrimary("Ring", "phone", nil), NewSecondary("Kopier", "copy", nil),
					NewQuiet("Endre", "edit", nil), NewSecondary("Åpne siden", "", nil))
				settle(c, max(width, c.MinSize().Width))
				checkLaidOut(t, c)
			})
		}
	}
}

func TestFlowKeepsOneLineWhereThereIsRoom(t *testing.T) {
	useTheme(t, 1)
	first, last := NewSecondary("Ja", "", nil), NewSecondary("Nei", "", nil)
	c := NewFlow(first, last)
	settle(c, 600)
	if first.Position().Y != last.Position().Y {
		t.Errorf("they stand at %v and %v", first.Position(), last.Position())
	}
	if got, want := c.MinSize().Height, first.MinSize().Height; got != want {
		t.Errorf("one line is %v high, want %v", got, want)
	}
}

func TestPageContent(t *testing.T) {
	for _, scale := range theme.TextScales() {
		for _, width := range []float32{400, 900, 2000} {
			t.Run(fmt.Sprintf("%v wide at %v", width, scale), func(t *testing.T) {
				useTheme(t, scale)
				page := NewPage(NewText(sentences, Title), NewCard(NewText(sentences, Body)), NewFlow(NewPrimary("Lagre", "check", nil)))
				w := test.NewTempWindow(t, page)
				w.SetPadded(false)
				w.Resize(fyne.NewSize(width, 600))
				content := page.Content.(*fyne.Container)
				checkLaidOut(t, content)
				first := content.Objects[0]
				if widest := 980 * scale; first.Size().Width > widest {
					t.Errorf("lines of %v are hard to follow, want at most %v", first.Size().Width, widest)
				}
				left, right := first.Position().X, width-first.Position().X-first.Size().Width
				if left != right {
					t.Errorf("%v is left free on the left, and %v on the right", left, right)
				}
			})
		}
	}
}

// A narrower page is a higher one: whoever makes the window narrow must still
// be able to scroll to the last line.
func TestPageScrollsToTheEndAfterResizing(t *testing.T) {
	useTheme(t, 1)
	cards := make([]fyne.CanvasObject, 30)
	for i := range cards {
		cards[i] = NewCard(container.NewVBox(NewText(sentences, Body), NewColumns(200, 2, NewText(sentences, Body), NewText(sentences, Body))))
	}
	page := NewPage(cards...)
	w := test.NewTempWindow(t, page)
	for _, width := range []float32{1200, 500, 900, 400} {
		w.Resize(fyne.NewSize(width, 600))
		content := page.Content.(*fyne.Container)
		checkLaidOut(t, content)
		if content.Size().Height != max(content.MinSize().Height, page.Size().Height) {
			t.Errorf("%v wide: the page lets scroll over %v of %v", width, content.Size().Height, content.MinSize().Height)
		}
	}
}

func TestPanelHoldsItsContent(t *testing.T) {
	useTheme(t, 1)
	for name, panel := range map[string]*Panel{
		"card":   NewCard(NewText(sentences, Body)),
		"tint":   NewTint(NewText(sentences, OnTint)),
		"ground": NewGround(theme.ColorNameNavigation, NewText(sentences, Body)),
		"tile":   NewTile(theme.ColorNameStageControl, NewText(sentences, OnStage)),
		"notice": NewNotice(sentences, NewSecondary("Greit", "", nil)),
		"hint":   NewHint(sentences),
		"empty":  NewGround(theme.ColorNameStage),
	} {
		t.Run(name, func(t *testing.T) {
			outer := container.NewStack(panel)
			settle(outer, 300)
			checkLaidOut(t, outer)
			content := panel.content
			if end := content.Position().AddXY(content.Size().Width, content.Size().Height); end.X > panel.Size().Width || end.Y > panel.Size().Height {
				t.Errorf("the content ends at %v, the panel at %v", end, panel.Size())
			}
			field := test.WidgetRenderer(panel).Objects()[0].(*canvas.Rectangle)
			if _, _, _, alpha := field.FillColor.RGBA(); alpha == 0 || field.Size() != panel.Size() {
				t.Errorf("the field of colour is %v with alpha %d", field.Size(), alpha)
			}
		})
	}
}
