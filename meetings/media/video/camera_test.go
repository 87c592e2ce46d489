package video

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"io/fs"
	"slices"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/pion/mediadevices/pkg/driver"
	"github.com/pion/mediadevices/pkg/driver/availability"
	"github.com/pion/mediadevices/pkg/frame"
	mediavideo "github.com/pion/mediadevices/pkg/io/video"
	"github.com/pion/mediadevices/pkg/prop"
)

// webcam stands in for the hardware: it registers with the driver library as
// a real camera does and hands the library's own decoders raw pictures, since
// no test machine can be relied on to have a camera, or to have one unplugged.
type webcam struct {
	label, name string
	priority    driver.Priority
	modes       []prop.Media
	pictures    chan any // []byte as the hardware sends it, or an error
	openErr     error
	recordErr   error
	available   error

	mu     sync.Mutex
	closed chan struct{}
	mode   prop.Media
}

func (w *webcam) Open() error {
	if w.openErr != nil {
		return w.openErr
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed != nil {
		return syscall.EBUSY
	}
	w.closed = make(chan struct{})
	return nil
}

func (w *webcam) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed != nil {
		close(w.closed)
		w.closed = nil
	}
	return nil
}

func (w *webcam) Properties() []prop.Media { return w.modes }

func (w *webcam) IsAvailable() (bool, error) { return w.available == nil, w.available }

func (w *webcam) VideoRecord(mode prop.Media) (mediavideo.Reader, error) {
	if w.recordErr != nil {
		return nil, w.recordErr
	}
	decoder, err := frame.NewDecoder(mode.FrameFormat)
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.mode = mode
	closed := w.closed
	return mediavideo.ReaderFunc(func() (image.Image, func(), error) {
		select {
		case <-closed:
			return nil, func() {}, io.EOF
		case picture := <-w.pictures:
			if err, ok := picture.(error); ok {
				return nil, func() {}, err
			}
			return decoder.Decode(picture.([]byte), mode.Width, mode.Height)
		}
	}), nil
}

// withCameras makes these the cameras of the machine while the test runs.
func withCameras(t *testing.T, webcams ...*webcam) {
	t.Helper()
	manager := driver.GetManager()
	unregister := func() {
		for _, d := range manager.Query(driver.FilterVideoRecorder()) {
			manager.Delete(d.ID())
		}
	}
	before := system
	t.Cleanup(func() {
		unregister()
		system = before
	})
	system = &cameras{scan: func() {
		unregister()
		for _, w := range webcams {
			info := driver.Info{Label: w.label, Name: w.name, DeviceType: driver.Camera, Priority: w.priority}
			if err := manager.Register(w, info); err != nil {
				t.Error(err)
			}
		}
	}}
}

func mode(w, h int, format frame.Format, rate float32) prop.Media {
	return prop.Media{Video: prop.Video{Width: w, Height: h, FrameFormat: format, FrameRate: rate}}
}

func newWebcam(label, name string, modes ...prop.Media) *webcam {
	return &webcam{label: label, name: name, modes: modes, pictures: make(chan any, 1000)}
}

// raw is a picture of 32 by 16 pixels with luma 100, Cb 110 and Cr 150 as a
// camera sends it.
func raw(t *testing.T, format frame.Format) []byte {
	t.Helper()
	const pixels = 32 * 16
	repeat := func(n int, b ...byte) []byte { return bytes.Repeat(b, n) }
	switch format {
	case frame.FormatI420:
		return slices.Concat(repeat(pixels, 100), repeat(pixels/4, 110), repeat(pixels/4, 150))
	case frame.FormatNV12:
		return slices.Concat(repeat(pixels, 100), repeat(pixels/4, 110, 150))
	case frame.FormatNV21:
		return slices.Concat(repeat(pixels, 100), repeat(pixels/4, 150, 110))
	case frame.FormatYUYV, frame.FormatYUY2:
		return repeat(pixels/2, 100, 110, 100, 150)
	case frame.FormatUYVY:
		return repeat(pixels/2, 110, 100, 150, 100)
	case frame.FormatMJPEG:
		// In full range, which is how JPEG has the same colour.
		img := image.NewNRGBA(image.Rect(0, 0, 32, 16))
		r, g, b := color.YCbCrToRGB(98, 107, 153)
		for i := 0; i < len(img.Pix); i += 4 {
			copy(img.Pix[i:], []byte{r, g, b, 255})
		}
		var out bytes.Buffer
		if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 100}); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	t.Fatalf("no picture for %v", format)
	return nil
}

