package backup

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"go.uber.org/goleak"

	"hjemmekontor/checklists"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.FixedZone("CET", 3600))

// notebook is data that is one text. It breaks as it is told to.
type notebook struct {
	name, text                  string
	failSave, failCheck, failed error
	restored                    []string // everything that was restored, in order
}

func (n *notebook) part() Part {
	return Part{
		Name: n.name,
		Save: func(_ context.Context, path string) error {
			return errors.Join(n.failSave, os.WriteFile(path, []byte(n.text), 0o600))
		},
		Check: func(context.Context, string) error { return n.failCheck },
		Restore: func(ctx context.Context, path string) error {
			text, err := os.ReadFile(path)
			if err := errors.Join(err, n.failed, ctx.Err()); err != nil {
				return err
			}
			n.text = string(text)
			n.restored = append(n.restored, n.text)
			return nil
		},
	}
}

// written writes a backup of parts and returns its path.
func written(t testing.TB, parts ...Part) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "backup")
	if err := Write(t.Context(), path, parts, noon); err != nil {
		t.Fatal(err)
	}
	return path
}

// checkAlone makes sure that the folder of path holds that file alone.
func checkAlone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(path) {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

// noTemporaryFiles makes sure, when the test ends, that nobody's data is left
// behind in the system's folder for temporary files.
func noTemporaryFiles(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir) // Windows
	t.Cleanup(func() {
		if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
			t.Errorf("left behind: %v, %v", entries, err)
		}
	})
}

func TestAllPartsComeBack(t *testing.T) {
	noTemporaryFiles(t)
	lists, meetings := &notebook{name: "checklists.db", text: "ticks"}, &notebook{name: "meetings.db", text: "calls"}
	parts := []Part{lists.part(), meetings.part()}
	path := written(t, parts...)
	checkAlone(t, path)
	lists.text, meetings.text = "later", "later"
	if err := Read(t.Context(), path, parts); err != nil {
		t.Fatal(err)
	}
	if lists.text != "ticks" || meetings.text != "calls" {
		t.Errorf("restored are %q and %q", lists.text, meetings.text)
	}
	about, err := Inspect(path)
	if want := (About{Made: noon.UTC(), Version: 1, App: "hjemmekontor"}); err != nil || about != want {
		t.Errorf("Inspect = %+v, %v, want %+v", about, err, want)
	}
}

// A backup made before there were meetings leaves them as they are.
func TestOlderBackupHasFewerParts(t *testing.T) {
	lists, meetings := &notebook{name: "checklists.db", text: "ticks"}, &notebook{name: "meetings.db", text: "calls"}
	path := written(t, lists.part())
	lists.text = "later"
	if err := Read(t.Context(), path, []Part{meetings.part(), lists.part()}); err != nil {
		t.Fatal(err)
	}
	if lists.text != "ticks" || meetings.text != "calls" || len(meetings.restored) > 0 {
		t.Errorf("restored are %q and %q", lists.text, meetings.text)
	}
}

// One part that fails keeps all from being restored, however late it fails.
func TestAllPartsOrNone(t *testing.T) {
	noTemporaryFiles(t)
	errBroken := errors.New("broken")
	for name, breakIt := range map[string]func(lists, meetings *notebook){
		"a check":                func(_, meetings *notebook) { meetings.failCheck = errBroken },
		"the last restore":       func(_, meetings *notebook) { meetings.failed = errBroken },
		"the first restore":      func(lists, _ *notebook) { lists.failed = errBroken },
		"saving what to go back": func(lists, _ *notebook) { lists.failSave = errBroken },
	} {
		t.Run(name, func(t *testing.T) {
			lists, meetings := &notebook{name: "checklists.db", text: "ticks"}, &notebook{name: "meetings.db", text: "calls"}
			parts := []Part{lists.part(), meetings.part()}
			path := written(t, parts...)
			lists.text, meetings.text = "later", "later"
			breakIt(lists, meetings)
			if err := Read(t.Context(), path, parts); !errors.Is(err, errBroken) {
				t.Errorf("Read: %v", err)
			}
			if lists.text != "later" || meetings.text != "later" {
				t.Errorf("restored are %q and %q", lists.text, meetings.text)
			}
		})
	}
}

// Giving up half-way gives back what was there.
func TestGivingUpHalfWay(t *testing.T) {
	lists, meetings := &notebook{name: "checklists.db", text: "ticks"}, &notebook{name: "meetings.db", text: "calls"}
	path := written(t, lists.part(), meetings.part())
	lists.text = "later"
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	first := lists.part()
	restore := first.Restore
	first.Restore = func(ctx context.Context, path string) error {
		defer cancel()
		return restore(ctx, path)
	}
	if err := Read(ctx, path, []Part{first, meetings.part()}); !errors.Is(err, context.Canceled) {
		t.Errorf("Read: %v", err)
	}
	if lists.text != "later" || len(lists.restored) != 2 {
		t.Errorf("restored are %q", lists.restored)
	}
}

func TestFailedWriteLeavesWhatWasThere(t *testing.T) {
	noTemporaryFiles(t)
	errBroken := errors.New("broken")
	good := &notebook{name: "checklists.db", text: "ticks"}
	path := written(t, good.part())
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	large := good.part()
	large.Save = func(_ context.Context, path string) error {
		return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, MaxPart+1))
	}
	for name, test := range map[string]struct {
		ctx  context.Context
		path string
		part Part
		want error
	}{
		"a part fails":   {t.Context(), path, (&notebook{name: "checklists.db", failSave: errBroken}).part(), errBroken},
		"too large":      {t.Context(), path, large, ErrTooLarge},
		"given up":       {ctx, path, good.part(), context.Canceled},
		"no such folder": {t.Context(), filepath.Join(path, "missing"), good.part(), checklists.ErrNotWritable},
		"a folder":       {t.Context(), filepath.Dir(path), good.part(), checklists.ErrNotWritable},
	} {
		if err := Write(test.ctx, test.path, []Part{test.part}, noon); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the older backup holds %d bytes, %v", len(after), err)
	}
	checkAlone(t, path)
}

// Only this user may read who is responsible for what in the company.
func TestBackupIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // the user's profile folder is private there
	}
	info, err := os.Stat(written(t, (&notebook{name: "checklists.db"}).part()))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}
