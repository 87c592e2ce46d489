package checklists

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
	"time"
)

// A damaged file is kept under a name that says so, a new one is begun, and
// the notice can be shown.
func TestDamagedFileIsSetAside(t *testing.T) {
	sound := readFile(t, filled(t, t.TempDir()))
	middle := func(change func(data []byte)) []byte {
		data := bytes.Clone(sound)
		change(data)
		return data
	}
	damaged := map[string][]byte{
		"garbage":              garbage(len(sound)),
		"garbage of one byte":  {0xff},
		"text":                 []byte("this is not a database"),
		"cut in half":          sound[:len(sound)/2],
		"cut inside a page":    sound[:len(sound)-1000],
		"cut after the header": sound[:100],
		"cut in the header":    sound[:50],
		"cut after a page":     sound[:4096],
		"garbage in the pages": middle(func(data []byte) { copy(data[4096:], garbage(len(data)-4096)) }),
		"zeros in a page":      middle(func(data []byte) { clear(data[4096:8192]) }),
		"garbage in a row": middle(func(data []byte) {
			copy(data, bytes.ReplaceAll(data, []byte("employee-vpn-ondone"), []byte("employee-vpn-ongone")))
		}),
	}
	for name, data := range damaged {
		t.Run(name, func(t *testing.T) {
			if bytes.Equal(data, sound) {
				t.Fatal("the file is not damaged")
			}
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			writeFile(t, path, data)
			store := mustOpen(t, dir)
			if !damagedName.MatchString(filepath.Base(store.SetAside())) {
				t.Fatalf("SetAside = %q", store.SetAside())
			}
			if kept := readFile(t, store.SetAside()); !bytes.Equal(kept, data) {
				t.Error("the file set aside was changed")
			}
			mustSet(t, store, "a", Done)
			if got := states(t, store); !maps.Equal(got, map[string]State{"a": Done}) {
				t.Errorf("the new file holds %v", got)
			}
		})
	}
}

var damagedName = regexp.MustCompile(`^checklists\.damaged-\d{4}-\d{2}-\d{2}-\d{6}(-\d+)?\.db$`)

// A database made by another program is nobody's to write in.
func TestOtherProgramsFileIsSetAside(t *testing.T) {
	for name, script := range map[string]string{
		"without a mark":   "CREATE TABLE t (x); INSERT INTO t VALUES (1);",
		"with its own":     "CREATE TABLE t (x); PRAGMA application_id = 42; PRAGMA user_version = 1;",
		"ours but no more": "PRAGMA application_id = " + strconv.Itoa(applicationID) + "; PRAGMA user_version = 1;",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			runSQL(t, filepath.Join(dir, FileName), script)
			if store := mustOpen(t, dir); store.SetAside() == "" {
				t.Error("the file was taken over")
			}
		})
	}
}

// Three damaged files within a second are three files kept.
func TestSettingAsideOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	at := time.Date(2026, 11, 23, 10, 15, 0, 0, time.UTC)
	for i, want := range []string{
		"checklists.damaged-2026-11-23-101500.db",
		"checklists.damaged-2026-11-23-101500-2.db",
		"checklists.damaged-2026-11-23-101500-3.db",
	} {
		for _, suffix := range companions {
			writeFile(t, path+suffix, []byte{byte(i)})
		}
		target, err := setAside(path, at)
		if err != nil || filepath.Base(target) != want {
			t.Fatalf("setAside = %q, %v, want %s", target, err, want)
		}
	}
	for i, name := range []string{"-101500", "-101500-2", "-101500-3"} {
		for _, suffix := range companions {
			kept := readFile(t, filepath.Join(dir, "checklists.damaged-2026-11-23"+name+".db"+suffix))
			if !bytes.Equal(kept, []byte{byte(i)}) {
				t.Errorf("%s%s holds %v, want %d", name, suffix, kept, i)
			}
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 3*len(companions) {
		t.Errorf("%d files in the folder, %v", len(entries), err)
	}
}

// A log beside a file that has lost everything is all that is left of the
// user's ticks, so it must not be deleted.
func TestCompanionsAreSetAside(t *testing.T) {
	for name, left := range map[string][]byte{"nothing": nil, "too little": garbage(100)} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			log := garbage(5000)
			writeFile(t, path, left)
			writeFile(t, path+"-wal", log)
			store := mustOpen(t, dir)
			if store.SetAside() == "" {
				t.Fatal("the file was not set aside")
			}
			if kept := readFile(t, store.SetAside()+"-wal"); !bytes.Equal(kept, log) {
				t.Error("the log was changed")
			}
		})
	}
}

func TestNewerFileIsRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	path := filled(t, dir)
	runSQL(t, path, "CREATE TABLE invented_later (x); PRAGMA user_version = "+strconv.Itoa(schemaVersion()+1)+";")
	before := readFile(t, path)
	_, err := OpenStore(t.Context(), dir)
	if !errors.Is(err, ErrNewer) {
		t.Fatalf("OpenStore: %v, want ErrNewer", err)
	}
	if !bytes.Equal(readFile(t, path), before) {
		t.Error("the file was changed")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("files left in the folder: %v, %v", entries, err)
	}
}

// A file that was created but not filled before the power went is begun again.
func TestEmptyFileIsBegunAgain(t *testing.T) {
	for name, script := range map[string]string{
		"no byte written": "",
		"only marked":     "PRAGMA application_id = " + strconv.Itoa(applicationID) + ";",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			writeFile(t, path, nil)
			if script != "" {
				runSQL(t, path, script)
			}
			store := mustOpen(t, dir)
			if store.SetAside() != "" {
				t.Errorf("set aside as %s", store.SetAside())
			}
			mustSet(t, store, "a", Done)
		})
	}
}

// Damage that comes while the store is open is told about, and the next start
// deals with it.
func TestDamageWhileOpen(t *testing.T) {
	dir := t.TempDir()
	path := filled(t, dir)
	store, other := mustOpen(t, dir), mustOpen(t, dir)
	data := readFile(t, path)
	writeFile(t, path, append(bytes.Clone(data[:4096]), garbage(len(data)-4096)...))
	// A write by another makes SQLite read again what it has in memory.
	if err := other.SetPreference(t.Context(), "language", "en"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Marks(t.Context()); !errors.Is(err, ErrDamaged) {
		t.Errorf("Marks: %v, want ErrDamaged", err)
	}
	for _, s := range []*Store{store, other} {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if next := mustOpen(t, dir); next.SetAside() == "" {
		t.Error("the damaged file was not set aside")
	}
}

// Every place that cannot hold a store gives the same answer.
func TestNotWritable(t *testing.T) {
	base := t.TempDir()
	file := filepath.Join(base, "file")
	writeFile(t, file, []byte("in the way"))
	blocked := filepath.Join(base, "blocked")
	if err := os.MkdirAll(filepath.Join(blocked, FileName), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, dir := range map[string]string{
		"a file where the folder should be": file,
		"a file where its parent should be": filepath.Join(file, "data"),
		"a folder where the file should be": blocked,
		"an impossible name":                filepath.Join(base, "a\x00b"),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := OpenStore(t.Context(), dir); !errors.Is(err, ErrNotWritable) {
				t.Errorf("OpenStore: %v, want ErrNotWritable", err)
			}
		})
	}
	if got := string(readFile(t, file)); got != "in the way" {
		t.Errorf("the file in the way now holds %q", got)
	}
}
