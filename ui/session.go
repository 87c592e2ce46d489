package ui

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/direct"
	"hjemmekontor/meetings/link"
	callui "hjemmekontor/ui/call"
)

// session is one call from the press of a button to the closing of its window.
// What takes time runs on goroutines of the shell's that end with ctx; the
// fields are for the UI goroutine.
type session struct {
	shell     *shell
	texts     *locales.Texts
	ctx       context.Context
	cancel    context.CancelFunc
	window    *callui.Window
	local     *call.Local
	switching map[call.DeviceKind]bool
	refused   bool      // the user turned the guest away
	lasted    time.Time // when the call ended
	over      bool      // the call has ended, the window is still open
	view      func()    // shows again what the window shows, as in another language
}

// startCall opens a call window and invites somebody.
func (s *shell) startCall() {
	c := s.newSession()
	if c == nil {
		s.toast.say(s.texts.Text("problem.in-call"))
		return
	}
	c.wait("call.preparing-link")
	options := c.options()
	s.background.Go(func() { c.start(options) })
}

// joinText joins by what the user has pasted; it returns the words for what is
// wrong with it.
func (s *shell) joinText(text string) (problem string) {
	invite, err := link.Parse(text)
	switch {
	case strings.TrimSpace(text) == "":
		return s.texts.Text("problem.no-link")
	case err != nil:
		slog.Info("refusing a link", "error", err)
		return s.texts.Text(ProblemKey(err))
	case len(invite.MailboxURLs()) == 0:
		return s.texts.Text("problem.code-alone")
	case !s.join(invite):
		return s.texts.Text("problem.in-call")
	}
	return ""
}

// join opens a call window in which the user sees themselves before they join;
// it is false if there is a call already.
func (s *shell) join(invite link.Invite) bool {
	c := s.newSession()
	if c == nil {
		return false
	}
	c.present(func() {
		c.window.Prepare(func() {
			c.wait("call.waiting-to-be-let-in")
			options := c.options()
			s.background.Go(func() { c.join(invite, options) })
		})
	})
	return true
}

// newSession opens the window of a call; nil if one is open already, which
// then comes to the front.
func (s *shell) newSession() *session {
	if s.call != nil {
		s.call.window.Raise()
		return nil
	}
	devices := s.preferences.devices(s.options.Devices)
	c := &session{shell: s, texts: s.texts, local: call.NewLocal(devices), switching: map[call.DeviceKind]bool{}}
	c.ctx, c.cancel = context.WithCancel(s.ctx)
	c.window = callui.NewWindow(s.app, s.texts, callui.Actions{
		ToggleCamera:     func() { c.toggle(call.Camera, !c.local.CameraOn()) },
		ToggleMicrophone: func() { c.toggle(call.Microphone, !c.local.MicrophoneOn()) },
		Close:            c.close,
		Copy:             s.copy,
		Contacts:         func() { s.bringUp(Contacts) },
		Level:            c.local.LevelDB,
		Do:               s.do,
	})
	for page, shortcut := range pageShortcuts() {
		c.window.AddShortcut(shortcut, func() { s.bringUp(page) })
	}
	c.window.ShowOwn(c.local.View())
	s.call = c
	s.background.Go(c.watchDevices)
	// Who names a device on the command line has chosen already.
	if wanted(s.options.Devices.Camera) {
		c.toggle(call.Camera, true)
	}
	if wanted(s.options.Devices.Microphone) {
		c.toggle(call.Microphone, true)
	}
	return c
}

func wanted(device string) bool { return device != "" && device != "none" }

// do runs f on the UI goroutine while the window of the session is open.
func (c *session) do(f func()) {
	c.shell.do(func() {
		if c.shell.call == c {
			f()
		}
	})
}

func (c *session) options() direct.Options {
	p := c.shell.preferences
	name := c.shell.options.Name
	if name == "" {
		name = p.name
	}
	return direct.Options{
		Name: name, Local: c.local, Speaker: p.devices(c.shell.options.Devices).Speaker,
		Admit: c.admit, Language: string(c.texts.Language()),
	}
}

// start makes the invitation and sees the call through.
func (c *session) start(options direct.Options) {
	started, invite, err := direct.Start(c.ctx, options)
	if err != nil {
		c.fail("inviting to a call", err)
		return
	}
	c.do(func() { c.present(func() { c.window.Invite(invite.String()) }) })
	c.run(started)
}

