package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

const (
	formatName    = "hjemmekontor-report"
	formatVersion = 1
)

// The shape of a report in JSON. Days are written as YYYY-MM-DD, and what is
// empty is left out.
type (
	fileData struct {
		Format   string           `json:"format"`
		Version  int              `json:"version"`
		Person   string           `json:"person"`
		Name     string           `json:"name"`
		Company  companyData      `json:"company,omitzero"`
		Role     checklists.Role  `json:"role"`
		Language locales.Language `json:"language"`
		Made     time.Time        `json:"made"`
		Answers  []answerData     `json:"answers"`
	}
	companyData struct {
		ID      string `json:"id,omitzero"`
		Version int    `json:"version,omitzero"`
		Name    string `json:"name,omitzero"`
	}
	answerData struct {
		Item     string              `json:"item"`
		Title    string              `json:"title"`
		Priority checklists.Priority `json:"priority"`
		Status   checklists.Status   `json:"status"`
		On       day                 `json:"on,omitzero"`
		Due      day                 `json:"due,omitzero"`
		Reason   string              `json:"reason,omitzero"`
		Note     string              `json:"note,omitzero"`
	}
)

// day is a date without a time, at midnight UTC.
type day struct{ midnight time.Time }

func (d day) MarshalText() ([]byte, error) { return []byte(isoDate(d.midnight)), nil }

func (d *day) UnmarshalText(text []byte) (err error) {
	d.midnight, err = time.Parse(time.DateOnly, string(text))
	return err
}

// WriteJSON writes the report as the employer reads it in: the same bytes for
// the same report. It fails with ErrNoName on a report nobody has signed off,
// with ErrTooLarge if there is too much to be read back, and with ErrClock if
// the machine's clock is far off.
func (r Report) WriteJSON(w io.Writer) error {
	if err := r.check(); err != nil {
		return fmt.Errorf("writing report: %w", err)
	}
	data := r.marshal("  ")
	if len(data) > MaxSize {
		return fmt.Errorf("writing report: %w: %d bytes", ErrTooLarge, len(data))
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("writing report: %w", err)
	}
	return nil
}

// Encode gives the report for keeping, in no more bytes than it was read from.
// [Decode] reads it.
func Encode(r Report) []byte { return bytes.TrimSpace(r.marshal("")) }

// marshal writes the report as it is. Signs that mean something in HTML are not
// escaped, so that nothing becomes longer than it was.
func (r Report) marshal(indent string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(r.data()); err != nil {
		return nil // a date of more than four digits, which no report has
	}
	return b.Bytes()
}

func (r Report) data() fileData {
	f := fileData{
		Format: formatName, Version: formatVersion,
		Person: r.Person, Name: r.Name,
		Company: companyData{ID: r.Company, Version: r.CompanyVersion, Name: r.CompanyName},
		Role:    r.Role, Language: r.Language,
		Made:    r.Made,
		Answers: make([]answerData, len(r.Answers)),
	}
	for i, a := range r.Answers {
		f.Answers[i] = answerData{
			Item: a.ItemID, Title: a.Title, Priority: a.Priority, Status: a.Status,
			On: day{a.On}, Due: day{a.Due}, Reason: a.Reason, Note: a.Note,
		}
	}
	return f
}

func (f fileData) report() Report {
	r := Report{
		Person: f.Person, Name: f.Name,
		Company: f.Company.ID, CompanyVersion: f.Company.Version, CompanyName: f.Company.Name,
		Role: f.Role, Language: f.Language,
		Made:    f.Made.UTC().Truncate(time.Second),
		Answers: make([]Answer, len(f.Answers)),
	}
	for i, a := range f.Answers {
		r.Answers[i] = Answer{
			ItemID: a.Item, Title: a.Title, Priority: a.Priority, Status: a.Status,
			On: a.On.midnight, Due: a.Due.midnight, Reason: a.Reason, Note: a.Note,
		}
	}
	return r
}
