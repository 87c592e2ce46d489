package meetings

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// MaxCopy bounds the copy of a calendar, in bytes.
const MaxCopy = 32 << 20

// Copy is a calendar as it was fetched last.
type Copy struct {
	Data []byte   // the iCalendar document
	Me   []string // the user's own addresses, if the server told
}

// Copy returns the copy of a calendar. If there is none, or the store has no key,
// the error is ErrNotFound. A copy that was sealed with a key that is lost is
// dropped, together with what would keep the server from sending another.
func (s *Store) Copy(ctx context.Context, calendar string) (Copy, error) {
	var sealed []byte
	err := s.read(ctx, "reading copy of calendar", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT data FROM calendar_copy WHERE calendar = ?1;", &sqlitex.ExecOptions{
			Args: []any{calendar},
			ResultFunc: func(stmt *sqlite.Stmt) error {
				sealed = columnBytes(stmt, 0)
				return nil
			},
		})
	})
	if err != nil {
		return Copy{}, err
	}
	if sealed == nil || !s.Unlocked() {
		return Copy{}, fmt.Errorf("reading copy of calendar: %w", ErrNotFound)
	}
	c, err := s.openCopy(calendar, sealed)
	if errors.Is(err, errUnreadable) {
		return Copy{}, errors.Join(fmt.Errorf("reading copy of calendar: %w: %w", ErrNotFound, err), s.DropCopy(ctx, calendar))
	}
	return c, err
}

// SaveCopy keeps the copy of a calendar, and how far it has been fetched, in one.
// Without a key it keeps nothing and returns nil: what is fetched is then there
// for this run only, and fetched anew in the next.
func (s *Store) SaveCopy(ctx context.Context, calendar string, f Fetch, c Copy) error {
	if len(c.Data) > MaxCopy {
		return fmt.Errorf("saving copy of calendar: %w: %d bytes", ErrInvalid, len(c.Data))
	}
	sealed, err := s.sealCopy(calendar, c)
	if errors.Is(err, errLocked) {
		f.forget()
		return s.SaveFetch(ctx, calendar, f)
	}
	if err != nil {
		return fmt.Errorf("saving copy of calendar: %w", err)
	}
	return s.write(ctx, "saving copy of calendar", func(conn *sqlite.Conn) error {
		if err := saveFetch(conn, calendar, f); err != nil {
			return err
		}
		return changeRow(conn, `
INSERT INTO calendar_copy (calendar, data) VALUES (?1, ?2)
ON CONFLICT (calendar) DO UPDATE SET data = excluded.data;`, calendar, sealed)
	})
}

// DropCopy removes the copy of a calendar, so that the next fetch brings another.
func (s *Store) DropCopy(ctx context.Context, calendar string) error {
	return s.write(ctx, "dropping copy of calendar", func(conn *sqlite.Conn) error {
		if err := deleteCopy(conn, calendar); err != nil {
			return err
		}
		return changeRow(conn, "UPDATE calendar SET etag = '', modified = '', ctag = '', next = 0 WHERE id = ?1;", calendar)
	})
}

// forget makes the next fetch bring a copy: there is none to go on with.
func (f *Fetch) forget() { f.ETag, f.Modified, f.CTag = "", "", "" }

func deleteCopy(conn *sqlite.Conn, calendar string) error {
	return sqlitex.Execute(conn, "DELETE FROM calendar_copy WHERE calendar = ?1;", &sqlitex.ExecOptions{Args: []any{calendar}})
}

// sealCopy packs a copy before it seals it: calendars shrink to a tenth.
func (s *Store) sealCopy(calendar string, c Copy) ([]byte, error) {
	if !s.Unlocked() {
		return nil, errLocked
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	me, err := json.Marshal(c.Me)
	if err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(w, "%s\n%s", me, c.Data)
	if err := errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	return s.seal.seal("calendar_copy", calendar, packed.Bytes())
}

// openCopy undoes sealCopy. What cannot be read is errUnreadable.
func (s *Store) openCopy(calendar string, sealed []byte) (Copy, error) {
	packed, err := s.seal.open("calendar_copy", calendar, sealed)
	if err != nil {
		return Copy{}, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return Copy{}, errUnreadable
	}
	plain, err := io.ReadAll(io.LimitReader(r, 2*MaxCopy))
	me, data, found := bytes.Cut(plain, []byte("\n"))
	c := Copy{Data: data}
	if err != nil || !found || json.Unmarshal(me, &c.Me) != nil {
		return Copy{}, errUnreadable
	}
	return c, nil
}
