package backup

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// entry is one of an archive that somebody has put together.
type entry struct {
	name, content string
	change        func(*zip.FileHeader) // what the directory says of it
}

const good = `{"app":"hjemmekontor","version":1,"made":"2026-11-23T11:00:00Z","parts":["checklists.db"]}`

// archived puts an archive together. What a header says of sizes is written as
// it is, true or not.
func archived(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range entries {
		var packed bytes.Buffer
		deflate, err := flate.NewWriter(&packed, flate.BestSpeed)
		if err == nil {
			_, err = io.WriteString(deflate, e.content)
		}
		if err := errors.Join(err, deflate.Close()); err != nil {
			t.Fatal(err)
		}
		header := &zip.FileHeader{
			Name: e.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE([]byte(e.content)),
			CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(e.content)),
		}
		header.SetMode(0o600)
		if e.change != nil {
			e.change(header)
		}
		raw, err := w.CreateRaw(header)
		if err == nil && !strings.HasSuffix(e.name, "/") { // a folder has no content
			_, err = raw.Write(packed.Bytes())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// hostile is a file offered as a backup, and the error it is met with.
type hostile struct {
	name string
	data []byte
	want error
}

func hostileFiles(t testing.TB) []hostile {
	manifest := entry{name: "manifest.json", content: good}
	part := entry{name: "checklists.db", content: "ticks"}
	says := func(text string) entry { return entry{name: "manifest.json", content: text} }
	sound := archived(t, manifest, part)
	bomb := strings.Repeat("\x00", 1<<20)
	saying := func(e entry, change func(*zip.FileHeader)) entry { e.change = change; return e }
	return []hostile{
		{"empty", nil, ErrNotBackup},
		{"text", []byte("not a zip"), ErrNotBackup},
		{"another archive", archived(t, entry{name: "word/document.xml", content: "<w/>"}), ErrNotBackup},
		{"another archive cut short", archived(t, entry{name: "word/document.xml", content: "<w/>"})[:60], ErrNotBackup},
		{"another program's", archived(t, says(`{"app":"other","version":1,"parts":["checklists.db"]}`), part), ErrNotBackup},
		{"cut short by a byte", sound[:len(sound)-1], ErrDamaged},
		{"cut in half", sound[:len(sound)/2], ErrDamaged},
		{"a byte changed in the part", flipped(sound, "checklists.db"), ErrDamaged},
		{"directory of many entries", endless(sound), ErrDamaged},
		{"manifest that is not JSON", archived(t, says(`{"app":`), part), ErrDamaged},
		{"manifest of wrong types", archived(t, says(`{"app":"hjemmekontor","version":1,"parts":"all"}`), part), ErrDamaged},
		{"manifest of megabytes", archived(t, says(good+strings.Repeat(" ", maxManifest)), part), ErrDamaged},
		{"version 0", archived(t, says(strings.Replace(good, `1,"made`, `0,"made`, 1)), part), ErrDamaged},
		{"newer version", archived(t, says(`{"app":"hjemmekontor","version":2,"parts":{"in":"another form"}}`), part), ErrNewer},
		{"part of a newer version", archived(t, says(strings.Replace(good, `checklists.db`, `later.db`, 1)), entry{name: "later.db"}), ErrNewer},
		{"no parts", archived(t, says(strings.Replace(good, `"checklists.db"`, ``, 1))), ErrDamaged},
		{"missing part", archived(t, manifest), ErrDamaged},
		{"part named twice", archived(t, says(strings.Replace(good, `"checklists.db"`, `"checklists.db","checklists.db"`, 1)), part), ErrDamaged},
		{"part there twice", archived(t, manifest, part, part), ErrDamaged},
		{"two manifests", archived(t, manifest, manifest, part), ErrDamaged},
		{"manifest for a part", archived(t, says(strings.Replace(good, `checklists.db`, `manifest.json`, 1))), ErrDamaged},
		{"unknown entry", archived(t, manifest, part, entry{name: "evil.sh"}), ErrDamaged},
		{"path that leads out", archived(t, manifest, part, entry{name: "../checklists.db"}), ErrDamaged},
		{"absolute path", archived(t, manifest, part, entry{name: "/etc/passwd"}), ErrDamaged},
		{"part that leads out", archived(t, says(strings.Replace(good, `checklists.db`, `../a`, 1)), entry{name: "../a"}), ErrNewer},
		{"folder", archived(t, manifest, part, entry{name: "folder/"}), ErrDamaged},
		{"symbolic link", archived(t, manifest, saying(part, func(h *zip.FileHeader) { h.SetMode(os.ModeSymlink | 0o777) })), ErrDamaged},
		{"unknown method", archived(t, manifest, saying(part, func(h *zip.FileHeader) { h.Method = 99 })), ErrDamaged},
		{"wrong checksum", archived(t, manifest, saying(part, func(h *zip.FileHeader) { h.CRC32++ })), ErrDamaged},
		{"bomb that says so", archived(t, manifest, saying(part, func(h *zip.FileHeader) { h.UncompressedSize64 = MaxPart + 1 })), ErrTooLarge},
		{"bomb that says less than it could", archived(t, manifest, saying(part, func(h *zip.FileHeader) { h.UncompressedSize64 = MaxPart })), ErrDamaged},
		{"bomb that does not", archived(t, manifest, saying(entry{name: "checklists.db", content: bomb}, func(h *zip.FileHeader) { h.UncompressedSize64 = 5 })), ErrDamaged},
		{"manifest that is a bomb", archived(t, says(bomb), part), ErrDamaged},
	}
}

// flipped changes a byte of an entry's content, which follows its name.
func flipped(data []byte, name string) []byte {
	data = bytes.Clone(data)
	data[bytes.Index(data, []byte(name))+len(name)] ^= 0xff
	return data
}

// endless claims in the record at the end that the directory has 65,535
// entries, and gives it as many.
func endless(data []byte) []byte {
	const recordSize, countOffset, sizeOffset, startOffset = 22, 8, 12, 16
	end := bytes.Clone(data[len(data)-recordSize:])
	start := binary.LittleEndian.Uint32(end[startOffset:])
	first := data[start : len(data)-recordSize]
	many := bytes.Repeat(first, 65_534/2)
	for _, offset := range []int{countOffset, countOffset + 2} {
		binary.LittleEndian.PutUint16(end[offset:], 65_534)
	}
	binary.LittleEndian.PutUint32(end[sizeOffset:], uint32(len(many)))
	return append(append(bytes.Clone(data[:start]), many...), end...)
}

// Whatever is wrong with a file is named, and nothing is restored.
func TestHostileFilesRestoreNothing(t *testing.T) {
	noTemporaryFiles(t)
	for _, test := range hostileFiles(t) {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "backup")
			if err := os.WriteFile(path, test.data, 0o600); err != nil {
				t.Fatal(err)
			}
			lists := &notebook{name: "checklists.db", text: "before"}
			if err := Read(t.Context(), path, []Part{lists.part()}); !errors.Is(err, test.want) {
				t.Errorf("Read: %v, want %v", err, test.want)
			}
			if lists.text != "before" || len(lists.restored) > 0 {
				t.Errorf("restored %q", lists.restored)
			}
			checkAlone(t, path)
		})
	}
}

