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
	"strconv"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"
)

// childDir, when set, makes the test binary a program that opens the store in
// the folder it names and keeps one thing after the other, telling each on
// standard output once it is kept. childTask says what: a key of tasks.
// childName tells the program from others and childCount is how many things
// there are to be.
const (
	childDir   = "HJEMMEKONTOR_TEST_STORE"
	childTask  = "HJEMMEKONTOR_TEST_TASK"
	childName  = "HJEMMEKONTOR_TEST_NAME"
	childCount = "HJEMMEKONTOR_TEST_COUNT"
)

// tasks are what a program can keep: the nth of its things. They return what
// to tell, or "" if nothing was kept.
var tasks = map[string]func(ctx context.Context, store *Store, name string, n int) (string, error){
	"tick": func(ctx context.Context, store *Store, name string, n int) (string, error) {
		mark, err := store.SetMark(ctx, said(fmt.Sprintf("%s-%d", name, n), Done))
		return mark.ItemID, err
	},
	// Notes on an item of its own and on one that all of them write about.
	"note": func(ctx context.Context, store *Store, name string, n int) (string, error) {
		text := fmt.Sprintf("%s-%d", name, n)
		if err := store.SetNote(ctx, Note{ItemID: "shared", Text: text}); err != nil {
			return "", err
		}
		return text, store.SetNote(ctx, Note{ItemID: text, Text: text})
	},
	// Versions of the organisation file, by which they overtake each other.
	"file": func(ctx context.Context, store *Store, name string, n int) (told string, err error) {
		err = store.KeepOrganisationFile(ctx, func(held []byte) ([]byte, error) {
			told = ""
			verify()
			version := fmt.Sprintf("%03d by %s", n, name)
			if string(held) >= version {
				return nil, nil
			}
			told = fmt.Sprintf("%s > %s", version, held)
			return []byte(version), nil
		})
		return told, err
	},
}

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		if err := keepOn(dir, os.Getenv(childTask), os.Getenv(childName), os.Getenv(childCount)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func keepOn(dir, task, name, count string) error {
	most, err := strconv.Atoi(count)
	if err != nil {
		return err
	}
	ctx := context.Background()
	store, err := OpenStore(ctx, dir)
	if err != nil {
		return err
	}
	for n := range most {
		told, err := tasks[task](ctx, store, name, n)
		if err != nil {
			return err
		}
		if told != "" {
			fmt.Println(told)
		}
	}
	// No Close: the program ends as if it had been cut off.
	return nil
}

// start starts a process that keeps count things.
func start(t *testing.T, dir, task, name string, count int) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), binary)
	cmd.Env = append(os.Environ(), childDir+"="+dir, childTask+"="+task, childName+"="+name, fmt.Sprintf("%s=%d", childCount, count))
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
		cmd, out := start(t, dir, "tick", fmt.Sprintf("round%d", round), 1_000_000)
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

// together starts several processes at once that keep so many things each, and
// waits until all of them have ended well. It returns what they told.
func together(t *testing.T, dir, task string, processes, count int) (told []string) {
	t.Helper()
	var wg sync.WaitGroup
	var mu sync.Mutex
	for i := range processes {
		cmd, out := start(t, dir, task, fmt.Sprintf("process%d", i), count)
		wg.Go(func() {
			for out.Scan() {
				mu.Lock()
				told = append(told, out.Text())
				mu.Unlock()
			}
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	return told
}

// Several programs that start at once on an empty folder share one file.
func TestSeveralProcesses(t *testing.T) {
	dir := t.TempDir()
	together(t, dir, "tick", 4, 10)
	store := mustOpen(t, dir)
	if got := len(states(t, store)); got != 4*10 {
		t.Errorf("%d marks, want %d", got, 4*10)
	}
	if damaged := damagedFiles(t, dir); len(damaged) > 0 || store.SetAside() != "" {
		t.Errorf("a sound file was set aside: %v", damaged)
	}
}

func TestSeveralProcessesWriteNotes(t *testing.T) {
	dir := t.TempDir()
	told := together(t, dir, "note", 4, 10)
	notes := mustNotes(t, mustOpen(t, dir))
	for _, text := range told {
		if notes[text].Text != text {
			t.Errorf("the note %s is %+v", text, notes[text])
		}
	}
	if len(told) != 4*10 || !slices.Contains(told, notes["shared"].Text) {
		t.Errorf("%d notes were told of, and the one all wrote is %+v", len(told), notes["shared"])
	}
}

// Each version that a program takes follows upon one that was held, so that
// all of them are one row that only goes up.
func TestSeveralProcessesTakeFiles(t *testing.T) {
	dir := t.TempDir()
	told := together(t, dir, "file", 4, 30)
	slices.Sort(told)
	held := ""
	for _, line := range told {
		version, before, _ := strings.Cut(line, " > ")
		if before != held {
			t.Errorf("%q was taken over %q, but %q was held", version, before, held)
		}
		held = version
	}
	if file := mustFile(t, mustOpen(t, dir)); string(file) != held || !strings.HasPrefix(held, "029") {
		t.Errorf("%q is held, and the last that was taken is %q", file, held)
	}
}

// Several programs that find the same file damaged all get on, and the file is
// kept as it was.
func TestSeveralProcessesOnDamagedFile(t *testing.T) {
	dir := t.TempDir()
	content := garbage(5000)
	writeFile(t, filepath.Join(dir, FileName), content)
	together(t, dir, "tick", 4, 10)
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
