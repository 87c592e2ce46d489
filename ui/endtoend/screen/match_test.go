package screen

import (
	"image"
	"slices"
	"strings"
	"testing"
)

// shown places words beside each other as a line of 14-pixel text.
func shown(y int, text string) []word {
	var words []word
	x := 10
	for w := range strings.FieldsSeq(text) {
		width := 8 * len([]rune(w))
		words = append(words, word{text: w, box: image.Rect(x, y, x+width, y+14)})
		x += width + 6
	}
	return words
}

func TestSearch(t *testing.T) {
	tests := []struct {
		name, shown, phrase string
		found               bool
	}{
		{"as it stands", "Lås skjermen når du går", "skjermen når", true},
		{"other case", "START SAMTALE", "Start samtale", true},
		{"punctuation", "Hva gjør jeg nå?", "hva gjør jeg nå", true},
		{"ring and slash lost", "Kontakter pa jobben: Ase Ostbo", "Åse Østbø", true},
		{"capital I for l", "lnnstillinger", "Innstillinger", true},
		{"one misread letter", "Sjekkliste for arbeidsgivor", "Sjekkliste for arbeidsgiver", true},
		{"two words read as one", "Startsamtale nå", "Start samtale", true},
		{"one word read as two", "Hjemme kontor", "Hjemmekontor", true},
		{"icon read as a bar", "| Innstillinger", "Innstillinger", true},
		{"part of a word", "Hjemmekontor", "Hjem", false},
		{"similar word", "Employee", "Employer", false},
		{"inflected word", "Ansatte", "Ansatt", false},
		{"short word", "Nei", "Hei", false},
		{"other number", "1 av 20", "7 av 20", false},
		{"longer number", "11 av 20", "1 av 20", false},
		{"number in a long phrase", "Du har krysset av 3 av 20 punkter", "Du har krysset av 8 av 20 punkter", false},
		{"same number", "Du har krysset av 10 av 20 punkter", "10 av 20", true},
		{"phone number", "Ring 815 32 815", "81532815", true},
		{"nothing shown", "", "Hjem", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			matches := search(layOut(shown(50, test.shown)), fold(test.phrase))
			if found := len(matches) > 0; found != test.found {
				t.Errorf("%q in %q: found %v, want %v", test.phrase, test.shown, found, test.found)
			}
		})
	}
}

func TestSearchTellsWhere(t *testing.T) {
	words := slices.Concat(shown(100, "Ring oss nå"), shown(40, "Avslutt og ring oss igjen"))
	matches := search(layOut(words), fold("ring oss"))
	if len(matches) != 2 {
		t.Fatalf("found %d places, want 2", len(matches))
	}
	if first, second := matches[0].box, matches[1].box; first.Min.Y != 40 || second.Min != image.Pt(10, 100) {
		t.Errorf("found at %v and %v", first, second)
	}
	if got, want := matches[1].box.Max.X, 10+4*8+6+3*8; got != want {
		t.Errorf("the phrase ends at %d, want %d", got, want)
	}
}

func TestAButtonIsBetterThanASentence(t *testing.T) {
	words := slices.Concat(shown(20, "Ring oss når noe er galt"), shown(50, "& Ring oss"), shown(80, "Ring oss gjerne"), shown(110, "Rjng oss"))
	matches := search(layOut(words), fold("Ring oss"))
	best := slices.MinFunc(matches, func(a, b match) int {
		if a.better(b) {
			return -1
		}
		return 1
	})
	if got := best.box.Min.Y; got != 50 {
		t.Errorf("found at %v of %v", best, matches)
	}
}

func TestLayOut(t *testing.T) {
	left := shown(20, "Hjem og hage")
	right := shown(22, "Velkommen hjem")
	for i := range right {
		right[i].box = right[i].box.Add(image.Pt(300, 0))
	}
	below := shown(44, "Neste linje")
	var got []string
	for _, l := range layOut(slices.Concat(below, right, left)) {
		got = append(got, l.text())
	}
	want := []string{"Hjem og hage", "Velkommen hjem", "Neste linje"}
	if !slices.Equal(got, want) {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"samtale", "samtale", 0},
		{"", "", 0},
		{"hjem", "hjcm", costAlike},
		{"hjem", "hjsm", costOther},
		{"hjem", "hem", costAlike},
		{"hjem", "hje", costOther},
		{"kl 8", "kl 9", costNumber},
	}
	for _, test := range tests {
		if got := distance(fold(test.a), fold(test.b)); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
		if got := distance(fold(test.b), fold(test.a)); got != test.want {
			t.Errorf("distance(%q, %q) = %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