func TestEveryPixelFormatBecomesI420(t *testing.T) {
	for _, format := range []frame.Format{
		frame.FormatI420, frame.FormatNV12, frame.FormatNV21, frame.FormatYUYV,
		frame.FormatYUY2, frame.FormatUYVY, frame.FormatMJPEG,
	} {
		t.Run(string(format), func(t *testing.T) {
			w := newWebcam("cam", "Cam", mode(32, 16, format, 30))
			withCameras(t, w)
			source := open(t, "", Format{32, 16, 30})
			w.pictures <- raw(t, format)
			var got Frame
			if err := source.Read(t.Context(), &got); err != nil {
				t.Fatal(err)
			}
			if got.Image.Rect != image.Rect(0, 0, 32, 16) || got.Captured.IsZero() {
				t.Fatalf("bounds %v, captured %v", got.Image.Rect, got.Captured)
			}
			for i, plane := range [][]byte{got.Image.Y, got.Image.Cb, got.Image.Cr} {
				want := []int{100, 110, 150}[i]
				for _, v := range plane {
					if int(v) < want-2 || int(v) > want+2 {
						t.Fatalf("plane %d holds %d, want %d", i, v, want)
					}
				}
			}
		})
	}
}

func TestReadGetsTheNewestPicture(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWebcam("cam", "Cam", mode(32, 16, frame.FormatI420, 30))
		withCameras(t, w)
		source := open(t, "", Format{})
		for _, luma := range []byte{40, 50, 60} {
			w.pictures <- bytes.Repeat([]byte{luma}, 32*16*3/2)
		}
		synctest.Wait()
		var got Frame
		if err := source.Read(t.Context(), &got); err != nil {
			t.Fatal(err)
		}
		if got.Image.Y[0] != 60 {
			t.Errorf("luma %d, want the newest, 60", got.Image.Y[0])
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := source.Read(ctx, &got); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("without a new picture: %v, want context.DeadlineExceeded", err)
		}
		_ = source.Close()
		if err := source.Read(t.Context(), &got); !errors.Is(err, ErrClosed) {
			t.Errorf("after Close: %v, want ErrClosed", err)
		}
	})
}

func TestUnpluggedCameraIsGone(t *testing.T) {
	for name, unplug := range map[string]func(*webcam){
		"system says so": func(w *webcam) { w.pictures <- syscall.ENODEV },
		"driver ends":    func(w *webcam) { w.pictures <- io.EOF },
		"silence":        func(*webcam) {},
		"only faults": func(w *webcam) {
			for range 1000 {
				w.pictures <- errors.New("empty frame")
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWebcam("cam", "Cam", mode(32, 16, frame.FormatYUYV, 30))
				withCameras(t, w)
				source := open(t, "", Format{})
				unplug(w)
				var got Frame
				start := time.Now()
				err := source.Read(t.Context(), &got)
				if !errors.Is(err, ErrGone) {
					t.Errorf("%v, want ErrGone", err)
				}
				if took := time.Since(start); took > silenceLimit+time.Second {
					t.Errorf("noticed after %v", took)
				}
				if err := source.Close(); err != nil {
					t.Error(err)
				}
			})
		})
	}
}

func TestBadPicturesArePassedOver(t *testing.T) {
	w := newWebcam("cam", "Cam", mode(32, 16, frame.FormatMJPEG, 30))
	withCameras(t, w)
	source := open(t, "", Format{})
	good := raw(t, frame.FormatMJPEG)
	for _, picture := range []any{
		[]byte{}, []byte("no picture"), good[:len(good)/2], errors.New("empty frame"), good,
	} {
		w.pictures <- picture
	}
	var got Frame
	if err := source.Read(t.Context(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Image.Rect.Dx() != 32 {
		t.Errorf("bounds %v", got.Image.Rect)
	}
}

func TestWhyACameraDoesNotOpen(t *testing.T) {
	usable := mode(640, 480, frame.FormatYUYV, 30)
	for _, test := range []struct {
		name   string
		webcam *webcam
		want   error
	}{
		{"no permission", &webcam{openErr: &fs.PathError{Op: "open", Path: "/dev/video0", Err: syscall.EACCES}}, ErrDenied},
		{"busy", &webcam{openErr: syscall.EBUSY}, ErrBusy},
		{"busy in words", &webcam{modes: []prop.Media{usable}, recordErr: errors.New("device or resource busy"), available: availability.ErrBusy}, ErrBusy},
		{"just unplugged", &webcam{openErr: syscall.ENODEV}, ErrGone},
		{"no camera", &webcam{openErr: errors.New("not a video capture device")}, ErrNoCamera},
		{"no mode", &webcam{modes: []prop.Media{mode(640, 480, frame.FormatZ16, 30), mode(641, 480, frame.FormatI420, 30)}}, ErrNoCamera},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.webcam.label, test.webcam.name = "cam", "Cam"
			withCameras(t, test.webcam)
			for _, spec := range []string{"", "Cam"} {
				if _, err := Open(t.Context(), spec, Format{}); !errors.Is(err, test.want) {
					t.Errorf("Open(%q): %v, want %v", spec, err, test.want)
				}
			}
		})
	}
}

