package chooser

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
)

func TestChosenOnce(t *testing.T) {
	folder := fill(t, "anna.json", "ola.json", "Juni/")
	tests := []struct {
		name    string
		request Request
		choose  func(*Chooser, *desk)
		want    []string
	}{
		{"one file", reports, func(c *Chooser, _ *desk) { c.goTo(t, "anna.json") }, []string{"anna.json"}},
		{"another instead", reports, func(c *Chooser, _ *desk) {
			c.goTo(t, "anna.json")
			c.goTo(t, "ola.json")
		}, []string{"ola.json"}},
		{"several", several, func(c *Chooser, _ *desk) {
			c.goTo(t, "ola.json")
			c.goTo(t, "anna.json")
		}, []string{"anna.json", "ola.json"}},
		{"several but one", several, func(c *Chooser, _ *desk) {
			c.goTo(t, "ola.json")
			c.goTo(t, "anna.json")
			c.goTo(t, "ola.json")
		}, []string{"anna.json"}},
		{"a folder", Request{Kind: Folder}, func(*Chooser, *desk) {}, []string{""}},
		{"a folder in it", Request{Kind: Folder}, func(c *Chooser, _ *desk) { c.goTo(t, "Juni") }, []string{"Juni"}},
		{"a place", newReport, func(*Chooser, *desk) {}, []string{"Rapport.json"}},
		{"a place in a folder in it", newReport, func(c *Chooser, _ *desk) { c.goTo(t, "Juni") }, []string{"Juni/Rapport.json"}},
		{"a place in place of another", newReport, func(c *Chooser, _ *desk) { c.goTo(t, "ola.json") }, []string{"ola.json"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, d := show(t, folder, tt.request)
			tt.choose(c, d)
			if len(d.chosen) != 0 {
				t.Fatalf("%v is chosen before the button is pressed", d.chosen)
			}
			d.held = true
			test.Tap(c.confirm)
			test.Tap(c.confirm)
			d.release()
			test.Tap(c.confirm)
			d.release()
			var want []string
			for _, name := range tt.want {
				want = append(want, filepath.Join(folder, name))
			}
			if len(d.chosen) != 1 || !slices.Equal(d.chosen[0], want) {
				t.Errorf("chosen is %v, want %v", d.chosen, want)
			}
			if d.open() {
				t.Error("the sheet is still there")
			}
		})
	}
}

func TestDoubleClick(t *testing.T) {
	folder := fill(t, "anna.json", "ola.json", "Juni/")
	if err := os.WriteFile(filepath.Join(folder, "Juni", "kari.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name    string
		request Request
		clicks  []string
		apart   time.Duration
		chosen  []string
		marked  []string
		folder  string
	}{
		{"on a file", reports, []string{"anna.json", "anna.json"}, 50 * time.Millisecond, []string{"anna.json"}, []string{"anna.json"}, ""},
		{"on a file of several", several, []string{"anna.json", "anna.json"}, 50 * time.Millisecond, []string{"anna.json"}, []string{"anna.json"}, ""},
		{"two clicks", reports, []string{"anna.json", "anna.json"}, time.Second, nil, nil, ""},
		{"on a folder", reports, []string{"Juni", "kari.json"}, 50 * time.Millisecond, nil, nil, "Juni"},
		{"into a folder, and on", reports, []string{"Juni", "kari.json"}, time.Second, nil, []string{"Juni/kari.json"}, "Juni"},
		{"three on a folder", reports, []string{"Juni", "kari.json", "kari.json"}, 50 * time.Millisecond, nil, []string{"Juni/kari.json"}, "Juni"},
		{"two files, quickly", several, []string{"anna.json", "ola.json"}, 50 * time.Millisecond, nil, []string{"anna.json", "ola.json"}, ""},
		{"on a name to save under", newReport, []string{"anna.json", "anna.json"}, 50 * time.Millisecond, nil, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, d := show(t, folder, tt.request)
			now := time.Date(2026, time.November, 23, 12, 0, 0, 0, time.Local)
			c.now = func() time.Time { return now }
			for _, name := range tt.clicks {
				now = now.Add(tt.apart)
				c.entries.Select(c.indexOf(t, name))
			}
			if got := paths(folder, d.chosen...); !slices.Equal(got, tt.chosen) {
				t.Errorf("chosen is %v, want %v", got, tt.chosen)
			}
			if got := paths(folder, c.chosen()); !slices.Equal(got, tt.marked) {
				t.Errorf("marked is %v, want %v", got, tt.marked)
			}
			if want := filepath.Join(folder, tt.folder); c.listing.Folder != want {
				t.Errorf("it shows %s, want %s", c.listing.Folder, want)
			}
		})
	}
}

// paths is those below a folder, as seen from it.
func paths(folder string, lists ...[]string) []string {
	var relative []string
	for _, path := range slices.Concat(lists...) {
		relative = append(relative, strings.TrimPrefix(path, folder+string(filepath.Separator)))
	}
	return relative
}
