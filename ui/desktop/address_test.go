package desktop

import (
	"path/filepath"
	"testing"
)

func TestPath(t *testing.T) {
	for argument, want := range map[string]string{
		"file:///home/kari/mitt%20firma.hjemmekontor": filepath.FromSlash("/home/kari/mitt firma.hjemmekontor"),
		"file://localhost/tmp/m%C3%B8te.ics":          filepath.FromSlash("/tmp/møte.ics"),
		"file:///C:/Users/Kari/firma.hjemmekontor":    filepath.FromSlash("C:/Users/Kari/firma.hjemmekontor"),
		"file://elsewhere/tmp/firma.hjemmekontor":     "file://elsewhere/tmp/firma.hjemmekontor",
		"file://":                           "file://",
		"file:///%zz":                       "file:///%zz",
		"/home/kari/firma.hjemmekontor":     "/home/kari/firma.hjemmekontor",
		"hjemmekontor:call/7-fjord-brunost": "hjemmekontor:call/7-fjord-brunost",
	} {
		if got := Path(argument); got != want {
			t.Errorf("%s is %q, want %q", argument, got, want)
		}
	}
}
