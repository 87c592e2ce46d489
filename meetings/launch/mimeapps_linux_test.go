package launch

import (
	"os/exec"
	"strings"
	"testing"
)

const mimeZoom = "x-scheme-handler/zoommtg"

// TestHandles lays out a desktop's files. Unless differs is true, the real
// xdg-mime finds what Handles finds.
func TestHandles(t *testing.T) {
	const (
		byDefault = "[Default Applications]\n" + mimeZoom + "=zoom.desktop;\n"
		inCache   = "[MIME Cache]\n" + mimeZoom + "=zoom.desktop;\n"
		list      = "config/mimeapps.list"
		zoom      = "data/applications/zoom.desktop"
	)
	works := entry("Exec=sh %U")
	for _, test := range []struct {
		name    string
		files   map[string]string
		want    bool
		differs bool // from xdg-mime
	}{
		{"nothing installed", nil, false, false},
		{"default", map[string]string{list: byDefault, zoom: works}, true, false},
		{"default of the system", map[string]string{"etc/mimeapps.list": byDefault, zoom: works}, true, false},
		{"default of the desktop", map[string]string{"config/gnome-mimeapps.list": byDefault, zoom: works}, true, false},
		{"default of another desktop", map[string]string{"config/kde-mimeapps.list": byDefault, zoom: works}, false, false},
		{"in the cache", map[string]string{"data/applications/mimeinfo.cache": inCache, zoom: works}, true, false},
		{"Flatpak", map[string]string{"flatpak/applications/mimeinfo.cache": inCache,
			"flatpak/applications/zoom.desktop": entry("Exec=/bin/sh run us.zoom.Zoom @@u %U @@")}, true, false},
		{"in a folder", map[string]string{list: strings.ReplaceAll(byDefault, "zoom.desktop", "us-zoom.desktop"),
			"share/applications/us/zoom.desktop": works}, true, false},
		{"added", map[string]string{list: strings.ReplaceAll(byDefault, "Default Applications", "Added Associations"),
			zoom: works}, true, true},
		{"program in quotes", map[string]string{list: byDefault, zoom: entry(`Exec="/bin/sh" -c %u`)}, true, true},
		{"started over D-Bus", map[string]string{list: byDefault, zoom: entry("DBusActivatable=true")}, true, true},
		{"second default", map[string]string{list: strings.ReplaceAll(byDefault, "=", "=gone.desktop;"), zoom: works}, true, true},
		{"another scheme", map[string]string{list: strings.ReplaceAll(byDefault, "zoommtg", "zoommtg2"), zoom: works}, false, false},
		{"desktop file gone", map[string]string{list: byDefault}, false, false},
		{"program gone", map[string]string{list: byDefault, zoom: entry("Exec=/opt/zoom/gone %U")}, false, false},
		{"program gone from PATH", map[string]string{list: byDefault, zoom: entry("Exec=no-such-zoom %U")}, false, false},
		{"what is tried is gone", map[string]string{list: byDefault, zoom: entry("TryExec=/opt/gone\nExec=sh %U")}, false, true},
		{"no program", map[string]string{list: byDefault, zoom: entry("Terminal=false")}, false, false},
		{"deleted", map[string]string{list: byDefault, zoom: entry("Exec=sh %U\nHidden=true")}, false, true},
		{"deleted by the user", map[string]string{"share/applications/mimeinfo.cache": inCache,
			zoom: entry("Hidden=true"), "share/applications/zoom.desktop": works}, false, true},
		{"association removed", map[string]string{list: strings.ReplaceAll(byDefault, "Default Applications", "Removed Associations"),
			"data/applications/mimeinfo.cache": inCache, zoom: works}, false, true},
		{"path in place of a name", map[string]string{list: strings.ReplaceAll(byDefault, "zoom.desktop", "../../zoom.desktop"),
			"zoom.desktop": works}, false, false},
		{"garbage", map[string]string{list: "]\n=\n[[\x00\n" + mimeZoom + "\n=;;=;", zoom: "\xff\xfe=="}, false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDesk(t, "GNOME")
			for name, content := range test.files {
				d.write(t, name, content)
			}
			got, err := OfSystem().Handles(t.Context(), "zoommtg")
			if err != nil || got != test.want {
				t.Errorf("handled: %v, %v; want %v", got, err, test.want)
			}
			if named := askXDGMime(t); (named == test.want) == test.differs {
				t.Errorf("xdg-mime names a program: %v", named)
			}
		})
	}
}

// askXDGMime tells whether xdg-mime names a program.
func askXDGMime(t *testing.T) bool {
	t.Helper()
	out, err := exec.Command("xdg-mime", "query", "default", mimeZoom).Output()
	if err != nil && len(out) > 0 {
		t.Fatalf("asking xdg-mime: %v: run `.ci/setup test`", err)
	}
	return strings.TrimSpace(string(out)) != ""
}
