package endtoend

import (
	"testing"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/calendar/calendartest"
	"hjemmekontor/ui"
)

// TestWithoutAKeyring is told what is missing, and keeps a calendar for as long
// as the program runs.
func TestWithoutAKeyring(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, l)
			d.Env = append(d.Env, "DBUS_SESSION_BUS_ADDRESS=unix:path="+d.Home+"/run/no-bus")
			const secret, title = "private-77aa", "Lagmote"
			server := calendartest.Nginx(t, folderWith(t, secret+".ics", document("now", title, time.Now())))
			d.trust(t, server)
			running := d.start(t, "settings.title", "--page", "settings")
			d.scrollTo(t, "settings.open-secrets")
			d.press(t, "settings.open-secrets")
			d.see(t, "secrets.missing")
			d.shot(t, "keyring-missing")

			d.goTo(t, ui.Home)
			d.press(t, "agenda.add")
			d.see(t, "calendars.keyring")
			d.pasteInto(t, "calendars.address", server.URL+"/"+secret+".ics")
			d.Key(t, "Return")
			d.seeSentence(t, "calendars.keep-inside")
			d.WaitStable(t, patience)
			d.shot(t, "keyring-question")
			d.press(t, "secrets.keep-inside")
			d.see(t, "calendars.yours")
			d.goTo(t, ui.Home)
			d.WaitFor(t, title, patience)
			d.checkSecret(t, secret, title)
			running.Interrupt(t)
			running.Wait(t, patience)

			d.start(t, "agenda.card")
			d.see(t, "agenda.add")
		})
	}
}
