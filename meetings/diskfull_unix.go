//go:build unix

package meetings

import (
	"errors"
	"syscall"
)

// isDiskFull reports whether err means that there is no room left, on the disk
// or in the user's share of it.
func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
