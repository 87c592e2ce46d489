package checklists

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// set keeps a mark and returns it as kept.
func set(t testing.TB, store *Store, mark Mark) Mark {
	t.Helper()
	kept, err := store.SetMark(t.Context(), mark)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

func mustHistory(t testing.TB, store *Store, itemID string) []Mark {
	t.Helper()
	history, err := store.History(t.Context(), itemID)
	if err != nil {
		t.Fatal(err)
	}
	return history
}

func TestReasonsAreKept(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	reason := "Jeg har «ingen» skriver – " + strings.Repeat("å", MaxReason-26)
	aside := set(t, store, Mark{ItemID: "a", State: NotForMe, At: noon, Reason: reason})
	if aside.Reason != reason {
		t.Errorf("reason %q", aside.Reason)
	}
	done := mustSet(t, store, "a", Done)
	if done.Reason != "" {
		t.Errorf("done for the reason %q", done.Reason)
	}
	if history := mustHistory(t, store, "a"); !slices.Equal(history, []Mark{aside, done}) {
		t.Errorf("history = %+v", history)
	}
}

func TestTakeBack(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	aside := set(t, store, Mark{ItemID: "a", State: NotForMe, At: noon, Reason: "why"})
	done := set(t, store, Mark{ItemID: "a", State: Done, At: noon.Add(time.Hour)})
	other := mustSet(t, store, "b", Done)

	for _, step := range []struct {
		name        string
		mark, stand Mark
		taken       bool
		history     []Mark
	}{
		{"one that no longer stands", aside, done, false, []Mark{aside, done}},
		{"of another reason", Mark{"a", NotForMe, noon, "else"}, done, false, []Mark{aside, done}},
		{"the last", Mark{"a", Done, noon.Add(time.Hour), ""}, aside, true, []Mark{aside}},
		{"the last once more", done, aside, false, []Mark{aside}},
		{"the first", aside, Mark{ItemID: "a"}, true, nil},
		{"what is gone", aside, Mark{ItemID: "a"}, false, nil},
	} {
		standing, taken, err := store.TakeBack(t.Context(), step.mark)
		if err != nil || standing != step.stand || taken != step.taken {
			t.Errorf("%s: %+v, %v, %v", step.name, standing, taken, err)
		}
		if history := mustHistory(t, store, "a"); !slices.Equal(history, step.history) {
			t.Errorf("%s: history = %+v", step.name, history)
		}
	}
	if marks, err := store.Marks(t.Context()); err != nil || len(marks) != 1 || marks["b"] != other {
		t.Errorf("Marks = %+v, %v", marks, err)
	}
	if _, _, err := store.TakeBack(t.Context(), Mark{ItemID: "a"}); !errors.Is(err, ErrInvalid) {
		t.Errorf("taking back nothing: %v, want ErrInvalid", err)
	}
}

// What was said meanwhile in another window is not undone.
func TestTakeBackAfterAnotherWindow(t *testing.T) {
	dir := t.TempDir()
	here, there := mustOpen(t, dir), mustOpen(t, dir)
	first := set(t, here, said("a", Done))
	second := set(t, there, Mark{ItemID: "a", State: Open, At: noon.Add(time.Millisecond)})
	standing, taken, err := here.TakeBack(t.Context(), first)
	if err != nil || taken || standing != second {
		t.Errorf("TakeBack = %+v, %v, %v", standing, taken, err)
	}
}
