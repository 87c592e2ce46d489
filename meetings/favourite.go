package meetings

import (
	"context"
	"fmt"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/meetings/link"
)

// MaxFavourites bounds the favourites.
const MaxFavourites = 200

// Favourite is a link that the user has given a name, without what is secret in
// it.
type Favourite struct {
	ID   string
	Name string
	// Service is the service's id, "" if the link leads to none that is known.
	Service string
	Kind    link.Kind
	// Address is the address without anything secret.
	Address string
	// Secret says that the whole address lies in the keyring.
	Secret bool
}

// Meeting is the meeting as far as the address without secrets tells: less than
// a link, where that needs its passcode.
func (f Favourite) Meeting() link.Meeting {
	service, known := link.ServiceOf(f.Service)
	if !known {
		return meetingAt(f.Address)
	}
	return link.Meeting{Service: service.ID, Name: service.Name, Tool: service.Tool, Kind: f.Kind, Address: f.Address}
}

// Favourites returns the favourites in the user's order.
func (s *Store) Favourites(ctx context.Context) ([]Favourite, error) {
	var favourites []Favourite
	err := s.read(ctx, "reading favourites", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, `
SELECT id, name, service, kind, address, secret FROM favourite ORDER BY position, id LIMIT ?1;`, &sqlitex.ExecOptions{
			Args: []any{MaxFavourites},
			ResultFunc: func(stmt *sqlite.Stmt) error {
				favourites = append(favourites, scanFavourite(stmt))
				return nil
			},
		})
	})
	if err != nil {
		return nil, err
	}
	return favourites, nil
}

// MoveFavourite puts a favourite at a place in the list, from 0. A place beyond
// the end is the end. The error is ErrNotFound if it is not there any more.
func (s *Store) MoveFavourite(ctx context.Context, id string, to int) error {
	return s.move(ctx, "moving favourite", "favourite", id, to)
}

// RenameFavourite gives a favourite a name of one line. The error is ErrInvalid
// if it is none, or ErrNotFound.
func (s *Store) RenameFavourite(ctx context.Context, id, name string) error {
	if !isName(name) {
		return fmt.Errorf("renaming favourite: %w: name", ErrInvalid)
	}
	return s.change(ctx, "renaming favourite", "UPDATE favourite SET name = ?2 WHERE id = ?1;", id, name)
}

// favourite returns one favourite and its place in the list.
func (s *Store) favourite(ctx context.Context, id string) (f Favourite, at int, err error) {
	all, err := s.Favourites(ctx)
	if err != nil {
		return Favourite{}, 0, err
	}
	for at, f := range all {
		if f.ID == id {
			return f, at, nil
		}
	}
	return Favourite{}, 0, fmt.Errorf("reading favourite: %w", ErrNotFound)
}

const insertFavourite = `
INSERT INTO favourite (id, position, name, service, kind, address, secret) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);`

// fits reports whether a favourite can be kept.
func fits(f Favourite) bool {
	return isName(f.Name) && len(f.Address) <= link.MaxAddress && len(f.Service) <= maxKey && len(f.Kind) <= maxKey
}

// addFavourite keeps a new favourite at a place in the list.
func (s *Store) addFavourite(ctx context.Context, f Favourite, at int) error {
	if !fits(f) {
		return fmt.Errorf("saving favourite: %w", ErrInvalid)
	}
	return s.write(ctx, "saving favourite", func(conn *sqlite.Conn) error {
		if err := checkRoom(conn, "favourite", MaxFavourites); err != nil {
			return err
		}
		err := changeRow(conn, insertFavourite, f.ID, at, f.Name, f.Service, string(f.Kind), f.Address, f.Secret)
		if err != nil {
			return err
		}
		return place(conn, "favourite", f.ID, at)
	})
}

func (s *Store) deleteFavourite(ctx context.Context, id string) error {
	return s.change(ctx, "deleting favourite", "DELETE FROM favourite WHERE id = ?1;", id)
}

// scanFavourite reads a favourite from the columns id, name, service, kind,
// address and secret.
func scanFavourite(stmt *sqlite.Stmt) Favourite {
	return Favourite{
		ID:      stmt.ColumnText(0),
		Name:    stmt.ColumnText(1),
		Service: stmt.ColumnText(2),
		Kind:    link.Kind(stmt.ColumnText(3)),
		Address: stmt.ColumnText(4),
		Secret:  stmt.ColumnBool(5),
	}
}
