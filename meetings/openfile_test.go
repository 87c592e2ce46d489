package meetings

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

var damagedName = regexp.MustCompile(`^meetings\.damaged-\d{4}-\d{2}-\d{2}-\d{6}(-\d+)?\.db$`)

// checkSetAside makes sure that the file in dir is set aside as it is, and that
// a new one can be used.
func checkSetAside(t *testing.T, dir string) {
	t.Helper()
	before := readFile(t, filepath.Join(dir, FileName))
	store := mustOpen(t, dir)
	if !damagedName.MatchString(filepath.Base(store.SetAside())) {
		t.Fatalf("SetAside = %q", store.SetAside())
	}
	if !bytes.Equal(readFile(t, store.SetAside()), before) {
		t.Error("the file set aside was changed")
	}
	fill(t, store, newRing())
}

// A damaged file is kept under a name that says so, and a new one is begun.
func TestDamagedFileIsSetAside(t *testing.T) {
	sound := readFile(t, filled(t, t.TempDir(), newRing()))
	middle := bytes.Clone(sound)
	copy(middle[4096:], garbage(len(middle)-4096))
	for name, data := range map[string][]byte{
		"garbage":              garbage(len(sound)),
		"one byte":             {0xff},
		"text":                 []byte("this is not a database"),
		"cut in half":          sound[:len(sound)/2],
		"cut in the header":    sound[:50],
		"garbage in the pages": middle,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			writeFile(t, filepath.Join(dir, FileName), data)
			checkSetAside(t, dir)
		})
	}
}

// A file of ours in which somebody has made other tables, or put what no
// version of the program would, is no more ours.
func TestFileOfAnotherShapeIsSetAside(t *testing.T) {
	sound := readFile(t, filled(t, t.TempDir(), newRing()))
	unchecked := "PRAGMA ignore_check_constraints = ON; "
	for name, script := range map[string]string{
		"another program's":    "PRAGMA application_id = 42;",
		"of no version":        "PRAGMA user_version = 0;",
		"a trigger":            "CREATE TRIGGER t AFTER INSERT ON way BEGIN DELETE FROM favourite; END;",
		"a view for a table":   "DROP TABLE way; CREATE VIEW way AS SELECT 'zoom' AS service, 'app' AS way;",
		"a table less":         "DROP TABLE calendar;",
		"a table more":         "CREATE TABLE more (x);",
		"without its checks":   "DROP TABLE recent; CREATE TABLE recent (id, at, sealed, data);",
		"a column more":        "ALTER TABLE way ADD COLUMN more TEXT;",
		"an unknown way":       unchecked + "UPDATE way SET way = 'by horse';",
		"a huge name":          unchecked + "UPDATE favourite SET name = hex(zeroblob(2500000));",
		"an unknown kind":      unchecked + "UPDATE calendar SET kind = 'stone';",
		"a huge recent":        unchecked + "UPDATE recent SET data = zeroblob(5000000);",
		"a copy of nothing":    unchecked + "UPDATE calendar_copy SET data = x'';",
		"nothing for a secret": unchecked + "UPDATE favourite SET secret = 7;",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			writeFile(t, path, sound)
			runSQL(t, path, script)
			checkSetAside(t, dir)
		})
	}
}

// What the checks let through is read, dropped or refused, and never does harm.
func TestHostileRows(t *testing.T) {
	keyring := newRing()
	sound := readFile(t, filled(t, t.TempDir(), keyring))
	for name, script := range map[string]string{
		"sealed garbage":       "UPDATE recent SET data = zeroblob(16384); UPDATE calendar_copy SET data = zeroblob(100000);",
		"sealed nothing":       "UPDATE recent SET data = x'01'; UPDATE calendar_copy SET data = x'01';",
		"text that is not":     "UPDATE recent SET sealed = 0, data = x'7b'; UPDATE favourite SET address = CAST(x'ff' AS TEXT);",
		"names that reverse":   "UPDATE favourite SET name = 'a' || char(8238); UPDATE calendar SET name = char(0);",
		"far times":            "UPDATE calendar SET next = 9223372036854775807, fetched = -9223372036854775808; UPDATE recent SET at = -1;",
		"one row for another":  "UPDATE recent SET id = 'other'; UPDATE calendar SET id = 'c2'; UPDATE calendar_copy SET calendar = 'c2';",
		"hundreds of rows":     many("favourite SELECT 'f' || i, i, 'n', '', '', '', 1") + many("recent SELECT 'r' || i, i, 1, x'00'"),
		"hundreds of others":   many("calendar (id, position, kind, name, place, hidden) SELECT 'k' || i, i, 'file', 'n', '/n', 0") + many("way SELECT 's' || i, 'app'"),
		"positions at the end": "UPDATE favourite SET position = 9223372036854775807; UPDATE calendar SET position = -9223372036854775808;",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			writeFile(t, path, sound)
			runSQL(t, path, script)
			store := mustUnlock(t, dir, keyring)
			if store.SetAside() != "" {
				t.Fatal("the file was set aside")
			}
			useAll(t, store, keyring)
		})
	}
}

