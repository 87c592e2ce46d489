package chooser

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func names(entries []Entry) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Name)
	}
	return names
}

func TestRead(t *testing.T) {
	folder := fill(t, "b.json", "Ærlig.json", "Åpen.json", "Østfold.json", "A.JSON", "rapport 10.json", "rapport 9.json",
		"notat.txt", "json", ".skjult.json", "x.json/", "Bilder/", ".git/", "Åmot/")
	tests := []struct {
		name    string
		endings []string
		want    []string
	}{
		{"of one kind", []string{".json"}, []string{"Bilder", "x.json", "Åmot", "A.JSON", "b.json", "rapport 9.json",
			"rapport 10.json", "Ærlig.json", "Østfold.json", "Åpen.json"}},
		{"of two", []string{".txt", ".pdf"}, []string{"Bilder", "x.json", "Åmot", "notat.txt"}},
		{"all", nil, []string{"Bilder", "x.json", "Åmot", "A.JSON", "b.json", "json", "notat.txt", "rapport 9.json",
			"rapport 10.json", "Ærlig.json", "Østfold.json", "Åpen.json"}},
	}
	for _, tt := range tests {
		l := Read(folder+"/.", tt.endings)
		if l.Folder != folder || l.File != "" || l.Err != nil || l.More || !slices.Equal(names(l.Entries), tt.want) {
			t.Errorf("%s: %v, %v, in %s, want %v", tt.name, names(l.Entries), l.Err, l.Folder, tt.want)
		}
	}
}

func TestReadTellsWhenFilesWereChanged(t *testing.T) {
	folder := fill(t, "anna.json")
	changed := time.Date(2026, time.March, 7, 8, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(folder, "anna.json"), changed, changed); err != nil {
		t.Fatal(err)
	}
	if got := Read(folder, nil).Entries[0].Changed; !got.Equal(changed) {
		t.Errorf("it was changed %v, want %v", got, changed)
	}
}

func TestReadOfWhatIsNoFolder(t *testing.T) {
	folder := fill(t, "anna.json")
	file := filepath.Join(folder, "anna.json")
	if l := Read(file, []string{".pdf"}); l.File != file || l.Folder != "" || l.Err != nil {
		t.Errorf("of a file it tells %+v", l)
	}
	for _, path := range []string{filepath.Join(folder, "borte"), filepath.Join(file, "under"), folder + "/\x00"} {
		if l := Read(path, nil); l.Err == nil || l.File != "" || len(l.Entries) != 0 {
			t.Errorf("of %q it tells %+v", path, l)
		}
	}
	if l := Read(filepath.Join(folder, "borte"), nil); !errors.Is(l.Err, fs.ErrNotExist) {
		t.Errorf("of one that is not there it says %v", l.Err)
	}
}

func TestReadEndsSomewhere(t *testing.T) {
	folder := fill(t, "a.json", "b.json", "c.json", "d.txt", "e.txt", "f.txt")
	tests := []struct {
		name    string
		endings []string
		most    limits
		entries int
		more    bool
	}{
		{"fewer than may be shown", []string{".json"}, limits{shown: 4, looked: 100, batch: 2}, 3, false},
		{"as many", []string{".json"}, limits{shown: 3, looked: 100, batch: 2}, 3, false},
		{"more", []string{".json"}, limits{shown: 2, looked: 100, batch: 1}, 2, true},
		{"more at once", []string{".json"}, limits{shown: 2, looked: 100, batch: 100}, 2, true},
		{"too many that are not shown", []string{".pdf"}, limits{shown: 10, looked: 3, batch: 1}, 0, true},
	}
	for _, tt := range tests {
		l := Listing{Folder: folder}
		if err := l.read(tt.endings, tt.most); err != nil || len(l.Entries) != tt.entries || l.More != tt.more {
			t.Errorf("%s: there are %d entries, and more: %v, %v", tt.name, len(l.Entries), l.More, err)
		}
	}
}

func TestLocationsThatAreThere(t *testing.T) {
	folder := fill(t, "fil", "Bilder/")
	bilder := filepath.Join(folder, "Bilder")
	got := existing([]Location{
		{Home, folder}, {Desktop, filepath.Join(folder, "borte")}, {Documents, folder}, {Downloads, ""},
		{Volume, filepath.Join(folder, "fil")}, {Volume, bilder}, {Disk, "/"},
	})
	if want := []Location{{Home, folder}, {Volume, bilder}, {Disk, "/"}}; !slices.Equal(got, want) {
		t.Errorf("there are %v, want %v", got, want)
	}
	all := Locations()
	if len(all) == 0 || all[len(all)-1].Kind != Disk {
		t.Errorf("this computer has %v", all)
	}
}
