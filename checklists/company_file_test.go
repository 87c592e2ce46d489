package checklists

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"sync"
	"testing"
)

// mustFile returns the organisation file that is held.
func mustFile(t testing.TB, store *Store) []byte {
	t.Helper()
	file, err := store.OrganisationFile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// always decides for a file whatever is held.
func always(file []byte) func([]byte) ([]byte, error) {
	return func([]byte) ([]byte, error) { return file, nil }
}

func TestOrganisationFileIsKept(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	if file := mustFile(t, store); file != nil {
		t.Errorf("a new store holds %q", file)
	}
	largest := bytes.Repeat([]byte{0, 0xff}, MaxOrganisationFile/2)
	var held [][]byte
	for _, file := range [][]byte{[]byte("first"), largest, nil, []byte("third")} {
		err := store.KeepOrganisationFile(t.Context(), func(now []byte) ([]byte, error) {
			held = append(held, now)
			return file, nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, want := range [][]byte{nil, []byte("first"), largest, largest} {
		if !bytes.Equal(held[i], want) {
			t.Errorf("decision %d was given %d bytes, want %d", i, len(held[i]), len(want))
		}
	}
	if file := mustFile(t, mustOpen(t, dir)); string(file) != "third" {
		t.Errorf("holds %q", file)
	}
	for range 2 { // the second time there is nothing to remove
		if err := store.RemoveOrganisationFile(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if file := mustFile(t, store); file != nil {
		t.Errorf("after removing it holds %q", file)
	}
}

func TestRefusedOrganisationFileChangesNothing(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	if err := store.KeepOrganisationFile(t.Context(), always([]byte("good"))); err != nil {
		t.Fatal(err)
	}
	errOlder := errors.New("older")
	for want, decide := range map[error]func([]byte) ([]byte, error){
		errOlder:   func([]byte) ([]byte, error) { return []byte("old"), errOlder },
		ErrInvalid: always(make([]byte, MaxOrganisationFile+1)),
	} {
		if err := store.KeepOrganisationFile(t.Context(), decide); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
	if file := mustFile(t, store); string(file) != "good" {
		t.Errorf("holds %q", file)
	}
}

// verify takes as long as looking at a large file does, so that others come to
// wait meanwhile.
func verify() { sha256.Sum256(make([]byte, MaxOrganisationFile)) }

// newer decides for a version, a byte, if it is newer than the one held.
func newer(version byte) func([]byte) ([]byte, error) {
	return func(held []byte) ([]byte, error) {
		verify()
		if len(held) > 0 && held[0] >= version {
			return nil, nil
		}
		return []byte{version}, nil
	}
}

// However many windows take versions at once, the newest stays.
func TestOrganisationFileNeverGoesBack(t *testing.T) {
	dir := t.TempDir()
	stores := []*Store{mustOpen(t, dir), mustOpen(t, dir)}
	var wg sync.WaitGroup
	for i, store := range stores {
		wg.Go(func() {
			for n := range byte(50) {
				version := 2*n + byte(i) + 1 // they overtake each other all the time
				if err := store.KeepOrganisationFile(t.Context(), newer(version)); err != nil {
					t.Error(err)
				}
				if file := mustFile(t, store); file[0] < version {
					t.Errorf("version %d is held after %d", file[0], version)
				}
			}
		})
	}
	wg.Wait()
	if file := mustFile(t, stores[0]); file[0] != 100 {
		t.Errorf("version %d is held", file[0])
	}
}

func TestDraftIsKept(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	for _, draft := range []string{"", `{"name":"Fjordfisk"}`, `{"name":"Fjordfisk AS"}`, ""} {
		if err := store.SaveDraft(t.Context(), []byte(draft)); err != nil {
			t.Fatal(err)
		}
		got, err := mustOpen(t, dir).Draft(t.Context())
		if err != nil || string(got) != draft || (got == nil) != (draft == "") {
			t.Errorf("Draft = %q, %v, want %q", got, err, draft)
		}
	}
}

func TestInvalidDraftIsRefused(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	for name, draft := range map[string][]byte{
		"cut short": []byte(`{"name":`),
		"not UTF-8": []byte("\"\xff\""),
		"too large": append(bytes.Repeat([]byte(" "), MaxDraft), '1'),
	} {
		if err := store.SaveDraft(t.Context(), draft); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
}
