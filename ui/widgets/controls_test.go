package widgets

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// pressable is what can be pressed with mouse and keys alike.
type pressable interface {
	fyne.CanvasObject
	fyne.Tappable
	fyne.Focusable
	desktop.Hoverable
}

func TestPressedByMouseAndKeys(t *testing.T) {
	makers := map[string]func(pressed func()) pressable{
		"tick":        func(f func()) pressable { return NewTick(f) },
		"disclosure":  func(f func()) pressable { return NewDisclosure(NewText("Åpne", Body), f) },
		"lead":        func(f func()) pressable { return NewLead("Gå dit", f).(*Disclosure) },
		"destination": func(f func()) pressable { return NewDestination("Hjem", "home", f) },
	}
	tests := []struct {
		name string
		do   func(pressable)
		want int
	}{
		{"click", func(p pressable) { test.Tap(p) }, 1},
		{"space", func(p pressable) { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }, 1},
		{"enter", func(p pressable) { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, 1},
		{"the keypad's enter", func(p pressable) { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter}) }, 1},
		{"another key", func(p pressable) { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, 0},
		{"text", func(p pressable) { test.Type(p, "ja") }, 0},
		{"the mouse passing", func(p pressable) { p.MouseIn(nil); p.MouseMoved(nil); p.MouseOut() }, 0},
	}
	for kind, newPressable := range makers {
		for _, tt := range tests {
			t.Run(kind+"/"+tt.name, func(t *testing.T) {
				useTheme(t, 1)
				times := 0
				p := newPressable(func() { times++ })
				test.NewTempWindow(t, p)
				tt.do(p)
				if times != tt.want {
					t.Errorf("pressed %d times, want %d", times, tt.want)
				}
			})
		}
	}
}

// Whoever uses the keyboard must see where they are.
func TestFocusAndHoverAreSeen(t *testing.T) {
	for kind, p := range map[string]func() pressable{
		"tick":        func() pressable { return NewTick(func() {}) },
		"disclosure":  func() pressable { return NewDisclosure(NewText("Åpne", Body), func() {}) },
		"destination": func() pressable { return NewDestination("Hjem", "home", func() {}) },
	} {
		t.Run(kind, func(t *testing.T) {
			useTheme(t, 1)
			o := p()
			w := test.NewTempWindow(t, o)
			plain := w.Canvas().Capture()
			w.Canvas().Focus(o)
			focused := w.Canvas().Capture()
			w.Canvas().Unfocus()
			o.MouseIn(nil)
			hovered := w.Canvas().Capture()
			o.MouseOut()
			if reflect.DeepEqual(plain, focused) || reflect.DeepEqual(plain, hovered) || reflect.DeepEqual(focused, hovered) {
				t.Error("plain, focused and hovered do not look different")
			}
			if !reflect.DeepEqual(plain, w.Canvas().Capture()) {
				t.Error("something stays when focus and mouse are gone")
			}
		})
	}
}

func TestTickAsksAndDoesNotTickItself(t *testing.T) {
	useTheme(t, 1)
	tick := NewTick(func() {})
	test.NewTempWindow(t, tick)
	renderer := test.WidgetRenderer(tick).(*tickRenderer)
	test.Tap(tick)
	if !renderer.sign.Hidden {
		t.Error("the box is ticked before what it stands for is saved")
	}
	tests := []struct {
		name             string
		ticked, excluded bool
		icon             string // "" for none
	}{
		{"done", true, false, "check"},
		{"not for me", false, true, "minus"},
		{"done and not for me", true, true, "minus"},
		{"open", false, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tick.Set(tt.ticked, tt.excluded)
			if renderer.sign.Hidden != (tt.icon == "") {
				t.Errorf("the sign is hidden: %v", renderer.sign.Hidden)
			}
			if tt.icon != "" && iconName(renderer.sign.Resource) != tt.icon {
				t.Errorf("the sign is %s, want %s", iconName(renderer.sign.Resource), tt.icon)
			}
		})
	}
}

// iconName is the name of an icon without the colour before it and the ending.
func iconName(icon fyne.Resource) string {
	const colour, ending = len("rrggbb-"), len(".svg")
	name := icon.Name()
	return name[colour : len(name)-ending]
}

