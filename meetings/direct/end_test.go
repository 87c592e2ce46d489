package direct

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"sync/atomic"
	"testing"
	"time"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/mailbox"
)

func TestInviterHangsUp(t *testing.T) {
	kari, ola := pair(t)
	kari.call.HangUp()
	kari.waitEnd(call.HungUp)
	ola.waitEnd(call.RemoteHungUp)
}

func TestContextHangsUp(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	c, invite, err := Start(t.Context(), kari.options("Kari"))
	if err != nil {
		t.Fatal(err)
	}
	kari.call = c
	ctx, cancel := context.WithCancel(t.Context())
	if ola.call, err = Join(ctx, invite, ola.options("Ola")); err != nil {
		t.Fatal(err)
	}
	ola.waitState(call.Connected)
	kari.waitState(call.Connected)
	cancel()
	ola.waitEnd(call.HungUp)
	kari.waitEnd(call.RemoteHungUp)
}

func TestCancelledWhileInviting(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	c, invite, err := Start(t.Context(), kari.options("Kari"))
	if err != nil {
		t.Fatal(err)
	}
	kari.call = c
	c.HangUp()
	kari.waitEnd(call.Cancelled)
	// Nobody listens any more.
	if ola.call, err = Join(t.Context(), invite, ola.options("Ola")); err != nil {
		t.Fatal(err)
	}
	ola.waitEnd(call.Unreachable)
}

func TestNobodyComes(t *testing.T) {
	kari := &side{t: t}
	o := kari.options("Kari")
	o.patience = &patience{invitation: 100 * time.Millisecond}
	c, _, err := Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	kari.call = c
	kari.waitEnd(call.TimedOut)
}

func TestAdmission(t *testing.T) {
	t.Run("the inviter sees who it is and lets them in", func(t *testing.T) {
		kari, ola := &side{t: t}, &side{t: t}
		o := kari.options("Kari")
		var asked atomic.Pointer[call.Participant]
		o.Admit = func(_ context.Context, p call.Participant) bool {
			asked.Store(&p)
			if kari.call.State() != call.Inviting {
				t.Errorf("asked while %s", kari.call.State())
			}
			return true
		}
		connect(t, kari, ola, o, ola.options("O\u202ela\n"))
		kari.waitState(call.Connected)
		if p := asked.Load(); p == nil || p.Name != "Ola" {
			t.Errorf("asked about %+v", p)
		}
	})
	t.Run("refused", func(t *testing.T) {
		kari, ola := &side{t: t}, &side{t: t}
		o := kari.options("Kari")
		o.Admit = func(context.Context, call.Participant) bool { return false }
		forOla := ola.options("Ola")
		ola.switchOn()
		connect(t, kari, ola, o, forOla)
		ola.waitEnd(call.Refused)
		kari.waitEnd(call.Cancelled)
	})
	t.Run("the guest leaves before", func(t *testing.T) {
		kari, ola := &side{t: t}, &side{t: t}
		o := kari.options("Kari")
		asked := make(chan struct{})
		o.Admit = func(ctx context.Context, _ call.Participant) bool {
			close(asked)
			<-ctx.Done()
			return true // too late
		}
		connect(t, kari, ola, o, ola.options("Ola"))
		<-asked
		ola.call.HangUp()
		ola.waitEnd(call.Cancelled)
		kari.waitEnd(call.RemoteHungUp)
	})
}

func TestNothingIsSentBeforeAdmission(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	o := kari.options("Kari")
	admit := make(chan bool)
	o.Admit = func(context.Context, call.Participant) bool { return <-admit }
	forOla := ola.options("Ola")
	kari.switchOn()
	ola.switchOn()
	connect(t, kari, ola, o, forOla)
	kari.eventually("a guest", func() bool { _, ok := kari.call.Remote().Participant(); return ok })
	for range 3 {
		time.Sleep(500 * time.Millisecond)
		for _, s := range []*side{kari, ola} {
			if sent := s.call.Stats().Local; sent.Video.Encoded != 0 || sent.Video.Kbps != 0 || sent.Audio.Kbps != 0 {
				t.Fatalf("sent before admission: %+v", sent)
			}
		}
	}
	admit <- true
	kari.waitState(call.Connected)
	kari.watch()
	kari.seesMovement()
}

