//go:build !windows && !darwin

package launch

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	portalName    = "org.freedesktop.portal.Desktop"
	portalPath    = "/org/freedesktop/portal/desktop"
	portalOpen    = "org.freedesktop.portal.OpenURI"
	portalRequest = "org.freedesktop.portal.Request"
)

const (
	// portalWait is how long the portal may take to start. On some broken
	// desktops it does so for half a minute.
	portalWait = 2 * time.Second
	// answerWait is how long the portal may take to open something.
	answerWait = 5 * time.Second
	// dialogWait is how long the user may think about which program to take.
	dialogWait = 2 * time.Minute
)

// errNoPortal says that the portal is missing or did not open the address. Its
// own words are not told, since they may repeat the address.
var errNoPortal = errors.New("no portal opened the address")

// portal opens addresses by org.freedesktop.portal.OpenURI.
type portal struct {
	start  time.Duration // until the portal counts as missing
	answer time.Duration // until ErrNoWord is returned
	dialog time.Duration // from then until a dialog is taken away
}

func usualPortal() portal { return portal{portalWait, answerWait, dialogWait} }

// open returns nil, ErrCancelled, ErrNoWord, errNoPortal or the error of ctx.
func (p portal) open(ctx context.Context, address string) error {
	request, err := newRequest(ctx, p.start)
	if err != nil {
		return errNoPortal
	}
	if err := request.send(ctx, address, p.answer); err != nil {
		request.close()
		return err
	}
	timer := time.NewTimer(p.answer)
	defer timer.Stop()
	select {
	case code, ok := <-request.answers:
		request.close()
		if !ok {
			return ErrNoWord // the bus is gone
		}
		return meaning(code)
	case <-timer.C:
		// The portal may be asking the user. Were the connection closed now,
		// it would take its dialog away.
		go request.stay(p.dialog)
		return ErrNoWord
	case <-ctx.Done():
		request.close()
		return ctx.Err()
	}
}

// request is one call to the portal, on a connection of its own.
type request struct {
	conn    *dbus.Conn
	token   string
	signals chan *dbus.Signal // closed with conn
	answers chan uint32       // takes the answer, and is closed without one
}

// newRequest connects to the bus, where a portal must answer.
func newRequest(ctx context.Context, wait time.Duration) (*request, error) {
	conn, err := dbus.SessionBusPrivateNoAutoStartup()
	if err != nil {
		return nil, err
	}
	r := &request{conn: conn, token: "hjemmekontor" + rand.Text(), signals: make(chan *dbus.Signal, 8), answers: make(chan uint32, 1)}
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	if err := r.prepare(ctx); err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

// prepare subscribes to the answer before anything is asked, so that it cannot
// be missed (the documentation of org.freedesktop.portal.Request), and asks for
// the portal's version, which starts it and opens nothing.
func (r *request) prepare(ctx context.Context) error {
	// Auth and Hello know no context. A bus that hangs is hung up on.
	defer context.AfterFunc(ctx, r.close)()
	if err := r.conn.Auth(nil); err != nil {
		return err
	}
	if err := r.conn.Hello(); err != nil {
		return err
	}
	r.conn.Signal(r.signals)
	go r.listen(r.path()) // ends with the connection
	err := r.conn.AddMatchSignalContext(ctx, dbus.WithMatchObjectPath(r.path()),
		dbus.WithMatchInterface(portalRequest), dbus.WithMatchMember("Response"))
	if err != nil {
		return err
	}
	return r.portal().CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, portalOpen, "version").Err
}

func (r *request) portal() dbus.BusObject { return r.conn.Object(portalName, portalPath) }

// path is where the portal will put the request.
func (r *request) path() dbus.ObjectPath {
	sender := strings.ReplaceAll(strings.TrimPrefix(r.conn.Names()[0], ":"), ".", "_")
	return dbus.ObjectPath(portalPath + "/request/" + sender + "/" + r.token)
}

func (r *request) send(ctx context.Context, address string, wait time.Duration) error {
	waiting, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	options := map[string]dbus.Variant{"handle_token": dbus.MakeVariant(r.token)}
	err := r.portal().CallWithContext(waiting, portalOpen+".OpenURI", 0, "", address, options).Err
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case waiting.Err() != nil:
		return ErrNoWord // it may still open it, so nobody else should
	}
	return errNoPortal
}

// listen picks the answer out of the signals, among which are some that the bus
// sends to everybody.
func (r *request) listen(path dbus.ObjectPath) {
	defer close(r.answers)
	for signal := range r.signals {
		if signal.Path != path || signal.Name != portalRequest+".Response" || len(signal.Body) == 0 {
			continue
		}
		if code, ok := signal.Body[0].(uint32); ok {
			r.answers <- code
			return
		}
	}
}

// stay waits for the answer so that a dialog may stand, and then closes.
func (r *request) stay(longest time.Duration) {
	timer := time.NewTimer(longest)
	defer timer.Stop()
	select {
	case <-r.answers:
	case <-timer.C:
	}
	r.close()
}

func (r *request) close() { _ = r.conn.Close() }

// meaning reads the answer's code.
func meaning(code uint32) error {
	switch code {
	case 0:
		return nil
	case 1:
		return ErrCancelled
	}
	return errNoPortal
}
