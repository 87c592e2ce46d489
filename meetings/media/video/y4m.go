package video

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// YUV4MPEG2 is a text line that describes the film, then for each picture a
// line that begins with FRAME and the three planes (the yuv4mpeg(5) manual
// page of mjpegtools).
const (
	filmMagic  = "YUV4MPEG2"
	frameMagic = "FRAME"
	// maxFilmLine bounds either line, in bytes.
	maxFilmLine = 1024
)

// filmHeader is what the first line says.
type filmHeader struct {
	width, height int
	frameRate     float64 // 0 when the film does not say
	size          int     // of the line, in bytes, its end included
}

// pictureSize is the size of the planes of one picture, in bytes.
func (h filmHeader) pictureSize() int64 {
	chroma := int64((h.width+1)/2) * int64((h.height+1)/2)
	return int64(h.width)*int64(h.height) + 2*chroma
}

// readFilmHeader reads the first line of a film.
func readFilmHeader(r *bufio.Reader) (filmHeader, error) {
	var h filmHeader
	line, err := readFilmLine(r)
	if err != nil {
		return h, fmt.Errorf("film header: %w", err)
	}
	h.size = len(line) + 1
	fields := strings.Fields(line)
	if len(fields) == 0 || fields[0] != filmMagic {
		return h, errors.New("not a YUV4MPEG2 film")
	}
	for _, field := range fields[1:] {
		if err := h.set(field[0], field[1:]); err != nil {
			return h, err
		}
	}
	if h.width == 0 || h.height == 0 {
		return h, errors.New("film header without a picture size")
	}
	return h, nil
}

// set takes over one parameter of the header.
func (h *filmHeader) set(tag byte, value string) (err error) {
	switch tag {
	case 'W':
		h.width, err = parseSide(value, MaxWidth)
	case 'H':
		h.height, err = parseSide(value, MaxHeight)
	case 'F':
		h.frameRate, err = parseFrameRate(value)
	case 'I':
		if value != "p" && value != "?" {
			err = fmt.Errorf("interlaced film (%q)", value)
		}
	case 'C':
		err = checkChroma(value)
	}
	return err
}

func parseSide(value string, limit int) (int, error) {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > limit {
		return 0, fmt.Errorf("film side %q out of range 1 to %d", value, limit)
	}
	return n, nil
}

// parseFrameRate reads a ratio such as 30000:1001; 0:0 is unknown.
func parseFrameRate(value string) (float64, error) {
	above, below, _ := strings.Cut(value, ":")
	n, err1 := strconv.ParseUint(above, 10, 32)
	d, err2 := strconv.ParseUint(below, 10, 32)
	if err1 != nil || err2 != nil {
		return 0, fmt.Errorf("film frame rate %q", value)
	}
	if n == 0 && d == 0 {
		return 0, nil
	}
	rate := float64(n) / float64(d)
	if math.IsInf(rate, 0) || rate < minFrameRate || rate > maxFrameRate {
		return 0, fmt.Errorf("film frame rate %q out of range %d to %d", value, minFrameRate, maxFrameRate)
	}
	return rate, nil
}

// checkChroma accepts the kinds of 8-bit 4:2:0. They differ only in where
// between the pixels the chroma samples lie, half a pixel that no viewer of a
// call will see.
func checkChroma(value string) error {
	switch value {
	case "420", "420jpeg", "420mpeg2", "420paldv":
		return nil
	}
	return fmt.Errorf("film colours %q, wanted 8-bit 4:2:0", value)
}

// readPicture reads the next picture into dst. The error is io.EOF at the end
// of the film and io.ErrUnexpectedEOF where it breaks off within a picture.
func (h filmHeader) readPicture(r *bufio.Reader, dst *Frame) error {
	line, err := readFilmLine(r)
	if err != nil {
		return err
	}
	if line != frameMagic && !strings.HasPrefix(line, frameMagic+" ") {
		return errors.New("film without a frame mark where one is due")
	}
	dst.Resize(h.width, h.height)
	for _, plane := range [][]byte{dst.Image.Y, dst.Image.Cb, dst.Image.Cr} {
		if _, err := io.ReadFull(r, plane); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
	}
	return nil
}

var errLongLine = fmt.Errorf("film line longer than %d bytes", maxFilmLine)

// readFilmLine reads up to a line feed and drops it. The error is io.EOF when
// there is nothing left.
func readFilmLine(r *bufio.Reader) (string, error) {
	line, err := r.ReadSlice('\n')
	switch {
	case len(line) > maxFilmLine || errors.Is(err, bufio.ErrBufferFull):
		return "", errLongLine
	case err == io.EOF && len(line) > 0:
		return "", io.ErrUnexpectedEOF
	case err != nil:
		return "", err
	}
	return string(line[:len(line)-1]), nil
}
