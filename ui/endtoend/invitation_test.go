package endtoend

import (
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui"
	"hjemmekontor/ui/endtoend/screen"
)

// What is secret in the invitations.
var passcodes = []string{"QWJjRGVmR2hpSmtsTW5vUHFyU3R1dz09", "482913", "Qw12Er", "m0123456789abcdef0123456789abcdef", "pJ3mKq7x"}

// TestAnInvitationFromEachServiceOpens pastes invitations as they come in
// e-mails, as a new user.
func TestAnInvitationFromEachServiceOpens(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, l)
			d.UnlockKeyring(t)
			browser := d.install(t, "https")
			d.start(t, "launcher.paste-here", "--page", "meetings")
			d.explainSkype(t)
			zoom := d.openInApp(t, "zoom", "zoommtg")
			teams := d.openInApp(t, "teams", "msteams")
			if l == locales.Norwegian {
				d.openWithoutApp(t, browser, zoom, "zoom")
			} else {
				d.openWithoutApp(t, browser, teams, "teams")
			}
			d.openInBrowser(t, browser, "meet")
			d.openInBrowser(t, browser, "webex")
			d.openUnknown(t, browser)
			if opened := strings.Join(browser.opened(t), " "); strings.Contains(opened, "skype") {
				t.Errorf("Skype was opened: %s", opened)
			}
			d.checkSecret(t, passcodes...)
		})
	}
}

// invitation is one in the desk's language.
func (d *desk) invitation(t *testing.T, service string) string {
	t.Helper()
	name := service + "-" + string(d.texts.Language()) + ".txt"
	text, err := os.ReadFile(filepath.Join("..", "..", "meetings", "link", "testdata", "invitations", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// paste copies a text elsewhere and pastes it into the field of the meetings'
// page.
func (d *desk) paste(t *testing.T, text string) {
	t.Helper()
	d.Copy(t, text)
	d.above().Click(t, d.texts.Text("launcher.link-example"))
	waitFor(t, "the text to be pasted", func() bool {
		d.Key(t, "ctrl+a")
		d.Key(t, "ctrl+v")
		d.WaitStable(t, patience)
		_, pasted := d.above().Find(t, d.texts.Text("launcher.empty"))
		return pasted
	})
}

// explainSkype is told what to do instead of opening the link, also on pressing
// enter.
func (d *desk) explainSkype(t *testing.T) {
	t.Helper()
	d.paste(t, d.invitation(t, "skype"))
	explained := d.texts.Text("tool.skype.retired")
	d.above().WaitFor(t, first(explained, 5), patience)
	d.Key(t, "Return")
	d.WaitStable(t, patience)
	d.above().WaitFor(t, first(explained, 5), patience)
	d.shot(t, "invitation-skype")
	d.Key(t, "Escape")
}

// openInApp opens an invitation in the app of its service.
func (d *desk) openInApp(t *testing.T, service, scheme string) *app {
	t.Helper()
	m := d.recognise(t, service)
	native, ok := m.Native()
	if !ok {
		t.Fatalf("%s has no app", service)
	}
	called := locales.Data{"Service": m.Name}
	installed := d.install(t, scheme)
	d.paste(t, d.invitation(t, service))
	d.above().Click(t, d.texts.Text("launcher.open-app", called))
	d.shot(t, "invitation-"+service)
	d.goAhead(t, m)
	installed.awaitOpened(t, 1, native)
	d.above().WaitFor(t, first(d.texts.Text("agenda.opened.app", called), 3), patience)
	d.shot(t, "invitation-"+service+"-app")
	return installed
}

// openWithoutApp opens an invitation once the app has been taken away. What is
// worth checking is not said again.
func (d *desk) openWithoutApp(t *testing.T, browser, installed *app, service string) {
	t.Helper()
	m := d.recognise(t, service)
	called := locales.Data{"Service": m.Name}
	installed.uninstall(t)
	opened := len(browser.opened(t))
	d.paste(t, d.invitation(t, service))
	d.above().Click(t, d.texts.Text("launcher.open-app", called))
	browser.awaitOpened(t, opened+1, m.Web())
	d.above().WaitFor(t, first(d.texts.Text("agenda.opened.fell-back", called), 5), patience)
	d.shot(t, "invitation-"+service+"-browser")
}

// above is the part of the meetings' page where an invitation is pasted, and
// where is said what became of it.
func (d *desk) above() *screen.Area {
	const height = 480
	return d.Within(image.Rect(navigationWidth, 0, d.Bounds().Dx(), height))
}

// openInBrowser opens an invitation to a service that has no app.
func (d *desk) openInBrowser(t *testing.T, browser *app, service string) {
	t.Helper()
	m := d.recognise(t, service)
	opened := len(browser.opened(t))
	d.paste(t, d.invitation(t, service))
	d.above().Click(t, d.texts.Text("launcher.open-browser"))
	d.goAhead(t, m)
	browser.awaitOpened(t, opened+1, m.Web())
	d.above().WaitFor(t, first(d.texts.Text("agenda.opened.browser", locales.Data{"Service": m.Name}), 5), patience)
}

// goAhead reads what is worth checking before a tool is opened for the first
// time, and opens it.
func (d *desk) goAhead(t *testing.T, m link.Meeting) {
	t.Helper()
	named := locales.Data{"Tool": m.Name}
	sheet := d.Within(d.Bounds().Inset(120))
	sheet.WaitFor(t, d.texts.Text("before.title", named), patience)
	sheet.WaitFor(t, d.texts.Text("before.quiet", named), patience)
	d.shot(t, "before-"+m.Service)
	d.pressBelow(t, "before.open", named)
}

// openUnknown opens a link to a service that nobody has heard of, which is
// named.
func (d *desk) openUnknown(t *testing.T, browser *app) {
	t.Helper()
	const host, address = "video.fjordrom.example", "https://video.fjordrom.example/rom/7?key=sesam"
	opened := len(browser.opened(t))
	d.paste(t, d.texts.Text("page."+string(ui.Meetings))+": "+address)
	d.above().WaitFor(t, host, patience)
	d.shot(t, "invitation-unknown")
	d.above().Click(t, d.texts.Text("launcher.open-host", locales.Data{"Host": host}))
	browser.awaitOpened(t, opened+1, address)
	d.checkSecret(t, "sesam")
}

// recognise is what the invitation leads to.
func (d *desk) recognise(t *testing.T, service string) link.Meeting {
	t.Helper()
	m, err := link.Recognise(d.invitation(t, service))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains([]string{"zoom", "teams", "meet", "webex"}, m.Service) {
		t.Fatalf("recognised %s", m.Service)
	}
	return m
}

// first is the first words of a text.
func first(text string, words int) string {
	all := strings.Fields(text)
	return strings.Join(all[:min(words, len(all))], " ")
}
