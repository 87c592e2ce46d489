package reminder

import (
	"context"
	"time"
)

// Store is what a [Reminder] asks and keeps.
type Store interface {
	// Wanted reports whether the user wants to be reminded at all.
	Wanted(ctx context.Context) (bool, error)
	// Due returns how many items are due at now; see the function [Due].
	Due(ctx context.Context, now time.Time) (int, error)
	// Claim reports whether day, as YYYY-MM-DD, is another than the one last
	// claimed, and if so keeps it on disk as the one last claimed. Looking and
	// keeping is one step: of several instances that claim a day at the same
	// moment, one is told true.
	//
	// It compares for equality, not for order: a day claimed while the clock
	// was wrong by a year must not silence the reminder for that year.
	Claim(ctx context.Context, day string) (bool, error)
}
