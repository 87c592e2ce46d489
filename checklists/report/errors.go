package report

import "errors"

// What can be wrong with a file that should be a report, or with a report that
// should be written, found with errors.Is. None of them repeats what the file
// holds.
var (
	// ErrIsPDF and ErrIsCSV mean that the file is a report's PDF, or a table:
	// what the employer reads in is the JSON file that was saved beside it.
	ErrIsPDF = errors.New("a PDF, not a report in JSON")
	ErrIsCSV = errors.New("a table, not a report in JSON")
	// ErrNotReport means that the file is something else altogether.
	ErrNotReport = errors.New("not a report")
	// ErrNewer means that a newer version of the program has made the report.
	ErrNewer = errors.New("made by a newer version")
	// ErrDamaged means that the report is cut short or holds what the program
	// never writes.
	ErrDamaged = errors.New("damaged")
	// ErrClock means that a date is out of the question: before there was such
	// a report, or in the future. The clock of one of the machines is wrong.
	ErrClock = errors.New("date out of range")
	// ErrTooLarge means more than MaxSize bytes or MaxAnswers answers.
	ErrTooLarge = errors.New("too large")
	// ErrTooMany means that a folder holds more files than are read.
	ErrTooMany = errors.New("too many files")
	// ErrNotFile means a pipe, a device or the like, which is not opened.
	ErrNotFile = errors.New("not an ordinary file")
	// ErrNoName means that a report is to be written that nobody has signed
	// off.
	ErrNoName = errors.New("name missing")
)
