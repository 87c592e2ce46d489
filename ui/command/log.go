package command

import (
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
)

// maxLog is how large the log may be when the app starts, in bytes; a larger
// one is begun anew.
const maxLog = 1 << 20

// keepLog writes the log, and what the runtime says in a crash, to a file in
// the data folder. The function it returns ends that. Without such a file the
// log goes to standard error as before.
func keepLog(data string) func() {
	name := filepath.Join(data, "hjemmekontor.log")
	mode := os.O_APPEND
	if info, err := os.Stat(name); err == nil && info.Size() > maxLog {
		mode = os.O_TRUNC
	}
	file, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|mode, 0o600)
	if err != nil {
		slog.Warn("opening the log", "error", err)
		return func() {}
	}
	before, output, flags := slog.Default(), log.Writer(), log.Flags()
	slog.SetDefault(slog.New(slog.NewTextHandler(file, nil)))
	if err := debug.SetCrashOutput(file, debug.CrashOptions{}); err != nil {
		slog.Warn("keeping crash output", "error", err)
	}
	return func() {
		slog.SetDefault(before)
		// SetDefault has led the older log through slog; it does not undo that.
		log.SetOutput(output)
		log.SetFlags(flags)
		_ = debug.SetCrashOutput(nil, debug.CrashOptions{})
		_ = file.Close()
	}
}

// isTerminal tells whether somebody may be reading along in a terminal.
func isTerminal(file *os.File) bool {
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}
