// Package reminder decides when to remind the user of items that have come due
// again: at most once a day, and only
//
//   - on Monday to Friday, since most of what is due is the business's;
//   - from 8 to 18 local time, never in the evening or at night;
//   - while something is due and the user wants to be told.
//
// Whoever starts the app only in the evening is not told, and sees on the home
// page what is due.
//
//	reminder.New(store).Run(ctx, notify, failed)
//
// The day is claimed in the [Store] before the user is told, so that neither a
// second instance of the program nor one that crashes and starts again tells
// them twice. What counts is the time on the clock: the Reminder looks at it
// every quarter of an hour, and so needs to know nothing of clocks that are set
// or of machines that have slept.
package reminder
