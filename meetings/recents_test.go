package meetings

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"hjemmekontor/meetings/link"
)

func TestRecents(t *testing.T) {
	dir, keyring, ctx := t.TempDir(), newRing(), t.Context()
	store := mustUnlock(t, dir, keyring)
	must(t,
		store.AddRecent(ctx, noon, "Lønn", meeting(t, secretLink)),
		store.AddRecent(ctx, noon.Add(time.Hour), "", meeting(t, plainLink)),
		store.AddRecent(ctx, noon.Add(2*time.Hour), "Budsjett", meeting(t, secretLink)),
	)
	recents, err := mustUnlock(t, dir, keyring).Recents(ctx)
	must(t, err)
	if len(recents) != 2 {
		t.Fatalf("there are %d", len(recents))
	}
	r := recents[0]
	if r.Title != "Budsjett" || !r.At.Equal(noon.Add(2*time.Hour)) || r.Meeting.Address != secretLink || recents[1].Meeting.Address != plainLink {
		t.Errorf("recents are %v", recents)
	}
	must(t, store.ForgetRecent(ctx, r.ID))
	if recents, err := store.Recents(ctx); len(recents) != 1 || err != nil {
		t.Errorf("after forgetting one: %v, %v", recents, err)
	}
	must(t, store.ForgetRecents(ctx))
	if recents, err := store.Recents(ctx); len(recents) != 0 || err != nil {
		t.Errorf("after forgetting all: %v, %v", recents, err)
	}
	if err := store.ForgetRecent(ctx, r.ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("forgetting again: %v", err)
	}
}

func TestRecentsAreBounded(t *testing.T) {
	store, ctx := mustUnlock(t, t.TempDir(), newRing()), t.Context()
	for i := range MaxRecents + 5 {
		m := meeting(t, fmt.Sprintf("https://us02web.zoom.us/j/923456789%02d?pwd=%s", i, hush))
		must(t, store.AddRecent(ctx, noon.Add(time.Duration(i)*time.Minute), "", m))
	}
	recents, err := store.Recents(ctx)
	if len(recents) != MaxRecents || err != nil {
		t.Fatalf("there are %d, %v", len(recents), err)
	}
	if last := recents[0].At; !last.Equal(noon.Add((MaxRecents + 4) * time.Minute)) {
		t.Errorf("the last one is of %v", last)
	}
}

func TestCallsOfOursAreNotRecent(t *testing.T) {
	store := mustOpen(t, t.TempDir())
	err := store.AddRecent(t.Context(), noon, "", link.Meeting{Kind: link.Own})
	if !errors.Is(err, ErrInvalid) {
		t.Errorf("AddRecent: %v, want ErrInvalid", err)
	}
}
