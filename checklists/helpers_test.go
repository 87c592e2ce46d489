package checklists

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// runSQL runs SQL on a file by a connection of its own.
func runSQL(t testing.TB, path, script string) {
	t.Helper()
	conn, err := sqlite.OpenConn(path, sqlite.OpenReadWrite|sqlite.OpenCreate)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := sqlitex.ExecuteScript(conn, script, nil); err != nil {
		t.Fatal(err)
	}
}

// holdWriteLock keeps others from writing until the returned function is
// called.
func holdWriteLock(t testing.TB, store *Store) (release func()) {
	t.Helper()
	conn, err := store.pool.Take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	end, err := sqlitex.ImmediateTransaction(conn)
	if err != nil {
		t.Fatal(err)
	}
	return func() {
		end(&err)
		if err != nil {
			t.Error(err)
		}
		store.pool.Put(conn)
	}
}

// filled makes a store with a few marks and a preference in dir, closes it and returns the path
// of its file.
func filled(t testing.TB, dir string) string {
	t.Helper()
	store, err := OpenStore(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range mustLoad(t).Items(Employee) {
		mustSet(t, store, item.ID, Done)
	}
	if err := store.SetPreference(t.Context(), "language", "nb"); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, FileName)
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writeFile(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// garbage is n bytes that are no database.
func garbage(n int) []byte { return bytes.Repeat([]byte("\xde\xad\xbe\xef"), (n+3)/4)[:n] }
