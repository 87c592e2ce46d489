package launcher

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// names gives the favourites in the order in which they are shown.
func names(s *Screen) []string {
	var names []string
	for _, line := range s.favourites.lines {
		names = append(names, line.name.String())
	}
	return names
}

func button(t *testing.T, line *favourite, words string) *widget.Button {
	t.Helper()
	for _, o := range line.acts.Objects {
		if b, ok := o.(*widget.Button); ok && b.Text == words {
			return b
		}
	}
	t.Fatalf("there is no button %q", words)
	return nil
}

func TestFavourites(t *testing.T) {
	s, _, h := newScreen(t)
	s.Show(full())
	for _, words := range []string{"Styret", "Zoom · 923 4567 8901", "Ikke godkjent av Fjordbygg AS", "Faste møterom i Fjordbygg AS", "Storstua"} {
		if !shows(s.favourites.object, words) {
			t.Errorf("%q is not shown", words)
		}
	}
	line := s.favourites.lines[1]
	test.Tap(line.open)
	test.Tap(line.more)
	test.Tap(button(t, line, "Åpne i nettleseren"))
	test.Tap(button(t, line, "Kopier lenken"))
	test.Tap(button(t, line, "Fjern"))
	if got, want := h.asks(), "favourite 2 ; favourite 2 browser; copy 2; remove 2"; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
	m := full()
	m.Favourites, m.Rooms = nil, nil
	s.Show(m)
	if !shows(s.favourites.object, "velg «Lagre som favoritt»") || shows(s.favourites.object, "Storstua") {
		t.Error("it is not said how to get one")
	}
}

func TestRetiredFavouriteIsNotOpened(t *testing.T) {
	s, _, _ := newScreen(t)
	s.Show(Model{Favourites: []Favourite{{ID: "1", Name: "Gammelt møte", Service: "Skype", Retired: true}}})
	if line := s.favourites.lines[0]; line.open.Visible() || !shows(line.object, "Skype er lagt ned.") {
		t.Error("it can be opened, or it is not said why not")
	}
}

func TestMoveByKeys(t *testing.T) {
	alt := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
	}
	tests := []struct {
		name string
		line int
		do   func(*favourite)
		want string
	}{
		{"down", 0, func(f *favourite) { f.grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }, "move 1 to 1"},
		{"up", 2, func(f *favourite) { f.grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) }, "move 3 to 1"},
		{"alt down", 1, func(f *favourite) { f.grip.TypedShortcut(alt(fyne.KeyDown)) }, "move 2 to 2"},
		{"alt up", 1, func(f *favourite) { f.grip.TypedShortcut(alt(fyne.KeyUp)) }, "move 2 to 0"},
		{"button", 1, func(f *favourite) { test.Tap(f.down) }, "move 2 to 2"},
		{"above the top", 0, func(f *favourite) { f.grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp}) }, ""},
		{"below the bottom", 2, func(f *favourite) { f.grip.TypedShortcut(alt(fyne.KeyDown)) }, ""},
	}
	s, _, h := newScreen(t)
	s.Show(full())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.do(s.favourites.lines[tt.line])
			if got := h.asks(); got != tt.want {
				t.Errorf("asked for %q, want %q", got, tt.want)
			}
		})
	}
}

// A shortcut of the window's is the window's wherever the keys are.
func TestGripHandsOnShortcuts(t *testing.T) {
	s, _, h := newScreen(t)
	s.Show(full())
	window := listen()
	join := &desktop.CustomShortcut{KeyName: fyne.KeyJ, Modifier: fyne.KeyModifierControl}
	s.favourites.lines[0].grip.TypedShortcut(join)
	if !slices.Equal(window.typed, []fyne.Shortcut{join}) || h.asks() != "" {
		t.Errorf("the window hears %v", window.typed)
	}
}

// listening is a canvas that hears of shortcuts, as a real one does and the
// test driver's does not.
type listening struct {
	fyne.Canvas
	typed []fyne.Shortcut
}

func (c *listening) TypedShortcut(s fyne.Shortcut) { c.typed = append(c.typed, s) }