func TestDefaultCameraIsTheFirstThatOpens(t *testing.T) {
	usable := mode(32, 16, frame.FormatI420, 30)
	node := newWebcam("a-index1;video1", ";")
	node.openErr = errors.New("not a video capture device")
	busy := newWebcam("b;video0", "Built-in;usb", usable)
	busy.openErr, busy.priority = syscall.EBUSY, driver.PriorityHigh
	free := newWebcam("c;video2", "Desk;usb", usable)
	withCameras(t, node, busy, free)
	source := open(t, "", Format{})
	free.pictures <- raw(t, frame.FormatI420)
	if err := source.Read(t.Context(), new(Frame)); err != nil {
		t.Error(err)
	}
	withCameras(t, node, busy)
	if _, err := Open(t.Context(), "", Format{}); !errors.Is(err, ErrBusy) {
		t.Errorf("%v, want the telling error, ErrBusy", err)
	}
}

func TestDevicesAreListedAndFound(t *testing.T) {
	usable := mode(32, 16, frame.FormatI420, 30)
	withCameras(t,
		newWebcam("usb-B-index0;video2", "Desk Cam;usb-2", usable),
		newWebcam("usb-A-index0;video0", "Built-in;usb-1", usable),
		newWebcam("usb-A-index1;video1", ";"),
		newWebcam(`@device:pnp:\\?\usb#vid_046d`, "Desk Cam", usable),
	)
	devices, err := Devices(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []Device{
		{`@device:pnp:\\?\usb#vid_046d`, "Desk Cam"},
		{"usb-A-index0", "Built-in"},
		{"usb-B-index0", "Desk Cam"},
	}
	if !slices.Equal(devices, want) {
		t.Errorf("%v\nwant %v", devices, want)
	}
	for _, spec := range []string{"usb-B-index0", "Desk Cam", "built-in", "/dev/video2", `@device:pnp:\\?\usb#vid_046d`} {
		source := open(t, spec, Format{})
		if _, err := Open(t.Context(), spec, Format{}); !errors.Is(err, ErrBusy) {
			t.Errorf("Open(%q) twice: %v, want ErrBusy", spec, err)
		}
		if err := source.Close(); err != nil {
			t.Error(err)
		}
	}
	for _, spec := range []string{"usb-C", "video2", "Desk", " "} {
		if _, err := Open(t.Context(), spec, Format{}); !errors.Is(err, ErrUnknownCamera) {
			t.Errorf("Open(%q): %v, want ErrUnknownCamera", spec, err)
		}
	}
}

// The real drivers must come through a scan with whatever this machine has.
func TestScanningTheMachine(t *testing.T) {
	for range 2 {
		devices, err := Devices(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, d := range devices {
			if d.ID == "" || d.Name == "" || seen[d.ID] {
				t.Errorf("device %+v has no id or name, or comes twice", d)
			}
			seen[d.ID] = true
		}
	}
}

func TestChoosingAMode(t *testing.T) {
	// What a common webcam offers: raw pictures only slowly beyond 640×480.
	webcam := []prop.Media{
		mode(640, 480, frame.FormatYUYV, 30), mode(640, 360, frame.FormatYUYV, 30),
		mode(1280, 720, frame.FormatYUYV, 10), mode(1920, 1080, frame.FormatYUYV, 5),
		mode(640, 360, frame.FormatMJPEG, 30), mode(1280, 720, frame.FormatMJPEG, 30),
		mode(1280, 720, frame.FormatMJPEG, 60), mode(1920, 1080, frame.FormatMJPEG, 30),
	}
	for _, test := range []struct {
		name  string
		modes []prop.Media
		wish  Format
		want  prop.Media
	}{
		{"720p comes as JPEG", webcam, Format{1280, 720, 30}, webcam[5]},
		{"360p comes raw", webcam, Format{640, 360, 30}, webcam[1]},
		{"slow is enough", webcam, Format{1280, 720, 10}, webcam[2]},
		{"fast", webcam, Format{1280, 720, 60}, webcam[6]},
		{"rather larger than smaller", webcam[:4:4], Format{800, 600, 5}, mode(1280, 720, frame.FormatYUYV, 10)},
		{"rates unknown", []prop.Media{mode(640, 480, frame.FormatNV12, 0), mode(1280, 720, frame.FormatYUY2, 0)}, Format{1280, 720, 30}, mode(1280, 720, frame.FormatYUY2, 0)},
	} {
		if got, ok := choose(test.modes, test.wish); !ok || got != test.want {
			t.Errorf("%s: chose %d×%d %s at %g", test.name, got.Width, got.Height, got.FrameFormat, got.FrameRate)
		}
	}
	if _, ok := choose(nil, Format{1280, 720, 30}); ok {
		t.Error("chose from nothing")
	}
}
