package chooser

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Entry is a file or a folder in a folder.
type Entry struct {
	Name    string
	Folder  bool
	Changed time.Time // of files
}

// Listing is what lies at a path.
type Listing struct {
	Folder string
	// File is set, and all else empty, where it is no folder but a file.
	File    string
	Entries []Entry // folders first, each in alphabetical order
	More    bool    // there are more entries than these
	Err     error   // why it could not be read
}

// ErrSpecial says that something is neither a folder nor an ordinary file: a
// pipe, a device.
var ErrSpecial = errors.New("neither a file nor a folder")

// limits bound what is read of a folder.
type limits struct {
	shown  int // entries that are listed
	looked int // entries that are looked at, about
	batch  int // entries read from the disk at a time
}

var usual = limits{shown: 10_000, looked: 100_000, batch: 1000}

// Read tells what lies at a path. Of a folder it lists the folders, and the
// ordinary files with one of the endings (in small letters), all where there
// are none. What is hidden stays so. It reads the disk, and may take its time.
func Read(path string, endings []string) Listing {
	path = filepath.Clean(path)
	listing := Listing{Folder: path}
	// Looked at before it is opened, since opening a pipe would wait for a
	// writer.
	info, err := os.Stat(path)
	switch {
	case err != nil:
		listing.Err = err
	case info.Mode().IsRegular():
		return Listing{File: path}
	case !info.IsDir():
		listing.Err = fmt.Errorf("%s: %w", path, ErrSpecial)
	default:
		listing.Err = listing.read(endings, usual)
	}
	return listing
}

// read fills in the entries.
func (l *Listing) read(endings []string, most limits) error {
	folder, err := os.Open(l.Folder)
	if err != nil {
		return err
	}
	defer func() { _ = folder.Close() }()
	for looked := 0; ; looked += most.batch {
		entries, err := folder.ReadDir(most.batch)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		for _, e := range entries {
			if entry, ok := entryOf(l.Folder, e, endings); ok {
				l.Entries = append(l.Entries, entry)
			}
		}
		if len(entries) == 0 {
			break
		}
		if looked >= most.looked || len(l.Entries) > most.shown {
			l.More = true
			break
		}
	}
	l.Entries = inOrder(l.Entries)
	l.Entries = l.Entries[:min(len(l.Entries), most.shown)]
	return nil
}

// entryOf looks at one entry; ok is false for one that is not to be shown.
func entryOf(folder string, e os.DirEntry, endings []string) (entry Entry, ok bool) {
	name, mode := e.Name(), e.Type()
	if strings.HasPrefix(name, ".") {
		return Entry{}, false
	}
	info := e.Info
	if mode&os.ModeSymlink != 0 {
		// What it leads to is what the user means by it.
		led, err := os.Stat(filepath.Join(folder, name))
		if err != nil {
			return Entry{}, false
		}
		mode, info = led.Mode(), func() (os.FileInfo, error) { return led, nil }
	}
	switch {
	case mode.IsDir():
		return Entry{Name: name, Folder: true}, true
	case !mode.IsRegular() || !hasEnding(name, endings):
		return Entry{}, false
	}
	file, err := info()
	if err != nil {
		return Entry{}, false // it is gone
	}
	return Entry{Name: name, Changed: file.ModTime()}, true
}

func hasEnding(name string, endings []string) bool {
	return len(endings) == 0 || slices.ContainsFunc(endings, func(ending string) bool {
		return strings.HasSuffix(strings.ToLower(name), ending)
	})
}

// alphabet is that of both written forms of Norwegian, under the name that the
// library's tables have; numbers stand by their value.
var alphabet = language.Make("nn")

// inOrder sorts entries: folders first, each by name.
func inOrder(entries []Entry) []Entry {
	type named struct {
		key   []byte
		entry Entry
	}
	collator := collate.New(alphabet, collate.Numeric)
	var buffer collate.Buffer
	keyed := make([]named, len(entries))
	for i, e := range entries {
		keyed[i] = named{collator.KeyFromString(&buffer, e.Name), e}
	}
	slices.SortFunc(keyed, func(a, b named) int {
		if a.entry.Folder != b.entry.Folder {
			if a.entry.Folder {
				return -1
			}
			return 1
		}
		return cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.entry.Name, b.entry.Name))
	})
	for i := range keyed {
		entries[i] = keyed[i].entry
	}
	return entries
}
