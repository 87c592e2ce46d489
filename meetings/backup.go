package meetings

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/meetings/credentials"
	"hjemmekontor/meetings/link"
)

// BackupName is the name of what SaveBackup writes among the parts of a backup.
const BackupName = "meetings.json"

// backupVersion is the format that SaveBackup writes. Newer ones are refused.
const backupVersion = 1

// maxBackup bounds what is read of a backup, in bytes: every favourite at its
// longest fits.
const maxBackup = 4 << 20

// ErrNotBackup means that a file is not what SaveBackup has written.
var ErrNotBackup = errors.New("not a backup of meetings")

// backup is what a backup holds: what the user has arranged. What was opened,
// copies of calendars and all that is secret stay on the machine.
type backup struct {
	Version    int            `json:"version"`
	Favourites []kept         `json:"favourites"`
	Ways       map[string]Way `json:"ways"`
}

// kept is a favourite in a backup. Where it is secret, its passcode is found
// again if the backup is restored on the machine that has it in its keyring.
type kept struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Service string    `json:"service,omitempty"`
	Kind    link.Kind `json:"kind"`
	Address string    `json:"address,omitempty"`
	Secret  bool      `json:"secret,omitempty"`
}

// SaveBackup writes favourites and ways to a new file at path.
func (s *Store) SaveBackup(ctx context.Context, path string) error {
	favourites, err := s.Favourites(ctx)
	if err != nil {
		return err
	}
	b := backup{Version: backupVersion, Favourites: []kept{}}
	for _, f := range favourites {
		b.Favourites = append(b.Favourites, kept(f))
	}
	if b.Ways, err = s.Ways(ctx); err != nil {
		return err
	}
	data, err := json.MarshalIndent(b, "", "\t")
	if err != nil {
		return fmt.Errorf("saving backup: %w", err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return fmt.Errorf("saving backup: %w", fileError(err))
	}
	return nil
}

// CheckBackup reports whether RestoreBackup could restore the file at path. The
// error is ErrNotBackup, ErrNewer or ErrTooMany where that is the reason.
func CheckBackup(path string) error {
	_, err := readBackup(path)
	return err
}

// RestoreBackup puts the favourites and ways of a backup in the place of those
// there are: all of it or, with an error, none. Passcodes that no favourite has
// any more stay in the keyring, since a restore can be undone.
func (s *Store) RestoreBackup(ctx context.Context, path string) error {
	b, err := readBackup(path)
	if err != nil {
		return err
	}
	return s.write(ctx, "restoring backup", func(conn *sqlite.Conn) error {
		if err := sqlitex.ExecuteScript(conn, "DELETE FROM favourite; DELETE FROM way;", nil); err != nil {
			return err
		}
		for at, f := range b.Favourites {
			if err := changeRow(conn, insertFavourite, f.ID, at, f.Name, f.Service, string(f.Kind), f.Address, f.Secret); err != nil {
				return err
			}
		}
		for service, way := range b.Ways {
			if err := changeRow(conn, insertWay, service, string(way)); err != nil {
				return err
			}
		}
		return nil
	})
}

// readBackup reads and checks the file at path, which may come from anywhere.
func readBackup(path string) (backup, error) {
	file, err := os.Open(path)
	if err != nil {
		return backup{}, fmt.Errorf("reading backup: %w", fileError(err))
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(io.LimitReader(file, maxBackup+1))
	if err != nil {
		return backup{}, fmt.Errorf("reading backup: %w", fileError(err))
	}
	var b backup
	if len(data) > maxBackup || json.Unmarshal(data, &b) != nil {
		return backup{}, fmt.Errorf("reading backup: %w", ErrNotBackup)
	}
	if err := b.check(); err != nil {
		return backup{}, fmt.Errorf("reading backup: %w", err)
	}
	return b, nil
}

// check sees that everything in a backup could be kept.
func (b backup) check() error {
	switch {
	case b.Version > backupVersion:
		return ErrNewer
	case b.Version != backupVersion:
		return ErrNotBackup
	case len(b.Favourites) > MaxFavourites, len(b.Ways) > maxWays:
		return ErrTooMany
	}
	seen := make(map[string]bool)
	for _, f := range b.Favourites {
		// The ID is part of a name in the keyring.
		if _, err := credentials.NewName(credentials.MeetingLink, f.ID); err != nil || seen[f.ID] || !fits(Favourite(f)) {
			return ErrNotBackup
		}
		seen[f.ID] = true
	}
	for service, way := range b.Ways {
		if !isKey(service) || way != App && way != Browser {
			return ErrNotBackup
		}
	}
	return nil
}
