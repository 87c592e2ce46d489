package video

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"sync"
	"syscall"
	"time"

	"github.com/pion/mediadevices/pkg/driver"
	"github.com/pion/mediadevices/pkg/driver/availability"
	"github.com/pion/mediadevices/pkg/frame"
	mediavideo "github.com/pion/mediadevices/pkg/io/video"
	"github.com/pion/mediadevices/pkg/prop"

	"hjemmekontor/meetings/media/video/yuv"
)

const (
	// silenceLimit is how long a camera may deliver nothing before it counts as
	// gone. Some systems say nothing when a camera is unplugged.
	silenceLimit = 5 * time.Second
	// faultPause keeps a camera that fails again and again from spinning.
	faultPause = 10 * time.Millisecond
)

// cameraSource is an open camera. A goroutine of its own, pump, takes pictures
// as they come, since the drivers cannot be interrupted and hold few buffers;
// Read gets the newest.
type cameraSource struct {
	driver driver.Driver
	format Format
	jpeg   bool

	pumping sync.WaitGroup
	once    sync.Once
	closed  chan struct{}
	fresh   chan struct{} // holds one token when latest has not been read
	gone    chan struct{} // closed when pump has ended

	mu     sync.Mutex
	latest Frame
	fault  error // why pump ended
}

// openCamera opens the camera that spec names, or the first that opens. ctx is
// looked at between the steps; a driver call itself cannot be interrupted.
func openCamera(ctx context.Context, spec string, want Format) (Source, error) {
	candidates, err := system.find(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("opening camera %q: %w", spec, err)
	}
	var fault error
	for _, d := range candidates {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		source, err := startCamera(d, want)
		if err == nil {
			return source, nil
		}
		// A node that is no camera at all says less than a camera in use.
		if fault == nil || errors.Is(err, ErrBusy) || errors.Is(err, ErrDenied) {
			fault = err
		}
	}
	return nil, fmt.Errorf("opening camera %q: %w", spec, fault)
}

func startCamera(d driver.Driver, want Format) (*cameraSource, error) {
	recorder, ok := d.(driver.VideoRecorder)
	if !ok {
		return nil, ErrNoCamera
	}
	if err := d.Open(); err != nil {
		return nil, reason(d, err)
	}
	mode, ok := choose(d.Properties(), want)
	if !ok {
		_ = d.Close()
		return nil, fmt.Errorf("no mode that we can use: %w", ErrNoCamera)
	}
	reader, err := recorder.VideoRecord(mode)
	if err != nil {
		_ = d.Close()
		return nil, reason(d, err)
	}
	s := newCameraSource(d, mode, want.FrameRate)
	s.pumping.Go(func() { s.pump(reader) })
	return s, nil
}

func newCameraSource(d driver.Driver, mode prop.Media, frameRate float64) *cameraSource {
	if mode.FrameRate > 0 {
		frameRate = float64(mode.FrameRate)
	}
	return &cameraSource{
		driver: d,
		format: Format{Width: mode.Width, Height: mode.Height, FrameRate: frameRate},
		jpeg:   mode.FrameFormat == frame.FormatMJPEG,
		closed: make(chan struct{}),
		fresh:  make(chan struct{}, 1),
		gone:   make(chan struct{}),
	}
}

// reason puts a driver's error into our words. Some drivers keep only the text
// of the system's error, so a camera is asked whether another program has it.
func reason(d driver.Driver, err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", ErrDenied, err)
	case errors.Is(err, syscall.EBUSY):
		return fmt.Errorf("%w: %w", ErrBusy, err)
	case unplugged(err):
		return fmt.Errorf("%w: %w", ErrGone, err)
	}
	if _, state := driver.IsAvailable(d); errors.Is(state, availability.ErrBusy) {
		return fmt.Errorf("%w: %w", ErrBusy, err)
	}
	return fmt.Errorf("%w: %w", ErrNoCamera, err)
}

// unplugged reports whether err is final: the device is not there any more.
func unplugged(err error) bool {
	for _, final := range []error{io.EOF, syscall.ENODEV, syscall.ENXIO, syscall.EBADF, fs.ErrNotExist} {
		if errors.Is(err, final) {
			return true
		}
	}
	return false
}

// pump takes pictures until the camera is closed or gone. A picture that does
// not decode, as the first ones of many webcams, is passed over.
func (s *cameraSource) pump(reader mediavideo.Reader) {
	defer close(s.gone)
	var work Frame
	lastGood := time.Now()
	for {
		err := s.take(reader, &work)
		switch {
		case s.isClosed():
			return
		case err == nil:
			lastGood = time.Now()
			s.publish(&work)
		case unplugged(err) || time.Since(lastGood) > silenceLimit:
			s.fail(err)
			return
		default:
			time.Sleep(faultPause)
		}
	}
}

// take reads one picture from the driver and converts it.
func (s *cameraSource) take(reader mediavideo.Reader, dst *Frame) error {
	img, release, err := reader.Read()
	if release != nil {
		defer release()
	}
	if err != nil {
		return err
	}
	dst.Captured = time.Now()
	size := img.Bounds().Size()
	if size.X > MaxWidth || size.Y > MaxHeight {
		return fmt.Errorf("picture of %d×%d", size.X, size.Y)
	}
	if dst.Image == nil {
		dst.Image = new(image.YCbCr)
	}
	return yuv.From(dst.Image, img, s.jpeg)
}

// publish makes work the latest picture and takes the one before in exchange,
// to be overwritten.
func (s *cameraSource) publish(work *Frame) {
	s.mu.Lock()
	*work, s.latest = s.latest, *work
	s.mu.Unlock()
	select {
	case s.fresh <- struct{}{}:
	default:
	}
}

func (s *cameraSource) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fault = err
}

func (s *cameraSource) isClosed() bool {
	select {
	case <-s.closed:
		return true
	default:
		return false
	}
}

func (s *cameraSource) Read(ctx context.Context, dst *Frame) error {
	if s.isClosed() {
		return ErrClosed
	}
	silence := time.NewTimer(silenceLimit)
	defer silence.Stop()
	select {
	case <-s.closed:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	case <-s.fresh:
		return s.copyLatest(dst)
	case <-s.gone:
		return s.why()
	case <-silence.C:
		return fmt.Errorf("reading camera: %w: nothing for %v", ErrGone, silenceLimit)
	}
}

func (s *cameraSource) copyLatest(dst *Frame) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	size := s.latest.Image.Rect.Size()
	dst.ScaleFrom(&s.latest, size.X, size.Y)
	return nil
}

// why tells a camera that was closed from one that went.
func (s *cameraSource) why() error {
	if s.isClosed() {
		return ErrClosed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return fmt.Errorf("reading camera: %w: %w", ErrGone, s.fault)
}

func (s *cameraSource) Format() Format { return s.format }

// Close stops the camera and waits for its goroutine, which a driver may hold
// until its next picture.
func (s *cameraSource) Close() (err error) {
	s.once.Do(func() {
		close(s.closed)
		err = s.driver.Close()
		s.pumping.Wait()
	})
	return err
}
