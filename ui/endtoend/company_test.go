package endtoend

import (
	"testing"

	"hjemmekontor/locales"
)

// TestACompanyFromEmployerToEmployeeAndBack is the whole of what an employer
// and an employee do with each other, as new users with empty data folders.
func TestACompanyFromEmployerToEmployeeAndBack(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			f, server := firmOf(l), newPublisher(t)
			boss := newDesk(t, 1100, 720, l)
			boss.UnlockKeyring(t)
			boss.start(t, "home.call")
			boss.fillIn(t, f, server.address())
			boss.publish(t, f, boss.newFolder(t, "ut"))
		})
	}
}
