//go:build !windows && !darwin

package launch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
)

// desktop is where the user's desktop keeps what opens what, the most
// important folders first.
type desktop struct {
	names  []string // of XDG_CURRENT_DESKTOP, in lower case
	config []string // folders of configuration
	data   []string // folders of data
}

func desktopOfUser() desktop {
	return desktop{
		names:  strings.FieldsFunc(strings.ToLower(os.Getenv("XDG_CURRENT_DESKTOP")), func(r rune) bool { return r == ':' || r == '/' }),
		config: slices.Concat([]string{xdg.ConfigHome}, xdg.ConfigDirs),
		data:   slices.Concat([]string{xdg.DataHome}, xdg.DataDirs),
	}
}

// handles tells whether a program that is there opens a MIME type, by the
// MIME Applications specification 1.0: a default one, or any that is
// associated with the type and not taken away from it.
func (d desktop) handles(mime string) bool {
	removed := map[string]bool{}
	for _, folder := range d.folders() {
		for _, name := range d.lists() {
			list := readGroups(filepath.Join(folder, name))
			// A default counts even where the association is removed.
			if slices.ContainsFunc(list.ids("Default Applications", mime), d.usable) {
				return true
			}
			if d.anyOf(list.ids("Added Associations", mime), removed) {
				return true
			}
			for _, id := range list.ids("Removed Associations", mime) {
				removed[id] = true
			}
		}
		// update-desktop-database gathers here what the desktop files say.
		cache := readGroups(filepath.Join(folder, "mimeinfo.cache"))
		if d.anyOf(cache.ids("MIME Cache", mime), removed) {
			return true
		}
	}
	return false
}

// anyOf tells whether one of the desktop files is usable and not removed.
func (d desktop) anyOf(ids []string, removed map[string]bool) bool {
	return slices.ContainsFunc(ids, func(id string) bool { return !removed[id] && d.usable(id) })
}

// folders are those in which lists may lie.
func (d desktop) folders() []string {
	folders := slices.Clone(d.config)
	for _, dir := range d.data {
		folders = append(folders, filepath.Join(dir, "applications"))
	}
	return folders
}

// lists are the names of the lists, those of the desktop itself first.
func (d desktop) lists() []string {
	var names []string
	for _, name := range d.names {
		names = append(names, filepath.Base(name)+"-mimeapps.list")
	}
	return append(names, "mimeapps.list")
}
