package call

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"go.uber.org/goleak"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/media/video"
	"hjemmekontor/ui/theme"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// call is a call's window with what it has asked the shell for. Nothing is
// pulled into it but by the test.
type call struct {
	*Window
	asked []string
}

func newCall(t *testing.T, textScale float32) *call {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	c := &call{}
	ask := func(what string) func() { return func() { c.asked = append(c.asked, what) } }
	c.Window = NewWindow(useTheme(t, textScale), texts, Actions{
		ToggleCamera: ask("camera"), ToggleMicrophone: ask("microphone"), Close: ask("close"),
		Copy:  func(text string) { ask("copy " + text)() },
		Do:    func(func()) {},
		Level: func() float64 { return math.Inf(-1) },
	})
	t.Cleanup(c.Shut)
	return c
}

// press goes by keyboard to the button with these words and presses it.
func (c *call) press(t *testing.T, words string) {
	t.Helper()
	const most = 20
	for range most {
		c.window.Canvas().FocusNext()
		if b, ok := c.window.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

// key presses a key as the toolkit does: for what has the focus, else for the
// window.
func (c *call) key(name fyne.KeyName) {
	event := &fyne.KeyEvent{Name: name}
	if focused := c.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(event)
		return
	}
	c.window.Canvas().OnTypedKey()(event)
}

// panelShows tells whether the panel is there with these words.
func (c *call) panelShows(words string) bool {
	return c.panel.object.Visible() && strings.Contains(test.RenderObjectToMarkup(c.panel.body), words)
}

const invitation = "hjemmekontor:call/7-fjord-brunost"

func TestInvite(t *testing.T) {
	c := newCall(t, 1)
	c.Invite(invitation)
	if !c.panelShows("fjord") || c.panelShows("Lenken er kopiert") {
		t.Error("the link is not shown, or the link is said to be copied")
	}
	c.press(t, "Kopier lenken")
	if !slices.Equal(c.asked, []string{"copy " + invitation}) || !c.panelShows("Lenken er kopiert") {
		t.Errorf("asked for %q, told so: %v", c.asked, c.panelShows("Lenken er kopiert"))
	}
}

func TestPrepare(t *testing.T) {
	c := newCall(t, 1)
	joined := 0
	c.Prepare(func() { joined++ })
	c.press(t, "Bli med nå")
	if joined != 1 {
		t.Errorf("joined %d times", joined)
	}
	c.Waiting("Kobler til …")
	if !c.panelShows("Kobler til …") || c.panelShows("Bli med nå") {
		t.Error("while one waits there is still something to press")
	}
}

func TestAdmitIsAnsweredOnce(t *testing.T) {
	for button, want := range map[string]bool{"Slipp inn": true, "Avvis": false} {
		t.Run(button, func(t *testing.T) {
			c := newCall(t, 1)
			var answers []bool
			c.AskAdmit("Kari", func(yes bool) {
				answers = append(answers, yes)
				c.Waiting("Kobler til …")
			})
			if !c.panelShows("Kari") {
				t.Error("it is not said who it is")
			}
			c.press(t, button)
			c.key(fyne.KeySpace) // once more, in haste
			if !slices.Equal(answers, []bool{want}) {
				t.Errorf("answers %v, want %v once", answers, want)
			}
			if c.panelShows("Slipp inn") || c.panelShows("Avvis") {
				t.Error("one is still asked")
			}
		})
	}
}

func TestSomebodyWithoutAName(t *testing.T) {
	c := newCall(t, 1)
	c.AskAdmit("", func(bool) {})
	if !c.panelShows("Noen uten navn") {
		t.Error("an empty name is shown")
	}
	c.Connected("", video.NewView(), time.Now(), nil)
	c.pull()
	if got := c.stage.status.String(); !strings.HasPrefix(got, "Noen uten navn · 00:0") {
		t.Errorf("the title is %q", got)
	}
}

// A name is untrusted text and stays text.
func TestNameIsNoMarkup(t *testing.T) {
	c := newCall(t, 1)
	const name = "{{.Time}} **Kari** [x](http://evil.example.com)"
	c.Connected(name, video.NewView(), time.Now(), nil)
	c.pull()
	if got := c.stage.status.String(); !strings.HasPrefix(got, name+" · ") {
		t.Errorf("the title is %q", got)
	}
}

func TestConnected(t *testing.T) {
	c := newCall(t, 1)
	own, other := video.NewView(), video.NewView()
	c.ShowOwn(own)
	c.pull()
	if c.stage.main.view != own || c.stage.ownFrame.Visible() || c.stage.absent.String() != "Kameraet ditt er av" {
		t.Errorf("alone, one is told %q, and is small: %v", c.stage.absent.String(), c.stage.ownFrame.Visible())
	}
	c.Waiting("Kobler til …")
	painted := 0
	c.Connected("Kari", other, time.Now().Add(-133*time.Second), func() { painted++ })
	c.ShowRemote(Media{Camera: true, Microphone: true})
	c.pull()
	if c.panel.object.Visible() || c.stage.main.view != other || c.stage.own.view != own || !c.stage.ownFrame.Visible() {
		t.Error("the other side is not large, or oneself not small")
	}
	if got := c.stage.status.String(); got != "Kari · 02:13" {
		t.Errorf("the title is %q", got)
	}
	if got := c.stage.absent.String(); got != "Venter på bildet …" || !c.stage.absent.Visible() {
		t.Errorf("in place of the picture stands %q", got)
	}
	own.Put(grey())
	other.Put(grey())
	c.pull()
	if !c.stage.main.hasPicture() || !c.stage.own.hasPicture() || painted != 1 || c.stage.absent.Visible() {
		t.Errorf("pictures %v and %v, painted %d times", c.stage.main.hasPicture(), c.stage.own.hasPicture(), painted)
	}
}

func TestOtherSidesDevices(t *testing.T) {
	c := newCall(t, 1)
	c.Connected("Kari", video.NewView(), time.Now(), nil)
	for _, tt := range []struct {
		on     Media
		muted  bool
		absent string
	}{
		{Media{}, true, "Kari har slått av kameraet"},
		{Media{Microphone: true}, false, "Kari har slått av kameraet"},
		{Media{Camera: true}, true, "Venter på bildet …"},
		{Media{Camera: true, Microphone: true}, false, "Venter på bildet …"},
	} {
		c.ShowRemote(tt.on)
		c.pull()
		if got := strings.Contains(c.stage.status.String(), "mikrofonen er av"); got != tt.muted {
			t.Errorf("%+v: they are said to be muted: %v", tt.on, got)
		}
		if got := c.stage.absent.String(); got != tt.absent {
			t.Errorf("%+v: %q, want %q", tt.on, got, tt.absent)
		}
	}
}

func TestOwnDevices(t *testing.T) {
	c := newCall(t, 1)
	for _, tt := range []struct {
		on                 Media
		camera, microphone string
	}{
		{Media{}, "Kamera av", "Mikrofon av"},
		{Media{Camera: true}, "Kamera på", "Mikrofon av"},
		{Media{Microphone: true}, "Kamera av", "Mikrofon på"},
	} {
		c.ShowLocal(tt.on)
		if c.camera.words != tt.camera || c.microphone.words != tt.microphone {
			t.Errorf("%+v: %q and %q", tt.on, c.camera.words, c.microphone.words)
		}
	}
}

func TestReconnecting(t *testing.T) {
	c := newCall(t, 1)
	other := video.NewView()
	c.Connected("Kari", other, time.Now(), nil)
	c.Reconnecting()
	c.pull()
	if got := c.stage.status.String(); got != "Kobler til igjen … Ingenting sendes imens." {
		t.Errorf("the title is %q", got)
	}
	c.Connected("Kari", other, time.Now(), nil)
	c.pull()
	if got := c.stage.status.String(); !strings.HasPrefix(got, "Kari · ") {
		t.Errorf("back again the title is %q", got)
	}
}

func TestEnded(t *testing.T) {
	c := newCall(t, 1)
	own, other := video.NewView(), video.NewView()
	c.ShowOwn(own)
	c.Connected("Kari", other, time.Now(), nil)
	other.Put(grey())
	c.pull()
	c.window.Canvas().Focus(c.camera)
	again := 0
	c.Ended("Den andre la på.", func() { again++ })
	c.ShowRemote(Media{}) // what was still under way changes nothing
	c.ShowLocal(Media{Camera: true})
	other.Put(grey())
	c.pull()
	if c.camera.Visible() || c.microphone.Visible() || c.stage.level.Visible() {
		t.Error("there are still devices to switch")
	}
	if c.stage.main.hasPicture() || c.stage.ownFrame.Visible() {
		t.Error("there is still a picture")
	}
	if c.window.Canvas().Focused() != nil {
		t.Error("keys go to what is hidden")
	}
	if c.stage.absent.String() != "Den andre la på." || c.stage.status.String() != "" {
		t.Errorf("it says %q and %q", c.stage.absent.String(), c.stage.status.String())
	}
	if c.hangUp.words != "Lukk" {
		t.Errorf("the last control says %q", c.hangUp.words)
	}
	c.press(t, "Start en ny samtale")
	test.Tap(c.hangUp)
	if again != 1 || !slices.Equal(c.asked, []string{"close"}) {
		t.Errorf("started again %d times, asked for %q", again, c.asked)
	}
}

func TestEndedForGood(t *testing.T) {
	c := newCall(t, 1)
	c.Ended("Noe gikk galt.", nil)
	if c.panelShows("Start en ny samtale") || c.stage.absent.String() != "Noe gikk galt." {
		t.Error("a new call is offered where there can be none")
	}
}

func TestNoticesDoNotHideEachOther(t *testing.T) {
	c := newCall(t, 1)
	check := func(want ...string) {
		t.Helper()
		shown := test.RenderObjectToMarkup(c.notices)
		for _, words := range want {
			if !strings.Contains(shown, words) {
				t.Errorf("%q is not shown", words)
			}
		}
		if len(c.notices.Objects) != len(want) {
			t.Errorf("%d notices are shown, want %d", len(c.notices.Objects), len(want))
		}
	}
	check()
	c.Notice("camera", "Fant ikke noe kamera.")
	c.Notice("microphone", "Fant ingen mikrofon.")
	check("Fant ikke noe kamera.", "Fant ingen mikrofon.")
	c.Notice("camera", "Kameraet ble koblet fra.")
	check("Kameraet ble koblet fra.", "Fant ingen mikrofon.")
	c.Notice("camera", "")
	check("Fant ingen mikrofon.")
	c.Notice("speaker", "")
	c.Notice("microphone", "")
	check()
}

func TestKeys(t *testing.T) {
	focus := map[string]func(c *call) fyne.Focusable{
		"nothing":        func(*call) fyne.Focusable { return nil },
		"the microphone": func(c *call) fyne.Focusable { return c.microphone },
		"the camera":     func(c *call) fyne.Focusable { return c.camera },
		"hanging up":     func(c *call) fyne.Focusable { return c.hangUp },
	}
	for name, focused := range focus {
		t.Run(name, func(t *testing.T) {
			c := newCall(t, 1)
			c.Connected("Kari", video.NewView(), time.Now(), nil)
			c.window.Canvas().Focus(focused(c))
			c.key(fyne.KeyM)
			c.key(fyne.KeyV)
			c.key(fyne.KeyX)
			if !slices.Equal(c.asked, []string{"microphone", "camera"}) {
				t.Errorf("M, V and X ask for %q", c.asked)
			}
			for _, step := range []struct {
				key  fyne.KeyName
				full bool
			}{{fyne.KeyEscape, false}, {fyne.KeyF, true}, {fyne.KeyF, false}, {fyne.KeyF, true}, {fyne.KeyEscape, false}} {
				c.key(step.key)
				if c.window.FullScreen() != step.full {
					t.Errorf("after %s the window fills the screen: %v", step.key, c.window.FullScreen())
				}
			}
		})
	}
}

// A button that had the focus does not keep the keys when it is gone, and a
// control that is still there keeps the focus.
func TestKeysWorkAfterAButtonIsGone(t *testing.T) {
	c := newCall(t, 1)
	c.AskAdmit("Kari", func(bool) {})
	for range 10 {
		c.window.Canvas().FocusNext()
		if _, ok := c.window.Canvas().Focused().(*widget.Button); ok {
			break
		}
	}
	c.Connected("Kari", video.NewView(), time.Now(), nil)
	c.key(fyne.KeyM)
	if !slices.Equal(c.asked, []string{"microphone"}) {
		t.Errorf("M asks for %q", c.asked)
	}
	c.window.Canvas().Focus(c.camera)
	c.Connected("Kari", video.NewView(), time.Now(), nil)
	if c.window.Canvas().Focused() != c.camera {
		t.Error("the camera's control has lost the focus")
	}
}

func TestControlsAsk(t *testing.T) {
	c := newCall(t, 1)
	test.Tap(c.microphone)
	test.Tap(c.camera)
	test.Tap(c.hangUp)
	if !slices.Equal(c.asked, []string{"microphone", "camera", "close"}) {
		t.Errorf("asked for %q", c.asked)
	}
}

// The controls and the panel can be read and reached in the smallest window.
func TestWindowFits(t *testing.T) {
	states := map[string]func(c *call){
		"inviting": func(c *call) { c.Invite(invitation) },
		"asked":    func(c *call) { c.AskAdmit("Kari Nordmann", func(bool) {}) },
		"talking":  func(c *call) { c.Connected("Kari", video.NewView(), time.Now(), nil) },
		"over":     func(c *call) { c.Ended("Den andre la på.", func() {}) },
		"warned":   func(c *call) { c.Notice("camera", "Fant ikke noe kamera. Koble til et, eller fortsett uten.") },
	}
	for _, scale := range theme.TextScales() {
		for name, bring := range states {
			for _, size := range []fyne.Size{{}, {Width: 960, Height: 620}, {Width: 1920, Height: 1080}} {
				t.Run(fmt.Sprintf("%s at %v in %v", name, scale, size), func(t *testing.T) {
					c := newCall(t, scale)
					bring(c)
					c.window.Resize(size.Max(c.window.Content().MinSize()))
					c.window.Content().Refresh()
					checkFits(t, c)
				})
			}
		}
	}
}

func checkFits(t *testing.T, c *call) {
	t.Helper()
	stage, panel, notices := c.stage.object, c.panel.object, c.notices
	if least := c.stage.controls.MinSize().Width; least > stage.Size().Width {
		t.Errorf("the controls need %v, and the stage has %v", least, stage.Size().Width)
	}
	if end := c.stage.controls.Position().Y + c.stage.controls.MinSize().Height; end > stage.Size().Height {
		t.Errorf("the controls end at %v, the stage at %v", end, stage.Size().Height)
	}
	if bottom := notices.Position().Y + notices.MinSize().Height; stage.Position().Y < bottom {
		t.Errorf("notices end at %v, and the stage begins at %v", bottom, stage.Position().Y)
	}
	if !panel.Visible() {
		return
	}
	if least := c.panel.body.MinSize().Width; least > panel.Size().Width {
		t.Errorf("what is on the panel needs %v, and the panel has %v", least, panel.Size().Width)
	}
	if end := stage.Position().X + stage.Size().Width; panel.Position().X < end {
		t.Errorf("the stage ends at %v, and the panel begins at %v", end, panel.Position().X)
	}
}
