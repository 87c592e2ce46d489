package chooser

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Entry is a file or a folder in a folder.
type Entry struct {
	Name    string
	Folder  bool
	Changed time.Time
}

// Listing is what a folder holds.
type Listing struct {
	Folder string
	// File is set, and all else empty, where it is no folder but a file.
	File    string
	Entries []Entry // folders first, each in alphabetical order
	Err     error   // why it could not be read
}

// maxEntries bounds what is shown of a folder.
const maxEntries = 10_000

// Read lists a folder: its folders, and its ordinary files with one of the
// endings, all where there are none. What is hidden stays so. It reads the
// disk, and may take its time.
func Read(folder string, endings []string) Listing {
	if info, err := os.Stat(folder); err == nil && info.Mode().IsRegular() {
		return Listing{File: filepath.Clean(folder)}
	}
	listing := Listing{Folder: filepath.Clean(folder)}
	entries, err := os.ReadDir(listing.Folder)
	if err != nil {
		listing.Err = err
		return listing
	}
	for _, e := range entries {
		if entry, ok := entryOf(listing.Folder, e, endings); ok && len(listing.Entries) < maxEntries {
			listing.Entries = append(listing.Entries, entry)
		}
	}
	slices.SortFunc(listing.Entries, func(a, b Entry) int {
		if a.Folder != b.Folder {
			if a.Folder {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return listing
}

// entryOf looks at one entry; ok is false for one that is not to be shown.
func entryOf(folder string, e os.DirEntry, endings []string) (entry Entry, ok bool) {
	if strings.HasPrefix(e.Name(), ".") {
		return Entry{}, false
	}
	// Through symbolic links, which is what the user means by them.
	info, err := os.Stat(filepath.Join(folder, e.Name()))
	if err != nil {
		return Entry{}, false
	}
	entry = Entry{Name: e.Name(), Folder: info.IsDir(), Changed: info.ModTime()}
	return entry, entry.Folder || info.Mode().IsRegular() && hasEnding(e.Name(), endings)
}

func hasEnding(name string, endings []string) bool {
	return len(endings) == 0 || slices.ContainsFunc(endings, func(ending string) bool {
		return strings.HasSuffix(strings.ToLower(name), ending)
	})
}
