package checklists

import (
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"zombiezen.com/go/sqlite"

	"hjemmekontor/checklists/organisation"
)

// version1File makes a file of the first released version in dir.
func version1File(t testing.TB, dir string) string {
	t.Helper()
	path := filepath.Join(dir, FileName)
	runSQL(t, path, string(readFile(t, filepath.Join("testdata", "version1.sql"))))
	return path
}

// version1Content is what is in it.
func version1Content() content {
	at := time.Date(2026, 11, 23, 11, 0, 0, 123e6, time.UTC)
	printer := Mark{ItemID: "own-printer", State: NotForMe, At: at}
	return content{
		Marks: map[string]Mark{
			"own-printer":     printer,
			"employee-vpn-on": {ItemID: "employee-vpn-on", State: Done, At: at},
		},
		History:  []Mark{{ItemID: "own-printer", State: Done, At: at.Add(-time.Hour).Truncate(time.Second)}, printer},
		Notes:    map[string]Note{},
		Contacts: []organisation.Contact{{Role: organisation.SecurityOfficer, Name: "Kari Nordmann", Phone: "90 00 00 00", Email: "kari@firma.no", Hours: "8–16"}},
		Language: "en",
	}
}

// A file of the first version is brought up with nothing lost, and can then do
// all that a new one can.
func TestMigrationLosesNothing(t *testing.T) {
	dir := t.TempDir()
	version1File(t, dir)
	store := mustOpen(t, dir)
	if store.SetAside() != "" {
		t.Fatalf("the old file was set aside as %s", store.SetAside())
	}
	checkContent(t, store, version1Content())
	fill(t, store)
	want := contentOf(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	checkContent(t, mustOpen(t, dir), want)
}

// What has been released is never edited: a new file has the tables of one
// that was brought up.
func TestReleasedMigrationsStay(t *testing.T) {
	conn, err := sqlite.OpenConn(version1File(t, t.TempDir()), sqlite.OpenReadOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	released, err := readSchema(conn)
	if err != nil {
		t.Fatal(err)
	}
	schemas, err := referenceSchemas()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(released, schemas[1]) {
		t.Errorf("the first migration makes\n%q\nreleased was\n%q", schemas[1], released)
	}
}

// A copy is taken over table by table, so no table may be forgotten.
func TestEveryTableIsTakenOver(t *testing.T) {
	conn, err := sqlite.OpenConn(filled(t, t.TempDir()), sqlite.OpenReadOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	want, err := queryInt(conn, "SELECT count(*) FROM sqlite_schema WHERE type = 'table';")
	if err != nil || len(tables) != want {
		t.Errorf("%d tables are taken over, want %d, %v", len(tables), want, err)
	}
	for _, table := range tables {
		rows := 0
		if err := table.each(conn, func([]any) error { rows++; return nil }); err != nil || rows == 0 {
			t.Errorf("table %s: %d rows in a filled store, %v", table.name, rows, err)
		}
	}
	// fill is what the tests of copies rest on.
	var empty content
	full := reflect.ValueOf(contentOf(t, mustOpen(t, filepath.Dir(filled(t, t.TempDir())))))
	for i := range full.NumField() {
		if reflect.DeepEqual(full.Field(i).Interface(), reflect.ValueOf(empty).Field(i).Interface()) {
			t.Errorf("a filled store has no %s", full.Type().Field(i).Name)
		}
	}
}
