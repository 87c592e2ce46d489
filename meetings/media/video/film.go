package video

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// film is the source behind a .y4m file: its pictures over and over, at its
// own frame rate.
type film struct {
	name   string
	header filmHeader
	format Format
	pace   *pace

	mu     sync.Mutex // guards the file against Close
	file   *os.File
	reader *bufio.Reader
}

// openFilm opens path; frameRate is taken when the film does not say its own.
func openFilm(path string, frameRate float64) (*film, error) {
	f, err := loadFilm(path, frameRate)
	if err != nil {
		return nil, fmt.Errorf("opening film %q: %w: %w", path, ErrBadFile, err)
	}
	return f, nil
}

func loadFilm(path string, frameRate float64) (*film, error) {
	// Opening a pipe would wait for its writer, so look first.
	info, err := os.Stat(path)
	if err != nil {
		return nil, bare(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, bare(err)
	}
	f := &film{name: filepath.Base(path), file: file, reader: bufio.NewReaderSize(file, 64<<10)}
	f.header, err = readFilmHeader(f.reader)
	if err == nil && info.Size() < int64(f.header.size+len(frameMagic)+1)+f.header.pictureSize() {
		err = errors.New("no whole picture in it")
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	if f.header.frameRate != 0 {
		frameRate = f.header.frameRate
	}
	f.format = Format{Width: f.header.width, Height: f.header.height, FrameRate: frameRate}
	f.pace = newPace(frameRate)
	return f, nil
}

// bare is err without the path, which the caller names.
func bare(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

func (f *film) Read(ctx context.Context, dst *Frame) error {
	now, err := f.pace.wait(ctx)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file == nil {
		return ErrClosed
	}
	err = f.header.readPicture(f.reader, dst)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = f.rewind()
		if err == nil {
			err = f.header.readPicture(f.reader, dst)
		}
	}
	if err != nil {
		return fmt.Errorf("reading film %q: %w: %w", f.name, ErrBadFile, err)
	}
	dst.Captured = now
	return nil
}

// rewind goes back to the first picture. One that was broken off at the end
// has been left out by then.
func (f *film) rewind() error {
	if _, err := f.file.Seek(int64(f.header.size), io.SeekStart); err != nil {
		return bare(err)
	}
	f.reader.Reset(f.file)
	return nil
}

func (f *film) Format() Format { return f.format }

func (f *film) Close() error {
	f.pace.close()
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.file == nil {
		return nil
	}
	err := f.file.Close()
	f.file = nil
	return err
}
