package direct

import (
	"context"
	"image"
	"image/color"
	"testing"
	"time"

	"go.uber.org/goleak"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/media/video"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// side is one person in a test.
type side struct {
	t     testing.TB
	local *call.Local
	call  *call.Call
}

// options returns options of a person with a pattern for a camera and a tone
// for a microphone, both off.
func (s *side) options(name string) Options {
	s.t.Helper()
	s.local = call.NewLocal(call.Devices{Camera: "pattern", Microphone: "tone"})
	s.t.Cleanup(s.local.Close)
	return Options{Name: name, Local: s.local, Speaker: "none"}
}

// switchOn switches camera and microphone on.
func (s *side) switchOn() {
	s.t.Helper()
	if err := s.local.SetCamera(s.t.Context(), true); err != nil {
		s.t.Fatal(err)
	}
	if err := s.local.SetMicrophone(s.t.Context(), true); err != nil {
		s.t.Fatal(err)
	}
}

// waitState waits until the call is in a state.
func (s *side) waitState(want call.State) {
	s.t.Helper()
	s.eventually("state "+string(want), func() bool { return s.call.State() == want })
}

// waitEnd waits until everything is closed and checks why.
func (s *side) waitEnd(want call.EndReason) {
	s.t.Helper()
	select {
	case <-s.call.Done():
	case <-time.After(60 * time.Second):
		s.t.Fatalf("the call is still %s", s.call.State())
	}
	if got := s.call.EndReason(); got != want {
		s.t.Fatalf("ended with %q (%v), want %q", got, s.call.Err(), want)
	}
	if err := s.call.Err(); want.Regular() != (err == nil) {
		s.t.Fatalf("reason %q with error %v", want, err)
	}
}

// eventually waits until something is so.
func (s *side) eventually(what string, so func() bool) {
	s.t.Helper()
	deadline := time.Now().Add(60 * time.Second)
	for !so() {
		if time.Now().After(deadline) {
			s.t.Fatalf("waited in vain for %s; the call is %s, %s, %v",
				what, s.call.State(), s.call.EndReason(), s.call.Err())
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// counter reads the number in the newest picture of the other side.
func (s *side) counter() (uint32, bool) {
	img, _ := s.call.Remote().View().Newest()
	if img == nil {
		return 0, false
	}
	// Only the luma counts.
	size := img.Rect.Size()
	gray := image.NewYCbCr(img.Rect, image.YCbCrSubsampleRatio420)
	for y := range size.Y {
		for x := range size.X {
			pixel := img.RGBAAt(x, y)
			gray.Y[gray.YOffset(x, y)], _, _ = color.RGBToYCbCr(pixel.R, pixel.G, pixel.B)
		}
	}
	return video.ReadCounter(gray)
}

// watch makes the other side's picture a tile of 640 by 360.
func (s *side) watch() { s.call.Remote().View().SetSize(640, 360) }

// seesMovement waits until the pattern of the other side moves on by 15
// pictures.
func (s *side) seesMovement() {
	s.t.Helper()
	var first uint32
	s.eventually("a picture", func() (ok bool) { first, ok = s.counter(); return ok })
	s.eventually("a picture further on", func() bool {
		n, ok := s.counter()
		return ok && n > first+15
	})
}

// hears waits for the other side's tone.
func (s *side) hears() {
	s.t.Helper()
	s.eventually("sound", func() bool { return s.call.Remote().LevelDB() > -40 })
}

// connect makes a call between two sides with the options given.
func connect(t testing.TB, inviter, guest *side, forInviter, forGuest Options) link.Invite {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	c, invite, err := Start(ctx, forInviter)
	if err != nil {
		t.Fatal(err)
	}
	inviter.call = c
	t.Cleanup(func() { c.HangUp(); <-c.Done() })
	if got := c.State(); got != call.Inviting {
		t.Fatalf("the inviter is %s", got)
	}
	// What the guest gets is text, as in life.
	parsed, err := link.Parse(invite.String())
	if err != nil {
		t.Fatal(err)
	}
	c2, err := Join(ctx, parsed, forGuest)
	if err != nil {
		t.Fatal(err)
	}
	guest.call = c2
	t.Cleanup(func() { c2.HangUp(); <-c2.Done() })
	return invite
}

// pair makes a connected call between Kari and Ola on this machine.
func pair(t testing.TB) (kari, ola *side) {
	t.Helper()
	kari, ola = &side{t: t}, &side{t: t}
	connect(t, kari, ola, kari.options("Kari"), ola.options("Ola"))
	kari.waitState(call.Connected)
	ola.waitState(call.Connected)
	return kari, ola
}
