package endtoend

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
	"hjemmekontor/ui/endtoend/screen"
)

// TestACompanyFromEmployerToEmployeeAndBack is the whole of what an employer
// and an employee do with each other, as new users with empty data folders.
func TestACompanyFromEmployerToEmployeeAndBack(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			c := newCompany(t, l)
			c.begin(t)
			c.takeUp(t)
			c.reportBack(t)
			c.change(t)
		})
	}
}

// company is an employer and an employee, each at a desk, and the web server
// between them. The Norwegians use the mouse where the others type.
type company struct {
	firm
	server         *publisher
	boss, employee *desk
	mouse          bool
	running        *screen.Process // the employee's program
}

func newCompany(t *testing.T, l locales.Language) *company {
	t.Helper()
	c := &company{
		firm: firmOf(l), server: newPublisher(t), mouse: l == locales.Norwegian,
		boss: newDesk(t, 1100, 720, l), employee: newDesk(t, 1100, 720, l),
	}
	c.boss.UnlockKeyring(t)
	c.server.trustedBy(t, c.employee)
	return c
}

// begin lets the employer fill in the company and hand it out.
func (c *company) begin(t *testing.T) {
	c.boss.start(t, "home.call")
	c.boss.fillIn(t, c.firm, c.server.address())
	handed := c.boss.publish(t, c.firm, c.boss.newFolder(t, "ut"))
	if name := filepath.Base(handed); name != c.file {
		t.Errorf("the file is called %q, want %q", name, c.file)
	}
	copyFile(t, handed, filepath.Join(c.employee.Home, c.file))
}

// takeUp lets the employee take the file that came, and use what is in it: also
// after a power cut, while the company's server does not answer.
func (c *company) takeUp(t *testing.T) {
	d, file := c.employee, filepath.Join(c.employee.Home, c.file)
	fingerprint := d.fingerprintOf(t, file)
	if c.mouse {
		c.running = d.start(t, "home.call")
		d.Drop(t, file)
	} else {
		c.running = d.start(t, "company.fingerprint", file)
	}
	d.take(t, c.firm, fingerprint)
	d.seeContacts(t, c.firm)
	c.running.Kill(t)
	c.running = d.start(t, "contacts.happened", "--page", "contacts")
	d.seeContacts(t, c.firm)
	d.work(t, c.firm)
}

// reportBack lets the employee report, and the employer read the report in.
func (c *company) reportBack(t *testing.T) {
	in := c.boss.newFolder(t, "inn")
	file := c.employee.report(t, c.firm, c.employee.newFolder(t, "rapport"))
	copied := filepath.Join(in, filepath.Base(file))
	copyFile(t, file, copied)
	d := c.boss
	if c.mouse {
		d.openReports(t)
		d.press(t, "reports.import-files")
		d.openPath(t, "open.reports", copied)
	} else {
		d.Drop(t, in)
	}
	d.WaitFor(t, c.firm.employee, patience)
	d.WaitStable(t, patience)
	d.shot(t, "company-14-reports")
	table := d.exportReports(t, d.newFolder(t, "tabell"))
	for words, want := range map[string]bool{c.firm.employee: true, c.items[0]: true, c.secret: false} {
		if strings.Contains(table, words) != want {
			t.Errorf("the table tells %q: %v\n%s", words, !want, table)
		}
	}
}

// change lets the employer hand out a second version, which the employee's
// program takes by itself at its next start.
func (c *company) change(t *testing.T) {
	d := c.boss
	d.goTo(t, ui.Company)
	d.see(t, "company.employer")
	d.press(t, "company.edit")
	d.seeStart(t, "company.editor.intro")
	d.section(t, "company.editor.vpn")
	d.fill(t, "company.editor.norwegian", c.newVPN)
	next, err := os.ReadFile(d.publish(t, c.firm, d.newFolder(t, "ut 2")))
	if err != nil {
		t.Fatal(err)
	}
	c.running.Kill(t)
	c.server.does(serve(next))
	d = c.employee
	c.running = d.start(t, "company.file", "--page", "company")
	d.WaitFor(t, c.newVPN, patience)
	d.shot(t, "employee-8-updated")
	d.scrollTo(t, "company.version", locales.Data{"Version": 2, "Date": d.texts.Date(today())})
	d.goTo(t, ui.Employee)
	const items, own, aside = 20, 2, 1
	d.see(t, "checklist.counted", locales.Data{"Done": 1, "Total": items + own - aside})
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

func today() time.Time { return time.Now() }
