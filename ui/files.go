package ui

import (
	"os"
	"path/filepath"

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

// ask opens the chooser where a file was last chosen, at first in the user's
// own folder.
func (s *shell) ask(request chooser.Request, then func(paths []string)) {
	request.Folder = s.folder
	if s.folder == "" {
		if home, err := os.UserHomeDir(); err == nil {
			request.Folder = home
		}
	}
	chooser.Show(s.window, s.texts, request, chooser.Actions{
		Read: func(folder string, done func(chooser.Listing)) {
			s.background.Go(func() {
				listing := chooser.Read(folder, request.Endings)
				s.do(func() { done(listing) })
			})
		},
		Chosen: func(paths []string) {
			if len(paths) == 0 {
				return
			}
			s.folder = filepath.Dir(paths[0])
			if request.Kind == chooser.Folder {
				s.folder = paths[0]
			}
			then(paths)
		},
	})
}
