package screen

import (
	"cmp"
	"errors"
	"fmt"
	"image"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// drag is the giving side of a drag and drop between two X clients (XDND,
// version 5, freedesktop.org). It has a connection and a window of its own, as
// a file manager has.
type drag struct {
	conn   *xgb.Conn
	root   xproto.Window
	source xproto.Window
	target xproto.Window
	atoms  map[string]xproto.Atom
	list   string // what is dragged, as text/uri-list
}

const (
	xdndVersion = 5
	// xdndAccepts is the flag with which the target says that it would take what
	// is dragged.
	xdndAccepts = 1
)

// xdndNames are the names that the protocol uses.
var xdndNames = []string{
	"XdndAware", "XdndEnter", "XdndPosition", "XdndStatus", "XdndDrop", "XdndFinished",
	"XdndSelection", "XdndActionCopy", "text/uri-list",
}

func newDrag(display, list string) (*drag, error) {
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, fmt.Errorf("connecting to display %s: %w", display, err)
	}
	d := &drag{conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root, atoms: map[string]xproto.Atom{}, list: list}
	if err := d.prepare(); err != nil {
		conn.Close()
		return nil, err
	}
	return d, nil
}

// prepare learns the names' numbers, makes the window that owns what is
// dragged, and finds the one to drop it on.
func (d *drag) prepare() error {
	for _, name := range xdndNames {
		reply, err := xproto.InternAtom(d.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return fmt.Errorf("naming %s: %w", name, err)
		}
		d.atoms[name] = reply.Atom
	}
	window, err := xproto.NewWindowId(d.conn)
	if err != nil {
		return fmt.Errorf("making a window: %w", err)
	}
	d.source = window
	if err := xproto.CreateWindowChecked(d.conn, 0, d.source, d.root, -1, -1, 1, 1, 0,
		xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		return fmt.Errorf("making a window: %w", err)
	}
	if err := xproto.SetSelectionOwnerChecked(d.conn, d.source, d.atoms["XdndSelection"],
		xproto.TimeCurrentTime).Check(); err != nil {
		return fmt.Errorf("offering what is dragged: %w", err)
	}
	if d.target = d.aware(d.root); d.target == 0 {
		return errors.New("no window takes what is dropped")
	}
	return nil
}

// aware finds the uppermost window in sight, below w or w itself, that takes
// drops; 0 if there is none.
func (d *drag) aware(w xproto.Window) xproto.Window {
	attributes, err := xproto.GetWindowAttributes(d.conn, w).Reply()
	if err != nil || attributes.MapState != xproto.MapStateViewable {
		return 0
	}
	property, err := xproto.GetProperty(d.conn, false, w, d.atoms["XdndAware"], xproto.AtomAtom, 0, 1).Reply()
	if err == nil && property.ValueLen > 0 {
		return w
	}
	tree, err := xproto.QueryTree(d.conn, w).Reply()
	if err != nil {
		return 0
	}
	for _, child := range slices.Backward(tree.Children) {
		if found := d.aware(child); found != 0 {
			return found
		}
	}
	return 0
}

// drop goes to a point of the screen and lets go there.
func (d *drag) drop(at image.Point) error {
	d.tell("XdndEnter", xdndVersion<<24, uint32(d.atoms["text/uri-list"]), 0, 0)
	d.tell("XdndPosition", 0, uint32(at.X)<<16|uint32(at.Y), xproto.TimeCurrentTime, uint32(d.atoms["XdndActionCopy"]))
	if flags, err := d.hear("XdndStatus"); err != nil || flags&xdndAccepts == 0 {
		return cmp.Or(err, errors.New("the window would not take it"))
	}
	d.tell("XdndDrop", 0, xproto.TimeCurrentTime, 0, 0)
	// GLFW writes how many bytes it has got where the protocol has a flag.
	if flags, err := d.hear("XdndFinished"); err != nil || flags == 0 {
		return cmp.Or(err, errors.New("the window did not take it"))
	}
	return nil
}

// tell sends the target a message; the first of its five numbers is always who
// sends it.
func (d *drag) tell(name string, numbers ...uint32) {
	message := xproto.ClientMessageEvent{
		Format: 32, Window: d.target, Type: d.atoms[name],
		Data: xproto.ClientMessageDataUnionData32New(append([]uint32{uint32(d.source)}, numbers...)),
	}
	xproto.SendEvent(d.conn, false, d.target, xproto.EventMaskNoEvent, string(message.Bytes()))
}

// hear waits for a message from the target and returns its flags. It hands over
// what is dragged when asked for it meanwhile.
func (d *drag) hear(name string) (flags uint32, err error) {
	for {
		event, err := d.conn.WaitForEvent()
		switch {
		case err != nil:
			return 0, fmt.Errorf("waiting for %s: %w", name, err)
		case event == nil:
			return 0, fmt.Errorf("the window did not answer with %s within %v", name, startTimeout)
		}
		switch e := event.(type) {
		case xproto.SelectionRequestEvent:
			d.hand(e)
		case xproto.ClientMessageEvent:
			if e.Type == d.atoms[name] {
				return e.Data.Data32[1], nil
			}
		}
	}
}

// hand gives what is dragged to the window that asks for it (ICCCM, section
// 2.2).
func (d *drag) hand(request xproto.SelectionRequestEvent) {
	xproto.ChangeProperty(d.conn, xproto.PropModeReplace, request.Requestor, request.Property,
		d.atoms["text/uri-list"], 8, uint32(len(d.list)), []byte(d.list))
	there := xproto.SelectionNotifyEvent{
		Time: request.Time, Requestor: request.Requestor, Selection: request.Selection,
		Target: request.Target, Property: request.Property,
	}
	xproto.SendEvent(d.conn, false, request.Requestor, xproto.EventMaskNoEvent, string(there.Bytes()))
}
