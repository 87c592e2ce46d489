package chooser

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// Opening a pipe would wait for ever; devices and what leads nowhere are not to
// be chosen either.
func TestReadShowsOrdinaryFilesOnly(t *testing.T) {
	folder := fill(t, "anna.json", "Juni/")
	in := func(name string) string { return filepath.Join(folder, name) }
	for name, to := range map[string]string{
		"lenke.json": "anna.json", "lenke til mappe": "Juni", "borte.json": "nowhere", "rundt.json": "rundt.json",
		"enhet.json": "/dev/null", "rør-lenke.json": "rør.json",
	} {
		if err := os.Symlink(to, in(name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(in("rør.json"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := []string{"Juni", "lenke til mappe", "anna.json", "lenke.json"}
	if got := names(Read(folder, []string{".json"}).Entries); !slices.Equal(got, want) {
		t.Errorf("there are %v, want %v", got, want)
	}
	for _, path := range []string{in("rør.json"), in("rør-lenke.json"), "/dev/null"} {
		if l := Read(path, nil); !errors.Is(l.Err, ErrSpecial) || l.File != "" {
			t.Errorf("of %s it tells %+v", path, l)
		}
	}
	if l := Read(in("rundt.json"), nil); l.Err == nil {
		t.Error("what leads round can be read")
	}
}

// A pipe in the way of a new file is not replaced.
func TestAPipeInTheWay(t *testing.T) {
	folder := fill(t)
	c, d := show(t, folder, newReport)
	if err := syscall.Mkfifo(filepath.Join(folder, "Rapport.json"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.choose()
	if len(d.chosen) != 0 || c.says() != c.sentence("chooser.taken", "") {
		t.Errorf("chosen is %v, and it says %q", d.chosen, c.says())
	}
}
