package call

import (
	"fmt"
	"time"
)

// Duration writes how long a call has lasted: "02:13", from an hour up
// "1:02:13".
func Duration(d time.Duration) string {
	seconds := max(int(d/time.Second), 0)
	hours, minutes := seconds/3600, seconds/60%60
	if hours > 0 {
		return fmt.Sprintf("%d:%02d:%02d", hours, minutes, seconds%60)
	}
	return fmt.Sprintf("%02d:%02d", minutes, seconds%60)
}
