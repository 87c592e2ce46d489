package screen

import (
	"image"
	"io"
	"path/filepath"
	"sync"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// Screen is one person's desk: a display, a session and a home folder. Its
// embedded [Area] is the whole picture. A Screen is for one test's goroutine.
type Screen struct {
	*Area

	// Display is the X display's name, such as ":3".
	Display string
	// Home is the home folder of everything launched by [Screen.Launch]; it
	// lasts as long as the test, so a program started again finds what it
	// kept.
	Home string
	// Env holds further KEY=VALUE pairs for the programs launched from now
	// on. A later pair beats an earlier one and the Screen's own.
	Env []string

	dir    string
	bus    string
	conn   *xgb.Conn
	root   xproto.Window
	reader *reader
}

// Start sets up a desk with a display of width by height pixels. Programs
// find a Norwegian keyboard and, until Env says otherwise, the language
// nb_NO.
func Start(t testing.TB, width, height int) *Screen {
	t.Helper()
	dir := shortTempDir(t)
	s := &Screen{dir: dir, Home: NewHome(t), reader: newReader()}
	s.Area = &Area{screen: s, rect: image.Rect(0, 0, width, height)}
	s.Display = startXvfb(t, width, height)
	s.connect(t)
	s.useNorwegianKeyboard(t)
	s.bus = startBus(t, filepath.Join(dir, "bus"), homeEnv(s.Home))
	s.startOpenbox(t)
	return s
}

// Within returns the part of the screen inside rect, for words that stand in
// more than one place and for reading less at a time.
func (s *Screen) Within(rect image.Rectangle) *Area {
	return &Area{screen: s, rect: rect.Intersect(s.Bounds())}
}

// hush keeps xgb from reporting, to standard error, that the display needs no
// password and that it is gone at the end. Real errors come with the replies.
var hush = sync.OnceFunc(func() { xgb.Logger.SetOutput(io.Discard) })

// connect opens the test's own connection to the display, which takes the
// pictures and moves the mouse.
func (s *Screen) connect(t testing.TB) {
	t.Helper()
	hush()
	conn, err := xgb.NewConnDisplay(s.Display)
	if err != nil {
		t.Fatalf("connecting to display %s: %v", s.Display, err)
	}
	t.Cleanup(conn.Close)
	if err := xtest.Init(conn); err != nil {
		t.Fatalf("display %s cannot be given input: %v", s.Display, err)
	}
	s.conn = conn
	s.root = xproto.Setup(conn).DefaultScreen(conn).Root
}
