package screen

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"
)

// Drop drops files and folders into the middle of the program's window, as one
// does from a file manager. The paths are absolute.
func (s *Screen) Drop(t testing.TB, paths ...string) {
	t.Helper()
	var list strings.Builder
	for _, path := range paths {
		file := url.URL{Scheme: "file", Path: path}
		fmt.Fprintf(&list, "%s\r\n", file.String()) // RFC 2483, section 5
	}
	d, err := newDrag(s.Display, list.String())
	if err != nil {
		t.Fatalf("dragging files: %v", err)
	}
	// A drag that nobody answers ends with its connection.
	giveUp := time.AfterFunc(startTimeout, d.conn.Close)
	err = d.drop(middle(s.rect))
	if giveUp.Stop() {
		d.conn.Close()
	}
	if err != nil {
		s.fail(t, fmt.Sprintf("dropping %q: %v", paths, err))
	}
}
