package call

import (
	"fmt"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/meetings/media/video"
	"hjemmekontor/ui/theme"
)

// useTheme gives the test an app in the app's own look.
func useTheme(t *testing.T, textScale float32) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: textScale}))
	return app
}

// grey is a frame of 64 by 36 points.
func grey() *video.Frame {
	f := new(video.Frame)
	f.Resize(64, 36)
	return f
}

func ExampleDuration() {
	fmt.Println(Duration(2*time.Minute + 13*time.Second))
	fmt.Println(Duration(time.Hour + 2*time.Minute + 13*time.Second))
	// Output:
	// 02:13
	// 1:02:13
}

func TestDuration(t *testing.T) {
	tests := []struct {
		lasted time.Duration
		want   string
	}{
		{0, "00:00"},
		{999 * time.Millisecond, "00:00"},
		{time.Second, "00:01"},
		{59 * time.Second, "00:59"},
		{time.Minute, "01:00"},
		{time.Hour - time.Second, "59:59"},
		{time.Hour, "1:00:00"},
		{25*time.Hour + 61*time.Second, "25:01:01"},
		{-time.Minute, "00:00"}, // the clock was set back
	}
	for _, tt := range tests {
		if got := Duration(tt.lasted); got != tt.want {
			t.Errorf("%v is %q, want %q", tt.lasted, got, tt.want)
		}
	}
}

func TestLevelMeter(t *testing.T) {
	tests := []struct {
		name string
		db   float64
		want float32 // of the meter
	}{
		{"digital silence", math.Inf(-1), 0},
		{"a quiet room", quiet, 0},
		{"half way", (quiet + loud) / 2.0, 0.5},
		{"loud", loud, 1},
		{"as loud as can be", 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			useTheme(t, 1)
			m := newLevelMeter()
			m.Resize(fyne.NewSize(200, 4))
			bar := test.WidgetRenderer(m).(*levelRenderer).bar
			m.show(tt.db)
			if got := bar.Size().Width / 200; got != tt.want {
				t.Errorf("%v dB fills %v, want %v", tt.db, got, tt.want)
			}
		})
	}
}

func TestControl(t *testing.T) {
	useTheme(t, 1)
	tapped := 0
	var others []fyne.KeyName
	c := newControl(func() { tapped++ }, func(k *fyne.KeyEvent) { others = append(others, k.Name) })
	c.show("microphone", "Mikrofon på", switchedOn)
	w := test.NewTempWindow(t, c)
	test.Tap(c)
	for _, key := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyM, fyne.KeyEscape} {
		c.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if tapped != 4 || len(others) != 2 || others[0] != fyne.KeyM || others[1] != fyne.KeyEscape {
		t.Errorf("pressed %d times, hands on %v", tapped, others)
	}
	renderer := test.WidgetRenderer(c).(*controlRenderer)
	on := renderer.field.FillColor
	c.show("microphone-off", "Mikrofon av", switchedOff)
	if renderer.words.Text != "Mikrofon av" || c.AccessibilityLabel() != "Mikrofon av" || renderer.field.FillColor == on {
		t.Errorf("switched off it says %q in the same colour", renderer.words.Text)
	}
	for name, seen := range map[string]struct{ begin, end func() }{
		"focus": {func() { w.Canvas().Focus(c) }, w.Canvas().Unfocus},
		"mouse": {func() { c.MouseIn(nil); c.MouseMoved(nil) }, c.MouseOut},
	} {
		seen.begin()
		if renderer.field.StrokeWidth == 0 {
			t.Errorf("%s is not seen", name)
		}
		seen.end()
		if renderer.field.StrokeWidth != 0 {
			t.Errorf("%s is still seen", name)
		}
	}
}

func TestTileShowsTheNewestPictureOnce(t *testing.T) {
	useTheme(t, 1)
	tile := newTile(canvas.ImageFillContain, 0)
	test.NewTempWindow(t, tile)
	tile.Resize(fyne.NewSize(32, 18))
	view := video.NewView()
	painted := 0
	tile.watch(view, func() { painted++ })
	tile.pull()
	if tile.hasPicture() || painted != 0 {
		t.Error("there is a picture before there was any")
	}
	view.Put(grey())
	view.Put(grey())
	tile.pull()
	tile.pull()
	if !tile.hasPicture() || painted != 1 {
		t.Errorf("a picture is shown: %v, and was painted %d times", tile.hasPicture(), painted)
	}
	if got := tile.picture.Image.Bounds().Size(); got.X != 32 || got.Y != 18 {
		t.Errorf("it was scaled to %v for a tile of 32 by 18", got)
	}
	view.Blank()
	tile.pull()
	if tile.hasPicture() || painted != 1 {
		t.Error("the picture stays when the camera is off")
	}
	view.Put(grey())
	tile.pull()
	tile.watch(nil, nil)
	tile.pull()
	if tile.hasPicture() || painted != 2 {
		t.Errorf("with nothing to watch a picture is shown: %v", tile.hasPicture())
	}
}

// Nothing is converted for a tile that nobody sees.
func TestHiddenTileWantsNoPictures(t *testing.T) {
	useTheme(t, 1)
	tile := newTile(canvas.ImageFillContain, 0)
	test.NewTempWindow(t, tile)
	tile.Resize(fyne.NewSize(64, 36))
	view := video.NewView()
	tile.watch(view, nil)
	steps := []struct {
		name   string
		do     func()
		wanted bool
	}{
		{"shown", func() {}, true},
		{"hidden", tile.Hide, false},
		{"hidden and resized", func() { tile.Resize(fyne.NewSize(32, 18)) }, false},
		{"shown again", tile.Show, true},
		{"watched no longer", func() { tile.watch(video.NewView(), nil) }, false},
	}
	for _, step := range steps {
		step.do()
		_, before := view.Newest()
		view.Put(grey())
		if _, after := view.Newest(); (after != before) != step.wanted {
			t.Errorf("%s: a picture is taken: %v, want %v", step.name, after != before, step.wanted)
		}
	}
}
