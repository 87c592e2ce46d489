// Package incident holds what to do when something has gone wrong: the built-in
// routines for the commonest incidents, and the time limit for reporting a
// personal-data breach.
//
//	incidents, err := incident.Load()
//	incidents[0].Title(texts)
//	incidents[0].Steps(texts)
//	deadline := incident.Deadline{Discovered: at}
//	deadline.Remaining(time.Now())
package incident
