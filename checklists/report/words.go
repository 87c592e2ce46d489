package report

import (
	"time"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

// titleOf is what a role's list is called.
func titleOf(role checklists.Role, texts *locales.Texts) string {
	if role == checklists.Employer {
		return texts.Text("checklist.employer.title")
	}
	return texts.Text("checklist.employee.title")
}

func priorityWord(p checklists.Priority, texts *locales.Texts) string {
	switch p {
	case checklists.Must:
		return texts.Text("checklist.priority.must")
	case checklists.Should:
		return texts.Text("checklist.priority.should")
	default:
		return texts.Text("checklist.priority.nice")
	}
}

// statusWord is the word for how an item stands, "" for one that is not there.
func statusWord(s checklists.Status, texts *locales.Texts) string {
	switch s {
	case checklists.StatusDone:
		return texts.Text("report-file.status.done")
	case checklists.StatusDue:
		return texts.Text("report-file.status.due")
	case checklists.StatusNotForMe:
		return texts.Text("report-file.status.not-for-me")
	case checklists.StatusOpen:
		return texts.Text("report-file.status.open")
	default:
		return ""
	}
}

// isoDate writes a day for machines and spreadsheets, "" for none.
func isoDate(day time.Time) string {
	if day.IsZero() {
		return ""
	}
	return day.Format(time.DateOnly)
}

// shortDate writes a day in figures as the language does, "" for none.
func shortDate(day time.Time, texts *locales.Texts) string {
	if day.IsZero() {
		return ""
	}
	return texts.Text("report-file.short-date", locales.Data{
		"Day": day.Format("02"), "Month": day.Format("01"), "Year": day.Format("2006"),
	})
}
