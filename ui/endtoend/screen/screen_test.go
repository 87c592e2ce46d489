package screen

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

const patience = 30 * time.Second

// TestUseWindow does with a real Fyne window what the end-to-end tests do
// with the app: read, click, type and scroll, on light and dark.
func TestUseWindow(t *testing.T) {
	for _, shade := range []string{"light", "dark"} {
		t.Run(shade, func(t *testing.T) {
			s := Start(t, 900, 600)
			p := s.Launch(t, window, shade)
			s.WaitFor(t, "Sjekkliste for hjemmekontor", patience)
			s.WaitFor(t, "Ingen har svart", patience)

			s.Click(t, "Skriv navnet her")
			s.Type(t, "Åse Østbø-Sæther, 7-fjord/brunost @ 50 %")
			s.Click(t, "Send svaret")
			s.Gone(t, "Ingen har svart", patience)
			s.WaitFor(t, "Svar: Åse Østbø-Sæther", patience)
			if got, want := p.Stdout(), "svar: Åse Østbø-Sæther, 7-fjord/brunost @ 50 %\n"; got != want {
				t.Errorf("the program was given %q, want %q", got, want)
			}

			if _, ok := s.Find(t, "Punkt nummer 30"); ok {
				t.Error("the last item is shown before the list is scrolled")
			}
			s.Within(image.Rect(0, 200, 900, 600)).Scroll(t, 100)
			s.WaitFor(t, "Punkt nummer 30: lås skjermen når du går", patience)
			s.Gone(t, "Punkt nummer 1", patience)
		})
	}
}

func TestKeyMovesFocus(t *testing.T) {
	s := Start(t, 900, 600)
	p := s.Launch(t, window)
	s.WaitFor(t, "Send svaret", patience)
	s.Key(t, "Tab") // the entry
	s.Type(t, "hei")
	s.Key(t, "shift+Home")
	s.Type(t, "nei")
	s.Key(t, "Tab") // the button
	s.Key(t, "space")
	s.WaitFor(t, "Svar: nei", patience)
	if got := p.Stdout(); got != "svar: nei\n" {
		t.Errorf("the program was given %q", got)
	}
}

func TestWindowFillsScreen(t *testing.T) {
	s := Start(t, 800, 600)
	s.Launch(t, window, "light")
	s.WaitFor(t, "Send svaret", patience)
	s.WaitStable(t, patience)
	picture := s.Shot(t)
	background := picture.RGBAAt(2, 2)
	for _, corner := range []image.Point{{797, 2}, {2, 597}, {797, 597}} {
		if got := picture.RGBAAt(corner.X, corner.Y); got != background {
			t.Errorf("at %v the colour is %v, want the window's %v", corner, got, background)
		}
	}
	if background.R == 0 {
		t.Error("the screen's corner is black: no window is there")
	}
}

func TestWithinLooksAtPart(t *testing.T) {
	s := Start(t, 900, 600)
	s.Launch(t, window)
	s.WaitFor(t, "Send svaret", patience)
	top, rest := s.Within(image.Rect(0, 0, 900, 180)), s.Within(image.Rect(0, 180, 900, 600))
	if n := len(top.FindAll(t, "lås skjermen")); n != 0 {
		t.Errorf("the top shows %d items:\n%s", n, top.Text(t))
	}
	boxes := rest.FindAll(t, "lås skjermen")
	if len(boxes) < 8 {
		t.Fatalf("the rest shows %d items, want at least 8:\n%s", len(boxes), rest.Text(t))
	}
	for i, box := range boxes {
		if !box.In(rest.Bounds()) {
			t.Errorf("item %d is at %v, outside %v", i, box, rest.Bounds())
		}
		if i > 0 && box.Min.Y <= boxes[i-1].Min.Y {
			t.Errorf("item %d at %v is not below item %d at %v", i, box, i-1, boxes[i-1])
		}
	}
}

func TestProcessEnds(t *testing.T) {
	s := Start(t, 400, 300)
	t.Run("by itself", func(t *testing.T) {
		p := s.Launch(t, "sh", "-c", "echo ut; echo feil >&2; exit 3")
		if code := p.Wait(t, patience); code != 3 {
			t.Errorf("exit code %d, want 3", code)
		}
		if p.Stdout() != "ut\n" || p.Stderr() != "feil\n" || len(p.Output()) != len("ut\nfeil\n") {
			t.Errorf("wrote %q and %q, together %q", p.Stdout(), p.Stderr(), p.Output())
		}
	})
	t.Run("killed with its children", func(t *testing.T) {
		p := s.Launch(t, "sh", "-c", "sleep 1000 & echo $!; wait")
		waitUntil(t, func() bool { return p.Stdout() != "" }, func() string { return "nothing was written" })
		p.Kill(t)
		if p.Running() {
			t.Error("still running")
		}
		child := "/proc/" + strings.TrimSpace(p.Stdout()) + "/stat"
		waitUntil(t, func() bool { return ended(child) }, func() string { return "the child still runs" })
	})
	t.Run("interrupted", func(t *testing.T) {
		p := s.Launch(t, "sh", "-c", "trap 'exit 7' INT; echo klar; while :; do sleep 0.05; done")
		waitUntil(t, func() bool { return p.Stdout() != "" }, func() string { return "nothing was written" })
		p.Interrupt(t)
		if code := p.Wait(t, patience); code != 7 {
			t.Errorf("exit code %d, want 7", code)
		}
	})
}

