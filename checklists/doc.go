// Package checklists holds the two checklists for working safely from home,
// one for the employer and one for the employee, and keeps what the user has
// said about them.
//
// It has two halves. The catalogue ([Load], [Catalogue], [Item]) says which
// items there are, how they are grouped and which published sources they rest
// on. It is data compiled into the program and holds no wording: titles and
// explanations are found in package locales under the item's ID, so that a
// reworded or translated item keeps its tick. The [Store] keeps ticks, notes,
// contacts, preferences, the company's signed file and the employees' reports
// in one SQLite file and returns from a write only when it is on disk. All of
// it is saved as one copy and restored from it ([Store.SaveCopy],
// [Store.Restore]); package backup makes a file for the user of that.
//
//	catalogue, err := checklists.Load()
//	store, err := checklists.OpenStore(ctx, dataFolder)
//	defer store.Close()
//	marks, err := store.Marks(ctx)
//	progress := checklists.ProgressOf(catalogue.Items(checklists.Employee), marks)
package checklists
