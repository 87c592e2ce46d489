package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// maxSocket is the longest path of a socket in bytes, with room for the zero
// at its end: 104 on macOS, 108 elsewhere.
const maxSocket = 103

// place is where the lock and the socket of a data folder lie.
type place struct {
	lock, socket string
}

// placeOf returns the place of a data folder, by its path: whether the folder
// is there yet makes no difference.
func placeOf(data string) (place, error) {
	path, err := filepath.Abs(data)
	if err != nil {
		return place{}, fmt.Errorf("finding data folder: %w", err)
	}
	if runtime.GOOS == "windows" { // where both spellings are the same folder
		path = strings.ToLower(path)
	}
	sum := sha256.Sum256([]byte(path))
	name := hex.EncodeToString(sum[:8])
	folder, err := privateFolder(len(name) + len("/.sock"))
	if err != nil {
		return place{}, err
	}
	return place{
		lock:   filepath.Join(folder, name+".lock"),
		socket: filepath.Join(folder, name+".sock"),
	}, nil
}
