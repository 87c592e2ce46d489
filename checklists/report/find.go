package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Limits on what one call of ReadAll takes in.
const (
	// MaxFiles bounds the files that are read.
	MaxFiles = 20_000
	// maxDepth is how many folders may lie in one another, the one that was
	// named among them.
	maxDepth = 5
	// maxEntries bounds what all folders hold, with what is passed over.
	maxEntries = 200_000
	// maxRead bounds one file and maxTotal all of them, in bytes. An editor may
	// have put a byte order mark in front of a report.
	maxRead  = MaxSize + 3
	maxTotal = 512 << 20
)

// finder looks for files that may be reports.
type finder struct {
	found   []Problem // Err is nil for a file that is to be read
	seen    map[string]bool
	files   int
	entries int
	size    int64
	full    bool // a limit on all together has been met
}

// find lists the files to read in the order of the paths, those of a folder by
// name, and in their places what cannot be read.
func find(ctx context.Context, paths []string) []Problem {
	f := finder{seen: make(map[string]bool)}
	for _, path := range paths {
		f.add(ctx, filepath.Clean(path), 0)
	}
	return f.found
}

// add looks at a path that lies in a number of folders, following a link to
// where it leads.
func (f *finder) add(ctx context.Context, path string, depth int) {
	if f.full || ctx.Err() != nil || f.seen[path] {
		return
	}
	f.seen[path] = true
	info, err := os.Stat(path)
	switch {
	case err != nil:
		f.refuse(path, err)
	case info.IsDir():
		f.addFolder(ctx, path, depth+1)
	case !info.Mode().IsRegular():
		f.refuse(path, ErrNotFile)
	case info.Size() > maxRead:
		f.refuse(path, ErrTooLarge)
	case f.files == MaxFiles || f.size+info.Size() > maxTotal:
		f.full = true
		f.refuse(filepath.Dir(path), ErrTooMany)
	default:
		f.files++
		f.size += info.Size()
		f.found = append(f.found, Problem{Path: path})
	}
}

func (f *finder) refuse(path string, err error) {
	f.found = append(f.found, Problem{path, fmt.Errorf("reading report: %w", withoutPath(err))})
}

func (f *finder) addFolder(ctx context.Context, path string, depth int) {
	if depth > maxDepth {
		f.refuse(path, ErrTooMany)
		return
	}
	entries, err := f.list(path)
	if err != nil {
		f.refuse(path, err)
		return
	}
	for _, entry := range entries {
		if wanted(path, entry) {
			f.add(ctx, filepath.Join(path, entry.Name()), depth)
		}
	}
}

// list returns what a folder holds by name, and rather nothing than a part of
// it.
func (f *finder) list(path string) ([]fs.DirEntry, error) {
	folder, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = folder.Close() }()
	left := maxEntries - f.entries
	entries, err := folder.ReadDir(left + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(entries) > left {
		f.full = true
		return nil, ErrTooMany
	}
	f.entries += len(entries)
	slices.SortFunc(entries, func(x, y fs.DirEntry) int { return strings.Compare(x.Name(), y.Name()) })
	return entries, nil
}

// wanted tells whether to look at what lies in a folder. Links to other folders
// are not followed, so that nothing is walked through twice or for ever.
func wanted(folder string, entry fs.DirEntry) bool {
	if strings.HasPrefix(entry.Name(), ".") {
		return false
	}
	if entry.IsDir() {
		return true
	}
	if entry.Type()&fs.ModeSymlink != 0 {
		target, err := os.Stat(filepath.Join(folder, entry.Name()))
		if err == nil && target.IsDir() {
			return false
		}
	}
	return strings.EqualFold(filepath.Ext(entry.Name()), ".json")
}
