package call

import (
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/media/video"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// Actions is what the window asks the shell to do.
type Actions struct {
	ToggleCamera, ToggleMicrophone func()
	// Close is called when the user hangs up or closes the window.
	Close func()
	Copy  func(text string)
	// Contacts shows whom to ring when something is wrong.
	Contacts func()
	// Do runs something on the UI goroutine while there is one.
	Do func(func())
	// Level gives the microphone's level in dBFS; it is asked all the time.
	Level func() float64
}

// Window is a call's window. Its methods are for the UI goroutine.
type Window struct {
	texts   *locales.Texts
	actions Actions
	window  fyne.Window

	stage              *stage
	camera, microphone *control
	contacts, hangUp   *control
	panel              *panel
	notices            *fyne.Container
	noted              map[string]string // by what they are about
	pump               *pump

	own, other *video.View
	painted    func()
	name       string    // of the other side, untrusted
	started    time.Time // zero while not connected
	remote     Media
	farewell   string // how the call ended; "" until it has
}

// Media is which devices of a side are on.
type Media struct {
	Camera, Microphone bool
}

// NewWindow opens the window of a call that has not begun.
func NewWindow(app fyne.App, texts *locales.Texts, actions Actions) *Window {
	w := &Window{texts: texts, actions: actions, window: app.NewWindow(texts.Text("call.window")), notices: container.NewVBox(), noted: map[string]string{}}
	w.camera = newControl(actions.ToggleCamera, w.typedKey)
	w.microphone = newControl(actions.ToggleMicrophone, w.typedKey)
	w.contacts = newControl(actions.Contacts, w.typedKey)
	w.contacts.show("contacts", texts.Text("page.contacts"), switchedOn)
	w.hangUp = newControl(actions.Close, w.typedKey)
	w.hangUp.show("close", texts.Text("call.give-up"), ending)
	w.stage = newStage(w.microphone, w.camera, w.contacts, w.hangUp)
	w.panel = newPanel(texts, actions)
	w.ShowLocal(Media{})
	w.window.SetContent(container.NewStack(
		widgets.NewGround(theme.ColorNameStage),
		container.New(&windowLayout{}, w.stage.object, w.panel.object, w.notices),
	))
	w.window.SetPadded(false)
	w.window.Resize(fyne.NewSize(960, 620))
	w.window.SetCloseIntercept(actions.Close)
	w.window.Canvas().SetOnTypedKey(w.typedKey)
	w.pump = startPump(actions.Do, w.pull)
	w.window.Show()
	return w
}

// AddShortcut makes a shortcut work in the window.
func (w *Window) AddShortcut(shortcut fyne.Shortcut, pressed func()) {
	w.window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { pressed() })
}

// Shut closes the window for good.
func (w *Window) Shut() {
	w.pump.stop()
	w.stage.main.watch(nil, nil)
	w.stage.own.watch(nil, nil)
	w.window.Close()
}

// Translate writes in another language from now on; what is shown has to be
// shown again.
func (w *Window) Translate(texts *locales.Texts) {
	w.texts, w.panel.texts = texts, texts
	w.window.SetTitle(texts.Text("call.window"))
	w.contacts.show("contacts", texts.Text("page.contacts"), switchedOn)
	for about := range w.noted {
		w.Notice(about, "")
	}
	if w.farewell == "" && w.other == nil {
		w.hangUp.show("close", texts.Text("call.give-up"), ending)
	}
}

// ShowOwn shows what one's own camera sees: large while one is alone.
func (w *Window) ShowOwn(view *video.View) {
	w.own = view
	w.arrange()
}

// ShowLocal says which of one's own devices are on.
func (w *Window) ShowLocal(on Media) {
	w.microphone.show("microphone", w.texts.Text("call.microphone-on"), switchedOn)
	if !on.Microphone {
		w.microphone.show("microphone-off", w.texts.Text("call.microphone-off"), switchedOff)
	}
	w.camera.show("camera", w.texts.Text("call.camera-on"), switchedOn)
	if !on.Camera {
		w.camera.show("camera-off", w.texts.Text("call.camera-off"), switchedOff)
	}
	w.stage.controls.Refresh()
}

// ShowRemote says which of the other side's devices are on.
func (w *Window) ShowRemote(on Media) {
	w.remote = on
	w.describe()
}

// Prepare lets the user see themselves before they join.
func (w *Window) Prepare(join func()) {
	w.panel.prepare(join)
	w.arrange()
}

// Invite shows the link to give to the other side.
func (w *Window) Invite(link string) {
	w.panel.invite(link)
	w.arrange()
}

// Waiting shows words while there is nothing for the user to do.
func (w *Window) Waiting(words string) {
	w.panel.wait(words)
	w.arrange()
}

// AskAdmit asks whether somebody may come in. The name is untrusted text.
func (w *Window) AskAdmit(name string, answer func(bool)) {
	w.panel.admit(name, answer)
	w.arrange()
	w.window.RequestFocus()
}

