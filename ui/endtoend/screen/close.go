package screen

import (
	"testing"

	"github.com/jezek/xgb/xproto"
)

// CloseWindow closes the window in front, as its cross does (EWMH,
// _NET_CLOSE_WINDOW).
func (s *Screen) CloseWindow(t testing.TB) {
	t.Helper()
	const substructure = xproto.EventMaskSubstructureNotify | xproto.EventMaskSubstructureRedirect
	message := xproto.ClientMessageEvent{
		Format: 32, Window: s.activeWindow(t), Type: s.atom(t, "_NET_CLOSE_WINDOW"),
		Data: xproto.ClientMessageDataUnionData32New([]uint32{xproto.TimeCurrentTime, 2, 0, 0, 0}),
	}
	err := xproto.SendEventChecked(s.conn, false, s.root, substructure, string(message.Bytes())).Check()
	if err != nil {
		t.Fatalf("closing the window: %v", err)
	}
}

// activeWindow is the one in front, with the keyboard.
func (s *Screen) activeWindow(t testing.TB) xproto.Window {
	t.Helper()
	var active xproto.Window
	waitUntil(t, func() bool {
		property, err := xproto.GetProperty(s.conn, false, s.root, s.atom(t, "_NET_ACTIVE_WINDOW"),
			xproto.AtomWindow, 0, 1).Reply()
		if err != nil || property.ValueLen != 1 {
			return false
		}
		v := property.Value
		active = xproto.Window(uint32(v[0]) | uint32(v[1])<<8 | uint32(v[2])<<16 | uint32(v[3])<<24)
		return active != xproto.WindowNone
	}, func() string { return "no window is in front" })
	return active
}

// atom is the number that the display has for a name.
func (s *Screen) atom(t testing.TB, name string) xproto.Atom {
	t.Helper()
	reply, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
	if err != nil {
		t.Fatalf("asking the display for %s: %v", name, err)
	}
	return reply.Atom
}
