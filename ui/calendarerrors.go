package ui

import (
	"errors"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/agenda"
	"hjemmekontor/meetings/calendar"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"

	agendaui "hjemmekontor/ui/agenda"
)

// calendarError is an error of a calendar and what the user is told of it.
type calendarError struct {
	err  error
	key  string           // of the sentence where calendars are set up, "" for that of errors in general
	sign agendaui.Trouble // beside the day's meetings
}

// calendarErrors is what can be wrong with a calendar.
var calendarErrors = []calendarError{
	{remote.ErrPageAddress, "calendars.problem.page", agendaui.Failing},
	{remote.ErrNotHTTPS, "calendars.problem.https", agendaui.Failing},
	{remote.ErrUserInfo, "calendars.problem.user-info", agendaui.Failing},
	{remote.ErrMalformed, "calendars.problem.malformed", agendaui.Failing},
	{remote.ErrUnreachable, "calendars.problem.unreachable", agendaui.Unreachable},
	{remote.ErrCertificate, "calendars.problem.certificate", agendaui.Failing},
	{remote.ErrTooSlow, "calendars.problem.slow", agendaui.Unreachable},
	{remote.ErrTooLarge, "calendars.problem.large", agendaui.Failing},
	{calendar.ErrTooLarge, "calendars.problem.large", agendaui.Failing},
	{calendar.ErrTooMany, "calendars.problem.large", agendaui.Failing},
	{remote.ErrRedirected, "calendars.problem.redirected", agendaui.Failing},
	{remote.ErrPrivate, "calendars.problem.private", agendaui.Failing},
	{remote.ErrRefused, "calendars.problem.refused", agendaui.Refused},
	{remote.ErrNeedsOAuth, "calendars.problem.oauth", agendaui.Refused},
	{remote.ErrNotFound, "calendars.problem.not-found", agendaui.Missing},
	{remote.ErrBusy, "calendars.problem.server", agendaui.Failing},
	{remote.ErrServer, "calendars.problem.server", agendaui.Failing},
	{remote.ErrNotCalendar, "calendars.problem.unreadable", agendaui.Unreadable},
	{calendar.ErrNotCalendar, "calendars.problem.unreadable", agendaui.Unreadable},
	{agenda.ErrFailed, "calendars.problem.server", agendaui.Failing},
	{agenda.ErrAlready, "calendars.problem.already", agendaui.Failing},
	{agenda.ErrFileMissing, "calendars.problem.file-missing", agendaui.Missing},
	{agenda.ErrFileUnreadable, "calendars.problem.file-unreadable", agendaui.Unreadable},
	{meetings.ErrTooMany, "calendars.problem.too-many", agendaui.Failing},
	{credentials.ErrNotFound, "calendars.problem.secret-missing", agendaui.Locked},
	{credentials.ErrTooLarge, "calendars.problem.malformed", agendaui.Failing},
	{credentials.ErrLocked, "", agendaui.Locked},
	{credentials.ErrRefused, "", agendaui.Locked},
	{credentials.ErrGone, "", agendaui.Locked},
	{credentials.ErrPending, "", agendaui.Locked},
}

// meaningOf is what an error means to the user.
func meaningOf(err error) calendarError {
	for _, known := range calendarErrors {
		if errors.Is(err, known.err) {
			return known
		}
	}
	return calendarError{sign: agendaui.Failing}
}

// calendarProblem is the key of the sentence on what is wrong with a calendar.
func calendarProblem(err error) string {
	if key := meaningOf(err).key; key != "" {
		return key
	}
	return ProblemKey(err)
}

// troubleOf is the sign of what is wrong with a calendar.
func troubleOf(err error) agendaui.Trouble {
	if err == nil {
		return agendaui.Fine
	}
	return meaningOf(err).sign
}
