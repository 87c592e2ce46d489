package organisation

import (
	"fmt"
	"testing"
)

// large is a company with as many items as a file may hold, of the length that
// items of the catalogue have.
func large() Organisation {
	o := example()
	o.Items = nil
	for i := range MaxItems {
		o.Items = append(o.Items, Item{
			ID: fmt.Sprint("own-item-", i), Role: "employee", Priority: "should", Months: 6,
			Title: Text{NB: "Lås skjermen når du går fra maskinen", EN: "Lock the screen when you leave the computer"},
			Why:   Text{NB: repeat("Ingen andre i huset skal se kundenes opplysninger. ", 4), EN: repeat("Nobody else at home is to see it. ", 4)},
			How:   Text{NB: repeat("Trykk Windows-tasten og L.\n", 4), EN: repeat("Press the Windows key and L.\n", 4)},
		})
	}
	return o
}

func BenchmarkParse500Items(b *testing.B) {
	raw := sign(b, large(), newKey(b)).Raw
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Parse(raw); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSign500Items(b *testing.B) {
	o, key := large(), newKey(b)
	for b.Loop() {
		if _, err := Sign(o, key, noon); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkValidate500Items(b *testing.B) {
	o := large().Normalise()
	for b.Loop() {
		if err := o.Validate(); err != nil {
			b.Fatal(err)
		}
	}
}