// listen puts everything on a canvas that hears of shortcuts.
func listen() *listening {
	app := fyne.CurrentApp()
	canvas := &listening{Canvas: app.Driver().CanvasForObject(nil)}
	fyne.SetCurrentApp(listeningApp{app, listeningDriver{app.Driver(), canvas}})
	return canvas
}

type listeningApp struct {
	fyne.App
	driver fyne.Driver
}

func (a listeningApp) Driver() fyne.Driver { return a.driver }

type listeningDriver struct {
	fyne.Driver
	canvas fyne.Canvas
}

func (d listeningDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }

func TestMovedLineKeepsTheKeys(t *testing.T) {
	s, w, _ := newScreen(t)
	m := full()
	s.Show(m)
	grip := s.favourites.lines[0].grip
	w.Canvas().Focus(grip)
	m.Favourites[0], m.Favourites[1] = m.Favourites[1], m.Favourites[0]
	s.Show(m)
	if got := names(s); !slices.Equal(got, []string{"Styret", "Mandagsmøtet", "Byggeplassen på Nesttun"}) {
		t.Errorf("they stand as %q", got)
	}
	if w.Canvas().Focused() != fyne.Focusable(grip) || s.favourites.lines[1].grip != grip {
		t.Errorf("the keys are in %T", w.Canvas().Focused())
	}
	if !s.favourites.lines[0].up.Disabled() || s.favourites.lines[1].up.Disabled() {
		t.Error("the first can be moved up, or the second cannot")
	}
}

func TestDrag(t *testing.T) {
	s, _, h := newScreen(t)
	s.Show(full())
	line := s.favourites.lines[0]
	pull := func(by float32) {
		line.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, by)})
	}
	pull(2)
	if got := names(s); got[0] != "Mandagsmøtet" {
		t.Errorf("pulled a little they stand as %q", got)
	}
	for range 300 {
		pull(1)
	}
	want := []string{"Styret", "Byggeplassen på Nesttun", "Mandagsmøtet"}
	if got := names(s); !slices.Equal(got, want) {
		t.Errorf("pulled down they stand as %q", got)
	}
	s.Show(full()) // as every minute
	if got := names(s); !slices.Equal(got, want) || h.asks() != "" {
		t.Errorf("shown anew they stand as %q", got)
	}
	line.grip.DragEnd()
	if got := h.asks(); got != "move 1 to 2" {
		t.Errorf("asked for %s", got)
	}
	s.Show(full()) // it could not be saved
	if got := names(s); got[0] != "Mandagsmøtet" {
		t.Errorf("not saved, they stand as %q", got)
	}
	for range 300 {
		pull(1)
	}
	for range 600 {
		pull(-1)
	}
	line.grip.DragEnd()
	if got := h.asks(); got != "" {
		t.Errorf("brought back, asked for %s", got)
	}
}

func TestRename(t *testing.T) {
	s, w, h := newScreen(t)
	s.Show(full())
	line := s.favourites.lines[0]
	test.Tap(button(t, line, "Endre navn"))
	if line.naming.entry.Text != "Mandagsmøtet" || w.Canvas().Focused() != fyne.Focusable(line.naming.entry) {
		t.Fatalf("it asks with %q; the keys are in %T", line.naming.entry.Text, w.Canvas().Focused())
	}
	h.refuse = "Disken er full"
	line.naming.entry.SetText("Tirsdagsmøtet")
	press(t, w, "Lagre")
	if got := h.asks(); got != "rename 1 to Tirsdagsmøtet" || !shows(line.object, "Disken er full") {
		t.Errorf("asked for %s", got)
	}
	test.Tap(button(t, s.favourites.lines[1], "Endre navn"))
	if line.naming != nil {
		t.Error("two are renamed at once")
	}
	for name, want := range map[string]string{"Eierne": "rename 2 to Eierne", "": "", "Styret": ""} {
		h.refuse = ""
		line = s.favourites.lines[1]
		line.rename()
		line.naming.entry.SetText(name)
		line.naming.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := h.asks(); got != want || line.naming != nil {
			t.Errorf("named %q it asked for %q; still asking: %v", name, got, line.naming != nil)
		}
	}
	line.rename()
	line.naming.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if line.naming != nil || h.asks() != "" || w.Canvas().Focused() != fyne.Focusable(line.more) {
		t.Error("escape does not leave the name alone")
	}
}
