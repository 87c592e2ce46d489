package video

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"hjemmekontor/meetings/media/video/yuv"
)

// writeFilm writes a film of 16 by 16 pixels whose pictures are filled with
// their own number, and returns its path.
func writeFilm(t *testing.T, header string, pictures int, rest ...string) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString(header)
	for n := range pictures {
		b.WriteString("FRAME\n")
		b.Write(bytes.Repeat([]byte{byte(n + 1)}, 16*16*3/2))
	}
	b.WriteString(strings.Join(rest, ""))
	path := filepath.Join(t.TempDir(), "film.y4m")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFilmRepeatsAtItsPace(t *testing.T) {
	for name, rest := range map[string]string{"whole": "", "broken off": "FRAME\nabc", "broken mark": "FRA"} {
		t.Run(name, func(t *testing.T) {
			path := writeFilm(t, "YUV4MPEG2 W16 H16 F25:2 Ip A1:1 C420mpeg2 XYSCSS=420MPEG2\n", 3, rest)
			synctest.Test(t, func(t *testing.T) {
				source := open(t, path, Format{1280, 720, 30})
				if want := (Format{16, 16, 12.5}); source.Format() != want {
					t.Errorf("format %v, want %v", source.Format(), want)
				}
				var frame Frame
				start := time.Now()
				for n := range 8 {
					if err := source.Read(t.Context(), &frame); err != nil {
						t.Fatal(err)
					}
					if got, want := frame.Image.Y[0], byte(n%3+1); got != want || frame.Image.Cr[63] != want {
						t.Errorf("read %d: picture %d, want %d", n, got, want)
					}
					if got := frame.Captured.Sub(start); got != time.Duration(n)*80*time.Millisecond {
						t.Errorf("read %d: after %v", n, got)
					}
				}
			})
		})
	}
}

func TestFilmWithoutFrameRateTakesTheWish(t *testing.T) {
	for _, header := range []string{"YUV4MPEG2 W16 H16\n", "YUV4MPEG2 H16 W16 F0:0 I? C420jpeg\n"} {
		if got := open(t, writeFilm(t, header, 1), Format{FrameRate: 24}).Format(); got.FrameRate != 24 {
			t.Errorf("%q: %g pictures a second, want 24", header, got.FrameRate)
		}
	}
}

func TestUnusableFilms(t *testing.T) {
	for _, header := range []string{
		"",
		"\n",
		"YUV4MPEG2",
		"YUV4MPEG2\n",
		"RIFF W16 H16 F30:1\n",
		"YUV4MPEG2 W16 F30:1\n",
		"YUV4MPEG2 W0 H16\n",
		"YUV4MPEG2 W-16 H16\n",
		"YUV4MPEG2 W4097 H16\n",
		"YUV4MPEG2 W16 H99999999999999999999\n",
		"YUV4MPEG2 W16 H16 F30\n",
		"YUV4MPEG2 W16 H16 F30:0\n",
		"YUV4MPEG2 W16 H16 F1000:1\n",
		"YUV4MPEG2 W16 H16 F1:1000\n",
		"YUV4MPEG2 W16 H16 F-30:-1\n",
		"YUV4MPEG2 W16 H16 It\n",
		"YUV4MPEG2 W16 H16 C422\n",
		"YUV4MPEG2 W16 H16 C420p10\n",
		"YUV4MPEG2 W16 H16 X" + strings.Repeat("x", maxFilmLine) + "\n",
		strings.Repeat("YUV4MPEG2 ", 1<<16),
	} {
		_, err := Open(t.Context(), writeFilm(t, header, 1), Format{})
		if !errors.Is(err, ErrBadFile) {
			t.Errorf("%.40q: %v, want ErrBadFile", header, err)
		}
	}
	for name, path := range map[string]string{
		"no picture":      writeFilm(t, "YUV4MPEG2 W16 H16 F30:1\n", 0),
		"part of one":     writeFilm(t, "YUV4MPEG2 W16 H16 F30:1\n", 0, "FRAME\n", strings.Repeat("x", 383)),
		"folder":          t.TempDir(),
		"folder as .y4m":  mkdir(t, "film.y4m"),
		"missing":         filepath.Join(t.TempDir(), "film.y4m"),
		"size it has not": writeFilm(t, "YUV4MPEG2 W4096 H2304 F30:1\n", 2),
	} {
		if _, err := openFilm(path, 30); !errors.Is(err, ErrBadFile) {
			t.Errorf("%s: %v, want ErrBadFile", name, err)
		}
	}
}

