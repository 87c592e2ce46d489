package ui

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"hjemmekontor/ui/chooser"
)

// Endings of the files that the app writes and reads.
const (
	companyEnding = ".hjemmekontor"
	keyEnding     = ".hjemmekontor-key"
	backupEnding  = ".hjemmekontor-backup"
	reportEnding  = ".json"
)

// askFile lets the user choose a file with an ending. Title says what it is
// for.
func (s *shell) askFile(title, ending string, then func(path string)) {
	s.ask(chooser.Request{Kind: chooser.Files, Title: title, Endings: []string{ending}},
		func(paths []string) { then(paths[0]) })
}

// askFiles lets the user choose several.
func (s *shell) askFiles(title, ending string, then func(paths []string)) {
	s.ask(chooser.Request{Kind: chooser.Files, Title: title, Endings: []string{ending}, Many: true}, then)
}

// askFolder lets the user choose a folder.
func (s *shell) askFolder(title string, then func(path string)) {
	s.ask(chooser.Request{Kind: chooser.Folder, Title: title}, func(paths []string) { then(paths[0]) })
}

// askPlace lets the user say where a new file is to be; name is proposed, and
// its ending stays.
func (s *shell) askPlace(title, name string, then func(path string)) {
	s.ask(chooser.Request{Kind: chooser.Place, Title: title, Name: name, Endings: []string{filepath.Ext(name)}},
		func(paths []string) { then(paths[0]) })
}

// folderMode is who may look into a folder that the user has had made here, less
// what the system's umask takes away.
const folderMode fs.FileMode = 0o755

// ask opens the chooser where a file was last chosen, at first where people
// look for what they have got or put what they have made.
func (s *shell) ask(request chooser.Request, then func(paths []string)) {
	usual := xdg.UserDirs.Download
	if request.Kind != chooser.Files {
		usual = xdg.UserDirs.Documents
	}
	request.Folders = []string{s.folder, usual, xdg.Home}
	chooser.Show(s.window, s.texts, request, chooser.Actions{
		Read: func(path string, done func(chooser.Listing)) {
			away(s, func() chooser.Listing { return chooser.Read(path, request.Endings) }, done)
		},
		Locations:  func(done func([]chooser.Location)) { away(s, chooser.Locations, done) },
		MakeFolder: func(path string, done func(error)) { away(s, func() error { return os.Mkdir(path, folderMode) }, done) },
		Chosen: func(paths []string) {
			s.folder = filepath.Dir(paths[0])
			if request.Kind == chooser.Folder {
				s.folder = paths[0]
			}
			then(paths)
		},
	})
}

// away does something away from the UI goroutine and gives what comes of it to
// done, which is called on it.
func away[T any](s *shell, what func() T, done func(T)) {
	s.background.Go(func() {
		result := what()
		s.do(func() { done(result) })
	})
}
