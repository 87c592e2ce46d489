package ui

import (
	"context"
	"log/slog"
	"time"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/media/audio"
	"hjemmekontor/meetings/media/video"
	callui "hjemmekontor/ui/call"
	"hjemmekontor/ui/settings"
)

// deviceTime is how long a device may take to open or to be found.
const deviceTime = 10 * time.Second

// noticeOf names the notice on a kind of device, so that one does not hide
// another.
var noticeOf = map[call.DeviceKind]string{call.Camera: "camera", call.Microphone: "microphone"}

// toggle switches this side's camera or microphone. While one is being
// switched, and after the call, pressing does nothing.
func (c *session) toggle(kind call.DeviceKind, on bool) {
	if c.switching[kind] || c.over {
		return
	}
	c.switching[kind] = true
	c.window.Notice(noticeOf[kind], "")
	set := c.local.SetCamera
	if kind == call.Microphone {
		set = c.local.SetMicrophone
	}
	c.shell.background.Go(func() {
		ctx, cancel := context.WithTimeout(c.ctx, deviceTime)
		defer cancel()
		err := set(ctx, on)
		c.do(func() {
			delete(c.switching, kind)
			c.showDevice(kind, err)
		})
	})
}

// showDevice shows which devices are on, and what is wrong with one of them.
func (c *session) showDevice(kind call.DeviceKind, err error) {
	if c.over {
		return
	}
	if err != nil {
		slog.Error("using a device", "kind", noticeOf[kind], "error", err)
		c.window.Notice(noticeOf[kind], c.texts.Text(ProblemKey(err)))
	}
	c.showDevices()
}

func (c *session) showDevices() {
	c.window.ShowLocal(callui.Media{Camera: c.local.CameraOn(), Microphone: c.local.MicrophoneOn()})
}

// watchDevices tells of devices that fail while they are on.
func (c *session) watchDevices() {
	for {
		select {
		case <-c.ctx.Done():
			return
		case lost := <-c.local.Lost():
			c.do(func() { c.showDevice(lost.Kind, lost.Err) })
		}
	}
}

// findDevices looks for the machine's devices and shows them in the settings.
func (s *shell) findDevices(screen *settings.Screen) {
	s.background.Go(func() {
		ctx, cancel := context.WithTimeout(s.ctx, deviceTime)
		defer cancel()
		seen := cameras(ctx)
		microphones, speakers, err := audio.Devices(ctx)
		if err != nil {
			slog.Warn("looking for sound devices", "error", err)
		}
		s.do(func() {
			p := s.preferences
			screen.ShowDevices(settings.Present{
				Cameras:     settings.Kind{Chosen: p.camera, Devices: seen},
				Microphones: settings.Kind{Chosen: p.microphone, Devices: named(microphones)},
				Speakers:    settings.Kind{Chosen: p.speaker, Devices: named(speakers)},
			})
		})
	})
}

func cameras(ctx context.Context) []settings.Device {
	found, err := video.Devices(ctx)
	if err != nil {
		slog.Warn("looking for cameras", "error", err)
	}
	devices := make([]settings.Device, len(found))
	for i, d := range found {
		devices[i] = settings.Device{ID: d.ID, Name: d.Name}
	}
	return devices
}

func named(found []audio.Device) []settings.Device {
	devices := make([]settings.Device, len(found))
	for i, d := range found {
		devices[i] = settings.Device{ID: d.Name, Name: d.Name}
	}
	return devices
}
