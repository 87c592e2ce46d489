package ui

import (
	"log/slog"
	"net/url"
	"path/filepath"
	"strings"
)

// openAddress hands a web page, a number or an e-mail address to the system,
// and says so, since the system may take its time or do nothing.
func (s *shell) openAddress(address string) {
	parsed, err := checkAddress(address)
	if err == nil {
		err = s.app.OpenURL(parsed)
	}
	if err != nil {
		slog.Error("opening an address", "error", err)
		s.notice("problem.not-opened")
		return
	}
	key := "app.opening"
	switch parsed.Scheme {
	case "tel":
		key = "app.dialling"
	case "mailto":
		key = "app.writing"
	}
	s.toast.say(s.texts.Text(key))
}

// openFolder shows where the app keeps everything.
func (s *shell) openFolder() {
	if err := s.app.OpenURL(fileURL(s.options.Data)); err != nil {
		slog.Error("opening the data folder", "error", err)
		s.notice("problem.not-opened")
		return
	}
	s.toast.say(s.texts.Text("app.opening"))
}

// copy puts text on the clipboard and says so.
func (s *shell) copy(text string) {
	s.app.Clipboard().SetContent(text)
	s.toast.say(s.texts.Text("app.copied"))
}

// fileURL is the address of a file or folder (RFC 8089), with a slash before
// the drive letter that a Windows path begins with.
func fileURL(name string) *url.URL {
	path := filepath.ToSlash(name)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return &url.URL{Scheme: "file", Path: path}
}
