package checklists

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists/organisation"
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

// fill keeps something of everything that a store can hold, and the whole
// list of the employee as done.
func fill(t testing.TB, store *Store) {
	t.Helper()
	ctx := t.Context()
	_, err := store.SetMark(ctx, Mark{ItemID: "own-printer", State: NotForMe, At: noon, Reason: "Har ingen skriver"})
	failures := []error{
		err,
		store.SetNote(ctx, Note{ItemID: "employee-vpn-on", Text: "Spør Kari\nom ny nøkkel", Shared: true}),
		store.SaveContact(ctx, organisation.Contact{Role: organisation.ITSupport, Name: "Drift AS", Phone: "22 00 00 00", When: "Alt teknisk"}),
		store.SetPreference(ctx, "language", "nb"),
		store.KeepOrganisationFile(ctx, func([]byte) ([]byte, error) { return []byte("a signed file"), nil }),
		store.SaveDraft(ctx, []byte(`{"name":"Fjordfisk"}`)),
	}
	if err := errors.Join(failures...); err != nil {
		t.Fatal(err)
	}
	keepReports(t, store, KeptReport{"kari", noon, []byte("kari's")}, KeptReport{"ola", noon, []byte("ola's")})
	for _, item := range mustLoad(t).Items(Employee) {
		mustSet(t, store, item.ID, Done)
	}
}

// filled fills a store in dir, closes it and returns the path of its file.
func filled(t testing.TB, dir string) string {
	t.Helper()
	store, err := OpenStore(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, store)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, FileName)
}

// content is all that a store holds, with the history of one item and one
// preference for all of them.
type content struct {
	Marks    map[string]Mark
	History  []Mark
	Notes    map[string]Note
	Contacts []organisation.Contact
	Language string
	File     []byte
	Draft    []byte
	Reports  []KeptReport
}

func contentOf(t testing.TB, store *Store) (c content) {
	t.Helper()
	ctx := t.Context()
	errs := make([]error, 8)
	c.Marks, errs[0] = store.Marks(ctx)
	c.History, errs[1] = store.History(ctx, "own-printer")
	c.Notes, errs[2] = store.Notes(ctx)
	c.Contacts, errs[3] = store.Contacts(ctx)
	c.Language, _, errs[4] = store.Preference(ctx, "language")
	c.File, errs[5] = store.OrganisationFile(ctx)
	c.Draft, errs[6] = store.Draft(ctx)
	c.Reports, errs[7] = store.Reports(ctx)
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	return c
}

// checkContent makes sure that the store holds just so much.
func checkContent(t testing.TB, store *Store, want content) {
	t.Helper()
	if got := contentOf(t, store); !reflect.DeepEqual(got, want) {
		t.Errorf("the store holds\n%+v\nwant\n%+v", got, want)
	}
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
