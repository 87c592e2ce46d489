package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"image"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

const (
	// enlargement is how much larger than on the screen Tesseract sees the
	// letters; it was made for print at 300 dots an inch, and reading twice
	// the screen's 96 finds all that three times it does.
	enlargement = 2
	// readTimeout bounds one reading, which takes about a second.
	readTimeout = time.Minute
	// rememberedPictures is how many pictures' words are kept.
	rememberedPictures = 64
)

// word is one word on the screen and the pixels it covers.
type word struct {
	text string
	box  image.Rectangle
}

// reader reads pictures and remembers what it has read, so that looking for
// ten texts on one page takes one reading, and what has changed since the last
// look is all that is read anew.
type reader struct {
	seed  maphash.Seed
	known map[uint64][]word
	last  map[image.Rectangle]reading // of each part of the screen
}

// reading is a picture and the words on it.
type reading struct {
	picture *image.RGBA
	words   []word
}

func newReader() *reader {
	r := &reader{seed: maphash.MakeSeed()}
	r.forget()
	return r
}

func (r *reader) forget() {
	r.known, r.last = make(map[uint64][]word), make(map[image.Rectangle]reading)
}

// read returns the words of a picture in screen coordinates.
func (r *reader) read(ctx context.Context, picture *image.RGBA) ([]word, error) {
	key := r.key(picture)
	words, ok := r.known[key]
	if !ok {
		var err error
		if words, err = r.readAnew(ctx, picture); err != nil {
			return nil, err
		}
	}
	if len(r.known) >= rememberedPictures {
		r.forget()
	}
	r.known[key], r.last[picture.Rect] = words, reading{picture, words}
	return words, nil
}

// readAnew reads a picture, as far as it differs from what was read last of the
// same part of the screen, or of a larger one.
func (r *reader) readAnew(ctx context.Context, picture *image.RGBA) ([]word, error) {
	known, b := r.nearest(picture)
	if b.empty() {
		return known, nil
	}
	words, err := recognise(ctx, b.of(picture))
	if err != nil {
		return nil, err
	}
	for _, w := range known {
		if !b.cuts(w) {
			words = append(words, w)
		}
	}
	return words, nil
}

// nearest returns what is known of a picture from the reading that is most like
// it, and the band that is to be read all the same.
func (r *reader) nearest(picture *image.RGBA) (known []word, b band) {
	b = band{picture.Rect.Min.Y, picture.Rect.Max.Y}
	for rect, last := range r.last {
		if !picture.Rect.In(rect) {
			continue
		}
		within := make([]word, 0, len(last.words))
		for _, w := range last.words {
			if w.box.In(picture.Rect) {
				within = append(within, w)
			}
		}
		if c := changed(last.picture, picture, within); c.height() < b.height() {
			known, b = within, c
		}
	}
	return known, b
}

// recognise reads all of a picture.
func recognise(ctx context.Context, picture *image.RGBA) ([]word, error) {
	out, err := tesseract(ctx, prepare(picture))
	if err != nil {
		return nil, err
	}
	return parseWords(out, picture.Rect.Min)
}

func (r *reader) key(picture *image.RGBA) uint64 {
	var h maphash.Hash
	h.SetSeed(r.seed)
	_, _ = fmt.Fprint(&h, picture.Rect)
	_, _ = h.Write(picture.Pix)
	return h.Sum64()
}

// tesseract runs the program on a picture and returns its table of words. It
// looks for sparse text in no order (mode 11), which is what a window is. One
// thread is more than twice as fast as its default of several.
func tesseract(ctx context.Context, picture *image.Gray) ([]byte, error) {
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, errors.New("tesseract is missing: install the packages tesseract-ocr, " +
			"tesseract-ocr-nor and tesseract-ocr-eng, or run `.ci/setup test`")
	}
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "-", "-", "-l", "nor+eng", "--psm", "11",
		"--dpi", strconv.Itoa(96*enlargement), "tsv")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.Stdin = bytes.NewReader(encodePGM(picture))
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("running tesseract: %w: %s", err, bytes.TrimSpace(complaint.Bytes()))
	}
	return out, nil
}

// encodePGM writes a picture in the simplest format that Tesseract reads.
func encodePGM(picture *image.Gray) []byte {
	header := fmt.Sprintf("P5 %d %d 255\n", picture.Rect.Dx(), picture.Rect.Dy())
	return append([]byte(header), picture.Pix...)
}

// Columns of Tesseract's table, and the level of its rows that are words.
const (
	columnLevel = 0
	columnLeft  = 6
	columnText  = 11
	columns     = 12
	levelWord   = "5"
)

// parseWords reads Tesseract's table; origin is where the picture lies on the
// screen.
func parseWords(table []byte, origin image.Point) ([]word, error) {
	var words []word
	for row := range strings.Lines(string(table)) {
		fields := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(fields) < columns || fields[columnLevel] != levelWord {
			continue
		}
		var box [4]int // left, top, width, height
		for i := range box {
			n, err := strconv.Atoi(fields[columnLeft+i])
			if err != nil {
				return nil, fmt.Errorf("tesseract's table has a row %q: %w", row, err)
			}
			box[i] = n / enlargement
		}
		if strings.TrimSpace(fields[columnText]) == "" {
			continue
		}
		corner := origin.Add(image.Pt(box[0], box[1]))
		words = append(words, word{
			text: fields[columnText],
			box:  image.Rectangle{Min: corner, Max: corner.Add(image.Pt(box[2], box[3]))},
		})
	}
	return words, nil
}
