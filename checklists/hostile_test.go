package checklists

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// hostile is a file somebody offers as a copy: what to make of a good one by
// changing its bytes or running SQL on it, and the error it is met with.
type hostile struct {
	name   string
	change func(data []byte) []byte
	script string
	want   error
}

func hostileCopies() []hostile {
	at := func(offset int, value uint32) func([]byte) []byte {
		return func(data []byte) []byte {
			binary.BigEndian.PutUint32(data[offset:], value)
			return data
		}
	}
	cut := func(size func(int) int) func([]byte) []byte {
		return func(data []byte) []byte { return data[:size(len(data))] }
	}
	return []hostile{
		{"empty", cut(func(int) int { return 0 }), "", ErrNotBackup},
		{"text", func([]byte) []byte { return []byte(strings.Repeat("not a database ", 1000)) }, "", ErrNotBackup},
		{"cut in the header", cut(func(int) int { return 50 }), "", ErrNotBackup},
		{"another program's", at(offsetApp, 42), "", ErrNotBackup},
		{"nobody's", nil, "PRAGMA application_id = 0;", ErrNotBackup},
		{"newer", nil, fmt.Sprintf("PRAGMA user_version = %d;", schemaVersion()+1), ErrNewer},
		{"newer and larger than can be understood", func(data []byte) []byte {
			data[offsetSchema] = 0x05
			return at(offsetUser, uint32(schemaVersion())+1)(data)
		}, "", ErrNewer},
		{"of no version", nil, "PRAGMA user_version = 0;", ErrDamaged},
		{"of an older version than it is", nil, "PRAGMA user_version = 1;", ErrDamaged},
		{"cut after a page", cut(func(int) int { return 4096 }), "", ErrDamaged},
		{"cut in half", cut(func(size int) int { return size / 2 }), "", ErrDamaged},
		{"garbage in the pages", func(data []byte) []byte {
			copy(data[4096:], garbage(len(data)-4096))
			return data
		}, "", ErrDamaged},
		{"page of no size", func(data []byte) []byte { data[16], data[17] = 0, 0; return data }, "", ErrDamaged},
		{"a trigger", nil, "CREATE TRIGGER t AFTER INSERT ON mark BEGIN DELETE FROM contact; END;", ErrDamaged},
		{"a view for a table", nil, "DROP TABLE note; CREATE VIEW note AS SELECT 'a' AS item_id, 'b' AS text, 1 AS shared;", ErrDamaged},
		{"a table more", nil, "CREATE TABLE more (x);", ErrDamaged},
		{"a table less", nil, "DROP TABLE note;", ErrDamaged},
		{"more tables than fit on a page", nil, hundredTables(), ErrDamaged},
		{"an index more", nil, "CREATE INDEX more ON note (text);", ErrDamaged},
		{"an index that computes", nil, "CREATE INDEX more ON note (hex(text));", ErrDamaged},
		{"a computed column", nil, "ALTER TABLE note ADD COLUMN more TEXT AS (hex(text));", ErrDamaged},
		{"statistics", nil, "ANALYZE;", ErrDamaged},
		{"a table without its checks", nil, "DROP TABLE note; CREATE TABLE note (item_id, text, shared);", ErrDamaged},
		{"an unknown state", nil, "PRAGMA ignore_check_constraints = ON; UPDATE mark SET state = 'half done';", ErrDamaged},
		{"a reason for done", nil, "PRAGMA ignore_check_constraints = ON; UPDATE mark SET reason = 'why', state = 'done';", ErrDamaged},
		{"a reason of two lines", nil, "UPDATE mark_history SET state = 'not-for-me', reason = 'a' || char(10) || 'b';", ErrDamaged},
		{"a note that reverses", nil, "UPDATE note SET text = 'a' || char(8238);", ErrDamaged},
		{"a long note", nil, "UPDATE note SET text = hex(zeroblob(1001));", ErrDamaged},
		{"a value beyond all limits", nil, "UPDATE note SET text = hex(zeroblob(2500000));", ErrDamaged},
		{"text that is not UTF-8", nil, "UPDATE contact SET name = CAST(x'ff' AS TEXT);", ErrDamaged},
		{"a contact of no known role", nil, "UPDATE contact SET role = 'other';", ErrDamaged},
		{"a name that reverses", nil, "UPDATE contact SET name = 'a' || char(8238);", ErrDamaged},
		{"a number that is none", nil, "UPDATE contact SET phone = 'ring';", ErrDamaged},
		{"an item of no name", nil, "UPDATE mark SET item_id = '' WHERE item_id = 'own-printer';", ErrDamaged},
		{"a far future", nil, "UPDATE report SET made = 9223372036854775807;", ErrDamaged},
		{"a draft that is not JSON", nil, "UPDATE organisation_draft SET draft = '{';", ErrDamaged},
		{"a long preference", nil, "UPDATE preference SET value = hex(zeroblob(32769));", ErrDamaged},
		{"too many reports", nil, manyRows("report (person, made, data) SELECT 'p' || i, 0, x'00'", MaxReports), ErrTooLarge},
		{"too many preferences", nil, manyRows("preference (key, value) SELECT 'k' || i, ''", 1000), ErrTooLarge},
	}
}