// Connected shows the other side; painted is told of every picture of theirs
// that is put on the screen.
func (w *Window) Connected(name string, view *video.View, since time.Time, painted func()) {
	w.name, w.other, w.started, w.painted = name, view, since, painted
	w.panel.hide()
	w.hangUp.show("hang-up", w.texts.Text("call.hang-up"), ending)
	w.stage.controls.Refresh()
	w.arrange()
}

// Reconnecting says that contact is lost for the moment.
func (w *Window) Reconnecting() {
	w.started = time.Time{}
	w.stage.title(w.texts.Text("call.reconnecting"))
}

// Ended says how the call ended; again, if not nil, starts over.
func (w *Window) Ended(words string, again func()) {
	w.farewell = words
	w.started = time.Time{}
	w.other, w.own = nil, nil
	w.stage.level.Hide()
	w.panel.end(again)
	w.arrange()
	w.stage.title("")
	w.camera.Hide()
	w.microphone.Hide()
	w.window.Canvas().Unfocus()
	w.hangUp.show("close", w.texts.Text("call.close"), switchedOn)
}

// Notice shows a sentence above the call about one thing, such as a device,
// until there is another about the same; "" shows none.
func (w *Window) Notice(about, words string) {
	if w.noted[about] == words {
		return
	}
	w.noted[about] = words
	w.notices.RemoveAll()
	for _, about := range slices.Sorted(maps.Keys(w.noted)) {
		if w.noted[about] != "" {
			w.notices.Add(widgets.NewNotice(w.noted[about]))
		}
	}
	w.window.Content().Refresh()
}

// arrange puts the pictures where they belong now.
func (w *Window) arrange() {
	if w.other != nil {
		w.stage.main.watch(w.other, w.painted)
		w.stage.own.watch(w.own, nil)
	} else {
		w.stage.own.watch(nil, nil)
		w.stage.main.watch(w.own, nil)
	}
	w.stage.ownFrame.Hidden = w.other == nil || w.own == nil
	w.describe()
	w.window.Content().Refresh()
	w.release()
}

// release takes the keys back from a button of the panel, which may be gone
// by now.
func (w *Window) release() {
	if _, stays := w.window.Canvas().Focused().(*control); !stays {
		w.window.Canvas().Unfocus()
	}
}

// describe says in words what the pictures do not.
func (w *Window) describe() {
	switch {
	case w.farewell != "":
		w.stage.say(w.farewell)
	case w.other == nil:
		w.stage.say(w.texts.Text("call.own-camera-off"))
	case !w.remote.Camera:
		w.stage.say(w.texts.Text("call.their-camera-off", locales.Data{"Name": w.who()}))
	default:
		w.stage.say(w.texts.Text("call.waiting-for-picture"))
	}
}

// who is the other side's name, or words for somebody without one.
func (w *Window) who() string {
	if w.name == "" {
		return w.texts.Text("call.somebody")
	}
	return w.name
}

// pull brings the newest pictures, level and time into the window.
func (w *Window) pull() {
	w.stage.pull(w.actions.Level())
	if w.farewell != "" {
		return
	}
	if w.started.IsZero() {
		return
	}
	title := w.texts.Text("call.talking", locales.Data{"Name": w.who(), "Time": Duration(time.Since(w.started))})
	if !w.remote.Microphone {
		title += " · " + w.texts.Text("call.they-are-muted")
	}
	w.stage.title(title)
}

// typedKey does what the keys of a call do.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyM:
		w.actions.ToggleMicrophone()
	case fyne.KeyV:
		w.actions.ToggleCamera()
	case fyne.KeyF:
		w.window.SetFullScreen(!w.window.FullScreen())
	case fyne.KeyEscape:
		w.window.SetFullScreen(false)
	}
}

// Raise brings the window to the front.
func (w *Window) Raise() { w.window.RequestFocus() }

// windowLayout puts the panel, if it is shown, at the right of the stage, and
// notices across the top of both.
type windowLayout struct{}

func (windowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	stage, panel, notices := objects[0], objects[1], objects[2]
	size := stage.MinSize().AddWidthHeight(0, notices.MinSize().Height)
	if panel.Visible() {
		size.Width += panel.MinSize().Width
	}
	return size
}

func (windowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	stage, panel, notices := objects[0], objects[1], objects[2]
	notices.Resize(fyne.NewSize(size.Width, notices.Size().Height))
	notices.Resize(fyne.NewSize(size.Width, notices.MinSize().Height))
	top := notices.Size().Height
	right := float32(0)
	if panel.Visible() {
		right = panel.MinSize().Width
	}
	stage.Move(fyne.NewPos(0, top))
	stage.Resize(fyne.NewSize(size.Width-right, size.Height-top))
	panel.Move(fyne.NewPos(size.Width-right, top))
	panel.Resize(fyne.NewSize(right, size.Height-top))
}
