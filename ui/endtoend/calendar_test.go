package endtoend

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/locales"
	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/calendartest"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui"
)

// TestTodaysMeetings adds a calendar from a real server, joins the meeting that
// is on, and still sees it when the server is gone.
func TestTodaysMeetings(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, l)
			d.UnlockKeyring(t)
			c := newCalendars(t, l)
			d.trust(t, c.server)
			d.wakeLate()
			zoom := d.install(t, "zoommtg")
			running := d.start(t, "agenda.add")
			d.press(t, "agenda.add")
			c.add(t, d)
			d.joinToday(t, c, zoom)
			d.checkSecret(t, c.secrets...)
			d.checkKept(t, c.secrets[0])

			running.Interrupt(t)
			if code := running.Wait(t, patience); code != 0 {
				t.Errorf("ended with code %d", code)
			}
			c.server.Stop()
			d.fetchAtOnce(t)
			d.start(t, "agenda.card")
			d.seeOld(t, c)
			d.checkSecret(t, c.secrets...)
		})
	}
}

// calendars is a calendar on a server and one in a file. The Norwegians have a
// secret address and draw the file into the window, the others have an account
// and start the program with the file.
type calendars struct {
	server  *calendartest.Server
	address string
	now     string   // the title of the meeting that is on
	later   string   // that of the one in the file
	secrets []string // first what the keyring is to hold
}

func newCalendars(t *testing.T, l locales.Language) *calendars {
	t.Helper()
	if l == locales.English {
		c := &calendars{server: calendartest.Radicale(t), now: "Budget review", later: "Coffee outside"}
		work := c.server.MakeCalendar(t, "work", "Harbour Books", "#0082c9", "VEVENT")
		c.server.PutEvent(t, work, "now", document("now", c.now, time.Now().Add(-10*time.Minute)))
		c.address, c.secrets = c.server.URL, []string{c.server.Password, c.now}
		return c
	}
	const secret = "private-4f1c2a9be7"
	c := &calendars{now: "Budsjettsamtale", later: "Kaffe ute", secrets: []string{secret, "Budsjettsamtale"}}
	dir := folderWith(t, secret+"/basic.ics", document("now", c.now, time.Now().Add(-10*time.Minute)))
	c.server = calendartest.Nginx(t, dir)
	c.address = c.server.URL + "/" + secret + "/basic.ics"
	return c
}

// folderWith is a folder with one file in it, for a server to hand out.
func folderWith(t *testing.T, name, content string) string {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// meetingAddress is where the meetings are held.
const meetingAddress = "https://firma.zoom.us/j/92345678901?pwd=QWJjRGVmR2hpSmtsTW5vUHFyU3R1dz09.1"

// document is a calendar with one meeting of an hour (RFC 5545).
func document(uid, title string, start time.Time) string {
	const layout = "20060102T150405Z"
	return strings.Join([]string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//NO", "X-WR-CALNAME:Fjord Regnskap", "BEGIN:VEVENT",
		"UID:" + uid, "DTSTAMP:20260101T120000Z", "DTSTART:" + start.UTC().Format(layout),
		"DTEND:" + start.Add(time.Hour).UTC().Format(layout), "SUMMARY:" + title, "LOCATION:" + meetingAddress,
		"END:VEVENT", "END:VCALENDAR", "",
	}, "\r\n")
}

// trust makes the programs that the desk starts from now on trust a server.
func (d *desk) trust(t *testing.T, server *calendartest.Server) {
	t.Helper()
	d.Env = append(d.Env, "SSL_CERT_FILE="+server.CA)
}

// wakeLate lets the programs that the desk starts from now on live where it is
// past eleven in the morning, so that today's meetings do not run into tomorrow.
func (d *desk) wakeLate() {
	const hour = 11
	west := time.Now().UTC().Hour() - hour
	d.Env = append(d.Env, fmt.Sprintf("TZ=Etc/GMT%+d", west)) // the names count westwards
}

// add adds both calendars; the page for that is in sight.
func (c *calendars) add(t *testing.T, d *desk) {
	t.Helper()
	file := d.lay(t, "kaffe.ics", []byte(document("later", c.later, time.Now().Add(90*time.Minute))))
	if strings.HasSuffix(c.address, ".ics") {
		d.pasteInto(t, "calendars.address", c.address)
		d.Key(t, "Return")
		d.see(t, "calendars.yours")
		d.Drop(t, file)
	} else {
		c.addAccount(t, d)
		d.handOver(t, file)
	}
	d.scrollToTop(t)
	d.WaitFor(t, "kaffe.ics", patience)
	d.WaitStable(t, patience)
	d.shot(t, "calendars-added")
}