func TestWrongCode(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	c, invite, err := Start(t.Context(), kari.options("Kari"))
	if err != nil {
		t.Fatal(err)
	}
	kari.call = c
	code, err := mailbox.ParseCode(invite.Code)
	if err != nil {
		t.Fatal(err)
	}
	invite.Code = code.Nameplate() + "-feil-ord"
	if ola.call, err = Join(t.Context(), invite, ola.options("Ola")); err != nil {
		t.Fatal(err)
	}
	ola.waitEnd(call.WrongCode)
	kari.waitEnd(call.WrongCode)
	if !errors.Is(ola.call.Err(), mailbox.ErrWrongCode) {
		t.Errorf("got %v", ola.call.Err())
	}
}

func TestUnreachable(t *testing.T) {
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := gone.Addr().(*net.TCPAddr).AddrPort()
	_ = gone.Close()
	for _, addresses := range [][]netip.AddrPort{{port}, {port, port}} {
		ola := &side{t: t}
		if ola.call, err = Join(t.Context(), link.Invite{Code: "7-fjord-brunost", Addresses: addresses}, ola.options("Ola")); err != nil {
			t.Fatal(err)
		}
		ola.waitEnd(call.Unreachable)
	}
	if _, _, err := Start(t.Context(), Options{Mailbox: "ws://" + port.String() + "/v1"}); !errors.Is(err, mailbox.ErrUnreachable) {
		t.Errorf("inviting got %v", err)
	}
}

func TestUnusableInvitations(t *testing.T) {
	for _, test := range []struct {
		name   string
		invite link.Invite
		want   error
	}{
		{"code alone", link.Invite{Code: "7-fjord-brunost"}, ErrNoMailbox},
		{"no code", link.Invite{}, mailbox.ErrMalformedCode},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Join(t.Context(), test.invite, Options{}); !errors.Is(err, test.want) {
				t.Errorf("got %v, want %v", err, test.want)
			}
		})
	}
	if _, _, err := Start(t.Context(), Options{Mailbox: "http://firma.no"}); !errors.Is(err, mailbox.ErrConfig) {
		t.Errorf("a mailbox that is none: %v", err)
	}
}

func TestOneReachableAddressSuffices(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	c, invite, err := Start(t.Context(), kari.options("Kari"))
	if err != nil {
		t.Fatal(err)
	}
	kari.call = c
	t.Cleanup(func() { c.HangUp(); <-c.Done() })
	// The first leads nowhere (RFC 5737), as an address of a private network
	// does from another one.
	invite.Addresses = append([]netip.AddrPort{netip.MustParseAddrPort("192.0.2.1:41234")}, invite.Addresses...)
	if ola.call, err = Join(t.Context(), invite, ola.options("Ola")); err != nil {
		t.Fatal(err)
	}
	ola.waitState(call.Connected)
	ola.call.HangUp()
	ola.waitEnd(call.HungUp)
}

func TestListensOnlyWhileInviting(t *testing.T) {
	kari, ola := &side{t: t}, &side{t: t}
	invite := connect(t, kari, ola, kari.options("Kari"), ola.options("Ola"))
	kari.waitState(call.Connected)
	address := invite.Addresses[0].String()
	kari.eventually("the port closed", func() bool {
		conn, err := net.DialTimeout("tcp", address, time.Second)
		if err == nil {
			_ = conn.Close()
		}
		return err != nil
	})
	if kari.call.State() != call.Connected || ola.call.State() != call.Connected {
		t.Error("the call did not survive that")
	}
}
