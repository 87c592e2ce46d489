package card

import (
	"cmp"
	"fmt"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What reads a page as a person with a phone does: poppler draws it and finds
// its words, zbar reads its codes.

// checkPages compares the size of the paper and the number of pages.
func checkPages(t *testing.T, file string, pages int) {
	t.Helper()
	info := run(t, "pdfinfo", file)
	if !regexp.MustCompile(fmt.Sprintf(`(?m)^Pages:\s+%d$`, pages)).MatchString(info) {
		t.Errorf("want %d pages of\n%s", pages, info)
	}
	if !regexp.MustCompile(`(?m)^Page size:\s+595\.28 x 841\.89 pts \(A4\)$`).MatchString(info) {
		t.Errorf("want A4 in\n%s", info)
	}
}

// checkWords looks for all that is said about the entries, each as often as it
// is said.
func checkWords(t *testing.T, got string, entries []Entry) {
	t.Helper()
	want := make(map[string]int)
	for _, e := range entries {
		for _, words := range []string{e.Label, e.Name, e.Phone, e.Email, e.Hours, e.When} {
			if words != "" {
				want[squeezed(words)]++
			}
		}
	}
	for words, count := range want {
		if found := strings.Count(got, words); found < count {
			t.Errorf("%q is there %d times, want %d", words, found, count)
		}
	}
}

// checkCodes reads each code on the pages, and wants each entry's number a
// number of times.
func checkCodes(t *testing.T, file string, entries []Entry, times int) {
	t.Helper()
	var want []string
	for _, e := range entries {
		if e.TelURL != "" {
			want = append(want, slices.Repeat([]string{e.TelURL}, times)...)
		}
	}
	var pictures []string
	for _, picture := range codes(t, file) {
		pictures = append(pictures, savePicture(t, picture))
	}
	got := scan(t, pictures...)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("codes are read as %q, want %q", got, want)
	}
}

// dots is how fine a page is drawn, in dots an inch; an office printer has
// three times as many.
const dots = 200

// A page as fpdf writes it, and in it an area that dials when it is clicked, in
// points from the bottom left.
var (
	pageObject = regexp.MustCompile(`(?s)<</Type /Page\n.*?endobj`)
	dialLink   = regexp.MustCompile(`/Rect \[(\S+) (\S+) (\S+) (\S+)\] /Border \[0 0 0\] /A <</S /URI /URI \(tel:`)
)

// codes cuts the codes out of the pages of a PDF, each with some of what
// stands around it: a camera is held over one. They are the links that are
// square.
func codes(t *testing.T, file string) []image.Image {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cut []image.Image
	for i, object := range pageObject.FindAllString(string(content), -1) {
		number := strconv.Itoa(i + 1)
		drawn := filepath.Join(t.TempDir(), number)
		run(t, "pdftoppm", "-r", strconv.Itoa(dots), "-f", number, "-l", number, "-singlefile", "-gray", file, drawn)
		picture := openPicture(t, drawn+".pgm")
		for _, corners := range dialLink.FindAllStringSubmatch(object, -1) {
			left, top, right, bottom := points(t, corners[1]), points(t, corners[2]), points(t, corners[3]), points(t, corners[4])
			if math.Abs((right-left)-(top-bottom)) > 0.1 {
				continue
			}
			const around, height = 8, 841.89
			area := image.Rect(pixels(left-around), pixels(height-top-around), pixels(right+around), pixels(height-bottom+around))
			cut = append(cut, picture.SubImage(area))
		}
	}
	return cut
}

func points(t *testing.T, s string) float64 {
	t.Helper()
	value, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func pixels(points float64) int { return int(points * dots / 72) }

// text is what stands in a PDF, without blanks: lines are broken where the
// page asks for it.
func text(t *testing.T, file string) string {
	t.Helper()
	return squeezed(run(t, "pdftotext", "-raw", file, "-"))
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// scan gives what the codes in pictures say.
func scan(t *testing.T, pictures ...string) []string {
	t.Helper()
	if len(pictures) == 0 {
		return nil
	}
	return strings.Fields(run(t, "zbarimg", append([]string{"--quiet", "--raw"}, pictures...)...))
}

func save(t *testing.T, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// packNothing is quick, and zbar does not mind.
var packNothing = png.Encoder{CompressionLevel: png.NoCompression}

func savePicture(t *testing.T, picture image.Image) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "code.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := cmp.Or(packNothing.Encode(file, picture), file.Close()); err != nil {
		t.Fatal(err)
	}
	return file.Name()
}

// openPicture reads a grey picture as Netpbm writes it (P5): a header and the
// pixels.
func openPicture(t *testing.T, name string) *image.Gray {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var width, height int
	if _, err := fmt.Sscanf(string(content[:min(40, len(content))]), "P5\n%d %d\n255\n", &width, &height); err != nil {
		t.Fatalf("reading %s: %v", name, err)
	}
	pixels := content[len(content)-width*height:]
	return &image.Gray{Pix: pixels, Stride: width, Rect: image.Rect(0, 0, width, height)}
}

// run gives what a program prints. That zbarimg finds no code (4) is an answer.
func run(t *testing.T, program string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil && (program != "zbarimg" || cmd.ProcessState == nil || cmd.ProcessState.ExitCode() != 4) {
		t.Fatalf("%s: %v\n%s", program, err, complaint.String())
	}
	return string(out)
}
