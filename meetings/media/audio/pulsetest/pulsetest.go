//go:build linux

package pulsetest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Server is a running PulseAudio server.
type Server struct {
	t       testing.TB
	command *exec.Cmd
	dead    bool
	env     []string
}

const startTimeout = 10 * time.Second

// Start runs a server until the test ends and points the process's environment
// at it, so the test cannot be parallel. The default speaker is Spk and the
// default microphone the monitor of Mic.
func Start(t testing.TB) *Server {
	t.Helper()
	if _, err := exec.LookPath("pulseaudio"); err != nil {
		t.Fatal("pulseaudio is missing: install the package pulseaudio")
	}
	// Socket paths are short; t.TempDir would exceed them for long test names.
	dir, err := os.MkdirTemp("", "pulse")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	useDir(t, dir)

	socket := filepath.Join(dir, "pulse", "native")
	// -n and the modules below are all: nothing of the user's own set-up.
	command := exec.Command("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1",
		"--use-pid-file=no", "--disallow-exit", "--log-level=error",
		"-L", "module-native-protocol-unix auth-anonymous=1 socket="+socket,
		"-L", nullSink("spk", Spk),
		"-L", nullSink("mic", Mic))
	if err := os.MkdirAll(filepath.Dir(socket), 0o700); err != nil {
		t.Fatal(err)
	}
	var output strings.Builder
	command.Stderr = &output
	if err := command.Start(); err != nil {
		t.Fatalf("starting pulseaudio: %v", err)
	}
	s := &Server{t: t, command: command, env: os.Environ()}
	t.Cleanup(s.Kill)
	t.Setenv("PULSE_SERVER", "unix:"+socket)
	s.env = os.Environ()

	deadline := time.Now().Add(startTimeout)
	for {
		if err := s.pactl("set-default-sink", "spk"); err == nil {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("pulseaudio does not answer: %v\n%s", err, output.String())
		}
		time.Sleep(20 * time.Millisecond)
	}
	s.Pactl("set-default-source", "mic.monitor")
	return s
}

// NoServer points the process's environment at a place where no sound server
// is, until the test ends.
func NoServer(t testing.TB) {
	t.Helper()
	dir := t.TempDir()
	useDir(t, dir)
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(dir, "nobody"))
}

// useDir makes dir the only place where libpulse looks for settings.
func useDir(t testing.TB, dir string) {
	for _, name := range []string{"XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "HOME"} {
		t.Setenv(name, dir)
	}
}

// nullSink is the argument that loads a speaker which nobody hears.
func nullSink(name, description string) string {
	return "module-null-sink sink_name=" + name + " rate=48000 channels=2" +
		" sink_properties=device.description=" + description
}

// Kill ends the server at once, as when it crashes.
func (s *Server) Kill() {
	if s.dead {
		return
	}
	s.dead = true
	_ = s.command.Process.Kill()
	_ = s.command.Wait() // it was killed, so there always is an error
}

// Freeze stops the server from answering, while its connections stay.
func (s *Server) Freeze() {
	if err := s.command.Process.Signal(syscall.SIGSTOP); err != nil {
		s.t.Fatalf("freezing pulseaudio: %v", err)
	}
}

// Pactl runs a command of pactl on the server, such as "set-default-sink mic".
func (s *Server) Pactl(args ...string) {
	s.t.Helper()
	if err := s.pactl(args...); err != nil {
		s.t.Fatalf("pactl %s: %v", strings.Join(args, " "), err)
	}
}

func (s *Server) pactl(args ...string) error {
	command := exec.Command("pactl", args...)
	command.Env = s.env
	return command.Run()
}
