package endtoend

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// fingerprintOf is what the program says of a company's file on the command
// line.
func (d *desk) fingerprintOf(t *testing.T, file string) string {
	t.Helper()
	p := d.Launch(t, program, "organisation", "verify", file, "--lang", string(d.texts.Language()))
	if code := p.Wait(t, patience); code != 0 {
		t.Fatalf("verifying ended with code %d: %s", code, p.Output())
	}
	signed, _, _ := strings.Cut(p.Stdout(), "\n")
	before := d.texts.Text("verify.signed", locales.Data{"Fingerprint": ""})
	fingerprint, ok := strings.CutPrefix(signed, before)
	if !ok || len(strings.Fields(fingerprint)) != 6 {
		t.Fatalf("verifying says %q", p.Stdout())
	}
	return fingerprint
}

// take answers the question whether to use the company's file.
func (d *desk) take(t *testing.T, f firm, fingerprint string) {
	t.Helper()
	d.see(t, "company.ask", locales.Data{"Company": f.name})
	d.WaitFor(t, fingerprint, patience)
	d.shot(t, "employee-1-question")
	d.scrollTo(t, "company.take")
	d.press(t, "company.take")
	d.see(t, "company.approved")
	d.shot(t, "employee-2-taken")
}

// seeContacts looks for the company's contact and routine among the contacts.
func (d *desk) seeContacts(t *testing.T, f firm) {
	t.Helper()
	d.goTo(t, ui.Contacts)
	d.WaitFor(t, f.phone, patience)
	d.WaitFor(t, f.contact, patience)
	d.WaitFor(t, f.when, patience)
	d.shot(t, "employee-3-contacts")
	d.scrollToText(t, f.routine)
}

// work does what an employee does with a list: ticks, writes notes, of which
// one is shared, and sets an item aside.
func (d *desk) work(t *testing.T, f firm) {
	t.Helper()
	d.goTo(t, ui.Employee)
	d.see(t, "checklist.employee.title")
	title := d.look(t, f.items[0])
	d.ClickAt(t, besides(title))
	d.see(t, "checklist.done-on", locales.Data{"Date": d.texts.Date(today())})
	d.shot(t, "employee-4-ticked")
	d.list().Click(t, f.items[0])
	d.note(t, f.shared, true)
	d.shot(t, "employee-5-note")
	d.look(t, f.items[1])
	d.list().Click(t, f.items[1])
	d.note(t, f.secret, false)
	aside := d.texts.Text("item.employee-vpn-on.title")
	d.look(t, aside)
	d.list().Click(t, beginning(aside))
	d.setAside(t, f.reason)
	d.see(t, "checklist.take-back")
	d.shot(t, "employee-6-aside")
}

// report signs a report off and saves it as a file for the employer and as a
// PDF; it returns the path of the former.
func (d *desk) report(t *testing.T, f firm, folder string) string {
	t.Helper()
	d.scrollToTop(t)
	d.press(t, "checklist.report")
	d.see(t, "report.title")
	d.fill(t, "report.name", f.employee)
	d.press(t, "report.confirm")
	d.shot(t, "employee-7-report")
	d.press(t, "report.save-json")
	d.saveInto(t, "save.report", folder)
	file := awaitFile(t, folder, "*.json")
	d.press(t, "report.save-pdf")
	d.saveInto(t, "save.report", folder)
	checkPaper(t, awaitFile(t, folder, "*.pdf"), f)
	checkReport(t, file, f)
	return file
}

// checkPaper looks for the name, and what is shared, in a PDF.
func checkPaper(t *testing.T, file string, f firm) {
	t.Helper()
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("reading the PDF: %v", err)
	}
	for _, want := range []string{f.employee, f.items[0], f.shared} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the PDF lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(string(text), f.secret) {
		t.Errorf("the PDF tells %q", f.secret)
	}
}

// checkReport looks for what is told, and for what is not to be, in a report
// file.
func checkReport(t *testing.T, file string, f firm) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var anything any
	if err := json.Unmarshal(content, &anything); err != nil {
		t.Errorf("the report file is not JSON: %v", err)
	}
	for words, want := range map[string]bool{f.employee: true, f.shared: true, f.secret: false} {
		if got := strings.Contains(string(content), words); got != want {
			t.Errorf("the report file tells %q: %v, want %v", words, got, want)
		}
	}
}
