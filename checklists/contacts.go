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
		return sqlitex.Execute(conn, `SELECT role, name, phone, email, hours, "when" FROM contact;`, &sqlitex.ExecOptions{
			ResultFunc: func(stmt *sqlite.Stmt) error {
				contacts = append(contacts, scanContact(stmt))
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

// SaveContact keeps a contact, normalised and without a task, in place of the
// one that had the same role. It returns [organisation.FieldErrors] if a field
// is not valid, or if the role is not one of [organisation.Roles].
func (s *Store) SaveContact(ctx context.Context, c organisation.Contact) error {
	c = c.Normalise()
	c.Task = ""
	if err := checkContact(c); err != nil {
		return fmt.Errorf("saving contact: %w", err)
	}
	return s.write(ctx, "saving contact", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, `
INSERT INTO contact (role, name, phone, email, hours, "when") VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (role) DO UPDATE SET
	name = excluded.name, phone = excluded.phone, email = excluded.email,
	hours = excluded.hours, "when" = excluded."when";`,
			&sqlitex.ExecOptions{Args: contactArgs(c)})
	})
}

// DeleteContact removes the contact with the given role, if there is one.
func (s *Store) DeleteContact(ctx context.Context, role organisation.Role) error {
	return s.write(ctx, "deleting contact", func(conn *sqlite.Conn) error {
		return sqlitex.Execute(conn, "DELETE FROM contact WHERE role = ?1;",
			&sqlitex.ExecOptions{Args: []any{string(role)}})
	})
}

// contactArgs are a contact's values in the order role, name, phone, email,
// hours, when.
func contactArgs(c organisation.Contact) []any {
	return []any{string(c.Role), c.Name, c.Phone, c.Email, c.Hours, c.When}
}

// scanContact reads a contact from the columns role, name, phone, email, hours
// and when.
func scanContact(stmt *sqlite.Stmt) organisation.Contact {
	return organisation.Contact{
		Role:  organisation.Role(stmt.ColumnText(0)),
		Name:  stmt.ColumnText(1),
		Phone: stmt.ColumnText(2),
		Email: stmt.ColumnText(3),
		Hours: stmt.ColumnText(4),
		When:  stmt.ColumnText(5),
	}
}

func checkContact(c organisation.Contact) error {
	if !slices.Contains(organisation.Roles(), c.Role) {
		return organisation.FieldErrors{{Field: organisation.FieldRole, Err: organisation.ErrUnknownRole}}
	}
	return c.Validate()
}
