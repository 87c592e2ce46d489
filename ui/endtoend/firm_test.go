package endtoend

import "hjemmekontor/locales"

// firm is what an employer fills in, and what one of the employees does with
// it.
type firm struct {
	name                 string
	contact, phone, when string
	routine              string
	items                [2]string
	vpn, newVPN          string
	file                 string // as the program proposes to call it

	employee       string
	secret, shared string // what the employee writes
	reason         string
}

// firmOf is one whose people speak a language.
func firmOf(l locales.Language) firm {
	if l == locales.English {
		return firm{
			name:    "Harbour Books Ltd",
			contact: "Mary Hill", phone: "22 33 44 66", when: "When you suspect fraud",
			routine:  "Call Mary before anything else",
			items:    [2]string{"Lock the cabinet with the receipts", "Mark home days in the calendar"},
			vpn:      "Connect before you open the ledger",
			newVPN:   "Connect before you start the mail",
			file:     "Harbour Books Ltd.hjemmekontor",
			employee: "Ann Fields",
			secret:   "The spare key hangs in the hall", shared: "The cabinet has no lock",
			reason: "We share no printer",
		}
	}
	return firm{
		name:    "Fjord Regnskap AS",
		contact: "Kari Vik", phone: "22 33 44 55", when: "Ved mistanke om svindel",
		routine:  "Ring Kari før du gjør noe annet",
		items:    [2]string{"Lås arkivskapet med bilag", "Meld hjemmedager i kalenderen"},
		vpn:      "Koble til før du åpner regnskapet",
		newVPN:   "Koble til før du starter e-posten",
		file:     "Fjord Regnskap AS.hjemmekontor",
		employee: "Åse Østbø",
		secret:   "Reservenøkkelen henger i gangen", shared: "Arkivskapet mangler lås",
		reason: "Vi deler ingen skriver",
	}
}
