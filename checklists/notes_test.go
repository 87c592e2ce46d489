package checklists

import (
	"errors"
	"maps"
	"strings"
	"testing"
)

func mustNotes(t testing.TB, store *Store) map[string]Note {
	t.Helper()
	notes, err := store.Notes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return notes
}

func TestNotesAreKept(t *testing.T) {
	dir := t.TempDir()
	store := mustOpen(t, dir)
	long := strings.Repeat("å", MaxNote)
	for _, note := range []Note{
		{"a", "first", false},
		{"b", "one\r\ntwo\rthree\u2028four\tfive\n", true},
		{"c", long, false},
		{"a", "second", true},
		{"d", "soon gone", false},
		{"d", " \r\n\t", false},
		{"e", "", true}, // shares the reason
		{"f", "soon gone", true},
		{"f", "", false},
	} {
		if err := store.SetNote(t.Context(), note); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]Note{
		"a": {"a", "second", true},
		"b": {"b", "one\ntwo\nthree\nfour five\n", true},
		"c": {"c", long, false},
		"e": {"e", "", true},
	}
	if got := mustNotes(t, mustOpen(t, dir)); !maps.Equal(got, want) {
		t.Errorf("Notes = %+v, want %+v", got, want)
	}
}

func TestInvalidNotesAreRefused(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	if err := store.SetNote(t.Context(), Note{ItemID: "a", Text: "good"}); err != nil {
		t.Fatal(err)
	}
	for name, note := range map[string]Note{
		"too long":     {"a", strings.Repeat("å", MaxNote+1), false},
		"not UTF-8":    {"a", "\xff", false},
		"control":      {"a", "a\x1b[31mb", false},
		"null":         {"a", "a\x00b", false},
		"reversed":     {"a", "a\u202eb", false},
		"byte order":   {"a", "\ufeffa", false},
		"item missing": {"", "text", false},
	} {
		if err := store.SetNote(t.Context(), note); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	if got := mustNotes(t, store); !maps.Equal(got, map[string]Note{"a": {"a", "good", false}}) {
		t.Errorf("Notes = %+v", got)
	}
}
