package calendar

import "time"

// What a document may be at most. A calendar comes from a server that may be
// hostile or broken, and is read again every few minutes.
const (
	// MaxSize is in bytes: ten years of a busy Outlook calendar, or MaxEvents
	// short ones.
	MaxSize = 32 << 20
	// MaxEvents is far more than anybody's calendar holds.
	MaxEvents = 50_000
)

// What Between lists at most.
const (
	// MaxSpan is the longest span. Nobody plans further ahead on one screen.
	MaxSpan = 366 * 24 * time.Hour
	// MaxOccurrences is a meeting every minute for a week.
	MaxOccurrences = 10_000
)

const (
	// maxDates bounds the RDATEs and EXDATEs of an event: a daily meeting for
	// 270 years.
	maxDates = 100_000
	// maxRule is in bytes; the longest rules that programs write have some 200.
	// It also bounds the lists in a rule, whose product is what time it costs.
	maxRule = 500
	// maxCount is a daily meeting for 137 years. A rule with a COUNT can only be
	// followed from its beginning.
	maxCount = 50_000
	// maxCounted is in seconds. What began 200 years ago has come to its COUNT.
	maxCounted = 200 * 366 * secondsPerDay
	// maxInterval is one period in 27 years, of days.
	maxInterval = 10_000
	// maxTimesOfDay is how often a rule may recur in a day, as HOURLY does.
	maxTimesOfDay = 24
	// maxEffort bounds what one Between spends on rules, in units of some 100 ns:
	// a second.
	maxEffort = 10_000_000
	// maxLength is the longest that something recurring lasts. Between must look
	// back that far.
	maxLength = 366 * 24 * time.Hour
	// maxZones is more than there are; every one is looked up on the disk.
	maxZones = 700
	// maxZoneLines bounds a time zone that a file defines by itself: the most
	// talkative program lists every change since 1893.
	maxZoneLines = 5_000
	// maxObservances is how many a zone in compiled form can have, with some to
	// spare; every zone of the world has fewer.
	maxObservances = 200
	// maxText is in bytes of a description. Invitations stand in the first few
	// thousand.
	maxText = 64 << 10
	// maxTitle is in characters of what is shown in a line.
	maxTitle = 300
	// maxName is in bytes of a property's name, of a UID or of an address.
	maxName = 1024
	// maxAttendees is more than a mailing list has.
	maxAttendees = 2_000
)

// checkEvery is after how many lines or events the context is asked.
const checkEvery = 1024
