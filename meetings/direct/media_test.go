package direct

import (
	"errors"
	"testing"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/media/audio"
)

func TestPictureAndSoundBothWays(t *testing.T) {
	kari, ola := pair(t)
	for _, s := range []*side{kari, ola} {
		s.watch()
		s.switchOn()
	}
	for _, s := range []*side{kari, ola} {
		s.seesMovement()
		s.hears()
	}
	if p, ok := kari.call.Remote().Participant(); !ok || p.Name != "Ola" || p.ID == "" {
		t.Errorf("Kari sees %+v", p)
	}
	if p, ok := ola.call.Remote().Participant(); !ok || p.Name != "Kari" || p.ID == "" {
		t.Errorf("Ola sees %+v", p)
	}
	ola.call.HangUp()
	ola.waitEnd(call.HungUp)
	kari.waitEnd(call.RemoteHungUp)
	if kari.local.MediaState() != (call.MediaState{Camera: true, Microphone: true}) {
		t.Error("the end of a call switched devices off that belong to the caller")
	}
}

func TestDevicesOnBeforeTheCall(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	forKari, forOla := kari.options("Kari"), ola.options("Ola")
	kari.switchOn()
	ola.switchOn()
	connect(t, kari, ola, forKari, forOla)
	kari.watch()
	ola.watch()
	kari.seesMovement()
	ola.seesMovement()
	ola.hears()
}

func TestMuteIsToldAndSilent(t *testing.T) {
	kari, ola := pair(t)
	kari.switchOn()
	ola.eventually("Kari unmuted", func() bool { return !ola.call.Remote().Muted() })
	ola.hears()
	if err := kari.local.SetMicrophone(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	ola.eventually("Kari muted", func() bool { return ola.call.Remote().Muted() })
	ola.eventually("silence", func() bool { return ola.call.Remote().LevelDB() == audio.SilenceDB })
	ola.eventually("nothing on the wire", func() bool {
		stats := ola.call.Stats()
		return len(stats.Peers) == 1 && stats.Peers[0].Audio.Kbps == 0
	})
	if err := kari.local.SetMicrophone(t.Context(), true); err != nil {
		t.Fatal(err)
	}
	ola.eventually("Kari unmuted again", func() bool { return !ola.call.Remote().Muted() })
	ola.hears()
}

func TestCameraOffIsToldAndNothingCaptured(t *testing.T) {
	kari, ola := pair(t)
	ola.watch()
	kari.switchOn()
	ola.seesMovement()
	for range 2 {
		if err := kari.local.SetCamera(t.Context(), false); err != nil {
			t.Fatal(err)
		}
		ola.eventually("camera off", func() bool { return ola.call.Remote().CameraOff() })
		if img, _ := ola.call.Remote().View().Newest(); img != nil {
			t.Error("the last picture stays")
		}
		kari.eventually("nothing captured", func() bool {
			sent := kari.call.Stats().Local.Video
			return sent.Captured == 0 && sent.Encoded == 0 && sent.Kbps == 0
		})
		if err := kari.local.SetCamera(t.Context(), true); err != nil {
			t.Fatal(err)
		}
		ola.seesMovement()
	}
}

func TestNeitherCameraNorMicrophone(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	forOla := ola.options("Ola")
	forOla.Local = nil
	connect(t, kari, ola, kari.options("Kari"), forOla)
	ola.watch()
	kari.waitState(call.Connected)
	kari.switchOn()
	ola.seesMovement()
	ola.hears()
	if m := kari.call.Remote().Media(); m != (call.MediaState{}) {
		t.Errorf("Ola, who has nothing, shows %+v", m)
	}
}

func TestOneCallAtATime(t *testing.T) {
	kari, _ := pair(t)
	if _, _, err := Start(t.Context(), Options{Local: kari.local}); !errors.Is(err, call.ErrInCall) {
		t.Errorf("a second call got %v", err)
	}
}
