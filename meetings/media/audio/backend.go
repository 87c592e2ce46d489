package audio

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
	"unsafe"

	"github.com/gen2brain/malgo"
)

// openTimeout bounds how long the system may take to list or open devices; a
// sound server that does not answer would otherwise hold the caller for ever.
const openTimeout = 5 * time.Second

// devicePeriod is how much a device takes or gives at a time: 20 ms, since
// shorter ones crackle on PipeWire.
const devicePeriod = FrameSamples

// alsaDevices lists what ALSA could play on.
const alsaDevices = "/proc/asound/pcm"

// backends are the sound systems to try, in this order. Left out are
// miniaudio's last resort, a device that plays nothing, since a machine without
// sound has to say so; and what would print complaints of its own where it
// finds nothing: JACK, and ALSA without a sound card.
func backends() []malgo.Backend {
	list := []malgo.Backend{
		malgo.BackendWasapi, malgo.BackendDsound, malgo.BackendWinmm,
		malgo.BackendCoreaudio,
		malgo.BackendSndio, malgo.BackendAudio4, malgo.BackendOss,
		malgo.BackendPulseaudio,
	}
	if cards, err := os.ReadFile(alsaDevices); err == nil && len(cards) > 0 {
		list = append(list, malgo.BackendAlsa)
	}
	return list
}

// connection is one connection to the sound system. Each opened device has its
// own, so that a sound server that restarts does not leave a dead one behind.
type connection struct {
	context *malgo.AllocatedContext
}

func connect() (*connection, error) {
	name := []byte("Hjemmekontor\x00") // what the system's mixer shows
	var pinner runtime.Pinner
	pinner.Pin(&name[0])
	defer pinner.Unpin()

	var config malgo.ContextConfig
	config.Pulse.PApplicationName = &name[0]
	inner, err := malgo.InitContext(backends(), config, nil)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoSoundSystem, err)
	}
	return &connection{inner}, nil
}

func (c *connection) close() {
	// There is nothing that could be done about an error here.
	_ = c.context.Uninit()
	c.context.Free()
}

// list returns the devices of one kind, malgo.Capture or malgo.Playback.
func (c *connection) list(kind malgo.DeviceType) ([]malgo.DeviceInfo, error) {
	infos, err := c.context.Devices(kind)
	if err != nil {
		return nil, fmt.Errorf("%w: listing devices: %w", ErrNoSoundSystem, err)
	}
	return infos, nil
}

// find returns the device of that name, or nil if there is none. Where several
// bear the same name, or it is awkward to type, the system's own short name
// serves too.
func find(infos []malgo.DeviceInfo, name string) *malgo.DeviceInfo {
	for _, matches := range []func(info *malgo.DeviceInfo) bool{
		func(info *malgo.DeviceInfo) bool { return info.Name() == name },
		func(info *malgo.DeviceInfo) bool { return systemName(info) == name },
		func(info *malgo.DeviceInfo) bool { return strings.EqualFold(info.Name(), name) },
	} {
		for i := range infos {
			if matches(&infos[i]) {
				return &infos[i]
			}
		}
	}
	return nil
}

// systemName is the name by which PulseAudio and ALSA know a device.
func systemName(info *malgo.DeviceInfo) string {
	name, _, _ := strings.Cut(string(info.ID[:]), "\x00")
	return name
}

// initDevice opens a device; info nil is the default one.
func (c *connection) initDevice(kind malgo.DeviceType, info *malgo.DeviceInfo, callbacks malgo.DeviceCallbacks) (*malgo.Device, error) {
	config := malgo.DefaultDeviceConfig(kind)
	config.SampleRate = SampleRate
	config.PeriodSizeInFrames = devicePeriod
	config.Periods = 4

	half := &config.Capture
	if kind == malgo.Playback {
		half = &config.Playback
	}
	half.Format = malgo.FormatS16
	half.Channels = 1
	if info != nil {
		var pinner runtime.Pinner
		pinner.Pin(&info.ID)
		defer pinner.Unpin()
		half.DeviceID = unsafe.Pointer(&info.ID)
	}
	return malgo.InitDevice(c.context.Context, config, callbacks)
}

// explain adds what a screen can choose words by to an error of miniaudio; none
// is the error for a default device that is not there.
func explain(err, none error) error {
	switch {
	case errors.Is(err, malgo.ErrAccessDenied):
		return fmt.Errorf("%w: %w", ErrNotAllowed, err)
	case errors.Is(err, malgo.ErrBusy), errors.Is(err, malgo.ErrAlreadyInUse):
		return fmt.Errorf("%w: %w", ErrInUse, err)
	case errors.Is(err, malgo.ErrNoDevice), errors.Is(err, malgo.ErrDoesNotExist),
		errors.Is(err, malgo.ErrFailedToOpenBackendDevice):
		return fmt.Errorf("%w: %w", none, err)
	}
	return err
}

func listDevices(ctx context.Context) (microphones, speakers []Device, err error) {
	type lists struct{ microphones, speakers []Device }
	found, err := within(ctx, func() (lists, error) {
		c, err := connect()
		if err != nil {
			return lists{}, err
		}
		defer c.close()
		captures, err := c.list(malgo.Capture)
		if err != nil {
			return lists{}, err
		}
		playbacks, err := c.list(malgo.Playback)
		if err != nil {
			return lists{}, err
		}
		return lists{describe(captures), describe(playbacks)}, nil
	}, func(lists) {})
	return found.microphones, found.speakers, err
}

func describe(infos []malgo.DeviceInfo) []Device {
	devices := make([]Device, len(infos))
	for i := range infos {
		devices[i] = Device{Name: infos[i].Name(), Default: infos[i].IsDefault != 0}
	}
	return devices
}

// within runs work, which may hang in the sound system, and returns its result,
// or sooner when the context or openTimeout ends. A result that comes too late
// is given to discard; the goroutine ends when the sound system answers.
func within[T any](ctx context.Context, work func() (T, error), discard func(T)) (T, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, openTimeout, ErrNoSoundSystem)
	defer cancel()
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome)
	go func() {
		value, err := work()
		select {
		case done <- outcome{value, err}:
		case <-ctx.Done():
			if err == nil {
				discard(value)
			}
		}
	}()
	select {
	case result := <-done:
		return result.value, result.err
	case <-ctx.Done():
		var none T
		return none, fmt.Errorf("waiting for the sound system: %w", context.Cause(ctx))
	}
}
