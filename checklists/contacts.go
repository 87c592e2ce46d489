package checklists

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists/organisation"
)

// Contacts returns the company's contacts in the order of
// [organisation.Roles].
func (s *Store) Contacts(ctx context.Context) ([]organisation.Contact, error) {
	var contacts []organisation.Contact
	err := s.read(ctx, "reading contacts", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "SELECT role, name, phone, email, hours FROM contact;", &sqlitex.ExecOptions{
			ResultFunc: func(stmt *sqlite.Stmt) error {
				contacts = append(contacts, organisation.Contact{
					Role:  organisation.Role(stmt.ColumnText(0)),
					Name:  stmt.ColumnText(1),
					Phone: stmt.ColumnText(2),
					Email: stmt.ColumnText(3),
					Hours: stmt.ColumnText(4),
				})
				return nil
			},
		})
	})
	if err != nil {
		return nil, err
	}
	roles := organisation.Roles()
	slices.SortFunc(contacts, func(a, b organisation.Contact) int {
		return cmp.Compare(slices.Index(roles, a.Role), slices.Index(roles, b.Role))
	})
	return contacts, nil
}

// SaveContact keeps a contact, normalised, in place of the one that had the
// same role. It returns [organisation.FieldErrors] if a field is not valid.
func (s *Store) SaveContact(ctx context.Context, c organisation.Contact) error {
	c = c.Normalise()
	if err := c.Validate(); err != nil {
		return fmt.Errorf("saving contact: %w", err)
	}
	return s.write(ctx, "saving contact", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, `
INSERT INTO contact (role, name, phone, email, hours) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (role) DO UPDATE SET
	name = excluded.name, phone = excluded.phone, email = excluded.email, hours = excluded.hours;`,
			&sqlitex.ExecOptions{Args: []any{string(c.Role), c.Name, c.Phone, c.Email, c.Hours}})
	})
}

// DeleteContact removes the contact with the given role, if there is one.
func (s *Store) DeleteContact(ctx context.Context, role organisation.Role) error {
	return s.write(ctx, "deleting contact", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "DELETE FROM contact WHERE role = ?1;",
			&sqlitex.ExecOptions{Args: []any{string(role)}})
	})
}
