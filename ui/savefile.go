package ui

import (
	"bufio"
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/chooser"
	"hjemmekontor/ui/widgets"
)

// writeFile writes a file whole or not at all: what was there before stands
// until the new content is on disk.
func writeFile(path string, write func(io.Writer) error) (err error) {
	file, err := createBeside(path)
	if err != nil {
		return fmt.Errorf("creating %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	buffered := bufio.NewWriter(file)
	err = errors.Join(write(buffered), buffered.Flush(), file.Sync(), file.Close())
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}

// createBeside creates a hidden file in the folder of another that it is to
// replace.
func createBeside(path string) (*os.File, error) {
	name := filepath.Join(filepath.Dir(path), ".hjemmekontor-"+rand.Text())
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, modeOf(path))
}

// modeOf is who may read a file that is written: a key nobody but the user,
// another file, which is made to be handed on, whom the system's umask lets, and
// no more than could read the one that it replaces.
func modeOf(path string) fs.FileMode {
	const secret, open fs.FileMode = 0o600, 0o666
	if strings.EqualFold(filepath.Ext(path), keyEnding) {
		return secret
	}
	if before, err := os.Stat(path); err == nil {
		return secret | before.Mode().Perm()&open
	}
	return open
}

// save asks where a new file is to be, writes it away from the UI goroutine and
// says so.
func (s *shell) save(title, name string, write func(io.Writer) error) {
	s.saveThen(title, name, write, s.saySaved)
}

// saySaved says that a file is on disk, and leads to it.
func (s *shell) saySaved(path string) {
	s.toast.offer(s.texts.Text("app.saved", locales.Data{"File": filepath.Base(path)}), s.savedButton(path))
}

// savedButton opens a file that is made to be read, and shows where any other
// lies, which is to be sent or moved.
func (s *shell) savedButton(path string) fyne.CanvasObject {
	switch filepath.Ext(path) {
	case ".pdf", ".csv":
		return widgets.NewSecondary(s.texts.Text("app.open-file"), "external", func() { s.openFile(path) })
	default:
		return widgets.NewSecondary(s.texts.Text("app.show-folder"), "folder", func() { s.openFile(filepath.Dir(path)) })
	}
}

// saveBytes is saveThen for content that is there already.
func (s *shell) saveBytes(title, name string, content []byte, then func(path string)) {
	s.saveThen(title, name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}, then)
}

// saveThen asks where a new file is to be and writes it away from the UI
// goroutine; then is called once it is on disk.
func (s *shell) saveThen(title, name string, write func(io.Writer) error, then func(path string)) {
	s.askPlace(title, name, func(path string) {
		s.background.Go(func() {
			err := writeFile(path, write)
			s.do(func() {
				if err != nil {
					slog.Error("writing a file", "error", err)
					s.notice(notSavedKey(err))
					return
				}
				then(path)
			})
		})
	})
}

// notSavedKey is the key of the sentence for why a file was not written.
func notSavedKey(err error) string {
	if errors.Is(err, report.ErrTooLarge) {
		return "problem.report-too-long"
	}
	return "problem.not-saved"
}

// openFile hands a file that the app has just written, or its folder, to the
// system.
func (s *shell) openFile(path string) {
	if err := s.app.OpenURL(fileURL(path)); err != nil {
		slog.Error("opening a file", "error", err)
		s.notice("problem.not-opened")
		return
	}
	s.toast.say(s.texts.Text("app.opening"))
}

// safeName makes a name from outside fit for a file on any system, and leaves
// room for more words and an ending.
func safeName(name string) string {
	const own, most = "Hjemmekontor", 120 // bytes
	name = strings.Map(func(r rune) rune {
		if chooser.Unfit(r) {
			return '-'
		}
		return r
	}, strings.ToValidUTF8(name, "-"))
	for len(name) > most {
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	name = strings.Trim(name, " .-")
	if chooser.Reserved(name) {
		return own + " " + name
	}
	return cmp.Or(name, own)
}
