package company

import (
	"slices"
	"testing"

	"hjemmekontor/checklists/organisation"
)

// replies keeps what a question was answered with.
type replies []bool

func (r *replies) answer(take bool) { *r = append(*r, take) }

func TestFirstFileIsAskedAbout(t *testing.T) {
	for words, want := range map[string]bool{"Bruk filen": true, "Ikke nå": false} {
		t.Run(words, func(t *testing.T) {
			s, w, h := newScreen(t, usual)
			file := sign(t, fjord())
			var got replies
			s.Ask(file, true, got.answer)
			tells(t, s, []string{
				"Vil du bruke firmafilen fra Fjord Regnskap AS?", file.Fingerprint(), "Ring arbeidsgiveren på et nummer du har fra før",
				"2 kontakter", "1 rutine", "Hvilke av 4 verktøy", "1 punkt til huskelisten for ansatte", "1 punkt til huskelisten for arbeidsgivere",
				"1 møterom", "VPN", "Serverne", "https://www.fjord.no/firma.hjemmekontor", "blir stående",
			}, "Har du fått en fil")
			press(t, w, words)
			if !slices.Equal(got, replies{want}) {
				t.Errorf("answered %v, want %v once", got, want)
			}
			tells(t, s, []string{"Har du fått en fil"}, "Vil du bruke")
			h.wants(t)
		})
	}
}

func TestUpdateSaysFromWhichToWhich(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	next := fjord()
	next.Version = 4
	s.Show(Model{Held: sign(t, fjord())})
	var got replies
	s.Ask(sign(t, next), false, got.answer)
	tells(t, s, []string{
		"Ny firmafil fra Fjord Regnskap AS", "Versjon 3 fra 1. mai 2026 byttes ut med versjon 4 fra 1. mai 2026.", "den samme nøkkelen",
	}, "Ring arbeidsgiveren")
	press(t, w, "Bytt til den nye")
	if !slices.Equal(got, replies{true}) {
		t.Errorf("answered %v", got)
	}
}

func TestBareFileAddsTheNameOnly(t *testing.T) {
	s, _, _ := newScreen(t, usual)
	s.Ask(sign(t, organisation.Organisation{ID: "lite", Version: 1, Name: "Lite AS"}), true, func(bool) {})
	tells(t, s, []string{"Bare navnet på firmaet"}, "0 kontakter", "møterom")
}

func TestQuestionStandsUntilAnswered(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	first, second := sign(t, fjord()), sign(t, organisation.Organisation{ID: "lite", Version: 1, Name: "Lite AS"})
	var one, two replies
	s.Ask(first, true, one.answer)
	s.Show(Model{KeyKnown: true})
	tells(t, s, []string{"Vil du bruke firmafilen fra Fjord Regnskap AS?"})
	s.Ask(second, true, two.answer)
	if !slices.Equal(one, replies{false}) {
		t.Errorf("the question that gave way was answered %v", one)
	}
	if offered, isFirst, answer := s.Asking(); offered != second || !isFirst || answer == nil {
		t.Errorf("asking about %v, the first: %v", offered, isFirst)
	}
	press(t, w, "Ikke nå")
	if !slices.Equal(two, replies{false}) || len(one) != 1 {
		t.Errorf("answered %v, and the first once more: %v", two, one)
	}
	if offered, _, _ := s.Asking(); offered != nil {
		t.Error("still asking")
	}
}

func TestAnswerMayAskTheNextQuestion(t *testing.T) {
	s, w, _ := newScreen(t, usual)
	file := sign(t, fjord())
	var got replies
	s.Ask(file, true, func(bool) { s.Ask(file, false, got.answer) })
	press(t, w, "Bruk filen")
	press(t, w, "Bytt til den nye")
	if !slices.Equal(got, replies{true}) {
		t.Errorf("answered %v", got)
	}
}
