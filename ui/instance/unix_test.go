//go:build unix

package instance

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestStoppedProgramDoesNotAnswer(t *testing.T) {
	data := home(t)
	one := start(t, data, "one")
	one.expect(t, first)
	if err := one.cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	if err := <-handOverAll(t.Context(), data, Message{}); !errors.Is(err, ErrNoAnswer) {
		t.Errorf("error %v, want ErrNoAnswer", err)
	}
}

func TestOtherUsersCannotEnter(t *testing.T) {
	data := home(t)
	take(t, data)
	p, err := placeOf(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := isPrivate(filepath.Dir(p.socket)); err != nil {
		t.Error(err)
	}
}

func TestFolderOpenToOthersIsNotUsed(t *testing.T) {
	elsewhere := t.TempDir()
	for name, spoil := range map[string]func(folder string) error{
		"open":   func(folder string) error { return errors.Join(os.Mkdir(folder, 0o700), os.Chmod(folder, 0o755)) },
		"a link": func(folder string) error { return os.Symlink(elsewhere, folder) },
		"a file": func(folder string) error { return os.WriteFile(folder, nil, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			bad, good := filepath.Join(dir, "1"), filepath.Join(dir, "2")
			if err := spoil(bad); err != nil {
				t.Fatal(err)
			}
			if got, err := firstPrivate([]string{bad, good}, 0); err != nil || got != good {
				t.Errorf("took %s, %v; want %s", got, err, good)
			}
			if got, err := firstPrivate([]string{bad}, 0); !errors.Is(err, ErrFolder) {
				t.Errorf("took %s, %v; want ErrFolder", got, err)
			}
		})
	}
}

func TestFolderWithLongPathIsNotUsed(t *testing.T) {
	dir := t.TempDir()
	if got, err := firstPrivate([]string{dir}, maxSocket); !errors.Is(err, ErrFolder) {
		t.Errorf("took %s, %v; want ErrFolder", got, err)
	}
}

func TestCandidates(t *testing.T) {
	home(t)
	runtime := os.Getenv("XDG_RUNTIME_DIR")
	t.Setenv("TMPDIR", "/tmp/own")
	if got := candidates(); len(got) != 3 || got[0] != filepath.Join(runtime, "hjemmekontor") || !strings.HasPrefix(got[1], "/tmp/own/") {
		t.Errorf("candidates are %q", got)
	}
	for _, dir := range []string{"", "run", filepath.Join(runtime, "gone")} {
		t.Setenv("XDG_RUNTIME_DIR", dir)
		if got := candidates(); len(got) != 2 {
			t.Errorf("with the runtime folder %q, candidates are %q", dir, got)
		}
	}
}
