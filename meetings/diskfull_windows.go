package meetings

import (
	"errors"
	"syscall"
)

// Windows system error codes (winerror.h).
const (
	errorHandleDiskFull    syscall.Errno = 39
	errorDiskFull          syscall.Errno = 112
	errorDiskQuotaExceeded syscall.Errno = 1295
)

// isDiskFull reports whether err means that there is no room left, on the disk
// or in the user's share of it.
func isDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull) ||
		errors.Is(err, errorDiskQuotaExceeded)
}
