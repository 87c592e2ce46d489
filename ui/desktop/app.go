package desktop

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// ID is the app's name to desktops, as in no.hjemmekontor.app.desktop.
const ID = "no.hjemmekontor.app"

// The scheme, file name ending and media type that the app opens.
const (
	Scheme    = "hjemmekontor"
	Ending    = ".hjemmekontor"
	MediaType = "application/vnd.hjemmekontor.organisation"
)

var (
	// ErrPackaged means that the app was installed by something that has told
	// the desktop of it, and alone can change that.
	ErrPackaged = errors.New("the package that the app came in decides")
	// ErrProgram means that the program cannot be named in a file that starts
	// it, such as when its path holds a line break.
	ErrProgram = errors.New("the program's path cannot be written down")
)

// App is the program as the desktop starts it.
type App struct {
	Program string   // absolute path
	Args    []string // that every start gets, before the link or file
	Words   Words
	Icon    []byte // PNG, 128 × 128 pixels
}

// Words are what the desktop shows of the app, in the user's language.
type Words struct {
	Comment  string // what the app is for, in a line
	FileKind string // what a .hjemmekontor file is
}

// Quiet is the flag that a start at login gets: show no window where there is
// a tray to wait in.
const Quiet = "--tray"

// Running is the App that is running now.
func Running(words Words, icon []byte, args ...string) (App, error) {
	program, err := os.Executable()
	if err != nil {
		return App{}, fmt.Errorf("finding the program: %w", err)
	}
	// A link would be followed anew at every start; what it leads to later may
	// be something else.
	if whole, err := filepath.EvalSymlinks(program); err == nil {
		program = whole
	}
	// An AppImage runs from a folder that is gone tomorrow.
	if image := os.Getenv("APPIMAGE"); filepath.IsAbs(image) {
		program = image
	}
	return App{Program: program, Args: args, Words: words, Icon: icon}, nil
}
