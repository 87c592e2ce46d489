package chooser

import (
	"os"
	"os/user"
	"path/filepath"

	"github.com/adrg/xdg"
)

// Location is a folder that people keep their files in.
type Location struct {
	Kind   LocationKind
	Folder string
}

// LocationKind is what a location is known as.
type LocationKind int

// The kinds; a Volume is known by the name of its folder.
const (
	Home LocationKind = iota
	Desktop
	Documents
	Downloads
	Volume
	Disk
)

// Locations finds the folders of this computer's user, and what is plugged in.
// It reads the disk, and may take its time.
func Locations() []Location {
	found := []Location{
		{Home, xdg.Home}, {Desktop, xdg.UserDirs.Desktop}, {Documents, xdg.UserDirs.Documents},
		{Downloads, xdg.UserDirs.Download},
	}
	for _, volume := range volumes() {
		found = append(found, Location{Volume, volume})
	}
	return existing(append(found, Location{Disk, rootOf(xdg.Home)}))
}

// existing leaves out what is not there, and what is there twice.
func existing(locations []Location) []Location {
	known := map[string]bool{"": true}
	var found []Location
	for _, l := range locations {
		info, err := os.Stat(l.Folder)
		if err == nil && info.IsDir() && !known[l.Folder] {
			known[l.Folder] = true
			found = append(found, l)
		}
	}
	return found
}

// rootOf is the top of the disk that a folder lies on.
func rootOf(folder string) string {
	return filepath.VolumeName(folder) + string(filepath.Separator)
}

// volumes is where the systems put memory sticks and disks that are plugged in.
func volumes() []string {
	const most = 6
	var found []string
	for drive := 'D'; drive <= 'Z' && filepath.VolumeName(xdg.Home) != ""; drive++ {
		found = append(found, string(drive)+`:\`)
	}
	for _, folder := range mounts() {
		entries, err := filepath.Glob(filepath.Join(folder, "*"))
		if err == nil {
			found = append(found, entries[:min(len(entries), most)]...)
		}
	}
	return found
}

func mounts() []string {
	folders := []string{"/Volumes"}
	if me, err := user.Current(); err == nil {
		folders = append(folders, filepath.Join("/run/media", me.Username), filepath.Join("/media", me.Username))
	}
	return folders
}
