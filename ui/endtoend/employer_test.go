package endtoend

import (
	"image"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// firm is what an employer fills in, in their own language.
type firm struct {
	name          string
	contact       string
	phone         string
	when          string
	routine       string
	items         [2]string
	vpn           string
	update        string
	file          string // what the program proposes to call the file
	secret, share string // notes of an employee's
	reason        string
	employee      string
}

// firms is one for each language.
func firms(l locales.Language) firm {
	if l == locales.Norwegian {
		return firm{
			name: "Fjord Regnskap AS", contact: "Kari Vik", phone: "22 33 44 55", when: "Ved mistanke om svindel",
			routine: "Ring Kari før du gjør noe annet", items: [2]string{"Lås arkivskapet med bilag", "Meld fra om hjemmekontor i kalenderen"},
			vpn: "Koble til før du åpner regnskapet", file: "Fjord Regnskap AS.hjemmekontor",
			secret: "Nøkkelen ligger under potten", share: "Skapet mangler en hylle", reason: "Vi har ikke bil", employee: "Åse Østbø",
		}
	}
	return firm{
		name: "Harbour Books Ltd", contact: "Mary Hill", phone: "22 33 44 66", when: "When you suspect fraud",
		routine: "Call Mary before anything else", items: [2]string{"Lock the cabinet with the receipts", "Mark home days in the calendar"},
		vpn: "Connect before you open the ledger", file: "Harbour Books Ltd.hjemmekontor",
		secret: "The key is under the flower pot", share: "The cabinet lacks a shelf", reason: "We have no car", employee: "Ann Fields",
	}
}

// fillIn writes the company's file in the editor, section by section, with the
// keyboard where a keyboard does.
func (d *desk) fillIn(t *testing.T, f firm) {
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
	d.shot(t, "company-5-tools")
}

// section goes to a section of the editor.
func (d *desk) section(t *testing.T, key string) {
	t.Helper()
	d.page().Click(t, d.texts.Text(key))
	d.WaitStable(t, patience)
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
}

// shot keeps a picture in the desk's language.
func (d *desk) shot(t *testing.T, name string) {
	t.Helper()
	d.Keep(t, string(d.texts.Language())+"-"+name)
}

func TestACompanyFromEmployerToEmployeeAndBack(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			f := firms(l)
			boss := newDesk(t, 1100, 720, l)
			boss.UnlockKeyring(t)
			boss.start(t, "home.call")
			boss.fillIn(t, f)
			_ = image.Point{}
		})
	}
}
