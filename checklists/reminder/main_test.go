package reminder

import (
	"context"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// oslo is where the user is, daylight saving time and all.
func oslo(t *testing.T) *time.Location {
	t.Helper()
	location, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	return location
}

// fakeStore keeps what it is told in memory.
type fakeStore struct {
	mu       sync.Mutex
	unwanted bool
	due      int
	err      error // of every call
	last     string
	claims   int
}

func (s *fakeStore) Wanted(context.Context) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !s.unwanted, s.err
}

func (s *fakeStore) Due(context.Context, time.Time) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.due, s.err
}

func (s *fakeStore) Claim(_ context.Context, day string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.claims++
	if s.err != nil || s.last == day {
		return false, s.err
	}
	s.last = day
	return true, nil
}

func (s *fakeStore) set(change func(*fakeStore)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(s)
}