// join takes up the invitation and sees the call through.
func (c *session) join(invite link.Invite, options direct.Options) {
	joined, err := direct.Join(c.ctx, invite, options)
	if err != nil {
		c.fail("joining a call", err)
		return
	}
	c.run(joined)
}

// run follows a call to its end, which comes with the session's context at the
// latest.
func (c *session) run(running *call.Call) {
	if file := c.shell.options.Stats; file != "" {
		c.shell.background.Go(func() { writeStats(running, file) })
	}
	for event := range running.Events() {
		c.do(func() { c.show(running, event) })
	}
	<-running.Done()
}

// show brings the window up to date with something that happened.
func (c *session) show(running *call.Call, event call.Event) {
	remote := running.Remote()
	media := remote.Media()
	c.window.ShowRemote(callui.Media{Camera: media.Camera, Microphone: media.Microphone})
	if event.Kind == call.SpeakerLost {
		slog.Error("playing sound", "error", event.Err)
		c.window.Notice("speaker", c.texts.Text("problem.no-speaker"))
	}
	if event.Kind != call.StateChanged {
		return
	}
	switch event.State {
	case call.Connected:
		who, _ := remote.Participant()
		c.present(func() { c.window.Connected(who.Name, remote.View(), running.Started(), remote.Painted) })
		c.shell.app.Driver().SetDisableScreenBlanking(true)
	case call.Reconnecting:
		c.present(c.window.Reconnecting)
	case call.Ended:
		c.shell.app.Driver().SetDisableScreenBlanking(false)
		if err := running.Err(); err != nil {
			slog.Error("call ended", "reason", running.EndReason(), "error", err)
		}
		c.ended(func() string { return c.farewell(running) })
	}
}

// farewell says how a call ended and how long it lasted.
func (c *session) farewell(ended *call.Call) string {
	words := c.texts.Text(EndKey(ended))
	if c.refused {
		words = c.texts.Text("call.guest-refused")
	}
	if started := ended.Started(); !started.IsZero() {
		words += " " + c.texts.Text("call.lasted", locales.Data{"Time": callui.Duration(c.lasted.Sub(started))})
	}
	return words
}

// fail ends a session that never became a call.
func (c *session) fail(doing string, err error) {
	if c.ctx.Err() != nil {
		return
	}
	slog.Error(doing, "error", err)
	c.do(func() { c.ended(func() string { return c.texts.Text(ProblemKey(err)) }) })
}

// ended shows the end; the window stays until the user closes it.
func (c *session) ended(words func() string) {
	c.over = true
	c.lasted = time.Now()
	c.shell.background.Go(c.local.Close)
	c.present(func() {
		c.window.Ended(words(), func() {
			c.close()
			c.shell.startCall()
		})
	})
}

// present shows something, and keeps how, to show it again in another language.
func (c *session) present(view func()) {
	c.view = view
	view()
}

// wait says what is being waited for.
func (c *session) wait(key string) {
	c.present(func() { c.window.Waiting(c.texts.Text(key)) })
}

// translate goes on in another language.
func (c *session) translate(texts *locales.Texts) {
	c.texts = texts
	c.window.Translate(texts)
	c.view()
	if !c.over {
		c.showDevices()
	}
}

// close ends the call, if there is one, and the window. The other side is told
// when the context ends.
func (c *session) close() {
	if c.shell.call != c {
		return
	}
	c.shell.call = nil
	c.cancel()
	c.window.Shut()
	c.shell.app.Driver().SetDisableScreenBlanking(false)
	c.shell.background.Go(c.local.Close)
	c.shell.callClosed()
}

// admit asks the user whether somebody may come in.
func (c *session) admit(ctx context.Context, who call.Participant) bool {
	answer := make(chan bool, 1)
	c.do(func() {
		c.present(func() {
			c.window.AskAdmit(who.Name, func(yes bool) {
				key := "call.connecting"
				if !yes {
					key, c.refused = "call.refusing", true
				}
				c.wait(key)
				select {
				case answer <- yes:
				default:
				}
			})
		})
	})
	select {
	case yes := <-answer:
		return yes
	case <-ctx.Done():
		return false
	}
}
