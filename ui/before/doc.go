// Package before is a sheet over the window that is shown before a meeting tool
// is launched for the first time: the two or three things that are worth
// checking in it, with where that is said, and what the company thinks of it.
//
//	before.Show(window, texts, before.Model{Tool: "Zoom", Points: …}, before.Actions{…})
package before
