package screen

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// NewHome makes an empty home folder that goes with the test.
func NewHome(t testing.TB) string {
	t.Helper()
	home := shortTempDir(t)
	for _, name := range []string{"config", "data", "state", "cache", "run"} {
		if err := os.Mkdir(filepath.Join(home, name), 0o700); err != nil {
			t.Fatalf("making a home folder: %v", err)
		}
	}
	return home
}

// homeEnv points a program at home and at nothing of the real user's.
func homeEnv(home string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + home,
		"XDG_CONFIG_HOME=" + filepath.Join(home, "config"),
		"XDG_DATA_HOME=" + filepath.Join(home, "data"),
		"XDG_STATE_HOME=" + filepath.Join(home, "state"),
		"XDG_CACHE_HOME=" + filepath.Join(home, "cache"),
		"XDG_RUNTIME_DIR=" + filepath.Join(home, "run"),
		"LANG=nb_NO.UTF-8",
		// A bare machine has no Norwegian locale, and then C libraries fall
		// back to ASCII keys; this one is always there.
		"LC_CTYPE=C.UTF-8",
	}
}

// environ is the whole environment of a program on this Screen.
func (s *Screen) environ(home string) []string {
	env := append(homeEnv(home),
		"DISPLAY="+s.Display,
		"DBUS_SESSION_BUS_ADDRESS="+s.bus,
		"XDG_SESSION_TYPE=x11",
		"LIBGL_ALWAYS_SOFTWARE=1",
	)
	return append(env, s.Env...)
}

// run runs a short helper program on the Screen and fails the test with its
// words when it fails.
func (s *Screen) run(t testing.TB, program string, args ...string) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = s.environ(s.Home)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("running %s: %v\n%s", filepath.Base(program), err, out)
	}
}
