package endtoend

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// TestAFileThatIsNotRightIsRefused drops files on the window that are not what
// their names say, or not from the company, and looks for what is said of each.
func TestAFileThatIsNotRightIsRefused(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, l)
			mine, other := newSigner(t, firmOf(l)), newSigner(t, firmOf(l))
			other.id = mine.id
			const held = 5
			d.hold(t, mine.sign(t, held))
			next := mine.sign(t, held+1)
			d.start(t, "home.call")
			for _, tt := range []struct {
				name    string
				content []byte
				says    string
			}{
				{"cut short", next[:len(next)/3], "problem.company-cut-short"},
				{"changed", replace(t, next, mine.phone, "99 88 77 66"), "problem.company-signature"},
				{"another key", other.sign(t, held+1), "problem.company-other-key"},
				{"older", mine.sign(t, held-1), "problem.company-older"},
				{"huge", nil, "problem.company-too-large"},
				{"picture", picture(t), "problem.company-not-one"},
				{"from the future", replace(t, next, "organisation 1\n", "organisation 2\n"), "problem.company-newer"},
			} {
				t.Run(tt.name, func(t *testing.T) {
					path := d.lay(t, tt.name+".hjemmekontor", tt.content)
					if tt.content == nil {
						const size = 2 << 30 // of which nothing is on the disk
						if err := os.Truncate(path, size); err != nil {
							t.Fatal(err)
						}
					}
					d.Drop(t, path)
					d.seeSentence(t, tt.says)
					d.shot(t, "refusal-"+tt.name)
				})
			}
			d.goTo(t, ui.Contacts)
			d.WaitFor(t, mine.phone, patience)
			if got := d.version(t); got != held {
				t.Errorf("version %d is held, want %d", got, held)
			}
		})
	}
}

// seeSentence waits for the beginning of a sentence that may go on below.
func (d *desk) seeSentence(t *testing.T, key string, data ...locales.Data) {
	t.Helper()
	const words = 6
	d.WaitFor(t, first(d.texts.Text(key, data...), words), patience)
}

func replace(t *testing.T, data []byte, from, to string) []byte {
	t.Helper()
	if !bytes.Contains(data, []byte(from)) {
		t.Fatalf("%q is not in the file", from)
	}
	return bytes.Replace(data, []byte(from), []byte(to), 1)
}

// picture is a small PNG.
func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
