package launch

import (
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// busConfig is a session that starts no services by itself.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=SOCKET</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

// connectBus starts a D-Bus session for the desk and connects to it.
func (d *desk) connectBus(t *testing.T) *dbus.Conn {
	t.Helper()
	dir, err := os.MkdirTemp("", "bus") // short, as the path of a socket must be
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := filepath.Join(dir, "bus")
	d.write(t, "bus.conf", strings.Replace(busConfig, "SOCKET", socket, 1))
	cmd := exec.Command("dbus-daemon", "--nofork", "--nopidfile", "--config-file="+d.path("bus.conf"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: run `.ci/setup test`", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	waitUntil(t, "the bus to listen", func() bool {
		conn, err := net.Dial("unix", socket)
		if err == nil {
			conn.Close()
		}
		return err == nil
	})
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+socket)
	conn, err := dbus.Connect("unix:path=" + socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

// portalDouble is a desktop portal that answers as it is told.
type portalDouble struct {
	conn    *dbus.Conn
	answer  func(send func(code uint32)) *dbus.Error
	version *dbus.Error // what asking for the version fails with, if anything
	opened  chan string
}

// newPortal puts a portal on the desk that gives an answer.
func newPortal(t *testing.T, d *desk, answer func(send func(code uint32)) *dbus.Error) *portalDouble {
	t.Helper()
	return start(t, d, &portalDouble{answer: answer})
}

// start puts a portal on the desk.
func start(t *testing.T, d *desk, p *portalDouble) *portalDouble {
	t.Helper()
	p.conn, p.opened = d.connectBus(t), make(chan string, 1)
	if err := p.conn.Export(p, portalPath, portalOpen); err != nil {
		t.Fatal(err)
	}
	if err := p.conn.Export(p, portalPath, "org.freedesktop.DBus.Properties"); err != nil {
		t.Fatal(err)
	}
	if _, err := p.conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return p
}

// Get is of org.freedesktop.DBus.Properties.
func (p *portalDouble) Get(_, _ string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(uint32(4)), p.version
}

// OpenURI is of org.freedesktop.portal.OpenURI.
func (p *portalDouble) OpenURI(sender dbus.Sender, _, address string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	token, _ := options["handle_token"].Value().(string)
	from := strings.ReplaceAll(strings.TrimPrefix(string(sender), ":"), ".", "_")
	path := dbus.ObjectPath(portalPath + "/request/" + from + "/" + token)
	p.opened <- address
	return path, p.answer(func(code uint32) {
		_ = p.conn.Emit(path, portalRequest+".Response", code, map[string]dbus.Variant{})
	})
}

func code(code uint32) func(func(uint32)) *dbus.Error {
	return func(send func(uint32)) *dbus.Error { send(code); return nil }
}

func silence(func(uint32)) *dbus.Error { return nil }

// complaint is an error that repeats the address.
func complaint() *dbus.Error {
	return dbus.NewError("org.freedesktop.portal.Error.InvalidArgument", []any{"invalid: " + inZoom})
}

// quick does not wait for one that is silent.
var quick = portal{start: startTimeout, answer: 200 * time.Millisecond, dialog: time.Millisecond}

// patient waits for what is to come.
var patient = portal{start: startTimeout, answer: startTimeout, dialog: startTimeout}

func TestPortal(t *testing.T) {
	for _, test := range []struct {
		name   string
		portal portal
		answer func(func(uint32)) *dbus.Error
		want   error
	}{
		{"opened", patient, code(0), nil},
		{"cancelled", patient, code(1), ErrCancelled},
		{"failed", patient, code(2), errNoPortal},
		{"unknown answer", patient, code(99), errNoPortal},
		{"refused", patient, func(func(uint32)) *dbus.Error { return complaint() }, errNoPortal},
		{"no answer", quick, silence, ErrNoWord},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPortal(t, newDesk(t, "GNOME"), test.answer)
			err := test.portal.open(t.Context(), inZoom)
			if !errors.Is(err, test.want) {
				t.Errorf("error %v, want %v", err, test.want)
			}
			if err != nil && strings.Contains(err.Error(), secret) {
				t.Errorf("the error has the secret in it: %v", err)
			}
			if opened := <-p.opened; opened != inZoom {
				t.Errorf("the portal was given %s", opened)
			}
		})
	}
}

