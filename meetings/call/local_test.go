package call

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hjemmekontor/meetings/media/audio"
	"hjemmekontor/meetings/media/video"
)

func TestPreviewBeforeACall(t *testing.T) {
	local := NewLocal(Devices{Camera: "pattern", Microphone: "tone"})
	defer local.Close()
	if local.MediaState() != (MediaState{}) {
		t.Fatal("something is on from the beginning")
	}
	local.View().SetSize(320, 180)
	for _, set := range []func(context.Context, bool) error{local.SetCamera, local.SetMicrophone} {
		if err := errors.Join(set(t.Context(), true), set(t.Context(), true)); err != nil {
			t.Fatal(err)
		}
	}
	eventually(t, "a picture", func() bool { img, _ := local.View().Newest(); return img != nil })
	eventually(t, "a tone", func() bool { return local.LevelDB() > -40 })

	if err := errors.Join(local.SetCamera(t.Context(), false), local.SetMicrophone(t.Context(), false)); err != nil {
		t.Fatal(err)
	}
	img, seq := local.View().Newest()
	if img != nil || local.LevelDB() != audio.SilenceDB || local.MediaState() != (MediaState{}) {
		t.Errorf("off, but picture %v, %v dB, %+v", img != nil, local.LevelDB(), local.MediaState())
	}
	time.Sleep(100 * time.Millisecond)
	if _, later := local.View().Newest(); later != seq {
		t.Error("pictures are still captured")
	}
	local.Close()
	if err := local.SetCamera(t.Context(), true); !errors.Is(err, ErrClosed) {
		t.Errorf("opened after Close: %v", err)
	}
}

func TestDevicesThatCannotBeOpened(t *testing.T) {
	notAFilm := filepath.Join(t.TempDir(), "film.y4m")
	if err := os.WriteFile(notAFilm, []byte("<html>"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name    string
		devices Devices
		set     func(*Local) error
		want    error
	}{
		{"no camera wanted", Devices{Camera: "none"}, setCamera, video.ErrNone},
		{"no microphone wanted", Devices{Microphone: "none"}, setMicrophone, audio.ErrNoMicrophone},
		{"film that is none", Devices{Camera: notAFilm}, setCamera, video.ErrBadFile},
		{"sound file that is not there", Devices{Microphone: notAFilm + ".wav"}, setMicrophone, audio.ErrBadFile},
	} {
		t.Run(test.name, func(t *testing.T) {
			local := NewLocal(test.devices)
			defer local.Close()
			if err := test.set(local); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
			if local.MediaState() != (MediaState{}) {
				t.Errorf("on: %+v", local.MediaState())
			}
		})
	}
}

func setCamera(l *Local) error     { return l.SetCamera(context.Background(), true) }
func setMicrophone(l *Local) error { return l.SetMicrophone(context.Background(), true) }

func TestDeviceThatFailsIsReportedAndOff(t *testing.T) {
	local := NewLocal(Devices{Camera: "pattern"})
	defer local.Close()
	e, transport := newTestEngine(t, local)
	if err := setCamera(local); err != nil {
		t.Fatal(err)
	}
	local.fail(t.Context(), Camera, &local.camera, video.ErrGone) // as the goroutine that reads it does
	lost := <-local.Lost()
	if lost.Kind != Camera || !errors.Is(lost.Err, video.ErrGone) || local.CameraOn() {
		t.Errorf("lost %+v, on %v", lost, local.CameraOn())
	}
	e.HangUp()
	<-e.Call().Done()
	if got := transport.media; len(got) != 2 || !got[0].Camera || got[1].Camera {
		t.Errorf("the other side was told %+v", got)
	}
	if err := setCamera(local); err != nil || !local.CameraOn() {
		t.Errorf("cannot be switched on again: %v", err)
	}
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !so(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}
