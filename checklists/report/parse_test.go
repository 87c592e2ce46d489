package report

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
)

// file is a report as it is handed over.
func file(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/kari.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParseRefuses(t *testing.T) {
	long := strings.Repeat("x", 3000)
	tests := []struct {
		name, old, new string
		want           error
	}{
		{"newer format", `"version": 1`, `"version": 2`, ErrNewer},
		{"newer format with more in it", `"version": 1,`, `"version": 7, "mood": "fine",`, ErrNewer},
		{"no format", `"version": 1`, `"version": 0`, ErrDamaged},
		{"other format", `"hjemmekontor-report"`, `"shopping-list"`, ErrNotReport},
		{"unknown field", `"role"`, `"antivirus": "off", "role"`, ErrDamaged},
		{"unknown field of an answer", `"status": "open"`, `"status": "open", "probe": "off"`, ErrDamaged},
		{"wrong kind of value", `"name": "Kari Nordmann"`, `"name": 5`, ErrDamaged},
		{"second document", "\n}\n", "\n} {}", ErrDamaged},
		{"rubbish at the end", "\n}\n", "\n} x", ErrDamaged},
		{"cut short", `"priority": "nice",`, ``, ErrDamaged},
		{"broken UTF-8", "Kari", "K\xe5ri", ErrDamaged},

		{"no person", `"mfrggzdfmztwq2lknnwg23tpob"`, `""`, ErrDamaged},
		{"long person", `mfrggzdfmztwq2lknnwg23tpob`, long[:101], ErrDamaged},
		{"person with markup", `mfrggzdfmztwq2lknnwg23tpob`, `<b>`, ErrDamaged},
		{"no name", `"Kari Nordmann"`, `""`, ErrDamaged},
		{"blank name", `"Kari Nordmann"`, `" "`, ErrDamaged},
		{"name with a line break", `Kari Nordmann`, `Kari\nNordmann`, ErrDamaged},
		{"name turned around", `Kari Nordmann`, `Kari\u202eNordmann`, ErrDamaged},
		{"name with NUL", `Kari Nordmann`, `Kari\u0000`, ErrDamaged},
		{"long name", `Kari Nordmann`, long, ErrDamaged},
		{"company ID", `lofoten-regnskap`, `../../etc`, ErrDamaged},
		{"company of no version", `"version": 3`, `"version": -3`, ErrDamaged},
		{"version of no company", `"id": "lofoten-regnskap",`, ``, ErrDamaged},
		{"company name", `Lofoten Regnskap AS`, long, ErrDamaged},
		{"role", `"employee"`, `"boss"`, ErrDamaged},
		{"language", `"nb"`, `"de"`, ErrDamaged},
		{"language in capitals", `"nb"`, `"NB"`, ErrDamaged},

		{"no time", `"2026-11-23T09:30:00Z"`, `""`, ErrDamaged},
		{"long ago", `2026-11-23T09:30:00Z`, `2019-12-31T23:59:59Z`, ErrClock},
		{"in the future", `2026-11-23T09:30:00Z`, `2026-11-25T09:30:01Z`, ErrClock},

		{"no item", `"employee-mfa-on"`, `""`, ErrDamaged},
		{"item with a blank", `employee-mfa-on`, `employee mfa`, ErrDamaged},
		{"item used twice", `employee-mfa-on`, `employee-backup-own`, ErrDamaged},
		{"no title", `"Krypter disken"`, `""`, ErrDamaged},
		{"long title", `Krypter disken`, long, ErrDamaged},
		{"title with a line break", `Krypter disken`, `Krypter\ndisken`, ErrDamaged},
		{"priority", `"priority": "nice"`, `"priority": "asap"`, ErrDamaged},
		{"status", `"status": "open"`, `"status": "failed"`, ErrDamaged},
		{"done at no time", `"on": "2026-09-01",`, ``, ErrDamaged},
		{"open since", `"status": "open"`, `"status": "open", "on": "2026-09-01"`, ErrDamaged},
		{"no such day", `2026-09-01`, `2026-02-30`, ErrDamaged},
		{"time instead of a day", `2026-09-01`, `2026-09-01T10:00:00Z`, ErrDamaged},
		{"done long ago", `2026-09-01`, `1999-09-01`, ErrClock},
		{"done after the report", `2026-11-20`, `2026-11-25`, ErrClock},
		{"due at no time", `"due": "2026-07-15",`, ``, ErrDamaged},
		{"due before it is done", `"due": "2027-03-01"`, `"due": "2026-03-01"`, ErrDamaged},
		{"due in a hundred years", `"due": "2027-03-01"`, `"due": "2126-03-01"`, ErrDamaged},
		{"open and due", `"status": "open"`, `"status": "open", "due": "2027-03-01"`, ErrDamaged},
		{"reason for what is open", `"status": "open"`, `"status": "open", "reason": "x"`, ErrDamaged},
		{"long reason", `Jeg har ikke arkivskap hjemme`, long, ErrDamaged},
		{"long note", `Disken er full`, long, ErrDamaged},
		{"note turned around", `Disken er full`, `\u2067Disken er full`, ErrDamaged},
	}
	data := file(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changed := bytes.Replace(data, []byte(test.old), []byte(test.new), 1)
			if bytes.Equal(changed, data) {
				t.Fatalf("the file does not hold %s", test.old)
			}
			r, err := Parse(changed, now)
			if !errors.Is(err, test.want) {
				t.Errorf("Parse = %v, want %v", err, test.want)
			}
			if !reflect.DeepEqual(r, Report{}) {
				t.Error("half a report is returned")
			}
			if err != nil && strings.Contains(err.Error(), "xxx") {
				t.Errorf("the error repeats what the file holds: %v", err)
			}
		})
	}
}