// TestPortalDialogStands has the user take time to choose: the connection has
// to stay until then, and to end with the answer.
func TestPortalDialogStands(t *testing.T) {
	answers := make(chan func(uint32), 1)
	p := newPortal(t, newDesk(t, "GNOME"), func(send func(uint32)) *dbus.Error { answers <- send; return nil })
	gone := make(chan *dbus.Signal, 16)
	if err := p.conn.AddMatchSignal(dbus.WithMatchMember("NameOwnerChanged")); err != nil {
		t.Fatal(err)
	}
	p.conn.Signal(gone)
	if err := (portal{start: startTimeout, answer: 200 * time.Millisecond, dialog: startTimeout}).open(t.Context(), inZoom); !errors.Is(err, ErrNoWord) {
		t.Fatalf("error %v, want ErrNoWord", err)
	}
	for len(gone) > 0 {
		if s := <-gone; len(s.Body) == 3 && s.Body[2] == "" {
			t.Fatalf("the connection is gone while the dialog stands: %v", s.Body)
		}
	}
	(<-answers)(0)
	for {
		select {
		case s := <-gone:
			if len(s.Body) == 3 && s.Body[2] == "" {
				return
			}
		case <-time.After(startTimeout):
			t.Fatal("the connection stays after the answer")
		}
	}
}

func TestPortalEndsWithItsContext(t *testing.T) {
	p := newPortal(t, newDesk(t, "GNOME"), silence)
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error, 1)
	go func() { result <- patient.open(ctx, inZoom) }()
	<-p.opened
	cancel()
	if err := <-result; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
}

func TestNoPortal(t *testing.T) {
	d := newDesk(t, "GNOME")
	if err := patient.open(t.Context(), inZoom); !errors.Is(err, errNoPortal) {
		t.Errorf("without a bus: error %v", err)
	}
	d.connectBus(t)
	if err := patient.open(t.Context(), inZoom); !errors.Is(err, errNoPortal) {
		t.Errorf("without a portal: error %v", err)
	}
}

// TestBusThatHangs takes a connection and says nothing.
func TestBusThatHangs(t *testing.T) {
	newDesk(t, "GNOME")
	dir, err := os.MkdirTemp("", "bus")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	bus, err := net.Listen("unix", filepath.Join(dir, "bus"))
	if err != nil {
		t.Fatal(err)
	}
	defer bus.Close()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(dir, "bus"))
	hasty := portal{start: 50 * time.Millisecond, answer: startTimeout, dialog: startTimeout}
	if err := hasty.open(t.Context(), inZoom); !errors.Is(err, errNoPortal) {
		t.Errorf("error %v, want errNoPortal", err)
	}
}

func TestPortalIsPreferred(t *testing.T) {
	d := newDesk(t, "X-Generic")
	d.install(t, "https", "0")
	p := newPortal(t, d, code(0))
	if err := OfSystem().Open(t.Context(), inZoom); err != nil {
		t.Fatal(err)
	}
	if opened := <-p.opened; opened != inZoom || d.read("https.opened") != "" {
		t.Errorf("the portal was given %q, xdg-open %q", opened, d.read("https.opened"))
	}
}

// TestOldOrBrokenPortal is not given the address at all.
func TestOldOrBrokenPortal(t *testing.T) {
	d := newDesk(t, "X-Generic")
	d.install(t, "https", "0")
	p := start(t, d, &portalDouble{answer: code(0), version: complaint()})
	if err := OfSystem().Open(t.Context(), inZoom); err != nil {
		t.Fatal(err)
	}
	if d.opened(t, "https") != inZoom || len(p.opened) > 0 {
		t.Error("the portal was asked")
	}
}
