package editor

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/organisation"
)

// full is a company with as many items as there may be.
func full() organisation.Organisation {
	o := fjord()
	o.Items = nil
	for i := range organisation.MaxItems {
		o.Items = append(o.Items, organisation.Item{
			ID: fmt.Sprintf("own-%d", i), Role: "employee", Priority: "should", Title: organisation.Text{NB: fmt.Sprintf("Punkt %d om noe som skal gjøres", i)},
		})
	}
	return o
}

func BenchmarkOpen500(b *testing.B) {
	s, _, _ := newScreen(b, usual)
	o := full()
	for b.Loop() {
		other := New(s.texts, s.guide, s.incidents, s.actions)
		other.Show(o, nil)
		other.Choose(itemsSection)
	}
}

func BenchmarkTyping500(b *testing.B) {
	s, w, h := newScreen(b, usual)
	s.Show(full(), nil)
	s.Choose(itemsSection)
	e := itemsOf(s).entries[3]
	e.toggle()
	w.Canvas().Focus(e.fields[0].first)
	for i := 0; b.Loop(); i++ {
		test.Type(w.Canvas().Focused(), "a")
		s.Show(h.told[len(h.told)-1], nil)
		h.told = h.told[:0]
		if i%50 == 0 {
			e.value.Title.NB = ""
			e.update()
		}
	}
}