func TestDisclosureArrow(t *testing.T) {
	useTheme(t, 1)
	d := NewDisclosure(NewText("Hvorfor", Body), func() {})
	arrow := test.WidgetRenderer(d).(*disclosureRenderer).arrow
	for _, tt := range []struct {
		open bool
		want string
	}{{false, "expand"}, {true, "collapse"}, {false, "expand"}} {
		d.Open(tt.open)
		if got := iconName(arrow.Resource); got != tt.want {
			t.Errorf("open %v shows %s, want %s", tt.open, got, tt.want)
		}
	}
	lead := NewLead("Gå dit", func() {}).(*Disclosure)
	if got := iconName(test.WidgetRenderer(lead).(*disclosureRenderer).arrow.Resource); got != "forward" {
		t.Errorf("a lead shows %s, want forward", got)
	}
}

func TestDestinationKeepsItsSizeWhenSelected(t *testing.T) {
	useTheme(t, 1)
	d := NewDestination("Innstillinger", "settings", func() {})
	test.NewTempWindow(t, d)
	before := d.MinSize()
	d.Select(true)
	if d.MinSize() != before {
		t.Errorf("it grows from %v to %v", before, d.MinSize())
	}
	d.Narrow(true)
	narrow := d.MinSize()
	if narrow.Width >= before.Width || narrow.Height != before.Height {
		t.Errorf("narrow it is %v, with its name %v", narrow, before)
	}
	if d.AccessibilityLabel() != "Innstillinger" {
		t.Errorf("a screen reader says %q", d.AccessibilityLabel())
	}
	d.Narrow(false)
	if d.MinSize() != before {
		t.Errorf("it comes back as %v, was %v", d.MinSize(), before)
	}
}

func ExampleChoice() {
	test.NewApp()
	options := []Option{{Value: "light", Text: "Lyst"}, {Value: "dark", Text: "Mørkt"}}
	choice := NewChoice(options, "light", func(value string) {
		fmt.Println("the user picked", value)
	})
	test.Tap(choice.buttons[1])
	choice.Select("light") // tells nobody: it was not the user
	fmt.Println("now it is", choice.Selected())
	// Output:
	// the user picked dark
	// now it is light
}

func TestChoice(t *testing.T) {
	useTheme(t, 1)
	var told []string
	c := NewChoice([]Option{{"light", "Lyst"}, {"dark", "Mørkt"}, {"system", "Som systemet"}}, "light",
		func(value string) { told = append(told, value) })
	check := func(want string, wantTold ...string) {
		t.Helper()
		if c.Selected() != want || !slices.Equal(told, wantTold) {
			t.Errorf("selected %q, told %q; want %q, %q", c.Selected(), told, want, wantTold)
		}
		for i, o := range c.options {
			if high := c.buttons[i].Importance == widget.HighImportance; high != (o.Value == want) {
				t.Errorf("%s stands out: %v", o.Value, high)
			}
		}
	}
	check("light")
	test.Tap(c.buttons[1])
	check("dark", "dark")
	test.Tap(c.buttons[1]) // again: nothing has changed
	check("dark", "dark")
	c.Select("system") // from the code, which knows
	check("system", "dark")
	c.Select("unknown")
	check("unknown", "dark")
}

func TestButtons(t *testing.T) {
	useTheme(t, 1)
	for _, tt := range []struct {
		name string
		make func(text, icon string, tapped func()) *widget.Button
		want widget.Importance
	}{
		{"primary", NewPrimary, widget.HighImportance},
		{"secondary", NewSecondary, widget.MediumImportance},
		{"quiet", NewQuiet, widget.LowImportance},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tapped := 0
			b := tt.make("Lagre", "check", func() { tapped++ })
			test.Tap(b)
			if tapped != 1 || b.Importance != tt.want || b.Text != "Lagre" || iconName(b.Icon) != "check" {
				t.Errorf("tapped %d times, importance %v, %q with icon %v", tapped, b.Importance, b.Text, b.Icon)
			}
			if bare := tt.make("Lagre", "", nil); bare.Icon != nil {
				t.Errorf("without an icon it has %v", bare.Icon)
			}
		})
	}
}

func TestLinkLeadsThroughTheCallbackAlone(t *testing.T) {
	useTheme(t, 1)
	tapped := 0
	link := NewLink("Datatilsynet", func() { tapped++ })
	test.NewTempWindow(t, link)
	test.TapAt(link, fyne.NewPos(link.MinSize().Width/2, link.MinSize().Height/2))
	link.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if tapped != 2 || link.URL != nil {
		t.Errorf("called %d times, want 2; opens %v by itself", tapped, link.URL)
	}
}