// addAccount looks for the calendars of an account, and adds the one that it
// has.
func (c *calendars) addAccount(t *testing.T, d *desk) {
	t.Helper()
	d.press(t, "calendars.by-account")
	d.pasteInto(t, "calendars.server", c.address)
	d.Key(t, "Tab")
	d.Type(t, c.server.User)
	d.Key(t, "Tab")
	d.Copy(t, c.server.Password)
	d.Key(t, "ctrl+v")
	d.Key(t, "Return")
	d.see(t, "calendars.which")
	d.WaitFor(t, "Harbour Books", patience)
	d.shot(t, "calendars-found")
	d.press(t, "calendars.add-chosen")
	d.see(t, "calendars.yours")
}

// pasteInto writes into the field below the words behind a key, as one does
// with what is secret: a password field shows nothing of it.
func (d *desk) pasteInto(t *testing.T, key, text string) {
	t.Helper()
	d.Copy(t, text)
	d.ClickAt(t, below(d.page().WaitFor(t, d.texts.Text(key), patience)))
	d.Key(t, "ctrl+v")
}

// joinToday sees today's meetings at home, and joins the one that is on, first
// with the mouse and then with the keys.
func (d *desk) joinToday(t *testing.T, c *calendars, zoom *app) {
	t.Helper()
	m, err := link.Recognise(meetingAddress)
	if err != nil {
		t.Fatal(err)
	}
	native, _ := m.Native()
	d.goTo(t, ui.Home)
	title := d.page().WaitFor(t, c.now, patience)
	d.WaitFor(t, c.later, patience)
	d.WaitStable(t, patience)
	d.shot(t, "agenda-home")
	d.joinAt(t, title)
	d.goAhead(t, m)
	zoom.awaitOpened(t, 1, native)
	d.Key(t, "ctrl+j")
	zoom.awaitOpened(t, 2, native)
	d.seeSentence(t, "agenda.opened.app", locales.Data{"Service": m.Name})
	d.shot(t, "agenda-joined")
	d.goTo(t, ui.Meetings)
	d.WaitFor(t, c.later, patience)
	d.WaitStable(t, patience)
	d.shot(t, "agenda-meetings")
}

// joinAt presses the button in the row of a meeting.
func (d *desk) joinAt(t *testing.T, title image.Rectangle) {
	t.Helper()
	const row, column = 60, 470
	beside := d.Within(image.Rect(title.Max.X, title.Min.Y-row, navigationWidth+column, title.Max.Y+row))
	join := d.texts.Text("agenda.join")
	beside.WaitFor(t, join, patience)
	d.ClickAt(t, middle(beside.FindAll(t, join)[0]))
}

// checkKept fails if the keyring lacks what is secret.
func (d *desk) checkKept(t *testing.T, secrets ...string) {
	t.Helper()
	kept := strings.Join(d.Secrets(t, credentials.Service), "\n")
	for _, secret := range secrets {
		if !strings.Contains(kept, secret) {
			t.Errorf("the keyring lacks %q", secret)
		}
	}
}

// fetchAtOnce lets the program fetch as soon as it starts, as it does when it
// was closed for a while.
func (d *desk) fetchAtOnce(t *testing.T) {
	t.Helper()
	conn, err := sqlite.OpenConn(filepath.Join(d.data, meetings.FileName), sqlite.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err := sqlitex.ExecuteTransient(conn, "UPDATE calendar SET not_before = 0, next = 0;", nil); err != nil {
		t.Fatal(err)
	}
}

// seeOld sees the meetings although the server is gone, and how old they are.
func (d *desk) seeOld(t *testing.T, c *calendars) {
	t.Helper()
	d.WaitFor(t, c.now, patience)
	d.WaitFor(t, c.later, patience)
	trouble := d.texts.Text("agenda.trouble.unreachable", locales.Data{"Name": "", "Where": ""})
	d.WaitFor(t, first(trouble, 4), patience)
	last, _, _ := strings.Cut(d.texts.Text("agenda.last-fetched", locales.Data{"Trouble": "", "When": "|"}), "|")
	d.WaitFor(t, last, patience)
	d.WaitStable(t, patience)
	d.shot(t, "agenda-without-a-network")
}
