// Package incident holds what to do when something has gone wrong: the built-in
// routines for the commonest incidents, and the time limit for reporting a
// personal-data breach.
//
//	incidents, err := incident.Load()
//	texts.Text("incident." + incidents[0].ID + ".title")
//	deadline := incident.Deadline{Discovered: at}
//	deadline.Remaining(time.Now())
package incident
