package instance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// Limits of a message. Whatever is longer is refused.
const (
	// MaxMessage is the longest message in bytes, with its line end.
	MaxMessage = 64 << 10
	// MaxFiles is the largest number of files.
	MaxFiles = 64
	// MaxText is the longest link or path in bytes.
	MaxText = 16 << 10
	// MaxName is the longest page or activation token in bytes.
	MaxName = 512
)

// Message is what a program was started with. An empty one asks for the window
// to be raised.
type Message struct {
	// Files are the paths of files to open. Take makes them absolute.
	Files []string `json:"files,omitempty"`
	// Link is an invitation to a call, as it was clicked. It is a secret.
	Link string `json:"link,omitempty"`
	// Source is the link to an organisation file.
	Source string `json:"source,omitempty"`
	// Page is the page to turn to.
	Page string `json:"page,omitempty"`
	// Activation is what the desktop gave the program so that its window may
	// come to the front; see ActivationToken.
	Activation string `json:"activation,omitempty"`
}

// ActivationToken returns the token with which the desktop started this
// program; "" if there is none (XDG activation on Wayland, the Startup
// Notification protocol on X11).
func ActivationToken() string {
	for _, name := range []string{"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"} {
		if token := os.Getenv(name); token != "" && checkText(token, MaxName) == nil {
			return token
		}
	}
	return ""
}

// absolute returns the message with paths that hold in another program, too.
func (m Message) absolute() (Message, error) {
	files := make([]string, 0, len(m.Files))
	for _, file := range m.Files {
		path, err := filepath.Abs(file)
		if err != nil {
			return Message{}, fmt.Errorf("finding working folder: %w", err)
		}
		files = append(files, path)
	}
	m.Files = files
	return m, nil
}

// encode returns the message as a line.
func (m Message) encode() ([]byte, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	line, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMessage, err)
	}
	if line = append(line, '\n'); len(line) > MaxMessage {
		return nil, fmt.Errorf("%w: it is too long", ErrMessage)
	}
	return line, nil
}

// readMessage reads one line. Fields that a later version may add are passed
// over. Errors do not repeat what was read.
func readMessage(r io.Reader) (Message, error) {
	line, err := bufio.NewReaderSize(io.LimitReader(r, MaxMessage), 4<<10).ReadBytes('\n')
	switch {
	case errors.Is(err, io.EOF):
		return Message{}, fmt.Errorf("%w: it is cut short or too long", ErrMessage)
	case err != nil:
		return Message{}, fmt.Errorf("reading message: %w", err)
	case !utf8.Valid(line) || !bytes.HasPrefix(line, []byte("{")):
		return Message{}, fmt.Errorf("%w: it is no JSON object", ErrMessage)
	}
	var m Message
	if json.Unmarshal(line, &m) != nil {
		return Message{}, fmt.Errorf("%w: it is no such JSON", ErrMessage)
	}
	return m, m.check()
}

func (m Message) check() error {
	if len(m.Files) > MaxFiles {
		return fmt.Errorf("%w: too many files", ErrMessage)
	}
	for _, file := range m.Files {
		if !filepath.IsAbs(file) {
			return fmt.Errorf("%w: a path is not absolute", ErrMessage)
		}
		if err := checkText(file, MaxText); err != nil {
			return err
		}
	}
	return errors.Join(checkText(m.Link, MaxText), checkText(m.Source, MaxText),
		checkText(m.Page, MaxName), checkText(m.Activation, MaxName))
}

// checkText bounds a text and keeps out what JSON cannot carry and no argument
// needs. A pasted link may have line ends in it.
func checkText(s string, longest int) error {
	if len(s) > longest {
		return fmt.Errorf("%w: a text is too long", ErrMessage)
	}
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		return fmt.Errorf("%w: a text is not UTF-8", ErrMessage)
	}
	return nil
}