// A directory is not taken into memory before it is known to be a small one.
func TestDirectoryIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "backup")
	data := endless(archived(t, entry{name: "manifest.json", content: good}, entry{name: "checklists.db"}))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Inspect(path); !errors.Is(err, errTooMuch) || !errors.Is(err, ErrDamaged) {
		t.Errorf("Inspect: %v", err)
	}
}

// What the tests above change is sound before.
func TestSoundArchiveIsRestored(t *testing.T) {
	path := filepath.Join(t.TempDir(), "backup")
	data := archived(t, entry{name: "manifest.json", content: good}, entry{name: "checklists.db", content: "ticks"})
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	lists := &notebook{name: "checklists.db", text: "before"}
	if err := Read(t.Context(), path, []Part{lists.part()}); err != nil || lists.text != "ticks" {
		t.Errorf("restored %q, %v", lists.text, err)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge")
	if err := errors.Join(os.WriteFile(huge, nil, 0o600), os.Truncate(huge, 1<<30)); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		path string
		want error
	}{
		"missing":    {filepath.Join(dir, "missing"), os.ErrNotExist},
		"a folder":   {dir, ErrNotBackup},
		"a gigabyte": {huge, ErrTooLarge},
	} {
		if err := Read(t.Context(), test.path, []Part{(&notebook{name: "checklists.db"}).part()}); !errors.Is(err, test.want) {
			t.Errorf("Read of %s: %v, want %v", name, err, test.want)
		}
		if _, err := Inspect(test.path); !errors.Is(err, test.want) {
			t.Errorf("Inspect of %s: %v, want %v", name, err, test.want)
		}
	}
}

// FuzzRead looks for a file that is read without being sound: one that is must
// have a manifest and restore no more than a part may have, and one that is
// not must restore nothing.
func FuzzRead(f *testing.F) {
	f.Add(archived(f, entry{name: "manifest.json", content: good}, entry{name: "checklists.db", content: "ticks"}))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "backup")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		lists := &notebook{name: "checklists.db", text: "before"}
		err := Read(t.Context(), path, []Part{lists.part()})
		about, inspected := Inspect(path)
		switch {
		case err != nil && len(lists.restored) > 0:
			t.Errorf("restored in spite of %v", err)
		case err == nil && (inspected != nil || about.App != app || about.Version != version):
			t.Errorf("restored, but Inspect = %+v, %v", about, inspected)
		case err == nil && (len(lists.restored) != 1 || len(lists.text) > MaxPart):
			t.Errorf("restored %d times, %d bytes", len(lists.restored), len(lists.text))
		}
	})
}