// ended reports whether the process with this stat file is gone, or waits as
// a zombie for somebody to notice.
func ended(stat string) bool {
	content, err := os.ReadFile(stat)
	return err != nil || strings.Contains(string(content), ") Z ")
}

func TestHomeOutlivesProgram(t *testing.T) {
	s := Start(t, 400, 300)
	s.Launch(t, "sh", "-c", `echo kryss > "$XDG_DATA_HOME/minne"`).Wait(t, patience)
	p := s.Launch(t, "sh", "-c", `cat "$XDG_DATA_HOME/minne"; echo "$SPRAK"`)
	p.Wait(t, patience)
	if p.Stdout() != "kryss\n\n" {
		t.Errorf("the second program read %q", p.Output())
	}
	s.Env = append(s.Env, "SPRAK=en")
	other := s.LaunchIn(t, NewHome(t), "sh", "-c", `ls "$XDG_DATA_HOME"; echo "$SPRAK"`)
	other.Wait(t, patience)
	if other.Stdout() != "en\n" {
		t.Errorf("a program in another home wrote %q", other.Output())
	}
}

func TestWaitPaintedTellsWhen(t *testing.T) {
	s := Start(t, 900, 600)
	started := time.Now()
	s.Launch(t, window)
	painted := s.WaitPainted(t, patience).Sub(started)
	if _, ok := s.Find(t, "Send svaret"); !ok {
		t.Errorf("painted after %v, but it reads:\n%s", painted, s.Text(t))
	}
	t.Logf("painted after %v", painted.Round(time.Millisecond))
}

func TestKeepWritesPNG(t *testing.T) {
	s := Start(t, 320, 200)
	dir := t.TempDir()
	t.Setenv(ShotsVariable, dir)
	s.Keep(t, "hjem/lys")
	file, err := os.Open(filepath.Join(dir, "hjem", "lys.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := picture.Bounds().Size(); got != image.Pt(320, 200) {
		t.Errorf("the picture is %v", got)
	}
}

// failing stands in for a test so that the sentence it fails with is seen.
type failing struct {
	testing.TB
	sentence string
}

func (f *failing) Helper() {}

func (f *failing) Fatalf(format string, args ...any) {
	f.sentence = fmt.Sprintf(format, args...)
	runtime.Goexit()
}

func TestFailureTellsWhatIsShown(t *testing.T) {
	s := Start(t, 900, 600)
	s.Launch(t, window)
	s.WaitFor(t, "Send svaret", patience)
	t.Setenv(ShotsVariable, t.TempDir())

	tests := []struct {
		name   string
		do     func(testing.TB)
		reason string
	}{
		{"missing", func(t testing.TB) { s.WaitFor(t, "Kalkunmiddag", time.Millisecond) }, `"Kalkunmiddag" was not shown`},
		{"not gone", func(t testing.TB) { s.Gone(t, "Send svaret", time.Millisecond) }, `"Send svaret" was still shown`},
		{"no letters", func(t testing.TB) { s.Find(t, "+") }, "no letter or digit"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := &failing{TB: t}
			done := make(chan struct{})
			go func() {
				defer close(done)
				test.do(f)
			}()
			<-done
			if !strings.Contains(f.sentence, test.reason) {
				t.Errorf("failed with %q, want it to say %q", f.sentence, test.reason)
			}
			if test.name == "no letters" {
				return
			}
			if !strings.Contains(f.sentence, "Sjekkliste for hjemmekontor") {
				t.Errorf("the sentence does not say what is shown: %q", f.sentence)
			}
			if _, err := os.Stat(failurePath(t)); err != nil {
				t.Errorf("no picture is kept: %v", err)
			}
		})
	}
}

// BenchmarkRead is the time to read one full page.
func BenchmarkRead(b *testing.B) {
	s := Start(b, 1100, 720)
	s.Launch(b, window, "dark")
	s.WaitFor(b, "Send svaret", patience)
	picture := s.Shot(b)
	for b.Loop() {
		s.reader.forget()
		if _, err := s.reader.read(b.Context(), picture); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkShot is the time to take one picture.
func BenchmarkShot(b *testing.B) {
	s := Start(b, 1100, 720)
	for b.Loop() {
		s.Shot(b)
	}
}
