package meetings

import (
	"context"
	"fmt"
	"time"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// MaxCalendars bounds the calendars.
const MaxCalendars = 20

// CalendarKind is where a calendar comes from.
type CalendarKind string

// The kinds. They are never changed, since they lie in users' files.
const (
	File    CalendarKind = "file"    // an .ics file
	Address CalendarKind = "address" // a secret https address
	CalDAV  CalendarKind = "caldav"  // a collection on a CalDAV server
)

// Calendar is a calendar that was added, without its secrets, and how far it has
// been fetched.
type Calendar struct {
	ID   string
	Kind CalendarKind
	Name string // what the user calls it
	// Place is the full path of a File, and the host of all others.
	Place string
	// Hidden says that it is not to be shown, and hence not to be fetched.
	Hidden bool
	Fetch  Fetch
}

// Fetch is how far a calendar has been fetched. The times are zero for never.
type Fetch struct {
	ETag, Modified, CTag string    // as the server or the file system gave them
	Fetched              time.Time // when it was last known to be up to date
	NotBefore            time.Time // before which nobody may fetch it
	Next                 time.Time // when it is to be fetched
	Failures             int       // since Fetched
	Trouble              string    // code of what went wrong last, "" for nothing
}

const calendarColumns = `id, kind, name, place, hidden,
	etag, modified, ctag, fetched, not_before, next, failures, trouble`

// Calendars returns the calendars in the user's order.
func (s *Store) Calendars(ctx context.Context) ([]Calendar, error) {
	var calendars []Calendar
	err := s.read(ctx, "reading calendars", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT "+calendarColumns+" FROM calendar ORDER BY position, id LIMIT ?1;", &sqlitex.ExecOptions{
			Args: []any{MaxCalendars},
			ResultFunc: func(stmt *sqlite.Stmt) error {
				calendars = append(calendars, scanCalendar(stmt))
				return nil
			},
		})
	})
	if err != nil {
		return nil, err
	}
	return calendars, nil
}

// NewCalendarID returns an ID for a calendar that is to be added.
func NewCalendarID() string { return newID() }

// AddCalendar keeps a calendar at a place in the list, from 0; one beyond the
// end is the end. The error is ErrTooMany if there are MaxCalendars already.
func (s *Store) AddCalendar(ctx context.Context, c Calendar, at int) error {
	if !isName(c.Name) || !isKey(c.ID) {
		return fmt.Errorf("saving calendar: %w", ErrInvalid)
	}
	return s.write(ctx, "saving calendar", func(conn *sqlite.Conn) error {
		if err := checkRoom(conn, "calendar", MaxCalendars); err != nil {
			return err
		}
		err := changeRow(conn, "INSERT INTO calendar (id, position, kind, name, place, hidden) VALUES (?1, ?2, ?3, ?4, ?5, ?6);",
			c.ID, at, string(c.Kind), c.Name, c.Place, c.Hidden)
		if err != nil {
			return err
		}
		if err := saveFetch(conn, c.ID, c.Fetch); err != nil {
			return err
		}
		return place(conn, "calendar", c.ID, at)
	})
}

// SaveFetch keeps how far a calendar has been fetched.
func (s *Store) SaveFetch(ctx context.Context, id string, f Fetch) error {
	return s.write(ctx, "saving calendar", func(conn *sqlite.Conn) error { return saveFetch(conn, id, f) })
}

// RenameCalendar gives a calendar a name of one line.
func (s *Store) RenameCalendar(ctx context.Context, id, name string) error {
	if !isName(name) {
		return fmt.Errorf("renaming calendar: %w: name", ErrInvalid)
	}
	return s.change(ctx, "renaming calendar", "UPDATE calendar SET name = ?2 WHERE id = ?1;", id, name)
}

// HideCalendar keeps whether a calendar is hidden.
func (s *Store) HideCalendar(ctx context.Context, id string, hidden bool) error {
	return s.change(ctx, "hiding calendar", "UPDATE calendar SET hidden = ?2 WHERE id = ?1;", id, hidden)
}

// MoveCalendar puts a calendar at a place in the list, from 0.
func (s *Store) MoveCalendar(ctx context.Context, id string, to int) error {
	return s.move(ctx, "moving calendar", "calendar", id, to)
}

// RemoveCalendar removes a calendar and its copy.
func (s *Store) RemoveCalendar(ctx context.Context, id string) error {
	return s.write(ctx, "removing calendar", func(conn *sqlite.Conn) error {
		if err := deleteCopy(conn, id); err != nil {
			return err
		}
		return changeRow(conn, "DELETE FROM calendar WHERE id = ?1;", id)
	})
}

func saveFetch(conn *sqlite.Conn, id string, f Fetch) error {
	return changeRow(conn, `
UPDATE calendar SET etag = ?2, modified = ?3, ctag = ?4, fetched = ?5, not_before = ?6, next = ?7,
	failures = ?8, trouble = ?9 WHERE id = ?1;`,
		id, f.ETag, f.Modified, f.CTag, millis(f.Fetched), millis(f.NotBefore), millis(f.Next), f.Failures, f.Trouble)
}

// scanCalendar reads a Calendar from calendarColumns.
func scanCalendar(stmt *sqlite.Stmt) Calendar {
	return Calendar{
		ID:     stmt.ColumnText(0),
		Kind:   CalendarKind(stmt.ColumnText(1)),
		Name:   stmt.ColumnText(2),
		Place:  stmt.ColumnText(3),
		Hidden: stmt.ColumnBool(4),
		Fetch: Fetch{
			ETag: stmt.ColumnText(5), Modified: stmt.ColumnText(6), CTag: stmt.ColumnText(7),
			Fetched: timeOf(stmt.ColumnInt64(8)), NotBefore: timeOf(stmt.ColumnInt64(9)), Next: timeOf(stmt.ColumnInt64(10)),
			Failures: stmt.ColumnInt(11), Trouble: stmt.ColumnText(12),
		},
	}
}
