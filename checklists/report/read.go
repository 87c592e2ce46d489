package report

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"hjemmekontor/checklists/internal/inputfile"
)

// Read is what [ReadAll] found, both in the order of the paths.
type Read struct {
	Reports  []Report
	Problems []Problem
}

// Problem is a file or folder that could not be read. Err is one of this
// package's errors, or one of package io/fs; it does not repeat the path, which
// often holds a name.
type Problem struct {
	Path string
	Err  error
}

// ReadAll reads reports from files and folders, many at a time. A file that is
// named counts whatever it is called; of a folder, and of the folders in it
// down to maxDepth, the files called *.json count, but for hidden ones. Files
// beyond the limits are told about as a problem of their folder. If ctx ends,
// no reports are returned, and its error is the only problem.
func ReadAll(ctx context.Context, paths []string) Read {
	files := find(ctx, paths)
	reports := readFiles(ctx, files, time.Now())
	if err := ctx.Err(); err != nil {
		return Read{Problems: []Problem{{Err: err}}}
	}
	var read Read
	for i, file := range files {
		if file.Err != nil {
			read.Problems = append(read.Problems, file)
			continue
		}
		read.Reports = append(read.Reports, reports[i])
	}
	return read
}

// readFiles reads the files that have no problem yet, on all processors, and
// returns their reports in the same places.
func readFiles(ctx context.Context, files []Problem, now time.Time) []Report {
	reports := make([]Report, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			var content bytes.Buffer
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(files) {
					return
				}
				if files[i].Err == nil {
					reports[i], files[i].Err = readFile(files[i].Path, &content, now)
				}
			}
		})
	}
	workers.Wait()
	return reports
}

// readFile reads one report by way of content, which is emptied first.
func readFile(path string, content *bytes.Buffer, now time.Time) (Report, error) {
	file, err := inputfile.Open(path, maxRead)
	if err != nil {
		return Report{}, fmt.Errorf("reading report: %w", withoutPath(err))
	}
	defer func() { _ = file.Close() }()
	content.Reset()
	// One byte too many shows that a file has grown since it was found.
	if _, err := content.ReadFrom(io.LimitReader(file, maxRead+1)); err != nil {
		return Report{}, fmt.Errorf("reading report: %w", withoutPath(err))
	}
	return Parse(content.Bytes(), now)
}

// withoutPath takes off what the file system says about where it happened, and
// gives this package's errors for those of package inputfile.
func withoutPath(err error) error {
	var at *fs.PathError
	switch {
	case errors.As(err, &at):
		return at.Err
	case errors.Is(err, inputfile.ErrNotFile):
		return ErrNotFile
	case errors.Is(err, inputfile.ErrTooLarge):
		return ErrTooLarge
	}
	return err
}
