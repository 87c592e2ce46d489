package meetings

import (
	"context"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"
)

// Way is what the meetings of a service are opened in. The values are those of
// package launch.
type Way string

// The ways.
const (
	App     Way = "app"
	Browser Way = "browser"
)

// maxWays bounds the services for which a way is kept.
const maxWays = 500

// Ways returns the way that was chosen for each service. One for which none was
// is not in it.
func (s *Store) Ways(ctx context.Context) (map[string]Way, error) {
	ways := make(map[string]Way)
	err := s.read(ctx, "reading ways", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT service, way FROM way LIMIT ?1;", &sqlitex.ExecOptions{
			Args: []any{maxWays},
			ResultFunc: func(stmt *sqlite.Stmt) error {
				ways[stmt.ColumnText(0)] = Way(stmt.ColumnText(1))
				return nil
			},
		})
	})
	return ways, err
}

// SetWay keeps the way for a service, in place of what was chosen before.
func (s *Store) SetWay(ctx context.Context, service string, way Way) error {
	if !isKey(service) || way != App && way != Browser {
		return fmt.Errorf("saving way: %w", ErrInvalid)
	}
	return s.change(ctx, "saving way", insertWay, service, string(way))
}

const insertWay = `
INSERT INTO way (service, way) VALUES (?1, ?2)
ON CONFLICT (service) DO UPDATE SET way = excluded.way;`
