package call

import (
	"context"
	"sync/atomic"
	"time"

	"hjemmekontor/meetings/media/audio"
	"hjemmekontor/meetings/media/video"
)

// wanted is the picture asked of a camera.
var wanted = video.Format{Width: 1280, Height: 720, FrameRate: 30}

// DeviceKind tells a camera from a microphone.
type DeviceKind int

// The kinds of devices that a Local holds.
const (
	Camera DeviceKind = iota + 1
	Microphone
)

// LostDevice says that a device that was on failed and is now off, as when it
// is unplugged.
type LostDevice struct {
	Kind DeviceKind
	Err  error
}

// MediaState is which of a participant's devices are on.
type MediaState struct {
	Camera, Microphone bool
}

// Local is this side's camera and microphone. It can be used before a call,
// to see oneself, and is handed to the call. Both devices are off until they
// are switched on, and while one is off it is closed: nothing is captured.
type Local struct {
	devices    Devices
	view       *video.View
	level      audio.Meter
	camera     deviceSwitch
	microphone deviceSwitch
	lost       chan LostDevice
	closed     atomic.Bool

	engine atomic.Pointer[Engine]
}

// NewLocal returns a Local with both devices off. Nothing is opened yet.
func NewLocal(devices Devices) *Local {
	return &Local{devices: devices, view: video.NewView(), lost: make(chan LostDevice, 4)}
}

// SetCamera switches the camera on or off. Opening may take seconds; ctx
// bounds it. When it returns after switching off, the device is closed and no
// picture will be sent. Errors are those of video.Open; video.ErrNone for the
// camera "none".
func (l *Local) SetCamera(ctx context.Context, on bool) error {
	if !on {
		l.camera.turnOff(l.changed)
		return nil
	}
	return l.camera.turnOn(l.closed.Load, l.changed, func() (func(context.Context), error) {
		source, err := video.Open(ctx, l.devices.Camera, wanted)
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) { l.readCamera(ctx, source) }, nil
	})
}

// SetMicrophone switches the microphone on or off, as SetCamera does. Errors
// are those of audio.OpenSource; audio.ErrNoMicrophone for "none".
func (l *Local) SetMicrophone(ctx context.Context, on bool) error {
	if !on {
		l.microphone.turnOff(l.changed)
		return nil
	}
	if l.devices.Microphone == audio.SpecNone {
		return audio.ErrNoMicrophone
	}
	return l.microphone.turnOn(l.closed.Load, l.changed, func() (func(context.Context), error) {
		source, err := audio.OpenSource(ctx, l.devices.Microphone)
		if err != nil {
			return nil, err
		}
		return func(ctx context.Context) { l.readMicrophone(ctx, source) }, nil
	})
}

// CameraOn tells whether the camera is on.
func (l *Local) CameraOn() bool { return l.camera.on.Load() }

// MicrophoneOn tells whether the microphone is on.
func (l *Local) MicrophoneOn() bool { return l.microphone.on.Load() }

// MediaState returns which devices are on.
func (l *Local) MediaState() MediaState {
	return MediaState{Camera: l.CameraOn(), Microphone: l.MicrophoneOn()}
}

// View shows what the camera sees, whether or not it is sent.
func (l *Local) View() *video.View { return l.view }

// LevelDB returns the level of the microphone over the last second in dBFS,
// audio.SilenceDB while it is off.
func (l *Local) LevelDB() float64 { return l.level.LevelDB() }

// Lost reports devices that failed while they were on. A reader is not needed.
func (l *Local) Lost() <-chan LostDevice { return l.lost }

// Close switches both devices off for good. A call that uses them goes on
// without.
func (l *Local) Close() {
	l.closed.Store(true)
	l.camera.turnOff(l.changed)
	l.microphone.turnOff(l.changed)
}

// attach makes e the call that is sent to.
func (l *Local) attach(e *Engine) error {
	if !l.engine.CompareAndSwap(nil, e) {
		return ErrInCall
	}
	return nil
}

// detach ends attach. Nothing is sent to the engine once it has returned,
// since its outputs are closed first.
func (l *Local) detach(e *Engine) { l.engine.CompareAndSwap(e, nil) }

// changed tells the call that a device was switched.
func (l *Local) changed() {
	if e := l.engine.Load(); e != nil {
		e.localChanged()
	}
}

// readCamera reads the camera until it ends or fails.
func (l *Local) readCamera(ctx context.Context, source video.Source) {
	defer func() {
		_ = source.Close() // nothing to be done about a device that is given up
		if e := l.engine.Load(); e != nil {
			e.videoOut.stop()
		}
		l.view.Blank()
	}()
	var frame video.Frame
	for {
		if err := source.Read(ctx, &frame); err != nil {
			l.fail(ctx, Camera, &l.camera, err)
			return
		}
		l.view.Put(&frame)
		if e := l.engine.Load(); e != nil {
			e.videoOut.frame(&frame)
		}
	}
}

// readMicrophone reads the microphone until it ends or fails.
func (l *Local) readMicrophone(ctx context.Context, source audio.Source) {
	defer func() {
		_ = source.Close()
		if e := l.engine.Load(); e != nil {
			e.audioOut.stop()
		}
		l.level.Reset()
	}()
	pcm := make([]int16, audio.FrameSamples)
	for {
		if err := source.Read(ctx, pcm); err != nil {
			l.fail(ctx, Microphone, &l.microphone, err)
			return
		}
		l.level.Write(pcm)
		if e := l.engine.Load(); e != nil {
			e.audioOut.frame(pcm, time.Now().Add(-audio.FrameDuration))
		}
	}
}

// fail marks a device as off that stopped by itself.
func (l *Local) fail(ctx context.Context, kind DeviceKind, s *deviceSwitch, err error) {
	if ctx.Err() != nil {
		return // switched off
	}
	s.on.Store(false)
	select {
	case l.lost <- LostDevice{Kind: kind, Err: err}:
	default:
	}
	l.changed()
}
