package endtoend

import (
	"image"
	"os"
	"testing"

	"hjemmekontor/ui"
)

// fillIn writes the company's file in the editor, section by section, with the
// keyboard where a keyboard does.
func (d *desk) fillIn(t *testing.T, f firm, update string) {
	t.Helper()
	d.goTo(t, ui.Company)
	d.see(t, "company.what")
	d.shot(t, "company-1-nothing")
	d.press(t, "company.fill-in")
	d.seeStart(t, "company.editor.intro")
	d.fill(t, "company.editor.name", f.name)
	d.shot(t, "company-2-name")

	d.section(t, "company.editor.contacts")
	d.press(t, "company.editor.add-contact")
	d.see(t, "company.editor.contact-name")
	d.typeFields(t, f.contact, f.phone, "", "", f.when)
	d.shot(t, "company-3-contact")

	d.section(t, "company.editor.routines")
	d.press(t, "company.editor.routine-general")
	d.fill(t, "company.editor.norwegian", f.routine)
	d.shot(t, "company-4-routine")

	d.section(t, "company.editor.tools")
	d.judge(t, "Microsoft Teams", "company.editor.approved")
	d.judge(t, "Zoom", "company.editor.not-approved")
	d.shot(t, "company-5-tools")

	d.section(t, "company.editor.items")
	d.press(t, "company.editor.add-item")
	d.typeFields(t, f.items[0])
	d.scrollTo(t, "company.editor.must")
	d.press(t, "company.editor.must")
	d.shot(t, "company-6-item")
	d.scrollTo(t, "company.editor.add-item")
	d.press(t, "company.editor.add-item")
	d.typeFields(t, f.items[1])
	d.shot(t, "company-7-items")

	d.section(t, "company.editor.vpn")
	d.fill(t, "company.editor.norwegian", f.vpn)
	d.shot(t, "company-8-vpn")

	d.section(t, "company.editor.servers")
	d.fill(t, "company.editor.update", update)
	d.shot(t, "company-9-update")
}

// section goes to a section of the editor, by the row at its top.
func (d *desk) section(t *testing.T, key string) {
	t.Helper()
	d.scrollToTop(t)
	d.page().Click(t, d.texts.Text(key))
	d.WaitStable(t, patience)
}

// judge says what the company thinks of a tool.
func (d *desk) judge(t *testing.T, tool, key string) {
	t.Helper()
	const nameToChoice = 60
	name := d.page().WaitFor(t, tool, patience)
	row := d.Within(image.Rect(0, name.Max.Y, d.Bounds().Dx(), name.Max.Y+nameToChoice))
	choice := row.WaitFor(t, d.texts.Text(key), patience)
	for _, other := range row.FindAll(t, d.texts.Text(key)) {
		if other.Min.X < choice.Min.X { // "approved" is also a part of "not approved"
			choice = other
		}
	}
	d.ClickAt(t, choice.Min.Add(choice.Size().Div(2)))
	d.WaitStable(t, patience)
}

// publish looks at what the employees will see, and hands it out.
func (d *desk) publish(t *testing.T, f firm, folder string) (file string) {
	t.Helper()
	d.section(t, "company.editor.preview")
	d.see(t, "company.approved")
	d.WaitFor(t, f.name, patience)
	d.shot(t, "company-10-preview")
	d.press(t, "company.publish")
	d.shot(t, "company-11-save")
	d.saveInto(t, "save.company", folder)
	file = awaitFile(t, folder, "*.hjemmekontor")
	d.Gone(t, d.texts.Text("chooser.name"), patience)
	d.shot(t, "company-12-handed-out")
	return file
}

// typeFields writes into the field that has the keys and those after it, none
// where the text is empty.
func (d *desk) typeFields(t *testing.T, texts ...string) {
	t.Helper()
	for i, text := range texts {
		if i > 0 {
			d.Key(t, "Tab")
		}
		if text != "" {
			d.Type(t, text)
		}
	}
	d.WaitFor(t, texts[len(texts)-1], patience)
}

// openReports goes to the table of what the employees have told.
func (d *desk) openReports(t *testing.T) {
	t.Helper()
	d.goTo(t, ui.Company)
	d.see(t, "company.employer")
	d.shot(t, "company-13-employer")
	d.press(t, "company.reports")
	d.see(t, "reports.import-files")
}

// exportReports saves the table, and returns what stands in the file.
func (d *desk) exportReports(t *testing.T, folder string) string {
	t.Helper()
	d.press(t, "reports.export")
	d.saveInto(t, "save.reports", folder)
	content, err := os.ReadFile(awaitFile(t, folder, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
