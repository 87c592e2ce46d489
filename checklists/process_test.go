package checklists

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// childDir, when set, makes the test binary a program that opens the store in
// the folder it names and keeps ticking items, one after the other, telling
// each on standard output once it is kept. childName is the beginning of the
// items' IDs and childCount how many there are to be.
const (
	childDir   = "HJEMMEKONTOR_TEST_STORE"
	childName  = "HJEMMEKONTOR_TEST_NAME"
	childCount = "HJEMMEKONTOR_TEST_COUNT"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := tick(dir, os.Getenv(childName), os.Getenv(childCount)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func tick(dir, name, count string) error {
	var n int
	if _, err := fmt.Sscan(count, &n); err != nil {
		return err
	}
	ctx := context.Background()
	store, err := OpenStore(ctx, dir)
	if err != nil {
		return err
	}
	for i := range n {
		mark, err := store.SetState(ctx, fmt.Sprintf("%s-%d", name, i), Done, time.Now())
		if err != nil {
			return err
		}
		fmt.Println(mark.ItemID)
	}
	// No Close: the program ends as if it had been cut off.
	return nil
}

// ticker starts a process that ticks count items named name-0, name-1 …
func ticker(t *testing.T, dir, name string, count int) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), binary)
	cmd.Env = append(os.Environ(), childDir+"="+dir, childName+"="+name, fmt.Sprintf("%s=%d", childCount, count))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

// Whatever the program has said is kept is there after it is killed in the
// middle of the next write.
func TestTicksSurviveKill(t *testing.T) {
	dir := t.TempDir()
	kept := make(map[string]bool)
	for round := range 5 {
		cmd, out := ticker(t, dir, fmt.Sprintf("round%d", round), 1_000_000)
		for range 20 {
			if !out.Scan() {
				t.Fatal("the process ended by itself")
			}
			kept[out.Text()] = true
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for out.Scan() { // said before the end, so kept too
			kept[out.Text()] = true
		}
		if cmd.Wait() == nil {
			t.Fatal("the process was not killed")
		}
		store := mustOpen(t, dir)
		got := states(t, store)
		for id := range kept {
			if got[id] != Done {
				t.Errorf("round %d: %s is lost", round, id)
			}
		}
		if store.SetAside() != "" {
			t.Errorf("round %d: the file was taken for damaged", round)
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// together starts several processes at once that tick each their items, and
// waits until all of them have ended well.
func together(t *testing.T, dir string, processes, ticks int) {
	t.Helper()
	var wg sync.WaitGroup
	for i := range processes {
		cmd, out := ticker(t, dir, fmt.Sprintf("process%d", i), ticks)
		wg.Go(func() {
			for out.Scan() {
			}
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// Several programs that start at once on an empty folder share one file.
func TestSeveralProcesses(t *testing.T) {
	dir := t.TempDir()
	together(t, dir, 4, 10)
	store := mustOpen(t, dir)
	if got := len(states(t, store)); got != 4*10 {
		t.Errorf("%d marks, want %d", got, 4*10)
	}
	if damaged := damagedFiles(t, dir); len(damaged) > 0 || store.SetAside() != "" {
		t.Errorf("a sound file was set aside: %v", damaged)
	}
}

// Several programs that find the same file damaged all get on, and the file is
// kept as it was.
func TestSeveralProcessesOnDamagedFile(t *testing.T) {
	dir := t.TempDir()
	content := garbage(5000)
	writeFile(t, filepath.Join(dir, FileName), content)
	together(t, dir, 4, 10)
	damaged := damagedFiles(t, dir)
	if !slices.ContainsFunc(damaged, func(path string) bool { return bytes.Equal(readFile(t, path), content) }) {
		t.Errorf("the damaged file is not among %v", damaged)
	}
	if store := mustOpen(t, dir); store.SetAside() != "" {
		t.Error("the new file is damaged too")
	}
}

func damagedFiles(t *testing.T, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*damaged*"))
	if err != nil {
		t.Fatal(err)
	}
	return paths
}
