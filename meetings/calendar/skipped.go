package calendar

// Reason is why something was not read as it stands.
type Reason int

// The reasons. What has BadLine, NoStart or BadTime is not shown, what has
// BadRecurrence, TooFrequent or TooMuch is not shown as often as it takes place,
// and what has UnknownZone is shown at its hour in local time.
const (
	BadLine       Reason = iota // a line that is no iCalendar, or an event that breaks off
	NoStart                     // an event without a beginning
	BadTime                     // a time that cannot be read
	BadRecurrence               // a recurrence that makes no sense, or is not supported
	TooFrequent                 // one that recurs more often than every hour
	TooMuch                     // more dates than an event may have
	UnknownZone                 // a time zone that neither the system nor the file knows
	numReasons
)

// Skipped counts by reason what a calendar held that was not read.
type Skipped [numReasons]int

// Total is the number of things skipped.
func (s Skipped) Total() int {
	n := 0
	for _, count := range s {
		n += count
	}
	return n
}