func many(insert string) string {
	return fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) INSERT INTO %s FROM n;", insert)
}

// useAll reads and changes everything, and fails if there is more than can be.
func useAll(t *testing.T, store *Store, keyring Keyring) {
	t.Helper()
	ctx := t.Context()
	favourites, err1 := store.Favourites(ctx)
	recents, err2 := store.Recents(ctx)
	calendars, err3 := store.Calendars(ctx)
	ways, err4 := store.Ways(ctx)
	must(t, err1, err2, err3, err4)
	if len(favourites) > MaxFavourites || len(recents) > MaxRecents || len(calendars) > MaxCalendars || len(ways) > maxWays {
		t.Errorf("there are %d, %d, %d and %d", len(favourites), len(recents), len(calendars), len(ways))
	}
	for _, f := range favourites[:1] {
		if _, err := NewFavourites(store, keyring).Open(ctx, f.ID); err != nil && !f.Secret {
			t.Error(err)
		}
	}
	for _, c := range calendars {
		if _, err := store.Copy(ctx, c.ID); err != nil && !errors.Is(err, ErrNotFound) {
			t.Error(err)
		}
		must(t, store.SaveCopy(ctx, c.ID, c.Fetch, Copy{Data: []byte("new")}))
	}
	must(t, store.MoveCalendar(ctx, calendars[0].ID, 1), store.MoveFavourite(ctx, favourites[0].ID, 5), store.AddRecent(ctx, noon, "", meeting(t, plainLink)))
}

func TestNewerFileIsRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	path := filled(t, dir, newRing())
	runSQL(t, path, fmt.Sprintf("CREATE TABLE invented_later (x); PRAGMA user_version = %d;", schemaVersion()+1))
	before := readFile(t, path)
	if _, err := OpenStore(t.Context(), dir); !errors.Is(err, ErrNewer) {
		t.Fatalf("OpenStore: %v, want ErrNewer", err)
	}
	if !bytes.Equal(readFile(t, path), before) {
		t.Error("the file was changed")
	}
}

// A full disk costs nothing that was kept, and a write works again when there is
// room.
func TestFull(t *testing.T) {
	dir, keyring := t.TempDir(), newRing()
	store := mustUnlock(t, dir, keyring)
	fill(t, store, keyring)
	limit := func(pages int) {
		t.Helper()
		must(t, store.read(t.Context(), "limiting", func(conn *sqlite.Conn) error {
			return sqlitex.ExecuteTransient(conn, fmt.Sprintf("PRAGMA max_page_count = %d;", pages), nil)
		}))
	}
	limit(30)
	large := Copy{Data: make([]byte, 1<<20)}
	_, _ = rand.Read(large.Data) // or it would be packed into nothing
	if err := store.SaveCopy(t.Context(), "c1", Fetch{ETag: `"2"`}, large); !errors.Is(err, ErrFull) {
		t.Fatalf("SaveCopy: %v, want ErrFull", err)
	}
	calendars, err := store.Calendars(t.Context())
	must(t, err)
	if got, err := store.Copy(t.Context(), "c1"); calendars[0].Fetch.ETag != `"1"` || !strings.Contains(string(got.Data), hush) || err != nil {
		t.Errorf("kept is %q, %v", calendars[0].Fetch.ETag, err)
	}
	limit(100_000)
	must(t, store.SaveCopy(t.Context(), "c1", Fetch{ETag: `"2"`}, large))
}

func TestNotWritable(t *testing.T) {
	base := t.TempDir()
	file := filepath.Join(base, "file")
	writeFile(t, file, []byte("in the way"))
	for name, dir := range map[string]string{
		"a file where the folder should be": file,
		"an impossible name":                filepath.Join(base, "a\x00b"),
	} {
		if _, err := OpenStore(t.Context(), dir); !errors.Is(err, ErrNotWritable) {
			t.Errorf("%s: %v, want ErrNotWritable", name, err)
		}
	}
}