func mkdir(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestMissingFilmSaysSo(t *testing.T) {
	_, err := Open(t.Context(), "/no/such/film.y4m", Format{})
	const want = `opening film "/no/such/film.y4m": unusable film: no such file or directory`
	if err == nil || err.Error() != want {
		t.Errorf("%v\nwant %s", err, want)
	}
	if !errors.Is(err, os.ErrNotExist) {
		t.Error("not os.ErrNotExist")
	}
}

func TestDamageInTheMiddleEndsTheFilm(t *testing.T) {
	for name, rest := range map[string]string{
		"no mark":   strings.Repeat("x", 500) + "\n",
		"long mark": "FRAME " + strings.Repeat("x", 70_000) + "\n",
		"near miss": "FRAMES\n" + strings.Repeat("x", 384),
	} {
		source := open(t, writeFilm(t, "YUV4MPEG2 W16 H16 F120:1\n", 1, rest), Format{})
		var frame Frame
		if err := source.Read(t.Context(), &frame); err != nil {
			t.Fatalf("%s: first picture: %v", name, err)
		}
		if err := source.Read(t.Context(), &frame); !errors.Is(err, ErrBadFile) {
			t.Errorf("%s: %v, want ErrBadFile", name, err)
		}
	}
}

// FuzzFilm reads what claims to be a film to its end.
func FuzzFilm(f *testing.F) {
	picture := strings.Repeat("p", 6)
	f.Add([]byte("YUV4MPEG2 W2 H2 F30:1 Ip A1:1 C420jpeg\nFRAME\n" + picture + "FRAME Ip\n" + picture))
	f.Add([]byte("YUV4MPEG2 W3 H1 F30000:1001 C420paldv XCOMMENT\nFRAME\nabcdefg"))
	f.Add([]byte("YUV4MPEG2 W4096 H2304\nFRAME\n"))
	f.Add([]byte("YUV4MPEG2 W1 H1 F0:0\nFRAME\nabcFRAME\nab"))
	f.Add([]byte("YUV4MPEG2 W1 H1 F1:0 C444\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := bufio.NewReaderSize(bytes.NewReader(data), 64<<10)
		header, err := readFilmHeader(r)
		if err != nil {
			return
		}
		if header.width < 1 || header.width > MaxWidth || header.height < 1 || header.height > MaxHeight {
			t.Fatalf("accepted %d×%d", header.width, header.height)
		}
		var frame Frame
		for pictures := 0; ; pictures++ {
			err := header.readPicture(r, &frame)
			if err != nil {
				return
			}
			if !yuv.Valid(frame.Image) || int64(pictures+1)*header.pictureSize() > int64(len(data)) {
				t.Fatalf("picture %d of %d bytes in %d", pictures, header.pictureSize(), len(data))
			}
		}
	})
}

// endless gives one byte for ever, as a device file would.
type endless byte

func (e endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(e)
	}
	return len(p), nil
}

func TestEndlessLineIsCutShort(t *testing.T) {
	if _, err := readFilmHeader(bufio.NewReader(endless('x'))); !errors.Is(err, errLongLine) {
		t.Errorf("%v, want errLongLine", err)
	}
	if _, err := readFilmLine(bufio.NewReader(bytes.NewReader(nil))); !errors.Is(err, io.EOF) {
		t.Errorf("%v, want io.EOF", err)
	}
}