// What lies in the same folder, or is dropped by mistake, is told apart.
func TestParseKnowsWhatElseItIs(t *testing.T) {
	csv, err := os.ReadFile("testdata/kari.nb.csv")
	if err != nil {
		t.Fatal(err)
	}
	data := file(t)
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"our table", csv, ErrIsCSV},
		{"our table in Latin-1", bytes.ReplaceAll(csv, []byte("å"), []byte("\xe5")), ErrIsCSV},
		{"our table saved with commas", bytes.ReplaceAll(csv, []byte(";"), []byte(",")), ErrIsCSV},
		{"a PDF", []byte("%PDF-1.3\n%\xe2\xe3\xcf\xd3"), ErrIsPDF},
		{"nothing", nil, ErrNotReport},
		{"a byte order mark", byteOrderMark, ErrNotReport},
		{"a list", []byte("[]"), ErrNotReport},
		{"nothing in it", []byte("{}"), ErrNotReport},
		{"null", []byte("null"), ErrNotReport},
		{"some JSON", []byte(`{"name": "a;b;c;d;e;f;g;h;i;j;k;l;m"}`), ErrNotReport},
		{"a signed file", []byte("untrusted comment: signature\nRWQ"), ErrNotReport},
		{"a spreadsheet", []byte("PK\x03\x04;;;;;;;;;;;;\x00\x00"), ErrNotReport},
		{"deep", []byte(strings.Repeat("[", 100_000)), ErrNotReport},
		{"half a report", data[:len(data)/2], ErrDamaged},
		{"too many answers", []byte(`{"format": "hjemmekontor-report", "version": 1, "name": "x", "answers": [` +
			strings.Repeat("{},", MaxAnswers) + "{}]}"), ErrTooLarge},
		{"too large", append(bytes.Repeat([]byte(" "), MaxSize), data...), ErrTooLarge},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Parse(test.data, now); !errors.Is(err, test.want) {
				t.Errorf("Parse = %v, want %v", err, test.want)
			}
		})
	}
}

func TestParseAccepts(t *testing.T) {
	data := file(t)
	tests := []struct {
		name     string
		old, new string
	}{
		{"as it is", "", ""},
		{"saved by an editor", "{", "\ufeff{"},
		{"lines end as on Windows", ",\n", ",\r\n"},
		{"a clock one day ahead", "2026-11-23T09:30:00Z", "2026-11-24T09:30:00Z"},
		{"no company", `"company": {
    "id": "lofoten-regnskap",
    "version": 3,
    "name": "Lofoten Regnskap AS"
  },`, ""},
		{"a company by name", `"id": "lofoten-regnskap",
    "version": 3,`, ""},
		{"done on the other side of midnight", "2026-11-20", "2026-11-24"},
	}
	for _, test := range tests {
		changed := bytes.Replace(data, []byte(test.old), []byte(test.new), 1)
		if test.old != "" && bytes.Equal(changed, data) {
			t.Errorf("%s: the file does not hold %s", test.name, test.old)
		}
		if _, err := Parse(changed, now); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// A clock that is put back makes reports unreadable only when they come in, not
// those that are kept.
func TestDecodeMindsNoClock(t *testing.T) {
	if _, err := Decode(Encode(kari(t))); err != nil {
		t.Error(err)
	}
	if _, err := Parse(Encode(kari(t)), now.AddDate(-1, 0, 0)); !errors.Is(err, ErrClock) {
		t.Errorf("Parse a year before = %v, want %v", err, ErrClock)
	}
	abroad := bytes.Replace(file(t), []byte("09:30:00Z"), []byte("10:30:00.5+01:00"), 1)
	if r, err := Decode(abroad); err != nil || r.Made != now || r.Made.Location() != time.UTC {
		t.Errorf("made at %v, %v", r.Made, err)
	}
}

// FuzzParse shows that whatever is let through is written again as it was
// read, and that nothing makes the program fall over.
func FuzzParse(f *testing.F) {
	f.Add(file(f))
	f.Add(Encode(kari(f)))
	f.Add([]byte(`{"format":"hjemmekontor-report","version":2}`))
	f.Add([]byte("%PDF-1.3"))
	f.Add([]byte("\ufeffNavn;Bedrift;Rapportdato;Punkt;Prioritet;Status;Dato;Neste gang;Begrunnelse;Notat;Punkt-ID\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := Parse(data, now)
		if err != nil {
			return
		}
		kept := Encode(r)
		if len(kept) > len(data) {
			t.Fatalf("%d bytes are kept as %d", len(data), len(kept))
		}
		again, err := Decode(kept)
		if err != nil || !reflect.DeepEqual(again, r) {
			t.Fatalf("%+v is kept as %+v, %v", r, again, err)
		}
		var b bytes.Buffer
		if err := r.WriteJSON(&b); err != nil && !errors.Is(err, ErrTooLarge) {
			t.Fatalf("%+v is not written: %v", r, err)
		}
		m := NewMatrix([]Report{r}, nil, nil, now)
		if len(m.Columns) != len(r.Answers) || m.People[0].Progress.Total()+m.People[0].Progress.NotForMe != len(r.Answers) {
			t.Fatalf("%d answers, %d columns", len(r.Answers), len(m.Columns))
		}
	})
}
