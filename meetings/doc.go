// Package meetings keeps what the app remembers of meetings between two runs:
// favourites, what was opened last, how each service is opened, hints that were
// dismissed, calendars and the last copy of each.
//
// The [Store] keeps it in one SQLite file and returns from a write only when it
// is on disk. Nothing secret lies there in the clear: addresses with a passcode
// go to the keyring ([Favourites]), and copies of calendars and recent meetings
// are sealed with a key that lies there as well ([Store.Unlock]). Without a
// keyring nothing sealed is written, and everything else works.
//
//	store, err := meetings.OpenStore(ctx, dataFolder)
//	defer store.Close()
//	favourites := meetings.NewFavourites(store, keyring)
//	kept, err := favourites.Add(ctx, "Morgenmøte", meeting)
//	meeting, err := favourites.Open(ctx, kept.ID)
//
// The packages beneath do the rest: link recognises invitations, launch opens
// them, calendar and calendar/remote read and fetch calendars, and agenda brings
// them together. Store and Favourites are safe for concurrent use and block on
// the disk and the keyring: they are not called where the window is drawn.
package meetings
