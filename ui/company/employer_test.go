package company

import (
	"testing"

	"hjemmekontor/checklists/organisation"
)

func TestEmployerSeesHowFarItHasCome(t *testing.T) {
	whole, begun := fjord(), organisation.Organisation{Contacts: fjord().Contacts}
	tests := []struct {
		name    string
		model   Model
		status  string
		publish bool
		key     bool // the key can be backed up
		missing bool // the key is to be fetched
	}{
		{"key alone", Model{Key: true, KeyKnown: true}, "Nøkkelen til firmafilen er på denne maskinen", false, true, false},
		{"unfinished", Model{Draft: &begun, Changed: true, KeyKnown: true}, "Noe må fylles ut", false, false, false},
		{"ready for the first time", Model{Draft: &whole, Changed: true, KeyKnown: true}, "ikke publisert. De ansatte har ikke fått noe", true, false, false},
		{"changed", Model{Draft: &whole, Changed: true, Published: 3, Key: true, KeyKnown: true}, "De ansatte har versjon 3", true, true, false},
		{"published", Model{Draft: &whole, Published: 3, Key: true, KeyKnown: true}, "Alt er publisert", false, true, false},
		{"key missing", Model{Draft: &whole, Changed: true, Published: 3, KeyKnown: true}, "De ansatte har versjon 3", false, false, true},
		{"keyring silent", Model{Draft: &whole, Changed: true, Published: 3}, "De ansatte har versjon 3", true, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t, usual)
			s.Show(tt.model)
			tells(t, s, []string{"For deg som lager firmafilen", tt.status})
			for words, want := range map[string]bool{
				"Publiser": tt.publish, "Ta kopi av nøkkelen …": tt.key, "Hent nøkkelen …": tt.missing, "Endre": true,
			} {
				if got := reach(w, words); got != want {
					t.Errorf("%q can be pressed: %v, want %v", words, got, want)
				}
			}
			press(t, w, "Endre")
			press(t, w, "Rapporter fra de ansatte")
			h.wants(t, "edit", "reports")
		})
	}
}

func TestEmployeeIsNotShownWhatIsForTheEmployer(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	s.Show(Model{Held: sign(t, fjord()), KeyKnown: true})
	if reach(w, "Endre") || reach(w, "Publiser") || reach(w, "Hent nøkkelen …") {
		t.Error("the employer's buttons are in sight")
	}
	press(t, w, "Er du arbeidsgiver?")
	press(t, w, "Hent nøkkelen …")
	tells(t, s, []string{"Hent nøkkelen fra en sikkerhetskopi"})
}

func TestKeyThatIsNowhereElseIsPointedOut(t *testing.T) {
	whole := fjord()
	model := Model{Draft: &whole, Published: 1, Key: true, KeyKnown: true, NotBackedUp: true}
	s, w, _ := newScreen(t, usual)
	s.Show(model)
	tells(t, s, []string{"Ta en kopi nå"})
	press(t, w, "Ta kopi av nøkkelen …")
	tells(t, s, []string{"Passord for sikkerhetskopien"})
	press(t, w, "Avbryt")
	model.Published = 0 // nothing is out that it must replace
	s.Show(model)
	tells(t, s, nil, "Ta en kopi nå")
}

// The link that the employer sends out leads to the file and to no other key's.
func TestInvitation(t *testing.T) {
	s, w, h := newScreen(t, usual)
	o := fjord()
	o.Rooms = nil // their links can be copied too
	file := sign(t, o)
	s.Show(Model{Held: file, Draft: &o, Published: 3, Key: true, KeyKnown: true})
	press(t, w, "Kopier lenken")
	if len(h.asked) != 1 {
		t.Fatalf("asked for %q", h.asked)
	}
	source, err := organisation.ParseSource(h.asked[0][len("copy "):])
	if err != nil || source.URL != o.Update || source.Check(file) != nil || source.Check(sign(t, o)) == nil {
		t.Errorf("the link leads to %+v, %v", source, err)
	}
	o.Update = ""
	s.Show(Model{Held: sign(t, o), Draft: &o, Published: 3, Key: true, KeyKnown: true})
	if reach(w, "Kopier lenken") {
		t.Error("there is a link to a file that lies nowhere")
	}
}