// manyRows is SQL that inserts rows for the numbers i from 1 to count.
func manyRows(insert string, count int) string {
	return fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) INSERT INTO %s FROM n;", count, insert)
}

func hundredTables() string {
	var script strings.Builder
	for i := range 100 {
		fmt.Fprintf(&script, "CREATE TABLE t%d (x);", i)
	}
	return script.String()
}

// Whatever is wrong with a copy is named, and changes nothing.
func TestHostileCopyChangesNothing(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	fill(t, store)
	want := contentOf(t, store)
	good := readFile(t, copied(t, store))
	for _, test := range hostileCopies() {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "copy")
			data := bytes.Clone(good)
			if test.change != nil {
				data = test.change(data)
			}
			writeFile(t, path, data)
			if test.script != "" {
				runSQL(t, path, test.script)
			}
			if err := store.Restore(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("Restore: %v, want %v", err, test.want)
			}
			if err := CheckCopy(t.Context(), path); !errors.Is(err, test.want) {
				t.Errorf("CheckCopy: %v, want %v", err, test.want)
			}
			checkContent(t, store, want)
			checkAlone(t, path)
		})
	}
}

// A key that is there twice has been written by nobody's SQLite, but could not
// be restored.
func TestKeyTwiceInCopy(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	keepReports(t, store, report("person-1", 0, "x"), report("person-2", 0, "x"))
	for _, id := range []string{"marked-1", "marked-2"} {
		mustSet(t, store, id, Done)
	}
	for _, id := range []string{"noted-1", "noted-2"} {
		if err := store.SetNote(t.Context(), Note{ItemID: id, Text: "x"}); err != nil {
			t.Fatal(err)
		}
	}
	path := copied(t, store)
	good, other := readFile(t, path), mustOpen(t, t.TempDir())
	for _, key := range []string{"person-", "marked-", "noted-"} {
		writeFile(t, path, bytes.ReplaceAll(good, []byte(key+"2"), []byte(key+"1")))
		for name, err := range map[string]error{"CheckCopy": CheckCopy(t.Context(), path), "Restore": other.Restore(t.Context(), path)} {
			if !errors.Is(err, ErrDamaged) {
				t.Errorf("%s of a copy with %s1 twice: %v, want ErrDamaged", name, key, err)
			}
		}
	}
	checkContent(t, other, contentOf(t, mustOpen(t, t.TempDir())))
}

func TestUnusualFilesAreNotRestored(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	fill(t, store)
	want := contentOf(t, store)
	path, huge := copied(t, store), copied(t, store)
	if err := os.Truncate(huge, MaxCopy+1); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, test := range map[string]struct {
		ctx  context.Context
		path string
		want error
	}{
		"too large":        {t.Context(), huge, ErrTooLarge},
		"missing":          {t.Context(), filepath.Join(dir, "missing"), os.ErrNotExist},
		"a folder":         {t.Context(), dir, ErrNotBackup},
		"the store itself": {t.Context(), filepath.Join(dir, FileName), ErrInvalid},
		"given up":         {ctx, path, context.Canceled},
	} {
		if err := store.Restore(test.ctx, test.path); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
	checkContent(t, store, want)
}

// FuzzCheckCopy looks for a file that does harm: one that is let through must
// be restored without an error, to a store that can be copied again.
func FuzzCheckCopy(f *testing.F) {
	store := mustOpen(f, f.TempDir())
	fill(f, store)
	good := readFile(f, copied(f, store))
	f.Add(good)
	f.Add(good[:len(good)-4096])
	f.Add(readFile(f, version1File(f, f.TempDir())))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		path := filepath.Join(dir, "copy")
		writeFile(t, path, data)
		if CheckCopy(t.Context(), path) != nil {
			return
		}
		store := mustOpen(t, filepath.Join(dir, "store"))
		if err := store.Restore(t.Context(), path); err != nil {
			t.Fatalf("a copy that was let through was not restored: %v", err)
		}
		want := contentOf(t, store)
		if err := store.Restore(t.Context(), copied(t, store)); err != nil {
			t.Fatal(err)
		}
		checkContent(t, store, want)
	})
}
