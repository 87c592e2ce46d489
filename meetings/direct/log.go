package direct

import (
	"io"
	"log"

	"github.com/pion/logging"
)

// discardLog takes what libraries would log: it may hold addresses, and what
// matters reaches the user as the end reason of the call.
var discardLog = log.New(io.Discard, "", 0)

// silentLoggers is pion's logging, switched off for the same reason.
func silentLoggers() logging.LoggerFactory {
	return &logging.DefaultLoggerFactory{Writer: io.Discard, DefaultLogLevel: logging.LogLevelDisabled}
}
