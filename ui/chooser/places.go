package chooser

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/adrg/xdg"

	"hjemmekontor/ui/widgets"
)

// places leads to the folders that people keep their files in.
func (c *Chooser) places() fyne.CanvasObject {
	list := container.NewVBox()
	known := map[string]bool{}
	for _, place := range []struct{ folder, words, icon string }{
		{xdg.Home, c.texts.Text("chooser.home"), "home"},
		{xdg.UserDirs.Desktop, c.texts.Text("chooser.desktop"), "folder"},
		{xdg.UserDirs.Documents, c.texts.Text("chooser.documents"), "folder"},
		{xdg.UserDirs.Download, c.texts.Text("chooser.downloads"), "folder"},
		{rootOf(xdg.Home), c.texts.Text("chooser.computer"), "folder"},
	} {
		if isFolder(place.folder) && !known[place.folder] {
			known[place.folder] = true
			list.Add(widgets.NewDestination(place.words, place.icon, func() { c.open(place.folder) }))
		}
	}
	return container.NewPadded(list)
}

// rootOf is the top of the disk that a folder lies on.
func rootOf(folder string) string {
	return filepath.VolumeName(folder) + string(filepath.Separator)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
