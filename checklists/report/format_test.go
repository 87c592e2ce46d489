package report

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// golden compares with a file in testdata, which shows what an employee hands
// over.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	want, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("not as in %s:\n%s", name, got)
	}
}

func TestWriteJSON(t *testing.T) {
	golden(t, "kari.json", written(t, kari(t).WriteJSON))
}

func TestJSONIsReadBack(t *testing.T) {
	r := kari(t)
	got, err := Parse(written(t, r.WriteJSON), now)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, r) {
		t.Errorf("read back as\n%+v, want\n%+v", got, r)
	}
	if got, err = Decode(Encode(r)); err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("kept as\n%+v, %v, want\n%+v", got, err, r)
	}
}

// The smallest report, and one with more in it than a person writes, can be read
// back too.
func TestExtremesAreReadBack(t *testing.T) {
	items := longList(500)
	marks, notes := make(map[string]checklists.Mark), make(map[string]checklists.Note)
	for i, item := range items {
		marks[item.ID] = checklists.Mark{State: checklists.NotForMe, At: now, Reason: strings.Repeat("<", 300)}
		notes[item.ID] = checklists.Note{Text: strings.Repeat("æ", 3000), Shared: i < 20}
	}
	author := Author{Person: NewPerson(), Name: strings.Repeat("Ж", 300), Role: checklists.Employer}
	for _, items := range [][]checklists.Item{nil, items} {
		r := New(author, items, marks, notes, load(t, locales.English), now)
		data := written(t, r.WriteJSON)
		got, err := Parse(data, now)
		if err != nil || len(got.Answers) != len(items) {
			t.Errorf("%d items give %d bytes, read back as %d answers, %v", len(items), len(data), len(got.Answers), err)
		}
	}
}

func TestWritersRefuse(t *testing.T) {
	texts := load(t, locales.Norwegian)
	tests := []struct {
		name   string
		change func(*Report)
		want   error
	}{
		{"nobody", func(r *Report) { r.Name = "" }, ErrNoName},
		{"clock in 1970", func(r *Report) { r.Made = time.Unix(0, 0) }, ErrClock},
		{"clock in 2500", func(r *Report) { r.Made = r.Made.AddDate(474, 0, 0) }, ErrClock},
		{"too many answers", func(r *Report) { r.Answers = make([]Answer, MaxAnswers+1) }, ErrTooLarge},
		{"role", func(r *Report) { r.Role = "boss" }, ErrDamaged},
	}
	for _, test := range tests {
		r := kari(t)
		test.change(&r)
		for _, write := range []func(*bytes.Buffer) error{
			func(b *bytes.Buffer) error { return r.WriteJSON(b) },
			func(b *bytes.Buffer) error { return r.WriteCSV(b, texts) },
			func(b *bytes.Buffer) error { return r.WritePDF(b, texts) },
		} {
			var b bytes.Buffer
			if err := write(&b); !errors.Is(err, test.want) || b.Len() > 0 {
				t.Errorf("%s: %v with %d bytes written, want %v", test.name, err, b.Len(), test.want)
			}
		}
	}
}

// A report that would be too large to be read in is not written in the first
// place.
func TestWriteJSONRefusesMoreThanIsRead(t *testing.T) {
	r := kari(t)
	for i := range r.Answers {
		r.Answers[i].Note = strings.Repeat("\u2603", checklists.MaxNote)
	}
	for i := range 60 {
		a := r.Answers[0]
		a.ItemID += strings.Repeat("-x", i+1)
		r.Answers = append(r.Answers, a)
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b); !errors.Is(err, ErrTooLarge) || b.Len() > 0 {
		t.Errorf("WriteJSON = %v with %d bytes written", err, b.Len())
	}
}

// failing takes some bytes, and then no more.
type failing struct{ left int }

var errFull = errors.New("no room left")

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return 0, errFull
	}
	f.left -= len(p)
	return len(p), nil
}

func TestWritersTellThatTheDiskIsFull(t *testing.T) {
	texts := load(t, locales.Norwegian)
	r := kari(t)
	m := NewMatrix([]Report{r}, nil, nil, now)
	for _, room := range []int{0, 10} {
		for name, err := range map[string]error{
			"JSON":   r.WriteJSON(&failing{room}),
			"CSV":    r.WriteCSV(&failing{room}, texts),
			"PDF":    r.WritePDF(&failing{room}, texts),
			"matrix": m.WriteCSV(&failing{room}, texts),
		} {
			if !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: %v", name, room, err)
			}
		}
	}
}
