package incident_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

func Example() {
	texts, err := locales.Load(locales.English)
	if err != nil {
		panic(err)
	}
	incidents, err := incident.Load()
	if err != nil {
		panic(err)
	}
	fmt.Println(incidents[2].Title(texts))
	fmt.Println(incidents[2].Short(texts))
	discovered := time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)
	deadline := incident.Deadline{Discovered: discovered}
	fmt.Println(deadline.Remaining(discovered.Add(20*time.Hour)), "left")
	// Output:
	// A demand for ransom on the screen
	// Disconnect from the network, leave it on, and call.
	// 52h0m0s left
}

// Someone in a hurry gets few steps, each of which can be taken in at a glance,
// and the first of all in one line of a card for the wallet.
func TestTextsAreForSomeoneInAHurry(t *testing.T) {
	const title, short, step = 52, 60, 125 // characters
	for _, l := range locales.Languages() {
		texts := load(t, l)
		for _, i := range incidents(t) {
			for text, limit := range map[string]int{i.Title(texts): title, i.Short(texts): short} {
				if n := utf8.RuneCountInString(text); n > limit || n < 10 || strings.Contains(text, "\n") {
					t.Errorf("%s %s: %q has %d characters, want one line of at most %d", l, i.ID, text, n, limit)
				}
			}
			steps := i.Steps(texts)
			if len(steps) < 5 || len(steps) > 8 {
				t.Errorf("%s %s has %d steps, want 5 to 8", l, i.ID, len(steps))
			}
			for _, s := range steps {
				if n := utf8.RuneCountInString(s); n > step || !strings.HasSuffix(s, ".") || strings.Contains(s, "{{") {
					t.Errorf("%s %s: the step %q has %d characters, or no end", l, i.ID, s, n)
				}
			}
		}
	}
}

func TestStepsAreTheSameInBothLanguages(t *testing.T) {
	nb, en := load(t, locales.Norwegian), load(t, locales.English)
	for _, i := range incidents(t) {
		if n, e := len(i.Steps(nb)), len(i.Steps(en)); n != e {
			t.Errorf("%s has %d steps in Norwegian, %d in English", i.ID, n, e)
		}
	}
}

// The numbers in the steps are those of the contacts beside them, and the time
// limit is the one that is counted down.
func TestStepsNameTheRightNumbers(t *testing.T) {
	phones := make(map[string]string)
	for _, c := range public(t) {
		phones[c.Phone] = c.ID
	}
	for _, l := range locales.Languages() {
		texts := load(t, l)
		for _, i := range incidents(t) {
			for _, word := range strings.FieldsFunc(strings.Join(i.Steps(texts), " "), func(r rune) bool { return r < '0' || r > '9' }) {
				id, known := phones[word]
				if word != fmt.Sprint(incident.ReportWithin.Hours()) && (!known || !slices.Contains(i.PublicContacts, id)) {
					t.Errorf("%s %s: %s is not the number of one of its contacts", l, i.ID, word)
				}
			}
		}
	}
}

func TestPublicContactsExist(t *testing.T) {
	var ids []string
	for _, c := range public(t) {
		ids = append(ids, c.ID)
	}
	for _, i := range incidents(t) {
		for _, id := range i.PublicContacts {
			if !slices.Contains(ids, id) {
				t.Errorf("%s names %q, which is no public contact", i.ID, id)
			}
		}
		if i.Breach && !slices.Contains(i.PublicContacts, "datatilsynet-breach") {
			t.Errorf("%s may have to be reported, but does not say where", i.ID)
		}
	}
}

// The steps rest on pages that the checklists or the contacts rest on too, so
// that a page that moves is moved in all of them.
func TestSourcesAreKnown(t *testing.T) {
	var known strings.Builder
	for _, name := range []string{"../sources.json", "../organisation/public.json"} {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		known.Write(content)
	}
	for _, i := range incidents(t) {
		for _, source := range i.Sources {
			if !strings.Contains(known.String(), `"`+source+`"`) {
				t.Errorf("%s rests on %s, which is no other source", i.ID, source)
			}
		}
	}
}

func incidents(t *testing.T) []incident.Incident {
	t.Helper()
	incidents, err := incident.Load()
	if err != nil {
		t.Fatal(err)
	}
	return incidents
}

func public(t *testing.T) []organisation.PublicContact {
	t.Helper()
	contacts, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	return contacts
}

func load(t *testing.T, l locales.Language) *locales.Texts {
	t.Helper()
	texts, err := locales.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return texts
}
