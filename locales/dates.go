package locales

import (
	"strconv"
	"strings"
	"time"
)

// Date writes a day in full: "23. november 2026" or "23 November 2026".
func (t *Texts) Date(day time.Time) string {
	return t.Text("date.long", Data{
		"Day": day.Day(), "Month": t.month(day.Month()), "Year": day.Year(),
	})
}

// Weekday writes the name of a day of the week as it stands before a date:
// "Mandag" or "Monday".
func (t *Texts) Weekday(day time.Weekday) string {
	names := strings.Fields(t.Text("date.weekdays"))
	if len(names) != 7 {
		return ""
	}
	return names[day]
}

// WeekdayWithin names a day of the week as it is written within a sentence.
func (t *Texts) WeekdayWithin(day time.Weekday) string {
	names := strings.Fields(t.Text("date.weekdays-within"))
	if int(day) >= len(names) {
		return ""
	}
	return names[day]
}

// Clock writes the time of day with hours and minutes as both languages do in
// Norway: "09:05".
func (t *Texts) Clock(at time.Time) string { return at.Format("15:04") }

// PartialDate writes a date that may lack day or month, as sources give them:
// "2023", "2024-08" or "2024-08-23". Anything else comes back unchanged.
func (t *Texts) PartialDate(s string) string {
	if day, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Date(day)
	}
	if month, err := time.Parse("2006-01", s); err == nil {
		return t.month(month.Month()) + " " + month.Format("2006")
	}
	return s
}

func (t *Texts) month(m time.Month) string {
	if len(t.months) != 12 {
		return strconv.Itoa(int(m))
	}
	return t.months[m-1]
}
